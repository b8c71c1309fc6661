package jp.frontdesk.reading;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import jp.frontdesk.reading.cells.Cell;
import jp.frontdesk.reading.cells.TextLine;
import jp.frontdesk.reading.page.Ink;

/// Knows labels again by their picture: the blocks of a certificate repeat the same labels, and
/// comparing ink is far cheaper than reading it.
final class LabelPictures {
  private static final int SIZE_TOLERANCE_PX = 2;
  private static final double SAME_INK = 0.72;

  private final Ink ink;
  private final Map<Cell, List<Cell>> before = new HashMap<>();

  LabelPictures(Ink ink, List<Cell> cells) {
    this.ink = ink;
    for (int i = 0; i < cells.size(); i++) {
      Cell cell = cells.get(i);
      List<Cell> same =
          cell.isEmpty()
              ? List.of()
              : cells.subList(0, i).stream().filter(c -> isSame(c, cell)).toList();
      before.put(cell, same);
    }
  }

  /// Whether the same picture stood in a cell before.
  boolean isRepeated(Cell cell) {
    return !before(cell).isEmpty();
  }

  /// The earlier cells with the same picture, in their order.
  List<Cell> before(Cell cell) {
    return before.getOrDefault(cell, List.of());
  }

  private boolean isSame(Cell a, Cell b) {
    if (a.lines().size() != b.lines().size()) {
      return false;
    }
    for (int i = 0; i < a.lines().size(); i++) {
      if (!isSame(a.lines().get(i), b.lines().get(i))) {
        return false;
      }
    }
    return true;
  }

  private boolean isSame(TextLine a, TextLine b) {
    Box p = a.box();
    Box q = b.box();
    if (Math.abs(p.width() - q.width()) > SIZE_TOLERANCE_PX
        || Math.abs(p.height() - q.height()) > SIZE_TOLERANCE_PX
        || p.width() < 1.5 * p.height()) {
      return false;
    }
    for (int dy = -1; dy <= 1; dy++) {
      for (int dx = -1; dx <= 1; dx++) {
        if (isSameAt(p, q.x() + dx, q.y() + dy)) {
          return true;
        }
      }
    }
    return false;
  }

  /// Every character has to fit, not only most of them: 旧氏 and 氏名, 旧住所 and 新住所 share much ink.
  private boolean isSameAt(Box p, int x, int y) {
    int characters = Math.max(1, Math.round((float) p.width() / p.height()));
    for (int i = 0; i < characters; i++) {
      int from = p.width() * i / characters;
      int width = p.width() * (i + 1) / characters - from;
      Box slice = new Box(p.x() + from, p.y(), width, p.height());
      if (sharedInk(slice, x + from, y) < SAME_INK) {
        return false;
      }
    }
    return true;
  }

  /// The share of ink two places have in common, 0 to 1.
  private double sharedInk(Box p, int x, int y) {
    if (x < 0 || y < 0 || x + p.width() > ink.width() || y + p.height() > ink.height()) {
      return 0;
    }
    int both = 0;
    int all = 0;
    for (int v = 0; v < p.height(); v++) {
      for (int u = 0; u < p.width(); u++) {
        boolean first = ink.at(p.x() + u, p.y() + v);
        boolean second = ink.at(x + u, y + v);
        both += first && second ? 2 : 0;
        all += (first ? 1 : 0) + (second ? 1 : 0);
      }
    }
    return all == 0 ? 0 : (double) both / all;
  }
}
