package jp.frontdesk.reading;

import java.util.Optional;
import jp.frontdesk.kernel.Texts;
import jp.frontdesk.reading.cells.Cell;

/// A cell after the first reading with the fast model.
///
/// @param cell the cell
/// @param text all its lines joined, as read
/// @param label the label it holds, if it is one
record ReadCell(Cell cell, String text, Optional<Label> label) {
  ReadCell withLabel(Label found) {
    return new ReadCell(cell, text, Optional.of(found));
  }

  ReadCell withoutLabel() {
    return new ReadCell(cell, text, Optional.empty());
  }

  /// Whether it is a line of captions and values, e.g. 国保：有　介護：無, that no caption outside speaks
  /// of.
  boolean isRunningLine() {
    return label.isEmpty() && Texts.folded(text).chars().filter(c -> c == ':').count() >= 2;
  }

  Box box() {
    return cell.box();
  }
}
