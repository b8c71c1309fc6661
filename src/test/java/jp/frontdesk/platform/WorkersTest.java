package jp.frontdesk.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.Future;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class WorkersTest {
  @Test
  void workRunsOnAPlatformThreadNamedAfterThePool() {
    try (Workers workers = new Workers("forms", 1, 1)) {
      assertThat(workers.run(() -> Thread.currentThread().isVirtual()).await()).isFalse();
      assertThat(workers.run(() -> Thread.currentThread().getName()).await()).startsWith("forms-");
    }
  }

  @Test
  void whatTheWorkThrowsIsWhatTheCallerGets() {
    try (Workers workers = new Workers("forms", 1, 1)) {
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
    try (Workers workers = new Workers("forms", 1, 1)) {
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
  void drainingWaitsForWhatWasTaken() {
    Workers workers = new Workers("forms", 1, 5);
    Future<String> first = workers.run(() -> "one");
    Future<String> second = workers.run(() -> "two");

    boolean isDrained = workers.drain(Duration.ofSeconds(5));

    assertThat(isDrained).isTrue();
    assertThat(first.await() + second.await()).isEqualTo("onetwo");
    assertThatThrownBy(() -> workers.run(() -> "late").await())
        .isInstanceOf(Workers.BusyException.class);
  }

  private static boolean waitFor(CountDownLatch latch) throws InterruptedException {
    latch.await();
    return true;
  }
}
