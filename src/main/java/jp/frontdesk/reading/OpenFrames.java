package jp.frontdesk.reading;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import jp.frontdesk.reading.cells.Cell;

/// Labels in a table whose own frame is broken, so that they were found as print without a cell:
/// they get the place that the cells of their row and of their column leave for them.
final class OpenFrames {
  private static final int TOLERANCE_PX = 4;

  private final List<ReadCell> ruled;

  /// @param ruled the cells that were found
  OpenFrames(List<ReadCell> ruled) {
    this.ruled = List.copyOf(ruled);
  }

  /// The print with its labels as large as their frames.
  List<ReadCell> closed(List<ReadCell> loose) {
    List<ReadCell> out = new ArrayList<>();
    for (ReadCell cell : loose) {
      out.add(
          cell.label().isEmpty()
              ? cell
              : frameOf(cell)
                  .filter(f -> isFree(f, cell, loose))
                  .map(f ->
                      new ReadCell(
                          new Cell(f, cell.cell().table(), cell.cell().lines()),
                          cell.text(),
                          cell.label()))
                  .orElse(cell));
    }
    return out;
  }

  /// As high as the lowest cell beside it that is also a label, as wide as the nearest cell below.
  private Optional<Box> frameOf(ReadCell cell) {
    Box box = cell.box();
    Optional<Box> row =
        inTable(cell)
            .filter(o -> o.label().isPresent())
            .map(ReadCell::box)
            .filter(o -> o.y() < box.centerY() && box.centerY() < o.bottom())
            .min(Comparator.comparingInt(Box::height));
    Optional<Box> column =
        inTable(cell)
            .map(ReadCell::box)
            .filter(o -> o.y() >= box.centerY())
            .filter(o -> o.x() < box.centerX() && box.centerX() < o.right())
            .min(Comparator.comparingInt(Box::y));
    if (row.isEmpty() || column.isEmpty()) {
      return Optional.empty();
    }
    Box beside = row.orElseThrow();
    Box below = column.orElseThrow();
    return Optional.of(new Box(below.x(), beside.y(), below.width(), beside.height()))
        .filter(f -> f.x() <= box.x() + TOLERANCE_PX && box.right() <= f.right() + TOLERANCE_PX);
  }

  private Stream<ReadCell> inTable(ReadCell cell) {
    return ruled.stream().filter(o -> o.cell().table() == cell.cell().table());
  }

  private boolean isFree(Box frame, ReadCell own, List<ReadCell> loose) {
    Box inner = frame.inset(TOLERANCE_PX, TOLERANCE_PX);
    return inTable(own).noneMatch(o -> o.box().meets(inner))
        && loose.stream().noneMatch(o -> !o.equals(own) && o.box().meets(inner));
  }
}
