package jp.frontdesk.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RetryPolicyTest {
  private static final Instant START = Instant.parse("2026-04-06T00:00:00Z");

  @Test
  void waitsDoubleUpToTheLongestAndVaryByAtMostHalf() {
    SplittableRandom chance = new SplittableRandom(1);

    IntStream.rangeClosed(1, 200)
        .forEach(failures -> {
          long fullMs = (long) Math.min(300_000, 1000 * Math.pow(2, failures - 1.0));
          assertThat(RetryPolicy.STANDARD.waitAfter(failures, chance).toMillis())
              .isBetween(fullMs - fullMs / 2, fullMs);
        });
  }

  @Test
  void aRegistryThatIsDownIsAskedByOneRecordAtATime() {
    CircuitBreaker breaker = new CircuitBreaker(RetryPolicy.STANDARD, new SplittableRandom(1));
    Duration longestPush = Duration.ofSeconds(9);
    for (int i = 0; i < 5; i++) {
      assertThat(breaker.tryBegin(START, longestPush)).isTrue();
      assertThat(breaker.failed(START)).isPositive();
    }

    assertThat(breaker.isOpen()).isTrue();
    assertThat(breaker.tryBegin(START, longestPush)).isFalse();

    Instant later = START.plusSeconds(2);
    assertThat(breaker.tryBegin(later, longestPush)).isTrue();
    assertThat(breaker.tryBegin(later, longestPush)).isFalse();
    breaker.answered();
    assertThat(breaker.tryBegin(later, longestPush)).isTrue();
  }

  @Test
  void aProbeThatNeverEndsDoesNotBlockTheNext() {
    CircuitBreaker breaker = new CircuitBreaker(RetryPolicy.STANDARD, new SplittableRandom(1));
    for (int i = 0; i < 5; i++) {
      assertThat(breaker.failed(START)).isPositive();
    }
    assertThat(breaker.tryBegin(START.plusSeconds(2), Duration.ofSeconds(9))).isTrue();

    assertThat(breaker.tryBegin(START.plusSeconds(12), Duration.ofSeconds(9))).isTrue();
  }
}
