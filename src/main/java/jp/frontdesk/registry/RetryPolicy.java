package jp.frontdesk.registry;

import java.time.Duration;
import java.util.random.RandomGenerator;

/// When to try again, and when to stop trying.
///
/// @param firstWait before the second try; doubled for each further one
/// @param longestWait the wait never grows beyond it
/// @param mostTries how many tries that failed on the record itself are made
/// @param failuresToOpen how many failures in a row make a registry count as down
/// @param poll how often the outbox is looked at when no signal comes
/// @param atOnce how many records are on their way at the same time
public record RetryPolicy(
    Duration firstWait,
    Duration longestWait,
    int mostTries,
    int failuresToOpen,
    Duration poll,
    int atOnce) {
  /// For a desk at work: from one second to five minutes, twelve tries.
  public static final RetryPolicy STANDARD =
      new RetryPolicy(
          Duration.ofSeconds(1), Duration.ofMinutes(5), 12, 5, Duration.ofSeconds(2), 4);

  private static final int MOST_DOUBLINGS = 30;

  public RetryPolicy {
    if (firstWait.isNegative() || longestWait.compareTo(firstWait) < 0 || poll.isNegative()) {
      throw new IllegalArgumentException("waits are positive, the longest not below the first");
    }
    if (mostTries < 1 || failuresToOpen < 1 || atOnce < 1) {
      throw new IllegalArgumentException("tries, failures and records at once are at least one");
    }
  }

  /// The wait after a number of failures: doubled each time, then between half and all of it by
  /// chance, so that many waiting records do not come back in the same moment.
  ///
  /// @param failures at least 1
  Duration waitAfter(int failures, RandomGenerator chance) {
    long doubled = firstWait.toMillis() << Math.min(failures - 1, MOST_DOUBLINGS);
    long full = doubled <= 0 ? longestWait.toMillis() : Math.min(doubled, longestWait.toMillis());
    return Duration.ofMillis(full - (full > 1 ? chance.nextLong(full / 2 + 1) : 0));
  }
}
