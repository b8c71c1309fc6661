package jp.frontdesk.reading;

import java.util.List;
import jp.frontdesk.kernel.FieldPath;

/// What the reader made of one printed field 記載欄, with all that a person needs to judge it.
///
/// @param path which field
/// @param value as printed, never empty: an empty cell gives no reading
/// @param confidence 0 to 1
/// @param needsReview false is a promise that the value is right; true asks a person to compare
/// @param reasons why it is doubtful, in plain Japanese; empty when it is not
/// @param candidates other values it may be, best first, without the value itself; may be empty
/// @param page the page it was found on, from 1 in the order the pages were given
/// @param box its place on the upright page image
public record FieldReading(
    FieldPath path,
    String value,
    double confidence,
    boolean needsReview,
    List<String> reasons,
    List<String> candidates,
    int page,
    Box box) {
  public FieldReading {
    if (value.isEmpty() || confidence < 0 || confidence > 1 || page < 1) {
      throw new IllegalArgumentException("not a reading of a printed field: " + path);
    }
    reasons = List.copyOf(reasons);
    candidates = List.copyOf(candidates);
  }

  /// The same reading under another path and page.
  public FieldReading at(FieldPath newPath, int newPage) {
    return new FieldReading(
        newPath, value, confidence, needsReview, reasons, candidates, newPage, box);
  }

  /// Never shows the value: readings are personal.
  @Override
  public String toString() {
    return "FieldReading[" + path + (needsReview ? ", doubtful" : "") + "]";
  }
}
