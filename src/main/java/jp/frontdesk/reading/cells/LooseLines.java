package jp.frontdesk.reading.cells;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import jp.frontdesk.reading.Box;
import jp.frontdesk.reading.page.Ink;

/// Finds lines of print anywhere outside given boxes: specks of ink of a character's size are
/// joined with their right-hand neighbours.
public final class LooseLines {
  private final Ink ink;
  private final int smallest;
  private final int largest;

  /// @param ink the print of the page; copied before anything is marked
  public LooseLines(Ink ink) {
    this.ink = ink;
    int longer = Math.max(ink.width(), ink.height());
    smallest = Math.max(2, longer / 700);
    largest = longer / 26;
  }

  /// The lines from top to bottom.
  ///
  /// @param covered boxes whose ink does not count
  public List<TextLine> outside(List<Box> covered) {
    byte[] rest = ink.dark().clone();
    for (Box box : covered) {
      for (int y = Math.max(0, box.y() - 4); y < Math.min(ink.height(), box.bottom() + 4); y++) {
        int from = y * ink.width() + Math.max(0, box.x() - 4);
        int to = y * ink.width() + Math.min(ink.width(), box.right() + 4);
        java.util.Arrays.fill(rest, from, to, (byte) 0);
      }
    }
    List<Box> specks = specks(rest);
    specks.sort(Comparator.comparingInt(Box::x));
    List<Box> lines = new ArrayList<>();
    for (Box speck : specks) {
      join(lines, speck);
    }
    List<Box> kept =
        new ArrayList<>(
            lines.stream()
                .filter(b -> b.height() >= smallest * 3 && b.width() * 2 >= b.height())
                .toList());
    lines.stream().filter(b -> b.height() < smallest * 3).forEach(b -> addStroke(kept, b));
    return kept.stream()
        .sorted(Comparator.comparingInt(Box::y).thenComparingInt(Box::x))
        .map(TextLine::new)
        .toList();
  }

  /// A flat stroke beside a line belongs to it: 一, 二, ニ or ー at its start.
  private static void addStroke(List<Box> lines, Box stroke) {
    for (int i = 0; i < lines.size(); i++) {
      Box line = lines.get(i);
      int gap = Math.max(line.x() - stroke.right(), stroke.x() - line.right());
      if (stroke.y() >= line.y()
          && stroke.bottom() <= line.bottom()
          && gap < line.height() * 2 / 3
          && stroke.width() * 3 > line.height()
          && stroke.width() < 2 * line.height()) {
        lines.set(i, line.union(stroke));
      }
    }
  }

  private static void join(List<Box> lines, Box speck) {
    int best = -1;
    for (int i = 0; i < lines.size(); i++) {
      Box line = lines.get(i);
      int em = Math.max(line.height(), speck.height());
      int overlap = Math.min(line.bottom(), speck.bottom()) - Math.max(line.y(), speck.y());
      boolean sameRow = overlap * 2 > Math.min(line.height(), speck.height());
      boolean similar =
          em < 3.2 * Math.max(4, Math.min(line.height(), speck.height()))
              || overlap == speck.height();
      if (sameRow && similar && speck.x() - line.right() < 2.8 * em) {
        best = best < 0 || lines.get(best).right() < line.right() ? i : best;
      }
    }
    if (best < 0) {
      lines.add(speck);
    } else {
      lines.set(best, lines.get(best).union(speck));
    }
  }

  private List<Box> specks(byte[] rest) {
    int w = ink.width();
    int[] stack = new int[4096];
    List<Box> found = new ArrayList<>();
    for (int start = 0; start < rest.length; start++) {
      if (rest[start] == 0) {
        continue;
      }
      int left = start % w;
      int right = left;
      int top = start / w;
      int bottom = top;
      int size = 0;
      int count = 0;
      rest[start] = 0;
      stack[size++] = start;
      while (size > 0) {
        int p = stack[--size];
        int x = p % w;
        int y = p / w;
        count++;
        left = Math.min(left, x);
        right = Math.max(right, x);
        top = Math.min(top, y);
        bottom = Math.max(bottom, y);
        if (size + 9 > stack.length) {
          stack = java.util.Arrays.copyOf(stack, stack.length * 2);
        }
        for (int v = Math.max(0, y - 1); v <= Math.min(ink.height() - 1, y + 1); v++) {
          for (int u = Math.max(0, x - 1); u <= Math.min(w - 1, x + 1); u++) {
            int q = v * w + u;
            if (rest[q] != 0) {
              rest[q] = 0;
              stack[size++] = q;
            }
          }
        }
      }
      int width = right - left + 1;
      int height = bottom - top + 1;
      if (count >= 4 && Math.max(width, height) >= smallest && Math.max(width, height) <= largest) {
        found.add(new Box(left, top, width, height));
      }
    }
    return found;
  }
}
