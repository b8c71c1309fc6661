package jp.frontdesk.samples.score;

import java.util.Optional;

/// One field that was not read as printed.
///
/// @param truth what is printed; empty where the paper has no such field
/// @param read what the reader gave; empty where it gave nothing
/// @param isFlagged whether a person is asked to look
/// @param place where the field stands, if the truth says so
record Mistake(
    String id,
    String level,
    String layout,
    String font,
    String path,
    String group,
    String truth,
    String read,
    boolean isFlagged,
    Optional<TruthFile.Place> place) {
  /// One line for the terminal.
  String line() {
    String where = id + " " + level + " " + path + ": ";
    return truth.isEmpty()
        ? where + "not on the paper, read \"" + read + "\""
        : where + "\"" + truth + "\" read \"" + read + "\"" + (isFlagged ? " (flagged)" : "");
  }
}
