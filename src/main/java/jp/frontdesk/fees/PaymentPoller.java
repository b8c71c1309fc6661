package jp.frontdesk.fees;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import jp.frontdesk.platform.Database;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Asks the provider about every open attempt whose time has come, and acts on notifications that
/// were kept but not acted on. Payments are found without any notification, and what a crash left
/// half done goes on. Several nodes may run one each: attempts are leased.
public final class PaymentPoller implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(PaymentPoller.class);
  private static final int LEASE_SECONDS = 30;
  private static final int MOST_AT_ONCE = 8;
  private static final int MOST_LEASED = 32;

  private final Database database;
  private final Cashier cashier;
  private final PaymentNotices notices;
  private final InstantSource clock;
  private final Duration interval;
  private final AttemptStore attempts = new AttemptStore();
  private final Semaphore seats = new Semaphore(MOST_AT_ONCE);
  private final ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor();
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().name("payment-poller").daemon(true).factory());

  /// @param interval how often it looks for work; half a second shows a payment within two
  public PaymentPoller(
      Database database,
      Cashier cashier,
      PaymentNotices notices,
      InstantSource clock,
      Duration interval) {
    this.database = database;
    this.cashier = cashier;
    this.notices = notices;
    this.clock = clock;
    this.interval = interval;
  }

  /// Starts looking for work until it is closed.
  public void start() {
    Future<?> _ =
        timer.scheduleWithFixedDelay(this::tick, 0, interval.toMillis(), TimeUnit.MILLISECONDS);
  }

  /// Does what is due now and waits for it. The number of attempts and notifications taken.
  public int runOnce() throws InterruptedException {
    List<Future<?>> running = submitDue();
    for (Future<?> each : running) {
      try {
        Object _ = each.get();
      } catch (ExecutionException broken) {
        throw new IllegalStateException("a payment check failed", broken.getCause());
      }
    }
    return running.size();
  }

  /// Takes no more work and gives what runs five seconds to end.
  @Override
  public void close() {
    timer.shutdown();
    workers.shutdown();
    try {
      if (!workers.awaitTermination(5, TimeUnit.SECONDS)) {
        LOG.info("payment checks go on after the restart");
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  private void tick() {
    try {
      List<Future<?>> _ = submitDue();
    } catch (RuntimeException broken) {
      LOG.warn("payment checks are late: {}", broken.getClass().getName());
    }
  }

  private List<Future<?>> submitDue() {
    List<Future<?>> running = new ArrayList<>();
    int free = Math.min(MOST_LEASED, seats.availablePermits() * 4);
    if (free == 0) {
      return running;
    }
    for (PaymentNotification told : notices.leaseDue(free, LEASE_SECONDS)) {
      running.add(workers.submit(seated(() -> notices.settle(told))));
    }
    for (Refund refund :
        cashier.refunds().leaseDue(clock.instant().plusSeconds(LEASE_SECONDS), free)) {
      running.add(workers.submit(seated(() -> cashier.refunds().pursue(refund))));
    }
    List<PaymentAttempt> due =
        database.acrossTowns(c ->
            attempts.leaseDue(
                c, clock.instant(), clock.instant().plusSeconds(LEASE_SECONDS), free));
    for (PaymentAttempt attempt : due) {
      running.add(
          workers.submit(
              seated(() -> {
                PaymentAttempt _ = cashier.refresh(attempt, "poller");
              })));
    }
    return running;
  }

  private Callable<Boolean> seated(Runnable work) {
    return () -> {
      seats.acquire();
      try {
        work.run();
        return true;
      } catch (RuntimeException broken) {
        LOG.warn("a payment check waits for the next turn: {}", broken.getClass().getName());
        throw broken;
      } finally {
        seats.release();
      }
    };
  }
}
