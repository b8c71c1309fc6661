package jp.frontdesk.platform;

import java.time.Duration;
import java.util.random.RandomGenerator;

/// How long to wait before trying again: doubles from the first wait to the longest, with up to a
/// quarter more or less, so that many do not come back at the same moment.
///
/// @param first after the first failure
/// @param longest never longer, apart from the quarter
public record Backoff(Duration first, Duration longest) {
  private static final int MOST_DOUBLINGS = 30;

  /// One second to five minutes, for partners outside.
  public static final Backoff OUTSIDE = new Backoff(Duration.ofSeconds(1), Duration.ofMinutes(5));

  /// The wait before the next try.
  ///
  /// @param failures how often it failed so far, from 1
  public Duration afterFailures(int failures, RandomGenerator random) {
    int doublings = Math.clamp(failures - 1L, 0, MOST_DOUBLINGS);
    long wholeMs = Math.min(longest.toMillis(), first.toMillis() << doublings);
    return Duration.ofMillis(wholeMs * 3 / 4 + random.nextLong(wholeMs / 2 + 1));
  }
}
