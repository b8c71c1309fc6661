package jp.frontdesk.reading;

import java.util.Arrays;
import java.util.Optional;
import jp.frontdesk.reading.page.Gray;
import jp.frontdesk.reading.page.UprightPage;

/// Print on which a seal lies: a stamp scanned without colour is dark, but mostly not as dark as
/// the print, so that what is darker than the seal is print.
final class UnderSeal {
  private static final double PRINT_SHARE = 0.04;
  private static final double SEAL_SHARE = 0.04;
  private static final int LEAST_APART = 14;
  private static final double NEAR_SEAL = 0.25;
  private static final double FRAME = 0.08;
  private static final double LEAST_PRINT_SHARE = 0.02;

  private final UprightPage page;
  private final Box print;
  private final Box seal;
  private final Box row;

  /// @param print a piece of the line that no seal touches
  /// @param seal around the seal
  /// @param row where the line may go on in the seal
  UnderSeal(UprightPage page, Box print, Box seal, Box row) {
    this.page = page;
    this.print = print;
    this.seal = seal;
    this.row = row;
  }

  /// The page without the seal in the row; empty where the seal is as dark as the print.
  Optional<UprightPage> faded() {
    int printed = level(print, PRINT_SHARE);
    int frame = (int) (FRAME * seal.width());
    int stamped =
        level(
            new Box(
                seal.x() - frame,
                seal.y() - frame,
                seal.width() + 2 * frame,
                seal.height() + 2 * frame),
            SEAL_SHARE);
    if (stamped - printed < LEAST_APART) {
      return Optional.empty();
    }
    int limit = (int) (stamped - NEAR_SEAL * (stamped - printed));
    Gray source = page.source();
    byte[] pixels = source.pixels().clone();
    double step = 0.5 / page.map().scale();
    for (double y = row.y(); y < row.bottom(); y += step) {
      for (double x = row.x(); x < row.right(); x += step) {
        int u = (int) Math.round(page.map().u(x, y));
        int v = (int) Math.round(page.map().v(x, y));
        boolean isInside = u >= 0 && v >= 0 && u < source.width() && v < source.height();
        if (isInside && source.at(u, v) >= limit) {
          pixels[v * source.width() + u] = (byte) 255;
        }
      }
    }
    return Optional.of(
        new UprightPage(
            new Gray(source.width(), source.height(), pixels),
            page.map(),
            page.picture(),
            page.darkness(),
            page.ink(),
            page.rotationDegrees(),
            page.skewDegrees()));
  }

  /// Where print stands in the row of a faded page; empty where there is none.
  Optional<Box> left(UprightPage faded) {
    Gray drawn = drawn(faded, row);
    int first = drawn.width();
    int last = -1;
    int count = 0;
    for (int x = 0; x < drawn.width(); x++) {
      for (int y = 0; y < drawn.height(); y++) {
        if (drawn.at(x, y) < 128) {
          first = Math.min(first, x);
          last = x;
          count++;
        }
      }
    }
    return count < LEAST_PRINT_SHARE * row.height() * row.height()
        ? Optional.empty()
        : Optional.of(new Box(row.x() + first, row.y(), last - first + 1, row.height()));
  }

  /// The brightness below which a share of the pixels lies.
  private int level(Box box, double share) {
    byte[] pixels = drawn(page, box).pixels();
    int[] sorted = new int[pixels.length];
    for (int i = 0; i < pixels.length; i++) {
      sorted[i] = pixels[i] & 0xFF;
    }
    Arrays.sort(sorted);
    return sorted[(int) (share * sorted.length)];
  }

  private static Gray drawn(UprightPage page, Box box) {
    return page.map().draw(page.source(), box.x(), box.y(), 1, box.width(), box.height());
  }
}
