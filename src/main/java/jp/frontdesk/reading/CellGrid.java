package jp.frontdesk.reading;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// Which cells stand beside, above and below each other. Cells of different tables never do.
final class CellGrid {
  private static final int TOLERANCE_PX = 4;

  private final List<ReadCell> cells;

  CellGrid(List<ReadCell> cells) {
    this.cells = List.copyOf(cells);
  }

  /// The cells of about the same row, from left to right, the cell itself among them.
  List<ReadCell> row(ReadCell cell) {
    return cells.stream()
        .filter(o -> isSameTable(o, cell))
        .filter(o -> {
          int shared = sharedRows(o.box(), cell.box());
          return shared > 0.6 * Math.max(o.box().height(), cell.box().height());
        })
        .sorted(Comparator.comparingInt(o -> o.box().x()))
        .toList();
  }

  /// The cells that share rows with it, taller ones too, from left to right, itself among them.
  List<ReadCell> beside(ReadCell cell) {
    return cells.stream()
        .filter(o -> isSameTable(o, cell))
        .filter(o -> {
          int shared = sharedRows(o.box(), cell.box());
          return shared > 0.6 * Math.min(o.box().height(), cell.box().height());
        })
        .sorted(Comparator.comparingInt(o -> o.box().x()))
        .toList();
  }

  /// The nearest cell at the right that shares rows with it.
  Optional<ReadCell> right(ReadCell cell) {
    return cells.stream()
        .filter(o -> isSameTable(o, cell) && o.box().x() >= cell.box().right() - TOLERANCE_PX)
        .filter(o -> {
          int shared = sharedRows(o.box(), cell.box());
          return shared > 0.5 * Math.min(o.box().height(), cell.box().height());
        })
        .min(Comparator.comparingInt(o -> o.box().x()));
  }

  /// The cells below that stand within the sides of a heading, from top to bottom.
  List<ReadCell> below(ReadCell head) {
    return cells.stream()
        .filter(o -> isSameTable(o, head) && isUnder(o.box(), head.box()))
        .sorted(Comparator.comparingInt(o -> o.box().y()))
        .toList();
  }

  /// The cells above within whose sides a value stands, the nearest first.
  List<ReadCell> above(ReadCell value) {
    return cells.stream()
        .filter(o -> isSameTable(o, value) && isUnder(value.box(), o.box()))
        .sorted(Comparator.comparingInt(o -> -o.box().bottom()))
        .toList();
  }

  /// The cells above that share columns with a cell, the nearest first.
  List<ReadCell> over(ReadCell cell) {
    return cells.stream()
        .filter(o -> isSameTable(o, cell) && o.box().bottom() <= cell.box().y() + TOLERANCE_PX)
        .filter(o -> {
          int shared =
              Math.min(o.box().right(), cell.box().right()) - Math.max(o.box().x(), cell.box().x());
          return shared > 0.5 * Math.min(o.box().width(), cell.box().width());
        })
        .sorted(Comparator.comparingInt(o -> -o.box().bottom()))
        .toList();
  }

  private static boolean isUnder(Box lower, Box upper) {
    int tolerance = Math.max(TOLERANCE_PX, upper.height() / 2);
    return lower.y() >= upper.bottom() - TOLERANCE_PX
        && lower.x() >= upper.x() - tolerance
        && lower.right() <= upper.right() + tolerance;
  }

  private static boolean isSameTable(ReadCell a, ReadCell b) {
    return a.cell().table() == b.cell().table();
  }

  private static int sharedRows(Box a, Box b) {
    return Math.min(a.bottom(), b.bottom()) - Math.max(a.y(), b.y());
  }
}
