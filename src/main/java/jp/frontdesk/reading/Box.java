package jp.frontdesk.reading;

/// A rectangle in pixels of the upright page image.
///
/// @param x left edge
/// @param y top edge
/// @param width at least 0
/// @param height at least 0
public record Box(int x, int y, int width, int height) {
  public Box {
    if (width < 0 || height < 0) {
      throw new IllegalArgumentException("a box has no negative side");
    }
  }

  /// The first pixel column to the right of the box.
  public int right() {
    return x + width;
  }

  /// The first pixel row below the box.
  public int bottom() {
    return y + height;
  }

  /// The middle column.
  public int centerX() {
    return x + width / 2;
  }

  /// The middle row.
  public int centerY() {
    return y + height / 2;
  }

  /// Whether both share a pixel.
  public boolean meets(Box other) {
    return x < other.right() && other.x < right() && y < other.bottom() && other.y < bottom();
  }

  /// The smallest box around both.
  public Box union(Box other) {
    int left = Math.min(x, other.x);
    int top = Math.min(y, other.y);
    return new Box(
        left,
        top,
        Math.max(right(), other.right()) - left,
        Math.max(bottom(), other.bottom()) - top);
  }

  /// The box with this many pixels taken off each side, never below one pixel a side.
  public Box inset(int dx, int dy) {
    int w = Math.max(1, width - 2 * dx);
    int h = Math.max(1, height - 2 * dy);
    return new Box(x + (width - w) / 2, y + (height - h) / 2, w, h);
  }

  /// The box with every length multiplied, for an image of another size.
  public Box scaled(double factor) {
    return new Box(
        (int) Math.round(x * factor),
        (int) Math.round(y * factor),
        (int) Math.round(width * factor),
        (int) Math.round(height * factor));
  }
}
