package jp.frontdesk.reading;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import jp.frontdesk.reading.cells.Cell;
import jp.frontdesk.reading.cells.TextLine;

/// Cells that hold their own small caption in the upper left corner and the value below it: such a
/// cell becomes two, the caption over the value, as other forms rule them.
final class CornerCaptions {
  private static final double FROM_LEFT = 1.5;
  private static final double FROM_TOP = 0.9;
  private static final double BELOW = 1.1;
  private static final int LEAST_OF_TABLE = 3;

  private final LabelBook labels;
  private final BiFunction<Cell, TextLine, String> text;

  /// @param text reads one line of a cell
  CornerCaptions(LabelBook labels, BiFunction<Cell, TextLine, String> text) {
    this.labels = labels;
    this.text = text;
  }

  /// The cells with those parted in tables where at least three hold a caption.
  List<ReadCell> parted(List<ReadCell> cells) {
    Map<ReadCell, Label> captions = new HashMap<>();
    Map<Integer, Integer> counts = new HashMap<>();
    for (ReadCell cell : cells) {
      captionOf(cell)
          .ifPresent(label -> {
            captions.put(cell, label);
            counts.merge(cell.cell().table(), 1, Integer::sum);
          });
    }
    List<ReadCell> out = new ArrayList<>();
    for (ReadCell cell : cells) {
      Label label = captions.get(cell);
      if (label != null && counts.getOrDefault(cell.cell().table(), 0) >= LEAST_OF_TABLE) {
        out.addAll(parts(cell.cell(), label));
      } else {
        out.add(cell);
      }
    }
    return out;
  }

  private Optional<Label> captionOf(ReadCell cell) {
    List<TextLine> lines = cell.cell().lines();
    if (lines.isEmpty() || !isInCorner(lines.getFirst().box(), cell.box())) {
      return Optional.empty();
    }
    String words = text.apply(cell.cell(), lines.getFirst());
    return labels.find(words).or(() -> labels.findLoosely(words)).map(LabelBook.Match::label);
  }

  private static boolean isInCorner(Box line, Box cell) {
    return line.x() - cell.x() < FROM_LEFT * line.height()
        && line.y() - cell.y() < FROM_TOP * line.height()
        && cell.bottom() - line.bottom() > BELOW * line.height();
  }

  private static List<ReadCell> parts(Cell cell, Label label) {
    Box box = cell.box();
    TextLine first = cell.lines().getFirst();
    List<TextLine> rest = cell.lines().subList(1, cell.lines().size());
    int next = rest.isEmpty() ? box.bottom() : rest.getFirst().box().y();
    int middle = Math.min(first.box().bottom() + 2, (first.box().bottom() + next) / 2);
    Box upper = new Box(box.x(), box.y(), box.width(), middle - box.y());
    Box lower = new Box(box.x(), middle, box.width(), box.bottom() - middle);
    return List.of(
        new ReadCell(new Cell(upper, cell.table(), List.of(first)), "", Optional.of(label)),
        new ReadCell(new Cell(lower, cell.table(), rest), "", Optional.empty()));
  }
}
