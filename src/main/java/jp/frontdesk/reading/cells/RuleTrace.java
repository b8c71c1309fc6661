package jp.frontdesk.reading.cells;

import jp.frontdesk.reading.page.Darkness;

/// Tells whether a rule goes on where it is too faint or torn to be found: nearly everywhere along
/// the way the paper is a little darker than beside. A stroke of a character is dark in the middle
/// of a row only.
final class RuleTrace {
  private static final int PART_PX = 6;
  private static final int OWN_PARTS = 10;
  private static final int DRIFT_PX = 1;
  private static final int CROSSING_PX = 2;
  private static final double DARKER = 0.4;
  private static final double AS_DARK = 0.2;

  private final Darkness page;
  private final int apart;
  private final int lengthened;

  RuleTrace(Darkness page) {
    this.page = page;
    apart = Math.max(3, Math.max(page.width(), page.height()) / 450);
    lengthened = Rules.reach(page.width(), page.height());
  }

  /// @param x column of the last pixel of the rule
  /// @param y row of it
  /// @param dx 1 or -1 for a level rule, the way it goes on, else 0
  /// @param dy the same for an upright one
  /// @param steps pixels it would go on
  /// @param isRuleAfter whether it goes on then as a rule that may be lengthened, too; else another
  ///   one crosses
  boolean goesOn(int x, int y, int dx, int dy, int steps, boolean isRuleAfter) {
    double own = best(x, y, dx, dy, -OWN_PARTS * PART_PX, -lengthened);
    int before = dy == 0 ? 0 : lengthened;
    int after = isRuleAfter ? before : -CROSSING_PX;
    int first = 1 - before;
    int total = Math.max(1, steps + before + after);
    int parts = Math.max(3, total / PART_PX);
    int missing = 0;
    for (int part = 0; part < parts; part++) {
      int from = first + total * part / parts;
      int to = first + total * (part + 1) / parts;
      double darker = best(x, y, dx, dy, from, to) - beside(x, y, dx, dy, from, to);
      if (darker < DARKER || darker < AS_DARK * own) {
        boolean isAtAnEnd = dy != 0 && (part == 0 || part == parts - 1);
        missing += isAtAnEnd ? parts : 1;
      }
    }
    return missing <= parts / 3;
  }

  private double best(int x, int y, int dx, int dy, int from, int to) {
    double best = 0;
    for (int off = -DRIFT_PX - 1; off <= DRIFT_PX; off++) {
      best = Math.max(best, band(x + off * dy, y + off * dx, dx, dy, from, to));
    }
    return best;
  }

  private double beside(int x, int y, int dx, int dy, int from, int to) {
    return Math.max(
        band(x - (apart + 1) * dy, y - (apart + 1) * dx, dx, dy, from, to),
        band(x + apart * dy, y + apart * dx, dx, dy, from, to));
  }

  /// How dark a stretch of two lines of pixels is: a thin rule may lie between them.
  private double band(int x, int y, int dx, int dy, int from, int to) {
    int sum = 0;
    for (int k = from; k < to; k++) {
      int u = Math.clamp(x + k * dx, 0, page.width() - 2);
      int v = Math.clamp(y + k * dy, 0, page.height() - 2);
      sum += page.at(u, v) + page.at(u + Math.abs(dy), v + Math.abs(dx));
    }
    return (double) sum / Math.max(1, to - from);
  }
}
