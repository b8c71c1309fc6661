package jp.frontdesk.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import jp.frontdesk.reading.cells.Cell;
import jp.frontdesk.reading.cells.TextLine;

/// Print from top to bottom in a narrow cell: headings beside several rows. Its characters are
/// found so that they can be read from left to right.
final class StandingPrint {
  private static final double NARROW = 1.45;
  private static final double TALL = 1.7;
  private static final double ONE_EM = 1.15;

  private StandingPrint() {}

  /// The characters from top to bottom; empty where the print of a cell does not stand.
  static Optional<List<Box>> charactersOf(Cell cell) {
    if (cell.isEmpty()) {
      return Optional.empty();
    }
    List<Box> lines = cell.lines().stream().map(TextLine::box).toList();
    Box all = lines.stream().reduce(Box::union).orElseThrow();
    int em = all.width();
    boolean stands = all.height() > TALL * em && cell.box().height() > cell.box().width();
    boolean isOneWide =
        lines.stream().allMatch(l -> l.width() < NARROW * l.height() || isThin(l, em));
    if (!stands || !isOneWide) {
      return Optional.empty();
    }
    List<Box> characters = joined(lines.stream().flatMap(l -> cut(l, em).stream()).toList(), em);
    return characters.size() < 2 ? Optional.empty() : Optional.of(characters);
  }

  /// A single stroke, e.g. 一.
  private static boolean isThin(Box line, int em) {
    return line.height() < em / 2;
  }

  /// Characters that touch each other, cut at equal steps.
  private static List<Box> cut(Box line, int em) {
    int count = Math.max(1, (int) Math.round(line.height() / (1.05 * em)));
    List<Box> parts = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      int top = line.y() + line.height() * i / count;
      int bottom = line.y() + line.height() * (i + 1) / count;
      parts.add(new Box(line.x(), top, line.width(), bottom - top));
    }
    return parts;
  }

  /// Strokes of one character that do not touch, e.g. of 三, put together.
  private static List<Box> joined(List<Box> parts, int em) {
    List<Box> out = new ArrayList<>();
    for (Box part : parts) {
      boolean isSame = !out.isEmpty() && part.bottom() - out.getLast().y() <= ONE_EM * em;
      out.add(isSame ? out.removeLast().union(part) : part);
    }
    return out;
  }
}
