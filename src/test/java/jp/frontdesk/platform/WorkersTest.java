package jp.frontdesk.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.Future;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class WorkersTest {
  private static final int MOST_TRIES = 20;
  private static final Duration LONG = Duration.ofMinutes(1);
  private static final Duration SHORT = Duration.ofMillis(50);

  @Test
  void workRunsOnAPlatformThreadNamedAfterThePool() {
    try (Workers workers = new Workers("forms", 1, 1, LONG)) {
      assertThat(workers.run(() -> Thread.currentThread().isVirtual()).await()).isFalse();
      assertThat(workers.run(() -> Thread.currentThread().getName()).await()).startsWith("forms-");
    }
  }

  @Test
  void whatTheWorkThrowsIsWhatTheCallerGets() {
    try (Workers workers = new Workers("forms", 1, 1, LONG)) {
      Future<String> failing =
          workers.run(() -> {
            throw new IOException("disk");
          });

      assertThatThrownBy(failing::await).isInstanceOf(IOException.class);
    }
  }

  @Test
  void beyondItsLimitWorkIsRefusedAtOnce() {
    CountDownLatch release = new CountDownLatch(1);
    try (Workers workers = new Workers("forms", 1, 1, LONG)) {
      Future<Boolean> running = workers.run(() -> waitFor(release));
      Future<Boolean> waiting = workers.run(() -> waitFor(release));
      Future<Boolean> refused = workers.run(() -> waitFor(release));

      assertThatThrownBy(refused::await).isInstanceOf(Workers.BusyException.class);
      release.countDown();
      assertThat(running.await()).isTrue();
      assertThat(waiting.await()).isTrue();
    }
  }

  @Test
  void whatWaitsTooLongIsGivenUpAndLeavesTheLine() {
    CountDownLatch release = new CountDownLatch(1);
    AtomicInteger runs = new AtomicInteger();
    try (Workers workers = new Workers("forms", 1, 1, SHORT)) {
      Future<Boolean> running = workers.run(() -> waitUninterruptibly(release));
      Future<Integer> waiting = workers.run(runs::incrementAndGet);

      assertThatThrownBy(waiting::await).isInstanceOf(Workers.BusyException.class);
      assertThatThrownBy(running::await).isInstanceOf(Workers.BusyException.class);
      assertThat(workers.waitingCount()).isZero();
      release.countDown();
      assertThat(workers.drain(LONG)).isTrue();
      assertThat(runs).hasValue(0);
    }
  }

  @Test
  void whatIsFinishedTooLateIsDeliveredToNobodyAndItsThreadGoesOn() {
    CountDownLatch release = new CountDownLatch(1);
    try (Workers workers = new Workers("forms", 1, 1, SHORT)) {
      Future<Boolean> late = workers.run(() -> waitUninterruptibly(release));
      assertThatThrownBy(late::await).isInstanceOf(Workers.BusyException.class);
      Future<String> next = workers.run(() -> "own");

      release.countDown();

      assertThat(next.await()).isEqualTo("own");
      assertThat(late.failed()).isTrue();
    }
  }

  @Test
  void workThatHeedsAnInterruptFreesItsThreadAtTheLimit() {
    try (Workers workers = new Workers("forms", 1, 1, SHORT)) {
      Future<Boolean> endless = workers.run(() -> waitFor(new CountDownLatch(1)));

      assertThatThrownBy(endless::await).isInstanceOf(Workers.BusyException.class);
      assertThat(soonDone(workers)).isEqualTo("next");
    }
  }

  /// Runs work until the pool has time for it: a machine under load may need more than the limit to
  /// free a thread.
  private static String soonDone(Workers workers) {
    for (int i = 1; ; i++) {
      try {
        return workers.run(() -> "next").await();
      } catch (Workers.BusyException busy) {
        if (i == MOST_TRIES) {
          throw busy;
        }
      }
    }
  }

  @Test
  void closingTellsThoseWhoWait() {
    Workers workers = new Workers("forms", 1, 1, LONG);
    Future<Boolean> running = workers.run(() -> waitFor(new CountDownLatch(1)));
    Future<Boolean> waiting = workers.run(() -> true);

    workers.close();

    assertThatThrownBy(running::await).isInstanceOf(InterruptedException.class);
    assertThatThrownBy(waiting::await).isInstanceOf(Workers.BusyException.class);
  }

  @Test
  void drainingWaitsForWhatWasTaken() {
    Workers workers = new Workers("forms", 1, 5, LONG);
    Future<String> first = workers.run(() -> "one");
    Future<String> second = workers.run(() -> "two");

    boolean isDrained = workers.drain(Duration.ofSeconds(5));

    assertThat(isDrained).isTrue();
    assertThat(first.await() + second.await()).isEqualTo("onetwo");
    assertThatThrownBy(() -> workers.run(() -> "late").await())
        .isInstanceOf(Workers.BusyException.class);
  }

  private static boolean waitUninterruptibly(CountDownLatch latch) {
    while (true) {
      try {
        return waitFor(latch);
      } catch (InterruptedException ignoredAsNativeCodeDoes) {
        // goes on
      }
    }
  }

  private static boolean waitFor(CountDownLatch latch) throws InterruptedException {
    latch.await();
    return true;
  }
}
