package jp.frontdesk.reading;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import jp.frontdesk.reading.cells.Cell;
import jp.frontdesk.reading.cells.TextLine;
import jp.frontdesk.reading.page.Darkness;

/// Knows labels again by their picture: the blocks of a certificate repeat the same labels, and
/// comparing pictures is far cheaper than reading them.
final class LabelPictures {
  private static final int SIZE_TOLERANCE_PX = 2;
  private static final double SAME_LOOK = 0.75;

  private final Darkness page;
  private final Map<Cell, List<Cell>> before = new HashMap<>();

  LabelPictures(Darkness page, List<Cell> cells) {
    this.page = page;
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
      if (likeness(slice, x + from, y) < SAME_LOOK) {
        return false;
      }
    }
    return true;
  }

  /// How alike two places look, the correlation of their darkness: 1 for the same, 0 for strangers.
  private double likeness(Box p, int x, int y) {
    if (x < 0 || y < 0 || x + p.width() > page.width() || y + p.height() > page.height()) {
      return 0;
    }
    double n = (double) p.width() * p.height();
    double first = 0;
    double second = 0;
    double firstSquared = 0;
    double secondSquared = 0;
    double both = 0;
    for (int v = 0; v < p.height(); v++) {
      for (int u = 0; u < p.width(); u++) {
        int a = page.at(p.x() + u, p.y() + v);
        int b = page.at(x + u, y + v);
        first += a;
        second += b;
        firstSquared += a * a;
        secondSquared += b * b;
        both += a * b;
      }
    }
    double spread = (firstSquared - first * first / n) * (secondSquared - second * second / n);
    return spread <= 0 ? 0 : (both - first * second / n) / Math.sqrt(spread);
  }
}
