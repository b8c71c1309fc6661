package jp.frontdesk.reading;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import jp.frontdesk.reading.cells.Cell;
import jp.frontdesk.reading.cells.TextLines;

/// Cells that ran together where a rule is too faint to be found: one that stands beside several
/// labels is divided into their rows, and a row ends where another cell begins.
final class TornCells {
  private static final int TOLERANCE_PX = 6;

  private final TextLines splitter;

  TornCells(TextLines splitter) {
    this.splitter = splitter;
  }

  List<ReadCell> mended(List<ReadCell> cells) {
    List<ReadCell> out = new ArrayList<>();
    for (ReadCell cell : cells) {
      List<ReadCell> rows = labelsBeside(cell, cells);
      if (cell.label().isPresent() || rows.size() < 2) {
        out.add(cell);
        continue;
      }
      for (ReadCell label : rows) {
        Box box = rowOf(cell, label, cells);
        out.add(
            new ReadCell(
                new Cell(box, cell.cell().table(), splitter.in(box)), "", Optional.empty()));
      }
    }
    return out;
  }

  /// The labels that touch its left side, each in a row of its own.
  private static List<ReadCell> labelsBeside(ReadCell cell, List<ReadCell> all) {
    Box box = cell.box();
    return all.stream()
        .filter(o -> o.label().isPresent() && o.cell().table() == cell.cell().table())
        .filter(o -> Math.abs(o.box().right() - box.x()) <= TOLERANCE_PX)
        .filter(o -> o.box().centerY() > box.y() && o.box().centerY() < box.bottom())
        .filter(o -> o.box().height() * 4 < box.height() * 3)
        .sorted(Comparator.comparingInt(o -> o.box().y()))
        .toList();
  }

  private static Box rowOf(ReadCell cell, ReadCell label, List<ReadCell> all) {
    Box box = cell.box();
    int top = Math.max(box.y(), label.box().y());
    int bottom = Math.min(box.bottom(), label.box().bottom());
    int right =
        all.stream()
            .filter(o -> !o.equals(cell) && o.cell().table() == cell.cell().table())
            .filter(o -> o.box().centerY() > top && o.box().centerY() < bottom)
            .mapToInt(o -> o.box().x())
            .filter(x -> x > box.x() + TOLERANCE_PX && x < box.right())
            .min()
            .orElse(box.right());
    return new Box(box.x(), top, Math.max(1, right - box.x() - 2), Math.max(1, bottom - top));
  }
}
