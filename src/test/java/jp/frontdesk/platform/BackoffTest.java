package jp.frontdesk.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.random.RandomGenerator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BackoffTest {
  private final RandomGenerator random = RandomGenerator.of("L64X128MixRandom");

  @ParameterizedTest
  @CsvSource({
    "1, 750, 1250",
    "2, 1500, 2500",
    "4, 6000, 10000",
    "9, 192000, 320000",
    "99, 225000, 375000"
  })
  void doublesUpToTheLongestGiveOrTakeAQuarter(int failures, long leastMs, long mostMs) {
    for (int i = 0; i < 200; i++) {
      assertThat(Backoff.OUTSIDE.afterFailures(failures, random))
          .isBetween(Duration.ofMillis(leastMs), Duration.ofMillis(mostMs));
    }
  }
}
