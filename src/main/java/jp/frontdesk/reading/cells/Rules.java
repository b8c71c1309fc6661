package jp.frontdesk.reading.cells;

import jp.frontdesk.reading.page.Darkness;
import jp.frontdesk.reading.page.Ink;
import jp.frontdesk.reading.page.Together;

/// The printed rules of a page: horizontal and vertical runs of ink too long for a character. A
/// rule may slant by some degrees, because runs in neighbouring rows touch.
public final class Rules {
  private static final double MIN_RUN_OF_SIDE = 0.019;
  private static final double MIN_ISLAND_OF_SIDE = 0.05;
  private static final int GAP_PX = 2;

  private Rules() {}

  /// A mask of the rules, each lengthened a little so that corners close.
  ///
  /// @param together who does it
  public static Ink of(Ink ink, Darkness darkness, Together together) {
    int longer = Math.max(ink.width(), ink.height());
    int minRun = (int) (longer * MIN_RUN_OF_SIDE);
    int reach = reach(ink.width(), ink.height());
    byte[] mask = new byte[ink.width() * ink.height()];
    markRuns(ink.dark(), mask, ink.height(), ink.width(), ink.width(), 1, minRun, reach);
    markRuns(ink.dark(), mask, ink.width(), ink.height(), 1, ink.width(), minRun, reach);
    FaintRules.mark(darkness, mask, together);
    BrokenRules.close(darkness, mask);
    LooseEnds.tie(darkness, mask);
    ShortRules.mark(darkness, mask);
    dropIslands(mask, ink.width(), (int) (longer * MIN_ISLAND_OF_SIDE));
    return new Ink(ink.width(), ink.height(), mask);
  }

  /// How many pixels a rule is lengthened at both ends.
  static int reach(int width, int height) {
    return Math.max(3, Math.max(width, height) / 350);
  }

  /// @param lines how many rows or columns to walk
  /// @param length pixels in each
  /// @param lineStep from one to the next
  /// @param step along one
  private static void markRuns(
      byte[] dark,
      byte[] mask,
      int lines,
      int length,
      int lineStep,
      int step,
      int minRun,
      int reach) {
    for (int line = 0; line < lines; line++) {
      int base = line * lineStep;
      int start = -1;
      int lastDark = -GAP_PX - 2;
      for (int i = 0; i <= length; i++) {
        boolean isDark = i < length && dark[base + i * step] != 0;
        if (isDark) {
          start = i - lastDark > GAP_PX + 1 ? i : start;
          lastDark = i;
        } else if (start >= 0 && (i - lastDark > GAP_PX || i == length)) {
          if (lastDark - start + 1 >= minRun) {
            int from = Math.max(0, start - reach);
            int to = Math.min(length - 1, lastDark + reach);
            for (int k = from; k <= to; k++) {
              mask[base + k * step] = 1;
            }
          }
          start = -1;
        }
      }
    }
  }

  /// Takes away what hangs together with no long rule: strokes of characters, dashes.
  private static void dropIslands(byte[] mask, int width, int minSide) {
    int height = mask.length / width;
    byte[] open = mask.clone();
    int[] stack = new int[mask.length];
    for (int start = 0; start < mask.length; start++) {
      if (open[start] == 0) {
        continue;
      }
      open[start] = 0;
      stack[0] = start;
      int count = 1;
      int left = width;
      int right = 0;
      int bottom = start / width;
      for (int next = 0; next < count; next++) {
        int x = stack[next] % width;
        int y = stack[next] / width;
        left = Math.min(left, x);
        right = Math.max(right, x);
        bottom = Math.max(bottom, y);
        for (int v = Math.max(0, y - 1); v <= Math.min(height - 1, y + 1); v++) {
          for (int u = Math.max(0, x - 1); u <= Math.min(width - 1, x + 1); u++) {
            if (open[v * width + u] != 0) {
              open[v * width + u] = 0;
              stack[count++] = v * width + u;
            }
          }
        }
      }
      if (Math.max(right - left, bottom - start / width) < minSide) {
        for (int i = 0; i < count; i++) {
          mask[stack[i]] = 0;
        }
      }
    }
  }
}
