package jp.frontdesk.review;

import java.util.List;
import jp.frontdesk.cases.MovingInRecord;

/// What became of a clerk's confirmation.
public sealed interface ConfirmOutcome {
  /// Confirmed, stored, and on its way to the registry.
  record Done(Confirmed<MovingInRecord> confirmed) implements ConfirmOutcome {}

  /// Rules forbid it.
  ///
  /// @param results all errors, never empty
  record Blocked(List<RuleResult> results) implements ConfirmOutcome {
    public Blocked {
      results = List.copyOf(results);
    }
  }

  /// The table of moves does not allow it.
  record Refused(String why) implements ConfirmOutcome {}

  /// Somebody else changed the case or its values in the meantime.
  record Stale() implements ConfirmOutcome {}
}
