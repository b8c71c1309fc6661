package jp.frontdesk.cases;

import java.util.List;

/// A signature 署名 drawn on a screen: the lines of the hand in fractions of the box they were drawn
/// in, never a picture and never with their times. A person's own; not an electronic signature
/// 電子署名.
///
/// @param aspect the box's width divided by its height, 1 to 10
/// @param strokes in the order of drawing, at least one
public record Signature(double aspect, List<Stroke> strokes) {
  /// No signature has more strokes.
  public static final int MOST_STROKES = 200;

  /// No signature has more points in all its strokes.
  public static final int MOST_POINTS = 4_000;

  /// What is smaller than this part of the box's height is a touch, not a name.
  private static final double SMALLEST = 0.1;

  public Signature {
    strokes = List.copyOf(strokes);
    if (!(aspect >= 1 && aspect <= 10)) {
      throw new IllegalArgumentException("a box to sign in is one to ten times as wide as high");
    }
    if (strokes.isEmpty() || strokes.size() > MOST_STROKES) {
      throw new IllegalArgumentException("a signature has 1 to " + MOST_STROKES + " strokes");
    }
    if (strokes.stream().mapToInt(stroke -> stroke.points().size()).sum() > MOST_POINTS) {
      throw new IllegalArgumentException("a signature has at most " + MOST_POINTS + " points");
    }
  }

  /// One movement of the hand without lifting it.
  ///
  /// @param points at least one
  public record Stroke(List<Point> points) {
    public Stroke {
      points = List.copyOf(points);
      if (points.isEmpty()) {
        throw new IllegalArgumentException("a stroke has at least one point");
      }
    }

    @Override
    public String toString() {
      return "Stroke[***]";
    }
  }

  /// A place in the box.
  ///
  /// @param x from the left edge, 0 to 1
  /// @param y from the upper edge, 0 to 1
  public record Point(double x, double y) {
    public Point {
      if (!(x >= 0 && x <= 1 && y >= 0 && y <= 1)) {
        throw new IllegalArgumentException("a point lies in the box");
      }
    }

    @Override
    public String toString() {
      return "Point[***]";
    }
  }

  /// The smallest rectangle around all points, in fractions of the box's height.
  ///
  /// @param left from the box's left edge
  /// @param top from the box's upper edge
  public record Extent(double left, double top, double width, double height) {}

  /// Where the ink is.
  public Extent extent() {
    double left = aspect;
    double top = 1;
    double right = 0;
    double bottom = 0;
    for (Stroke stroke : strokes) {
      for (Point point : stroke.points()) {
        left = Math.min(left, point.x() * aspect);
        right = Math.max(right, point.x() * aspect);
        top = Math.min(top, point.y());
        bottom = Math.max(bottom, point.y());
      }
    }
    return new Extent(left, top, right - left, bottom - top);
  }

  /// Whether it is a mere touch of the box, no name.
  public boolean isOnlyADot() {
    Extent extent = extent();
    return Math.max(extent.width(), extent.height()) < SMALLEST;
  }

  /// Never shows a line: they are personal.
  @Override
  public String toString() {
    return "Signature[***]";
  }
}
