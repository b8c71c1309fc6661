package jp.frontdesk.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// A running PostgreSQL server process.
///
/// @param process its parent process; its children end with it
/// @param port where it listens
record Postmaster(ProcessHandle process, int port) {
  private static final int STOP_SECONDS = 10;

  /// Fast stop: sessions are cut, everything is written down. After 10 s without writing down, the
  /// next start then recovers.
  void stop() {
    for (String signal : List.of("INT", "QUIT", "KILL")) {
      if (!process.isAlive()) {
        return;
      }
      send(signal);
      if (hasEnded()) {
        return;
      }
    }
    throw new IllegalStateException("the database server does not stop");
  }

  private boolean hasEnded() {
    try {
      ProcessHandle _ = process.onExit().get(STOP_SECONDS, TimeUnit.SECONDS);
      return true;
    } catch (TimeoutException stillRunning) {
      return false;
    } catch (ExecutionException broken) {
      throw new IllegalStateException(broken);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("stopped while stopping the database server", stopped);
    }
  }

  /// Java itself can send TERM and KILL only; TERM would wait for every session to end.
  private void send(String signal) {
    try {
      int _ =
          new ProcessBuilder("sh", "-c", "kill -" + signal + " " + process.pid())
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start()
              .waitFor();
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  /// Waits on a platform thread of our own, where nothing else runs.
  static void pause(int ms) {
    CompletableFuture.runAsync(
            () -> {}, CompletableFuture.delayedExecutor(ms, TimeUnit.MILLISECONDS))
        .join();
  }
}
