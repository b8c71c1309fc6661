package jp.frontdesk.reading.cells;

import java.util.Arrays;
import jp.frontdesk.reading.page.Darkness;

/// Closes short gaps in rules that are too faint there to be found by themselves: both ends go on
/// in the same line, and between them the paper is at least a little darker than beside.
final class BrokenRules {
  private static final double LONGEST_GAP_OF_SIDE = 0.017;
  private static final double LEAST_RUN_OF_SIDE = 0.03;
  private static final int OFF_PX = 1;

  private final RuleTrace trace;
  private final byte[] mask;
  private final boolean isLevel;
  private final int length;
  private final int lines;
  private final int apart;
  private final int longestGap;
  private final int leastRun;

  private BrokenRules(Darkness page, byte[] mask, boolean isLevel) {
    trace = new RuleTrace(page);
    this.mask = mask;
    this.isLevel = isLevel;
    length = isLevel ? page.width() : page.height();
    lines = isLevel ? page.height() : page.width();
    int longer = Math.max(page.width(), page.height());
    apart = Math.max(3, longer / 450);
    longestGap = (int) (LONGEST_GAP_OF_SIDE * longer);
    leastRun = (int) (LEAST_RUN_OF_SIDE * longer);
  }

  /// @param mask the rules known so far, to which the gaps are added
  static void close(Darkness page, byte[] mask) {
    new BrokenRules(page, mask, true).closeAll();
    new BrokenRules(page, mask, false).closeAll();
  }

  private void closeAll() {
    byte[] near = new byte[length];
    for (int line = apart; line < lines - apart; line++) {
      Arrays.fill(near, (byte) 0);
      for (int i = 0; i < length; i++) {
        for (int off = -OFF_PX; off <= OFF_PX; off++) {
          near[i] |= mask[at(line + off, i)];
        }
      }
      closeLine(line, near);
    }
  }

  /// @param near where the line or one beside it is marked
  private void closeLine(int line, byte[] near) {
    int start = -1;
    int lastStart = -1;
    int lastEnd = -1;
    for (int i = 0; i <= length; i++) {
      boolean isMarked = i < length && near[i] != 0;
      if (isMarked && start < 0) {
        start = i;
      } else if (!isMarked && start >= 0) {
        boolean isClose = lastEnd >= 0 && start - lastEnd <= longestGap;
        boolean isLong = i - start >= leastRun && lastEnd - lastStart >= leastRun;
        if (isClose && isLong && isTraced(line, lastEnd, start)) {
          for (int k = lastEnd; k < start; k++) {
            mask[at(line, k)] = 1;
          }
        }
        lastStart = start;
        lastEnd = i;
        start = -1;
      }
    }
  }

  private boolean isTraced(int line, int from, int to) {
    return isLevel
        ? trace.goesOn(from - 1, line, 1, 0, to - from, true)
        : trace.goesOn(line, from - 1, 0, 1, to - from, true);
  }

  private int at(int line, int i) {
    return isLevel ? line * length + i : i * lines + line;
  }
}
