package jp.frontdesk.registry;

import java.time.Duration;

/// What a try to hand a record to the registry came to.
public sealed interface PushOutcome {
  /// The registry holds exactly this record as a provisional entry 仮登録, seen by reading it back.
  ///
  /// @param receipt the registry's receipt number 受付番号; not personal
  record Accepted(String receipt) implements PushOutcome {}

  /// The registry said no, and will say no again: a clerk has to look.
  ///
  /// @param code a stable word, e.g. `invalid_entry`, `key_conflict`
  /// @param reason the registry's words for the clerk; may repeat what the record holds, so it is
  ///   kept sealed and never logged
  record Refused(String code, String reason) implements PushOutcome {
    @Override
    public String toString() {
      return "Refused(" + code + ")";
    }
  }

  /// Nobody knows yet: no answer, half an answer or one that makes no sense. Try again, after
  /// reading back.
  ///
  /// @param retryAfter how long the registry asks to be left alone; zero when it did not say
  /// @param cause whose fault it seems to be
  record Unreachable(Duration retryAfter, Cause cause) implements PushOutcome {}

  /// Why there is no outcome yet.
  enum Cause {
    /// The registry as a whole does not answer, whatever it is asked. Not counted against the
    /// record.
    TARGET_DOWN,
    /// The registry answers other questions but failed on this record. Counted: after the last try
    /// the record is set aside for a clerk.
    RECORD_FAILED,
    /// The registry has been handed the record and has not said yet what it makes of it, as when it
    /// imports files or a robot types. Not counted; looked at again later.
    RESULT_PENDING
  }
}
