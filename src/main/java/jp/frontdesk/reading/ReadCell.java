package jp.frontdesk.reading;

import java.util.Optional;
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

  Box box() {
    return cell.box();
  }
}
