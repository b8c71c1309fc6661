package jp.frontdesk.platform;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/// A bounded pool of platform threads for work that computes or calls native code, so that it never
/// holds one of the few carriers of virtual threads. Wait for the result with `await()`.
public final class Workers implements AutoCloseable {
  /// The pool is full: show "busy, try again", status 503.
  public static final class BusyException extends RuntimeException {
    BusyException(String pool) {
      super("all workers busy and the waiting line full: " + pool);
    }
  }

  private final String name;
  private final ThreadPoolExecutor threads;

  /// A pool that starts its threads when there is work.
  ///
  /// @param name for thread names and metrics, e.g. `forms`
  /// @param threadCount how many run at once
  /// @param mostWaiting how many may wait; further work is refused
  public Workers(String name, int threadCount, int mostWaiting) {
    this.name = name;
    this.threads =
        new ThreadPoolExecutor(
            threadCount,
            threadCount,
            30,
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(mostWaiting),
            Thread.ofPlatform().name(name + "-", 1).daemon(true).factory());
    threads.allowCoreThreadTimeOut(true);
  }

  /// Runs the work on a free thread. The future fails with what the work throws, or at once with
  /// [BusyException] beyond the limit.
  public <T> Future<T> run(Callable<T> work) {
    Promise<T> promise = Promise.promise();
    try {
      threads.execute(() -> complete(promise, work));
    } catch (RejectedExecutionException full) {
      promise.fail(new BusyException(name));
    }
    return promise.future();
  }

  /// How many wait for a thread now.
  public int waitingCount() {
    return threads.getQueue().size();
  }

  /// How many run now.
  public int runningCount() {
    return threads.getActiveCount();
  }

  /// Takes no more work and waits for what runs or waits already.
  ///
  /// @return true when all of it ended in time
  public boolean drain(Duration patience) {
    threads.shutdown();
    try {
      return threads.awaitTermination(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /// Stops at once; what runs is interrupted, what waits is dropped.
  @Override
  public void close() {
    threads.shutdownNow();
  }

  private static <T> void complete(Promise<T> promise, Callable<T> work) {
    try {
      promise.complete(work.call());
    } catch (Throwable failure) {
      promise.fail(failure);
    }
  }
}
