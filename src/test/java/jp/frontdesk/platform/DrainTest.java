package jp.frontdesk.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class DrainTest {
  private final List<String> stopped = new CopyOnWriteArrayList<>();

  @Test
  void stepsRunOnceInTheirOrderAlsoAfterOneThatFails() {
    Drain drain = new Drain();
    drain.then("accepting", () -> stopped.add("accepting"));
    drain.then(
        "broken",
        () -> {
          throw new IllegalStateException("broken");
        });
    drain.then("database", () -> stopped.add("database"));

    drain.run();
    drain.run();

    assertThat(stopped).containsExactly("accepting", "database");
    assertThat(drain.hasBegun()).isTrue();
  }

  @Test
  void aStepThatHangsDoesNotKeepTheDatabaseOpen() {
    Drain drain = new Drain(Duration.ofMillis(100));
    drain.then("hanging", DrainTest::hang);
    drain.then("database", () -> stopped.add("database"));

    drain.run();

    assertThat(stopped).containsExactly("database");
  }

  private static void hang() {
    try {
      new CountDownLatch(1).await();
    } catch (InterruptedException ended) {
      Thread.currentThread().interrupt();
    }
  }
}
