package jp.frontdesk.reading.text;

import java.util.List;
import jp.frontdesk.reading.Box;
import jp.frontdesk.reading.page.Gray;
import jp.frontdesk.reading.page.UprightPage;

/// Cuts one line of print out of a page as the engine reads it best: drawn once from the given
/// pixels at one size, contrast stretched by its own brightness, a border of paper around it.
public final class LinePicture {
  private static final int LEAST_CONTRAST = 10;
  private static final double MARGIN_OF_HEIGHT = 0.16;

  private LinePicture() {}

  /// A line's picture.
  ///
  /// @param line tight around the ink, on the upright page
  /// @param limits where its surroundings end, e.g. the cell it stands in
  /// @param heightPx how high the ink shall be
  public static Gray of(UprightPage page, Box line, Box limits, int heightPx) {
    double margin = Math.max(2, line.height() * MARGIN_OF_HEIGHT);
    double left = Math.max(limits.x(), line.x() - margin);
    double top = Math.max(limits.y(), line.y() - margin);
    double right = Math.min(limits.right(), line.right() + margin);
    double bottom = Math.min(limits.bottom(), line.bottom() + margin);
    double step = line.height() / (double) heightPx;
    int width = Math.max(8, (int) Math.round((right - left) / step));
    int height = Math.max(8, (int) Math.round((bottom - top) / step));
    return bordered(
        stretched(page.map().draw(page.source(), left, top, step, width, height)), heightPx / 4);
  }

  /// The picture of characters that stand one below the other, put side by side.
  ///
  /// @param characters from top to bottom, each tight around its ink
  /// @param heightPx how high a character shall be
  public static Gray ofStanding(UprightPage page, List<Box> characters, int heightPx) {
    Box all = characters.stream().reduce(Box::union).orElseThrow();
    double step = all.width() / (double) heightPx;
    int side = (int) Math.round(heightPx * (1 + 2 * MARGIN_OF_HEIGHT));
    double margin = MARGIN_OF_HEIGHT * all.width();
    Gray row = Gray.white(side * characters.size(), side);
    for (int i = 0; i < characters.size(); i++) {
      Box box = characters.get(i);
      double top = box.y() + (box.height() - all.width()) / 2.0 - margin;
      Gray one = page.map().draw(page.source(), all.x() - margin, top, step, side, side);
      int from = (int) ((box.y() - margin - top) / step);
      int to = (int) Math.ceil((box.bottom() + margin - top) / step);
      for (int y = Math.max(0, from); y < Math.min(side, to); y++) {
        System.arraycopy(one.pixels(), y * side, row.pixels(), y * row.width() + i * side, side);
      }
    }
    return bordered(stretched(row), heightPx / 4);
  }

  /// Where a column of such a picture lies on the upright page.
  ///
  /// @param column in pixels of the picture that [#of] drew with the same line, limits and height
  public static int pageColumn(Box line, Box limits, int heightPx, int column) {
    double margin = Math.max(2, line.height() * MARGIN_OF_HEIGHT);
    double left = Math.max(limits.x(), line.x() - margin);
    return (int) Math.round(left + (column - heightPx / 4) * line.height() / (double) heightPx);
  }

  /// Stretches the contrast: the darkest hundredth becomes black, the paper white; blank paper
  /// stays white.
  public static Gray stretched(Gray crop) {
    int[] histogram = new int[256];
    for (byte p : crop.pixels()) {
      histogram[p & 0xFF]++;
    }
    int total = crop.pixels().length;
    int black = percentile(histogram, total / 100);
    int median = percentile(histogram, total / 2);
    if (median - black < LEAST_CONTRAST) {
      return Gray.white(crop.width(), crop.height());
    }
    int white = (int) Math.max(black + 1, median - 0.12 * (median - black));
    byte[] out = new byte[total];
    for (int i = 0; i < total; i++) {
      int value = crop.pixels()[i] & 0xFF;
      out[i] = (byte) Math.clamp((value - black) * 255L / (white - black), 0, 255);
    }
    return new Gray(crop.width(), crop.height(), out);
  }

  private static int percentile(int[] histogram, int rank) {
    int sum = 0;
    for (int value = 0; value < 256; value++) {
      sum += histogram[value];
      if (sum > rank) {
        return value;
      }
    }
    return 255;
  }

  private static Gray bordered(Gray crop, int border) {
    Gray out = Gray.white(crop.width() + 2 * border, crop.height() + 2 * border);
    for (int y = 0; y < crop.height(); y++) {
      System.arraycopy(
          crop.pixels(),
          y * crop.width(),
          out.pixels(),
          (y + border) * out.width() + border,
          crop.width());
    }
    return out;
  }
}
