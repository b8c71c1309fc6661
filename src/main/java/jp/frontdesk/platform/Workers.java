package jp.frontdesk.platform;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/// A bounded pool of platform threads for work that computes or calls native code, so that it never
/// holds one of the few carriers of virtual threads. Wait for the result with `await()`.
///
/// Waiting and working together have a time limit. At the limit the whole job is given up: it
/// leaves the line, or is interrupted where it runs, and whatever it still makes is delivered to
/// nobody.
public final class Workers implements AutoCloseable {
  /// The pool is full or did not get to it in time: show "busy, try again", status 503.
  public static final class BusyException extends RuntimeException {
    BusyException(String reason) {
      super(reason);
    }
  }

  private final String name;
  private final Duration limit;
  private final ThreadPoolExecutor threads;
  private final ScheduledThreadPoolExecutor clock;

  /// A pool that starts its threads when there is work.
  ///
  /// @param name for thread names and metrics, e.g. `forms`
  /// @param threadCount how many run at once
  /// @param mostWaiting how many may wait; further work is refused
  /// @param limit how long a job may wait and run together
  public Workers(String name, int threadCount, int mostWaiting, Duration limit) {
    this.name = name;
    this.limit = limit;
    this.threads =
        new ThreadPoolExecutor(
            threadCount,
            threadCount,
            30,
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(mostWaiting),
            Thread.ofPlatform().name(name + "-", 1).daemon(true).factory());
    threads.allowCoreThreadTimeOut(true);
    this.clock =
        new ScheduledThreadPoolExecutor(
            1, Thread.ofPlatform().name(name + "-limit").daemon(true).factory());
    clock.setRemoveOnCancelPolicy(true);
  }

  /// Runs the work on a free thread. The future fails with what the work throws, or with
  /// [BusyException]: at once when the line is full, or when the limit is over.
  public <T> Future<T> run(Callable<T> work) {
    Promise<T> promise = Promise.promise();
    Job<T> job = new Job<>(work, promise);
    try {
      ScheduledFuture<?> end =
          clock.schedule(() -> giveUp(job), limit.toMillis(), TimeUnit.MILLISECONDS);
      promise.future().onComplete(_ -> end.cancel(false));
      threads.execute(job);
    } catch (RejectedExecutionException full) {
      promise.tryFail(new BusyException("all workers busy and the waiting line full: " + name));
    }
    return promise.future();
  }

  private void giveUp(Job<?> job) {
    boolean _ = threads.remove(job);
    boolean _ = job.cancel(true);
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

  /// Stops at once; what runs is interrupted, what waits is dropped, and whoever waits for either
  /// is told.
  @Override
  public void close() {
    threads
        .shutdownNow()
        .forEach(dropped -> {
          if (dropped instanceof Job<?> job) {
            boolean _ = job.cancel(true);
          }
        });
    clock.shutdownNow();
  }

  /// One piece of work and the one promise it may keep: either its own outcome or its end at the
  /// limit, never both.
  private final class Job<T> extends FutureTask<T> {
    private final Promise<T> promise;

    Job(Callable<T> work, Promise<T> promise) {
      super(work);
      this.promise = promise;
    }

    @Override
    protected void done() {
      switch (state()) {
        case SUCCESS -> promise.tryComplete(resultNow());
        case FAILED -> promise.tryFail(exceptionNow());
        case CANCELLED -> promise.tryFail(new BusyException("not done in time: " + name));
        case RUNNING -> throw new IllegalStateException("done, yet running");
      }
    }
  }
}
