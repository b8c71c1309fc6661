package jp.frontdesk.registry;

import java.time.Duration;
import java.time.Instant;
import java.util.random.RandomGenerator;

/// Leaves a registry that is down alone, but for one record at a time that finds out whether it is
/// back. Thread-safe; holds nothing personal.
final class CircuitBreaker {
  private final RetryPolicy policy;
  private final RandomGenerator chance;
  private int failuresInARow;
  private Instant nextProbe = Instant.MIN;

  CircuitBreaker(RetryPolicy policy, RandomGenerator chance) {
    this.policy = policy;
    this.chance = chance;
  }

  /// Whether records may be sent: always while the registry answers; while it is down only when a
  /// probe is due.
  synchronized boolean isDue(Instant now) {
    return !isOpen() || !now.isBefore(nextProbe);
  }

  /// Whether this record may go; while the registry is down, one may and the next ones wait until
  /// its outcome is in or `longestPush` is over.
  synchronized boolean tryBegin(Instant now, Duration longestPush) {
    if (!isDue(now)) {
      return false;
    }
    if (isOpen()) {
      nextProbe = now.plus(longestPush);
    }
    return true;
  }

  synchronized void answered() {
    failuresInARow = 0;
  }

  /// The registry gave no sign of life.
  ///
  /// @return how long it is left alone
  synchronized Duration failed(Instant now) {
    failuresInARow++;
    Duration wait =
        policy.waitAfter(Math.max(1, failuresInARow - policy.failuresToOpen() + 1), chance);
    if (isOpen()) {
      nextProbe = now.plus(wait);
    }
    return wait;
  }

  /// Whether the registry counts as down.
  synchronized boolean isOpen() {
    return failuresInARow >= policy.failuresToOpen();
  }
}
