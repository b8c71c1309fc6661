package jp.frontdesk.registry;

import com.fasterxml.jackson.annotation.JsonProperty;

/// The faults the simulator shows at present.
///
/// @param delayMs how long a new entry waits before it is looked at, in milliseconds
/// @param dropAfterCommit how many of the next entries are kept but never answered; -1 for all
/// @param serverError how many of the next entries are answered with status 500 and not kept; -1
///   for all
/// @param answerTwice how many of the next entries get their answer twice on one connection; -1 for
///   all
/// @param down whether every connection is cut without an answer
public record SimulatorFaults(
    @JsonProperty("delay_ms") int delayMs,
    @JsonProperty("drop_after_commit") int dropAfterCommit,
    @JsonProperty("server_error") int serverError,
    @JsonProperty("answer_twice") int answerTwice,
    @JsonProperty("down") boolean down) {
  /// A registry without faults.
  public static final SimulatorFaults NONE = new SimulatorFaults(0, 0, 0, 0, false);

  public SimulatorFaults {
    if (delayMs < 0 || delayMs > 600_000) {
      throw new IllegalArgumentException("a delay is 0 to 600000 ms");
    }
    if (dropAfterCommit < -1 || serverError < -1 || answerTwice < -1) {
      throw new IllegalArgumentException(
          "a count is -1 (always), 0 (never) or a number of entries");
    }
  }

  /// What is left after one more entry has met these faults.
  public SimulatorFaults afterOneEntry() {
    return new SimulatorFaults(
        delayMs, less(dropAfterCommit), less(serverError), less(answerTwice), down);
  }

  private static int less(int count) {
    return count > 0 ? count - 1 : count;
  }

  /// The same faults with one of them changed, as the page's buttons do.
  ///
  /// @param value milliseconds, a count, or 1 and 0 for `down`
  public SimulatorFaults with(Fault fault, int value) {
    return switch (fault) {
      case DELAY -> new SimulatorFaults(value, dropAfterCommit, serverError, answerTwice, down);
      case DROP -> new SimulatorFaults(delayMs, value, serverError, answerTwice, down);
      case ERROR -> new SimulatorFaults(delayMs, dropAfterCommit, value, answerTwice, down);
      case TWICE -> new SimulatorFaults(delayMs, dropAfterCommit, serverError, value, down);
      case DOWN ->
          new SimulatorFaults(delayMs, dropAfterCommit, serverError, answerTwice, value != 0);
    };
  }

  /// The faults by name.
  public enum Fault {
    /// 応答を遅らせる.
    DELAY,
    /// 登録した後に通信を切る.
    DROP,
    /// エラー 500 を返す.
    ERROR,
    /// 二重に応答する.
    TWICE,
    /// 停止中.
    DOWN
  }
}
