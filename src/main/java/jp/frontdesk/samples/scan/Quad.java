package jp.frontdesk.samples.scan;

import java.util.List;

/// A four-cornered area of an image: the place of a line of text or of a cell after every turn and
/// distortion of the page.
///
/// @param corners top left, top right, bottom right, bottom left of the upright text, in pixels
public record Quad(List<Point> corners) {
  public Quad {
    corners = List.copyOf(corners);
    if (corners.size() != 4) {
      throw new IllegalArgumentException("a quad has four corners");
    }
  }

  /// The upright rectangle with that top left corner.
  public static Quad rectangle(double x, double y, double width, double height) {
    return new Quad(
        List.of(
            new Point(x, y),
            new Point(x + width, y),
            new Point(x + width, y + height),
            new Point(x, y + height)));
  }

  /// This area after the page went through that mapping.
  public Quad through(Homography mapping) {
    return new Quad(corners.stream().map(mapping::map).toList());
  }

  /// Whether all corners lie on an image of that size, with a tolerance in pixels.
  public boolean isWithin(double width, double height, double tolerance) {
    return corners.stream()
        .allMatch(p ->
            p.x() >= -tolerance
                && p.y() >= -tolerance
                && p.x() <= width + tolerance
                && p.y() <= height + tolerance);
  }
}
