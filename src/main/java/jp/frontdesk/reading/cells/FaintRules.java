package jp.frontdesk.reading.cells;

import java.util.List;
import jp.frontdesk.reading.page.Darkness;
import jp.frontdesk.reading.page.Together;

/// Finds rules too faint, dotted or broken for runs of ink: narrow ridges of darkness that go on in
/// one direction. What a single pixel does not show, the mean along the line does.
final class FaintRules {
  private static final int[] SLOPES_PER_MILLE = {0, -20, 20};
  private static final double HALF_OF_SIDE = 0.014;
  private static final double MIN_RUN_OF_SIDE = 0.036;
  private static final int LEAST_PERCENT = 6;
  private static final double OF_SOLID_RULES = 0.2;
  private static final double CLIPPED_OF_FAINT = 14 / 6.0;
  private static final int NEAR = 2;
  private static final double STEADY = 0.9;
  private static final double OF_TWO = 1.7;
  private static final double LEAST_CONTRAST = 2.5;

  private final int length;
  private final int pairs;
  private final int lines;
  private final byte[] mask;
  private final int faintPercent;
  private final int clippedPercent;
  private final int half;
  private final int minRun;
  private final int apart;
  private final int[] sums;
  private final int[] shift;
  private final byte[] percent;

  /// @param percent darkness, one line of pixels after another in the direction of the rules
  /// @param length pixels of a line
  /// @param lines how many lines
  /// @param mask where rules are marked, of the same shape
  /// @param faintPercent how dark a faint rule is at least
  private FaintRules(byte[] percent, int length, int lines, byte[] mask, int faintPercent) {
    this.faintPercent = faintPercent;
    clippedPercent = (int) (CLIPPED_OF_FAINT * faintPercent);
    this.percent = percent;
    this.length = length;
    this.lines = lines;
    this.mask = mask;
    int longer = Math.max(length, lines);
    pairs = length / 2;
    shift = new int[pairs];
    half = Math.max(6, (int) (longer * HALF_OF_SIDE / 2));
    minRun = (int) (longer * MIN_RUN_OF_SIDE / 2);
    apart = Math.max(3, longer / 450);
    sums = new int[(pairs + 1) * lines];
  }

  /// Marks the rules of a page. Where a page has solid rules, its faint ones are a fifth as dark at
  /// least: what is paler shows through from the back.
  ///
  /// @param mask the solid rules, to which the faint ones are added
  /// @param together who does it
  static void mark(Darkness page, byte[] mask, Together together) {
    int faint = Math.max(LEAST_PERCENT, (int) (OF_SOLID_RULES * solidPercent(page, mask)));
    int width = page.width();
    int height = page.height();
    byte[] standing = new byte[mask.length];
    together.run(
        List.of(
            () -> new FaintRules(page.percent(), width, height, mask, faint).markAll(),
            () -> {
              byte[] turned = transposed(page.percent(), width, height);
              new FaintRules(turned, height, width, standing, faint).markAll();
            }));
    byte[] back = transposed(standing, height, width);
    for (int i = 0; i < mask.length; i++) {
      mask[i] |= back[i];
    }
  }

  /// How dark the middle one of the solid rules' pixels is; 0 where there are hardly any.
  private static int solidPercent(Darkness page, byte[] mask) {
    int[] counts = new int[101];
    int total = 0;
    for (int i = 0; i < mask.length; i++) {
      if (mask[i] != 0) {
        counts[page.percent()[i]]++;
        total++;
      }
    }
    int percent = 0;
    for (int below = counts[0]; percent < 100 && below <= total / 2; below += counts[percent]) {
      percent++;
    }
    return total < page.width() + page.height() ? 0 : percent;
  }

  private static byte[] transposed(byte[] in, int width, int height) {
    byte[] out = new byte[in.length];
    int tile = 32;
    for (int top = 0; top < height; top += tile) {
      for (int left = 0; left < width; left += tile) {
        int bottom = Math.min(height, top + tile);
        int right = Math.min(width, left + tile);
        for (int y = top; y < bottom; y++) {
          for (int x = left; x < right; x++) {
            out[x * height + y] = in[y * width + x];
          }
        }
      }
    }
    return out;
  }

