package jp.frontdesk.reading.cells;

import java.util.ArrayList;
import java.util.List;
import jp.frontdesk.reading.Box;
import jp.frontdesk.reading.page.Ink;

/// Finds lines of horizontal print inside a box by the rows that hold ink.
public final class TextLines {
  private static final int SMALLEST_LINE_OF_SIDE = 220;

  private static final double MOST_OUTSIDE = 0.4;
  private static final double GAP_INSIDE = 0.1;
  private static final double FAR = 1.5;
  private static final double EDGE = 0.35;

  private final Ink ink;
  private final Ink rules;
  private final int minHeight;

  /// @param ink the print of the page
  /// @param rules what of it is ruling, which never counts as text
  public TextLines(Ink ink, Ink rules) {
    this.ink = ink;
    this.rules = rules;
    minHeight = Math.max(5, Math.max(ink.width(), ink.height()) / SMALLEST_LINE_OF_SIDE);
  }

  /// The lines from top to bottom, each tight around its ink; empty for an empty box.
  public List<TextLine> in(Box box) {
    Box inner = box.inset(2, 2);
    int[] rows = new int[inner.height()];
    for (int y = 0; y < inner.height(); y++) {
      for (int x = 0; x < inner.width(); x++) {
        rows[y] += isText(inner.x() + x, inner.y() + y) ? 1 : 0;
      }
    }
    List<TextLine> lines = new ArrayList<>();
    int start = -1;
    int blank = 0;
    for (int y = 0; y <= rows.length; y++) {
      boolean hasInk = y < rows.length && rows[y] > 0;
      if (hasInk) {
        start = start < 0 ? y : start;
        blank = 0;
      } else if (start >= 0 && (++blank > minHeight / 4 || y == rows.length)) {
        addLine(lines, inner, start, y - blank + 1);
        start = -1;
        blank = 0;
      }
    }
    return lines;
  }

  private void addLine(List<TextLine> lines, Box inner, int from, int to) {
    if (to - from < minHeight) {
      return;
    }
    int left = Integer.MAX_VALUE;
    int right = -1;
    int count = 0;
    for (int y = inner.y() + from; y < inner.y() + to; y++) {
      for (int x = inner.x(); x < inner.right(); x++) {
        if (isText(x, y)) {
          left = Math.min(left, x);
          right = Math.max(right, x);
          count++;
        }
      }
    }
    if (right >= left && count >= minHeight) {
      Box box = new Box(left, inner.y() + from, right - left + 1, to - from);
      lines.add(withoutSpecks(new TextLine(box)));
    }
  }

  /// Without what stands far from the print at its upper or lower edge: the rest of a rule or of a
  /// pattern.
  private TextLine withoutSpecks(TextLine line) {
    List<TextLine> parts = parts(line, FAR);
    if (parts.size() < 2) {
      return line;
    }
    List<Box> print =
        parts.stream().map(p -> tight(p.box())).filter(b -> !isSpeck(b, line.box())).toList();
    return print.stream().reduce(Box::union).map(TextLine::new).orElse(line);
  }

  private static boolean isSpeck(Box part, Box line) {
    boolean isAtEdge =
        part.bottom() < line.y() + EDGE * line.height()
            || part.y() > line.bottom() - EDGE * line.height();
    return isAtEdge && part.height() < EDGE * line.height();
  }

  /// The rows of a part that hold ink.
  private Box tight(Box box) {
    int top = box.y();
    int bottom = box.bottom();
    while (top < bottom - 1 && !rowHasInk(top, box)) {
      top++;
    }
    while (bottom > top + 1 && !rowHasInk(bottom - 1, box)) {
      bottom--;
    }
    return new Box(box.x(), top, box.width(), bottom - top);
  }

  /// A line with what hangs out of it at top and bottom, e.g. the dots of 無 and of a colon.
  public TextLine whole(TextLine line) {
    Box box = line.box();
    int reach = (int) Math.round(box.height() * MOST_OUTSIDE);
    int gap = Math.max(1, (int) Math.round(box.height() * GAP_INSIDE));
    int top = box.y() - reached(box, box.y() - 1, -1, reach, gap);
    int bottom = box.bottom() + reached(box, box.bottom(), 1, reach, gap);
    return new TextLine(new Box(box.x(), top, box.width(), bottom - top));
  }

  /// How many rows from one on belong to the line; none where ink goes on beyond the reach.
  private int reached(Box box, int from, int step, int reach, int gap) {
    int last = 0;
    for (int i = 0; i - last < gap + 1; i++) {
      int y = from + i * step;
      if (y >= 0 && y < ink.height() && rowHasInk(y, box)) {
        last = i + 1;
      }
      if (last > reach) {
        return 0;
      }
    }
    return last;
  }

  private boolean rowHasInk(int y, Box box) {
    for (int x = box.x(); x < box.right(); x++) {
      if (isText(x, y)) {
        return true;
      }
    }
    return false;
  }

  /// The parts of a line that wide gaps divide, from left to right.
  ///
  /// @param gapOfHeight the smallest gap, as a share of the line's height
  public List<TextLine> parts(TextLine line, double gapOfHeight) {
    Box box = line.box();
    int gap = Math.max(3, (int) (box.height() * gapOfHeight));
    List<TextLine> parts = new ArrayList<>();
    int start = -1;
    int last = -1;
    for (int x = box.x(); x <= box.right(); x++) {
      boolean hasInk = x < box.right() && columnHasInk(x, box);
      if (hasInk) {
        if (start >= 0 && x - last > gap) {
          parts.add(new TextLine(new Box(start, box.y(), last - start + 1, box.height())));
          start = x;
        }
        start = start < 0 ? x : start;
        last = x;
      }
    }
    if (start >= 0) {
      parts.add(new TextLine(new Box(start, box.y(), last - start + 1, box.height())));
    }
    return parts;
  }

  private boolean columnHasInk(int x, Box box) {
    for (int y = box.y(); y < box.bottom(); y++) {
      if (isText(x, y)) {
        return true;
      }
    }
    return false;
  }

  private boolean isText(int x, int y) {
    return ink.at(x, y) && !rules.at(x, y);
  }
}
