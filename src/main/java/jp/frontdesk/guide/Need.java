package jp.frontdesk.guide;

/// Whether a household needs a procedure.
public enum Need {
  /// Yes.
  NEEDED,
  /// No.
  NOT_NEEDED,
  /// It depends on a question that nobody answered: the counter has to ask.
  DEPENDS
}