  private void markAll() {
    for (int slope : SLOPES_PER_MILLE) {
      for (int i = 0; i < pairs; i++) {
        shift[i] = Math.floorDiv((2 * i - length / 2) * slope, 1000);
      }
      sumAlong();
      for (int line = apart; line < lines - apart; line++) {
        markRuns(line);
      }
    }
  }

  private void sumAlong() {
    for (int line = 0; line < lines; line++) {
      int at = line * (pairs + 1);
      int sum = 0;
      for (int i = 0; i < pairs; i++) {
        int from = line + shift[i];
        if (from >= 0 && from < lines) {
          int pixel = from * length + 2 * i;
          sum += Math.min(clippedPercent, (percent[pixel] + percent[pixel + 1]) >> 1);
        }
        sums[++at] = sum;
      }
    }
  }

  private void markRuns(int line) {
    int start = -1;
    int clear = 0;
    for (int i = half; i <= pairs - half; i++) {
      boolean isClear = i < pairs - half && isRule(line, i);
      if (isClear || (start >= 0 && i < pairs - half && goesOn(line, i))) {
        start = start < 0 ? i : start;
        clear += isClear ? 1 : 0;
      } else if (start >= 0) {
        if (clear >= minRun) {
          mark(line, end(line, start, -1), end(line, i - 1, 1) + 1);
        }
        start = -1;
        clear = 0;
      }
    }
  }

  /// The last place of a rule, which may go on a little where there is too little of it for a mean.
  private int end(int line, int last, int step) {
    int at = last;
    while (Math.abs(at + step - last) <= half && isDarker(line, at + step)) {
      at += step;
    }
    return at;
  }

  private boolean isDarker(int line, int i) {
    return i >= 0
        && i < pairs
        && clipped(line, i) > clipped(line - apart, i) + 1
        && clipped(line, i) > clipped(line + apart, i) + 1;
  }

  /// Whether a rule that is clear elsewhere can still be told here, e.g. on a tinted cell.
  private boolean goesOn(int line, int i) {
    int here = sum(line, i - half, i + half);
    int beside =
        Math.max(sum(line - apart, i - half, i + half), sum(line + apart, i - half, i + half));
    return here - beside >= LEAST_CONTRAST * 2 * half
        && isSteady(line, i - half, i)
        && isSteady(line, i, i + half);
  }

  private void mark(int line, int start, int end) {
    for (int i = start; i < end; i++) {
      int to = line + shift[i];
      if (to >= 0 && to < lines) {
        mask[to * length + 2 * i] = 1;
        mask[to * length + 2 * i + 1] = 1;
      }
    }
  }

  /// A ridge goes on to both sides, or it begins or ends here.
  private boolean isRule(int line, int i) {
    boolean before = isRidge(line, i - half, i);
    boolean after = isRidge(line, i, i + half);
    if (before && after) {
      return true;
    }
    boolean hasDark = sum(line, i - NEAR, i + NEAR) >= faintPercent * 2 * NEAR;
    return (before || after) && hasDark;
  }

  private boolean isRidge(int line, int from, int to) {
    int here = sum(line, from, to);
    int beside = Math.max(sum(line - apart, from, to), sum(line + apart, from, to));
    return isDark(line, from, to, here)
        && (here > 2 * beside
            || (here - beside >= LEAST_PERCENT * half && isSteady(line, from, to)));
  }

  /// A rule that lies between two rows of pixels darkens both of them less.
  private boolean isDark(int line, int from, int to, int here) {
    int next = Math.max(sum(line - 1, from, to), sum(line + 1, from, to));
    return here >= faintPercent * half || here + next >= OF_TWO * faintPercent * half;
  }

  /// Darker than both sides nearly everywhere: a rule on a tinted cell, not a row of strokes.
  private boolean isSteady(int line, int from, int to) {
    int darker = 0;
    for (int i = from; i < to; i++) {
      int here = clipped(line, i);
      boolean isDarker = here > clipped(line - apart, i) && here > clipped(line + apart, i);
      darker += isDarker ? 1 : 0;
    }
    return darker >= STEADY * (to - from);
  }

  private int clipped(int line, int i) {
    return sum(line, i, i + 1);
  }

  private int sum(int line, int from, int to) {
    int at = line * (pairs + 1);
    return sums[at + to] - sums[at + from];
  }
}
