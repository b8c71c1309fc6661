package jp.frontdesk.cases;

/// What became of an attempt to move a case.
public sealed interface MoveOutcome {
  /// The case moved; its new state.
  record Moved(CaseFile file) implements MoveOutcome {}

  /// The table does not allow it.
  ///
  /// @param why one Japanese sentence for a clerk
  record Refused(String why) implements MoveOutcome {}

  /// Somebody else changed the case in the meantime.
  record Stale() implements MoveOutcome {}
}
