package jp.frontdesk.reading.cells;

import jp.frontdesk.reading.page.Darkness;

/// Finds the short upright rules that divide a single row of a table: too short to be told from a
/// stroke by their length, but they go from one level rule to the next.
final class ShortRules {
  private static final double SHORTEST_OF_SIDE = 0.011;
  private static final double LONGEST_OF_SIDE = 0.045;
  private static final int PARTS = 6;
  private static final double OF_JOINT = 0.4;
  private static final double OF_DOTTED_JOINT = 0.2;
  private static final int DOTS = 6;
  private static final double SOLID = 0.8;
  private static final int LEAST_PERCENT = 6;
  private static final double RIDGE = 2;

  private final Darkness page;
  private final byte[] mask;
  private final int width;
  private final int height;
  private final int apart;

  private ShortRules(Darkness page, byte[] mask) {
    this.page = page;
    this.mask = mask;
    width = page.width();
    height = page.height();
    apart = Math.max(3, Math.max(width, height) / 450);
  }

  /// @param mask the rules known so far, to which the short ones are added
  static void mark(Darkness page, byte[] mask) {
    ShortRules rules = new ShortRules(page, mask);
    byte[] level = rules.level();
    int longer = Math.max(page.width(), page.height());
    int shortest = (int) (SHORTEST_OF_SIDE * longer);
    int longest = (int) (LONGEST_OF_SIDE * longer);
    for (int x = rules.apart; x < rules.width - rules.apart; x++) {
      int last = -1;
      for (int y = 0; y < rules.height; y++) {
        if (level[y * rules.width + x] != 0) {
          boolean isOneRow = last >= 0 && y - last >= shortest && y - last <= longest;
          if (isOneRow && page.at(x, (last + y) / 2) >= LEAST_PERCENT) {
            rules.markIfRule(x, last + 1, y);
          }
          last = y;
        }
      }
    }
  }

  /// The pixels of rules that go on to both sides.
  private byte[] level() {
    byte[] out = new byte[mask.length];
    int reach = 2 * apart;
    for (int y = 2; y < height - 2; y++) {
      for (int x = reach; x < width - reach; x++) {
        boolean isLevel =
            mask[y * width + x] != 0 && isMarkedAt(x - reach, y) && isMarkedAt(x + reach, y);
        out[y * width + x] = (byte) (isLevel ? 1 : 0);
      }
    }
    return out;
  }

  private boolean isMarkedAt(int x, int y) {
    for (int v = y - 1; v <= y + 1; v++) {
      if (mask[v * width + x] != 0) {
        return true;
      }
    }
    return false;
  }

  private void markIfRule(int x, int from, int to) {
    boolean isDotted = isDotted(x, from - 1) || isDotted(x, to);
    int joint = Math.max(page.at(x, from - 1), page.at(x, to));
    double least = Math.max(LEAST_PERCENT, (isDotted ? OF_DOTTED_JOINT : OF_JOINT) * joint);
    int ridges = 0;
    for (int part = 0; part < PARTS; part++) {
      int top = from + (to - from) * part / PARTS;
      int bottom = from + (to - from) * (part + 1) / PARTS;
      ridges += isRidge(x, top, bottom, least) ? 1 : 0;
    }
    if (ridges < (isDotted ? PARTS - 1 : PARTS)) {
      return;
    }
    for (int y = from; y < to; y++) {
      mask[y * width + x] = 1;
    }
  }

  /// Whether the level rule there is a row of dots, so that upright ones are, too.
  private boolean isDotted(int x, int y) {
    int left = Math.max(0, x - DOTS * apart);
    int right = Math.min(width, x + DOTS * apart);
    int darkest = 0;
    for (int u = left; u < right; u++) {
      darkest = Math.max(darkest, near(u, y));
    }
    int dark = 0;
    for (int u = left; u < right; u++) {
      dark += 2 * near(u, y) > darkest ? 1 : 0;
    }
    return dark < SOLID * (right - left);
  }

  private int near(int x, int y) {
    return Math.max(page.at(x, y - 1), Math.max(page.at(x, y), page.at(x, y + 1)));
  }

  /// Dark all along, and much darker than what stands at both sides.
  private boolean isRidge(int x, int top, int bottom, double least) {
    int here = 0;
    int left = 0;
    int right = 0;
    for (int y = top; y < bottom; y++) {
      here += page.at(x, y);
      left += page.at(x - apart, y);
      right += page.at(x + apart, y);
    }
    return here >= least * (bottom - top) && here > RIDGE * left && here > RIDGE * right;
  }
}
