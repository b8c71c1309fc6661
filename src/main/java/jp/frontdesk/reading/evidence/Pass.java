package jp.frontdesk.reading.evidence;

/// One engine's reading of a field.
///
/// @param text all lines joined, without white space, as the engine wrote it
/// @param lowest the confidence of the worst character, 0 to 1
public record Pass(String text, double lowest) {
  /// Never shows the text: it is personal.
  @Override
  public String toString() {
    return "Pass[" + text.length() + " characters]";
  }
}
