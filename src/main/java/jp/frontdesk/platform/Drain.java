package jp.frontdesk.platform;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A clean stop: on SIGTERM or Ctrl-C the steps run in the order they were added, all within one
/// patience. A step that hangs or fails does not keep the later ones from running.
public final class Drain {
  /// How long a stop takes at most.
  public static final Duration PATIENCE = Duration.ofSeconds(20);

  private static final Logger LOG = LoggerFactory.getLogger(Drain.class);
  private static final Duration LEAST_FOR_A_STEP = Duration.ofMillis(500);

  /// One thing to stop.
  private record Step(String name, Runnable work) {}

  private final Duration patience;
  private final List<Step> steps = new ArrayList<>();
  private final AtomicBoolean hasBegun = new AtomicBoolean();
  private final CountDownLatch ended = new CountDownLatch(1);

  /// A stop with the usual patience.
  public Drain() {
    this(PATIENCE);
  }

  Drain(Duration patience) {
    this.patience = patience;
  }

  /// Adds a step after those already there: first stop accepting, last close the database.
  public synchronized void then(String name, Runnable work) {
    steps.add(new Step(name, work));
  }

  /// Runs the steps when the process is told to end.
  public void onSignal() {
    Runtime.getRuntime().addShutdownHook(new Thread(this::run, "drain"));
  }

  /// True from the moment a stop has begun; the node then is not ready for new work.
  public boolean hasBegun() {
    return hasBegun.get();
  }

  /// Runs the steps now; a second caller waits for the first.
  public void run() {
    if (!hasBegun.compareAndSet(false, true)) {
      awaitEnd();
      return;
    }
    long until = System.nanoTime() + patience.toNanos();
    for (Step step : inOrder()) {
      long leftMs = Math.max(LEAST_FOR_A_STEP.toMillis(), (until - System.nanoTime()) / 1_000_000);
      runWithin(step, leftMs);
    }
    ended.countDown();
  }

  private synchronized List<Step> inOrder() {
    return List.copyOf(steps);
  }

  private static void runWithin(Step step, long limitMs) {
    Thread thread =
        Thread.ofPlatform().name("drain-" + step.name()).daemon(true).start(() -> runLogged(step));
    try {
      if (!thread.join(Duration.ofMillis(limitMs))) {
        LOG.warn("did not stop in time step={}", step.name());
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  private static void runLogged(Step step) {
    try {
      step.work().run();
    } catch (RuntimeException failure) {
      LOG.error("could not stop step={}", step.name(), failure);
    }
  }

  private void awaitEnd() {
    try {
      boolean _ = ended.await(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }
}
