package jp.frontdesk.journeys;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/// A desk as a process of its own on a data folder, with the embedded database and real reader
/// processes, to be killed at any moment and started again.
final class DeskProcess implements AutoCloseable {
  private static final long START_MS = 90_000;

  private final Path data;
  private final Map<String, String> settings = new HashMap<>();
  private final int kioskPort = freePort();
  private final int deskPort = freePort();
  private final int operationsPort = freePort();
  private final HttpClient client = HttpClient.newHttpClient();
  private Optional<Process> process = Optional.empty();

  /// @param data kept over restarts
  DeskProcess(Path data, Map<String, String> moreSettings) {
    this.data = data;
    settings.put("FRONTDESK_DATA_DIR", data.resolve("data").toString());
    settings.put("FRONTDESK_KIOSK_PORT", Integer.toString(kioskPort));
    settings.put("FRONTDESK_DESK_PORT", Integer.toString(deskPort));
    settings.put("FRONTDESK_OPERATIONS_PORT", Integer.toString(operationsPort));
    settings.put("FRONTDESK_DEMO", "true");
    settings.putAll(moreSettings);
  }

  static int freePort() {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  int deskPort() {
    return deskPort;
  }

  URI kiosk() {
    return URI.create("http://127.0.0.1:" + kioskPort);
  }

  URI desk() {
    return URI.create("http://127.0.0.1:" + deskPort);
  }

  /// Adds a setting before a start.
  void set(String name, String value) {
    settings.put(name, value);
  }

  /// Starts and waits until it is ready.
  ///
  /// @return how long that took, in ms
  long start() {
    long began = System.nanoTime();
    try {
      Files.createDirectories(data);
      ProcessBuilder builder =
          new ProcessBuilder(
              Path.of(System.getProperty("java.home"), "bin", "java").toString(),
              "-Xmx300m",
              "--enable-native-access=ALL-UNNAMED",
              "-cp",
              System.getProperty("java.class.path"),
              "jp.frontdesk.Main",
              "serve");
      builder.environment().putAll(settings);
      builder.redirectErrorStream(true);
      builder.redirectOutput(ProcessBuilder.Redirect.appendTo(data.resolve("desk.log").toFile()));
      process = Optional.of(builder.start());
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
    while (!isReady()) {
      if (!process.orElseThrow().isAlive()) {
        throw new AssertionError("the desk ended at start, see " + data.resolve("desk.log"));
      }
      if (System.nanoTime() - began > TimeUnit.MILLISECONDS.toNanos(START_MS)) {
        throw new AssertionError("the desk was not ready in time");
      }
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(100));
    }
    return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began);
  }

  private boolean isReady() {
    try {
      return client
              .send(
                  HttpRequest.newBuilder(
                          URI.create("http://127.0.0.1:" + operationsPort + "/health/ready"))
                      .timeout(Duration.ofSeconds(2))
                      .build(),
                  HttpResponse.BodyHandlers.discarding())
              .statusCode()
          == 200;
    } catch (IOException notYet) {
      return false;
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /// Kills the desk itself without warning; its database is left behind.
  void killDesk() {
    process.ifPresent(p -> {
      Process _ = p.destroyForcibly();
      try {
        int _ = p.waitFor();
      } catch (InterruptedException stopped) {
        Thread.currentThread().interrupt();
      }
    });
  }

  /// Kills one reader process, if one runs.
  void killReader() {
    process.stream()
        .flatMap(p -> p.descendants())
        .filter(child -> commandOf(child).contains("jp.frontdesk.Main reader"))
        .findFirst()
        .ifPresent(ProcessHandle::destroyForcibly);
  }

  /// Kills the database's first process; its children end by themselves.
  void killPostgres() {
    try {
      Path pidFile;
      try (var files = Files.walk(data, 6)) {
        pidFile =
            files
                .filter(f -> f.getFileName().toString().equals("postmaster.pid"))
                .findFirst()
                .orElseThrow();
      }
      List<String> lines = Files.readAllLines(pidFile);
      ProcessHandle.of(Long.parseLong(lines.getFirst().strip()))
          .ifPresent(ProcessHandle::destroyForcibly);
    } catch (IOException gone) {
      throw new UncheckedIOException(gone);
    }
  }

  private static String commandOf(ProcessHandle handle) {
    try {
      return Files.readString(Path.of("/proc", Long.toString(handle.pid()), "cmdline"))
          .replace('\0', ' ');
    } catch (IOException ended) {
      return "";
    }
  }

  /// Asks the desk to stop and waits for it.
  ///
  /// @return how long that took, in ms
  long stop() {
    long began = System.nanoTime();
    process.ifPresent(p -> {
      p.destroy();
      try {
        if (!p.waitFor(40, TimeUnit.SECONDS)) {
          Process _ = p.destroyForcibly();
          throw new AssertionError("the desk did not stop in time");
        }
      } catch (InterruptedException stopped) {
        Thread.currentThread().interrupt();
      }
    });
    process = Optional.empty();
    return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began);
  }

  @Override
  public void close() {
    long _ = stop();
  }
}
