package jp.frontdesk.reading.cells;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import jp.frontdesk.reading.Box;
import jp.frontdesk.reading.page.Ink;

/// Finds the cells of a page: each area that rules enclose on all sides and that is about a
/// rectangle.
public final class CellFinder {
  private static final double MIN_FILL = 0.6;
  private static final double MAX_OF_PAGE = 0.5;
  private static final int TABLE_GAP_OF_SIDE = 220;

  private final Ink ink;
  private final Ink rules;

  /// @param ink the print of the page
  /// @param rules its rules, from [Rules]
  public CellFinder(Ink ink, Ink rules) {
    this.ink = ink;
    this.rules = rules;
  }

  /// The cells from top to bottom, then from left to right.
  public List<Cell> cells() {
    TextLines lines = new TextLines(ink, rules);
    List<Box> boxes = new GapsOfTables(ink, lines).removed(enclosed());
    boxes.sort(Comparator.comparingInt(Box::y).thenComparingInt(Box::x));
    int[] tables = tablesOf(boxes);
    List<Cell> cells = new ArrayList<>();
    for (int i = 0; i < boxes.size(); i++) {
      cells.add(new Cell(boxes.get(i), tables[i], lines.in(boxes.get(i))));
    }
    return cells;
  }

  private List<Box> enclosed() {
    int w = rules.width();
    int h = rules.height();
    int minSide = Math.max(8, Math.max(w, h) / 130);
    byte[] seen = thickened();
    int[] stack = new int[w * h / 4 + 16];
    List<Box> found = new ArrayList<>();
    for (int start = 0; start < seen.length; start++) {
      if (seen[start] != 0) {
        continue;
      }
      Flood flood = new Flood(w, h, seen, stack);
      flood.from(start);
      stack = flood.stack;
      Box box = flood.box().inset(-1, -1);
      boolean isOutside = flood.touchesEdge;
      long area = (long) box.width() * box.height();
      if (!isOutside
          && box.width() >= minSide
          && box.height() >= minSide
          && area < MAX_OF_PAGE * w * h
          && flood.count >= MIN_FILL * area) {
        found.add(box);
      }
    }
    return found;
  }

  /// The rules a pixel thicker on all sides: where one drifts to the next line of pixels it leaks.
  private byte[] thickened() {
    int w = rules.width();
    byte[] dark = rules.dark();
    byte[] out = dark.clone();
    for (int y = 1; y < rules.height() - 1; y++) {
      for (int x = 1; x < w - 1; x++) {
        int p = y * w + x;
        if (dark[p] != 0) {
          for (int row = p - w; row <= p + w; row += w) {
            out[row - 1] = 1;
            out[row] = 1;
            out[row + 1] = 1;
          }
        }
      }
    }
    return out;
  }

  private int[] tablesOf(List<Box> boxes) {
    int gap = Math.max(4, Math.max(ink.width(), ink.height()) / TABLE_GAP_OF_SIDE);
    int[] table = new int[boxes.size()];
    java.util.Arrays.fill(table, -1);
    int next = 0;
    for (int i = 0; i < boxes.size(); i++) {
      if (table[i] < 0) {
        spread(boxes, table, i, next++, gap);
      }
    }
    return table;
  }

  private static void spread(List<Box> boxes, int[] table, int start, int number, int gap) {
    List<Integer> open = new ArrayList<>(List.of(start));
    table[start] = number;
    while (!open.isEmpty()) {
      Box box = boxes.get(open.removeLast());
      for (int j = 0; j < boxes.size(); j++) {
        if (table[j] < 0 && areNeighbours(box, boxes.get(j), gap)) {
          table[j] = number;
          open.add(j);
        }
      }
    }
  }

  private static boolean areNeighbours(Box a, Box b, int gap) {
    int overlapX = Math.min(a.right(), b.right()) - Math.max(a.x(), b.x());
    int overlapY = Math.min(a.bottom(), b.bottom()) - Math.max(a.y(), b.y());
    return overlapX >= -gap && overlapY >= -gap && Math.max(overlapX, overlapY) > gap;
  }

  /// Marks everything reachable from a pixel without crossing a rule.
  private static final class Flood {
    private final int w;
    private final int h;
    private final byte[] seen;
    private int[] stack;
    private int left = Integer.MAX_VALUE;
    private int top = Integer.MAX_VALUE;
    private int right;
    private int bottom;
    private long count;
    private boolean touchesEdge;

    Flood(int w, int h, byte[] seen, int[] stack) {
      this.w = w;
      this.h = h;
      this.seen = seen;
      this.stack = stack;
    }

    void from(int start) {
      int size = 0;
      seen[start] = 1;
      stack[size++] = start;
      while (size > 0) {
        int p = stack[--size];
        int x = p % w;
        int y = p / w;
        note(x, y);
        if (size + 4 > stack.length) {
          stack = java.util.Arrays.copyOf(stack, stack.length * 2);
        }
        size = push(x > 0, p - 1, size);
        size = push(x < w - 1, p + 1, size);
        size = push(y > 0, p - w, size);
        size = push(y < h - 1, p + w, size);
      }
    }

    private int push(boolean inside, int p, int size) {
      if (inside && seen[p] == 0) {
        seen[p] = 1;
        stack[size] = p;
        return size + 1;
      }
      return size;
    }

    private void note(int x, int y) {
      left = Math.min(left, x);
      right = Math.max(right, x);
      top = Math.min(top, y);
      bottom = Math.max(bottom, y);
      count++;
      touchesEdge |= x == 0 || y == 0 || x == w - 1 || y == h - 1;
    }

    Box box() {
      return new Box(left, top, right - left + 1, bottom - top + 1);
    }
  }
}
