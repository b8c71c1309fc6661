package jp.frontdesk.guide;

/// Whether a household needs a procedure.
public enum Need {
  /// Yes.
  NEEDED,
  /// No.
  NOT_NEEDED,
  /// It depends on what nobody knows or answered: the counter has to ask.
  DEPENDS;

  /// What holds of a household of which it is not known whether it is this or the other one.
  Need orDepends(Need other) {
    return this == other ? this : DEPENDS;
  }
}
