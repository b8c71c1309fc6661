package jp.frontdesk.reading;

import java.util.List;
import jp.frontdesk.reading.page.Ink;

/// Signs that divide values in one line, told by the shape of their ink: engines read ／ as ノ or not
/// at all.
final class Marks {
  private static final int BANDS = 5;
  private static final double THIN = 0.3;
  private static final double HIGH = 0.55;
  private static final double BULGE = 0.05;
  private static final double NARROW = 0.45;

  private Marks() {}

  /// Whether a run is ／: one thin stroke from the upper right to the lower left.
  static boolean isSlash(Ink ink, Box run) {
    double[] middles = middles(ink, run);
    if (middles.length == 0 || middles[0] - middles[BANDS - 1] < 0.2 * run.height()) {
      return false;
    }
    for (int i = 1; i < BANDS; i++) {
      if (middles[i] >= middles[i - 1]) {
        return false;
      }
    }
    return true;
  }

  /// Whether a run is （, bent to the left.
  static boolean isOpening(Ink ink, Box run) {
    return bulge(ink, run) < -BULGE;
  }

  /// Whether a run is ）, bent to the right.
  static boolean isClosing(Ink ink, Box run) {
    return bulge(ink, run) > BULGE;
  }

  /// How far the middle of a thin upright stroke stands to the right of both its ends, as a share
  /// of its height; 0 for other ink.
  private static double bulge(Ink ink, Box run) {
    double[] middles = middles(ink, run);
    if (middles.length == 0 || run.width() > NARROW * run.height()) {
      return 0;
    }
    double middle = middles[BANDS / 2];
    double first = middle - middles[0];
    double last = middle - middles[BANDS - 1];
    return first * last <= 0
        ? 0
        : Math.signum(first) * Math.min(Math.abs(first), Math.abs(last)) / run.height();
  }

  /// The middle of the ink in bands from top to bottom; empty when it is no single thin stroke.
  private static double[] middles(Ink ink, Box run) {
    List<InkBlobs.Blob> blobs = InkBlobs.of(ink, run);
    if (blobs.size() != 1 || blobs.getFirst().box().height() < HIGH * run.height()) {
      return new double[0];
    }
    Box box = blobs.getFirst().box();
    double[] middles = new double[BANDS];
    for (int band = 0; band < BANDS; band++) {
      int top = box.y() + box.height() * band / BANDS;
      int bottom = Math.max(top + 1, box.y() + box.height() * (band + 1) / BANDS);
      long sum = 0;
      int count = 0;
      for (int y = top; y < bottom; y++) {
        for (int x = box.x(); x < box.right(); x++) {
          if (ink.at(x, y)) {
            sum += x;
            count++;
          }
        }
      }
      if (count == 0 || count > THIN * box.height() * (bottom - top)) {
        return new double[0];
      }
      middles[band] = (double) sum / count;
    }
    return middles;
  }
}
