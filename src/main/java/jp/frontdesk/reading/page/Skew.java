package jp.frontdesk.reading.page;

/// The angle by which a page lies askew, from -8 to 8 degrees: the one under which its rules and
/// lines of print fall into the fewest rows.
public final class Skew {
  private static final double MAX_DEGREES = 8;
  private static final double COARSE_STEP = 0.5;
  private static final double FINE_STEP = 0.05;
  private static final int ENOUGH_POINTS = 12_000;

  private Skew() {}

  /// Degrees clockwise that the page is turned; 0 for an empty page.
  public static double degreesOf(Ink ink) {
    int[] points = points(ink);
    if (points.length < 200) {
      return 0;
    }
    int[] some = everyNth(points, Math.max(1, points.length / ENOUGH_POINTS));
    double coarse = best(some, ink, -MAX_DEGREES, MAX_DEGREES, COARSE_STEP);
    return best(points, ink, coarse - COARSE_STEP, coarse + COARSE_STEP, FINE_STEP);
  }

  private static int[] everyNth(int[] points, int n) {
    int[] some = new int[points.length / n];
    for (int i = 0; i < some.length; i++) {
      some[i] = points[i * n];
    }
    return some;
  }

  private static double best(int[] points, Ink ink, double from, double to, double step) {
    double best = 0;
    double bestScore = -1;
    for (double degrees = from; degrees <= to + 1e-9; degrees += step) {
      double score = sharpness(points, ink, Math.tan(Math.toRadians(degrees)));
      if (score > bestScore) {
        bestScore = score;
        best = degrees;
      }
    }
    return best;
  }

  private static double sharpness(int[] points, Ink ink, double slope) {
    int offset = ink.width() / 4;
    int[] rows = new int[ink.height() + 2 * offset];
    for (int p : points) {
      rows[(int) (offset + (p >>> 16) - (p & 0xFFFF) * slope + 0.5)]++;
    }
    double score = 0;
    for (int count : rows) {
      score += (double) count * count;
    }
    return score;
  }

  /// Row and column in the upper and lower 16 bits.
  ///
  /// Lower edges of print only, every third column: rules and baselines, hardly any filled areas.
  private static int[] points(Ink ink) {
    int[] found = new int[1 << 16];
    int count = 0;
    int w = ink.width();
    for (int y = 0; y + 1 < ink.height(); y++) {
      for (int x = y % 3; x < w; x += 3) {
        if (ink.at(x, y) && !ink.at(x, y + 1)) {
          if (count == found.length) {
            found = java.util.Arrays.copyOf(found, count * 2);
          }
          found[count++] = y << 16 | x;
        }
      }
    }
    return java.util.Arrays.copyOf(found, count);
  }
}
