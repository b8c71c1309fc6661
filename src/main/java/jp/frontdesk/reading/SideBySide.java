package jp.frontdesk.reading;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import jp.frontdesk.reading.cells.Cell;
import jp.frontdesk.reading.cells.TextLine;
import jp.frontdesk.reading.cells.TextLines;

/// Cells of one row that ran together where an upright rule is too faint to be found: a value under
/// several captions is divided into their columns, and a caption over several cells where each part
/// is a caption by itself.
final class SideBySide {
  private static final int TOLERANCE_PX = 6;
  private static final double WHOLE = 0.9;

  private final TextLines splitter;
  private final LabelBook labels;
  private final BiFunction<Cell, TextLine, String> text;

  /// @param text the first reading of a line of a cell
  SideBySide(TextLines splitter, LabelBook labels, BiFunction<Cell, TextLine, String> text) {
    this.splitter = splitter;
    this.labels = labels;
    this.text = text;
  }

  List<ReadCell> parted(List<ReadCell> cells) {
    List<ReadCell> out = new ArrayList<>();
    for (ReadCell cell : cells) {
      List<ReadCell> parts = captions(cell, touching(cell, cells, false));
      out.addAll(parts.size() > 1 ? parts : List.of(cell));
    }
    List<ReadCell> all = List.copyOf(out);
    out.clear();
    for (ReadCell cell : all) {
      List<ReadCell> over = touching(cell, all, true);
      boolean isUnderCaptions =
          cell.label().isEmpty()
              && over.size() > 1
              && over.stream().allMatch(SideBySide::isCaption);
      List<ReadCell> parts = isUnderCaptions ? columns(cell, over) : List.of();
      out.addAll(parts.size() > 1 ? parts : List.of(cell));
    }
    return out;
  }

  private static boolean isCaption(ReadCell cell) {
    return cell.label().isPresent();
  }

  /// The cells that touch it from above or below and fill its width, from left to right; none where
  /// one is wider.
  private static List<ReadCell> touching(ReadCell cell, List<ReadCell> all, boolean isAbove) {
    Box box = cell.box();
    List<ReadCell> found =
        all.stream()
            .filter(o -> o.cell().table() == cell.cell().table())
            .filter(o ->
                Math.abs(isAbove ? o.box().bottom() - box.y() : o.box().y() - box.bottom())
                    <= TOLERANCE_PX)
            .filter(o -> o.box().x() >= box.x() - TOLERANCE_PX)
            .filter(o -> o.box().right() <= box.right() + TOLERANCE_PX)
            .sorted(Comparator.comparingInt(o -> o.box().x()))
            .toList();
    int filled = found.stream().mapToInt(o -> o.box().width()).sum();
    return filled >= WHOLE * box.width() ? found : List.of();
  }

  /// A print of several captions side by side.
  private List<ReadCell> captions(ReadCell cell, List<ReadCell> under) {
    boolean mayBe =
        under.size() > 1
            && cell.cell().lines().size() == 1
            && under.stream().allMatch(c -> c.label().isEmpty());
    List<ReadCell> parts = mayBe ? columns(cell, under) : List.of();
    List<ReadCell> named = new ArrayList<>();
    for (ReadCell part : parts) {
      if (!part.cell().isEmpty()) {
        String print = text.apply(part.cell(), part.cell().lines().getFirst());
        labels
            .find(print)
            .filter(m -> m.distance() == 0)
            .ifPresent(m -> named.add(new ReadCell(part.cell(), print, Optional.of(m.label()))));
      }
    }
    return named.size() == parts.size() ? named : List.of();
  }

  /// The cell divided where others are; none where print stands across.
  private List<ReadCell> columns(ReadCell cell, List<ReadCell> others) {
    Box box = cell.box();
    List<ReadCell> parts = new ArrayList<>();
    for (ReadCell other : others) {
      int left = Math.max(box.x(), other.box().x());
      int right = Math.min(box.right(), other.box().right());
      Box part = new Box(left, box.y(), Math.max(1, right - left), box.height());
      parts.add(
          new ReadCell(
              new Cell(part, cell.cell().table(), splitter.in(part)), "", Optional.empty()));
    }
    boolean isAcross =
        cell.cell().lines().stream()
            .flatMap(l -> splitter.parts(l, 0.1).stream())
            .map(TextLine::box)
            .filter(b -> b.width() * 3 > b.height())
            .anyMatch(b ->
                parts.stream()
                    .skip(1)
                    .mapToInt(p -> p.box().x())
                    .anyMatch(x -> b.x() < x - TOLERANCE_PX && b.right() > x + TOLERANCE_PX));
    return isAcross ? List.of() : parts;
  }
}
