package jp.frontdesk.reading.page;

/// Where a point of the upright page lies on the picture that was given: a projective map, so that
/// a page photographed at an angle fits too.
///
/// @param a..h the map `u = (a x + b y + c) / (g x + h y + 1)`, `v = (d x + e y + f) / (g x + h y +
///   1)`
public record PageMap(
    double a, double b, double c, double d, double e, double f, double g, double h) {
  /// Scaling only.
  public static PageMap scaled(double factor) {
    return new PageMap(factor, 0, 0, 0, factor, 0, 0, 0);
  }

  /// From a page turned level to one that lies `degrees` clockwise askew, around the middle.
  public static PageMap askew(double degrees, int width, int height) {
    double cos = Math.cos(Math.toRadians(degrees));
    double sin = Math.sin(Math.toRadians(degrees));
    double cx = width / 2.0;
    double cy = height / 2.0;
    return new PageMap(
        cos, -sin, cx - cos * cx + sin * cy, sin, cos, cy - sin * cx - cos * cy, 0, 0);
  }

  /// From a page to the same page turned clockwise by quarter turns.
  ///
  /// @param quarters 0 to 3
  /// @param width of the page before turning
  /// @param height of the page before turning
  public static PageMap turned(int quarters, int width, int height) {
    return switch (quarters) {
      case 1 -> new PageMap(0, -1, height - 1, 1, 0, 0, 0, 0);
      case 2 -> new PageMap(-1, 0, width - 1, 0, -1, height - 1, 0, 0);
      case 3 -> new PageMap(0, 1, 0, -1, 0, width - 1, 0, 0);
      default -> scaled(1);
    };
  }

  /// From a rectangle to the four corners of a quadrilateral, clockwise from the upper left.
  ///
  /// @param corners column and row of each
  public static PageMap ofQuad(double[][] corners, int width, int height) {
    double[] p = corners[0];
    double[] q = corners[1];
    double[] r = corners[2];
    double[] s = corners[3];
    double sx = p[0] - q[0] + r[0] - s[0];
    double sy = p[1] - q[1] + r[1] - s[1];
    double dx1 = q[0] - r[0];
    double dx2 = s[0] - r[0];
    double dy1 = q[1] - r[1];
    double dy2 = s[1] - r[1];
    double det = dx1 * dy2 - dx2 * dy1;
    double g = (sx * dy2 - dx2 * sy) / det;
    double h = (dx1 * sy - sx * dy1) / det;
    return new PageMap(
        (q[0] - p[0] + g * q[0]) / width,
        (s[0] - p[0] + h * s[0]) / height,
        p[0],
        (q[1] - p[1] + g * q[1]) / width,
        (s[1] - p[1] + h * s[1]) / height,
        p[1],
        g / width,
        h / height);
  }

  /// The column on the given picture.
  public double u(double x, double y) {
    return (a * x + b * y + c) / (g * x + h * y + 1);
  }

  /// The row on the given picture.
  public double v(double x, double y) {
    return (d * x + e * y + f) / (g * x + h * y + 1);
  }

  /// Given pixels an upright pixel, near the middle of the page.
  public double scale() {
    return Math.sqrt(Math.abs(a * e - b * d));
  }

  /// First this map, then the other.
  public PageMap then(PageMap o) {
    double w = o.g * c + o.h * f + 1;
    return new PageMap(
        (o.a * a + o.b * d + o.c * g) / w,
        (o.a * b + o.b * e + o.c * h) / w,
        (o.a * c + o.b * f + o.c) / w,
        (o.d * a + o.e * d + o.f * g) / w,
        (o.d * b + o.e * e + o.f * h) / w,
        (o.d * c + o.e * f + o.f) / w,
        (o.g * a + o.h * d + g) / w,
        (o.g * b + o.h * e + h) / w);
  }

  /// Draws a part of the upright page.
  ///
  /// @param source the given picture
  /// @param left of the part, on the upright page
  /// @param top of the part
  /// @param step upright pixels a drawn pixel
  public Gray draw(Gray source, double left, double top, double step, int width, int height) {
    byte[] out = new byte[width * height];
    draw(source, left, top, step, width, out, 0, height);
    return new Gray(width, height, out);
  }

  /// Draws the upper left part of the upright page in its own size, with several threads.
  Gray draw(Gray source, int width, int height, Together together) {
    byte[] out = new byte[width * height];
    together.rows(height, (first, end) -> draw(source, 0, 0, 1, width, out, first, end));
    return new Gray(width, height, out);
  }

  private void draw(
      Gray source,
      double left,
      double top,
      double step,
      int width,
      byte[] out,
      int first,
      int end) {
    for (int y = first; y < end; y++) {
      double py = top + (y + 0.5) * step - 0.5;
      for (int x = 0; x < width; x++) {
        double px = left + (x + 0.5) * step - 0.5;
        double w = g * px + h * py + 1;
        out[y * width + x] =
            (byte) source.sample((a * px + b * py + c) / w, (d * px + e * py + f) / w);
      }
    }
  }
}
