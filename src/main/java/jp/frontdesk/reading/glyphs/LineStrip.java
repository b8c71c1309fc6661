package jp.frontdesk.reading.glyphs;

import jp.frontdesk.reading.Box;
import jp.frontdesk.reading.page.Gray;
import jp.frontdesk.reading.page.PageMap;
import jp.frontdesk.reading.text.LinePicture;

/// One line of print as the recogniser sees it, in training and at work: always 48 pixels high, its
/// ink about 40 of them, contrast stretched by its own brightness, paper around it.
public final class LineStrip {
  /// Pixels from top to bottom.
  public static final int HEIGHT_PX = 48;

  /// How high the ink of a line of usual print stands.
  public static final int INK_PX = 40;

  /// Paper left and right of the ink.
  public static final int SIDE_PX = 10;

  private static final double SHRINKS = 1.4;

  private LineStrip() {}

  /// Cuts a line out of a page.
  ///
  /// @param map where the upright page lies on the source
  /// @param ink tight around the line's ink, on the upright page
  /// @param limits where its surroundings end; beyond is paper
  /// @return dark on light, [#HEIGHT_PX] high
  public static Gray of(PageMap map, Gray source, Box ink, Box limits) {
    double step = ink.height() / (double) INK_PX;
    int fold = step * map.scale() > SHRINKS ? 2 : 1;
    double left = Math.max(limits.x(), ink.x() - SIDE_PX * step);
    double right = Math.min(limits.right(), ink.right() + SIDE_PX * step);
    double middle = ink.y() + ink.height() / 2.0;
    double top = Math.max(limits.y(), middle - HEIGHT_PX / 2.0 * step);
    double bottom = Math.min(limits.bottom(), middle + HEIGHT_PX / 2.0 * step);
    int width = Math.max(4, (int) Math.round((right - left) / step));
    int height = Math.max(4, (int) Math.round((bottom - top) / step));
    Gray drawn = map.draw(source, left, top, step / fold, width * fold, height * fold);
    Gray clear = LinePicture.stretched(fold == 1 ? drawn : drawn.resized(width, height));
    int before = (int) Math.round((left - (ink.x() - SIDE_PX * step)) / step);
    int above = (int) Math.round((top - (middle - HEIGHT_PX / 2.0 * step)) / step);
    int whole = (int) Math.round(ink.width() / step) + 2 * SIDE_PX;
    return placed(clear, Math.max(0, before), Math.max(0, above), Math.max(whole, before + width));
  }

  private static Gray placed(Gray part, int x, int y, int width) {
    Gray strip = Gray.white(width, HEIGHT_PX);
    int rows = Math.min(part.height(), HEIGHT_PX - y);
    int columns = Math.min(part.width(), width - x);
    for (int row = 0; row < rows; row++) {
      System.arraycopy(
          part.pixels(), row * part.width(), strip.pixels(), (y + row) * width + x, columns);
    }
    return strip;
  }
}
