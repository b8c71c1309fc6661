package jp.frontdesk.reading.cells;

import java.util.List;
import jp.frontdesk.reading.Box;

/// A ruled cell of a form.
///
/// @param box inside its rules
/// @param table which connected group of cells it belongs to, from 0 from top to bottom
/// @param lines its lines of print from top to bottom; empty for an empty cell
public record Cell(Box box, int table, List<TextLine> lines) {
  public Cell {
    lines = List.copyOf(lines);
  }

  /// Whether nothing is printed in it.
  public boolean isEmpty() {
    return lines.isEmpty();
  }
}
