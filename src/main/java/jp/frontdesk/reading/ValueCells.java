package jp.frontdesk.reading;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import jp.frontdesk.reading.cells.Cell;
import jp.frontdesk.reading.cells.TextLine;

/// The cells that hold the values of one label.
final class ValueCells {
  private static final double NEAR = 0.8;
  private static final int RULE_PX = 8;

  private ValueCells() {}

  /// Row by row; cells of one row begin at about the same height.
  ///
  /// @param isOneValue whether all of them hold one value: print that goes on in the next cell was
  ///   cut by a stroke that was taken for a rule
  static List<ReadCell> sorted(List<ReadCell> cells, boolean isOneValue) {
    List<ReadCell> byTop =
        cells.stream().sorted(Comparator.comparingInt(c -> c.box().y())).toList();
    List<ReadCell> ordered = new ArrayList<>();
    List<ReadCell> row = new ArrayList<>();
    for (ReadCell cell : byTop) {
      if (!row.isEmpty() && cell.box().y() > row.getFirst().box().centerY()) {
        ordered.addAll(fromLeft(row, isOneValue));
        row.clear();
      }
      row.add(cell);
    }
    ordered.addAll(fromLeft(row, isOneValue));
    return ordered;
  }

  private static List<ReadCell> fromLeft(List<ReadCell> row, boolean isOneValue) {
    row.sort(Comparator.comparingInt(c -> c.box().x()));
    List<ReadCell> joined = new ArrayList<>();
    for (ReadCell cell : row) {
      if (isOneValue && !joined.isEmpty() && goesOn(joined.getLast(), cell)) {
        joined.addLast(joined(joined.removeLast(), cell));
      } else {
        joined.add(cell);
      }
    }
    return joined;
  }

  private static boolean goesOn(ReadCell left, ReadCell right) {
    if (left.cell().lines().size() != 1 || right.cell().lines().size() != 1) {
      return false;
    }
    Box a = left.cell().lines().getFirst().box();
    Box b = right.cell().lines().getFirst().box();
    int height = Math.max(a.height(), b.height());
    return right.box().x() - left.box().right() <= RULE_PX
        && Math.abs(left.box().y() - right.box().y()) <= RULE_PX
        && Math.abs(left.box().bottom() - right.box().bottom()) <= RULE_PX
        && Math.abs(a.centerY() - b.centerY()) < height / 2
        && b.x() - a.right() < NEAR * height;
  }

  private static ReadCell joined(ReadCell left, ReadCell right) {
    TextLine line =
        new TextLine(
            left.cell().lines().getFirst().box().union(right.cell().lines().getFirst().box()));
    Cell cell = new Cell(left.box().union(right.box()), left.cell().table(), List.of(line));
    return new ReadCell(cell, left.text() + right.text(), Optional.empty());
  }
}
