package jp.frontdesk.reading.evidence;

/// How one kind of field is read and judged.
public interface FieldRule {
  /// Asks for passes until it can judge, or until more would not help.
  Verdict read(Passes passes);
}
