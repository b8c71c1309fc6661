package jp.frontdesk.samples.scan;

import java.util.List;

/// A mapping of the plane that keeps straight lines straight: turning, skew and perspective in one.
public final class Homography {
  /// Row by row, 3 by 3.
  private final double[] m;

  private Homography(double... m) {
    this.m = m;
  }

  /// Every point stays.
  public static Homography identity() {
    return new Homography(1, 0, 0, 0, 1, 0, 0, 0, 1);
  }

  /// Turns clockwise (as seen on the image) around a centre.
  public static Homography turned(double degrees, double centreX, double centreY) {
    double c = Math.cos(Math.toRadians(degrees));
    double s = Math.sin(Math.toRadians(degrees));
    return new Homography(
        c,
        -s,
        centreX - c * centreX + s * centreY,
        s,
        c,
        centreY - s * centreX - c * centreY,
        0,
        0,
        1);
  }

  /// Turns an image of that size clockwise by 0, 90, 180 or 270 degrees, so that its new top left
  /// corner is the origin again.
  public static Homography quarterTurns(int degrees, double width, double height) {
    return switch (degrees) {
      case 0 -> identity();
      case 90 -> new Homography(0, -1, height, 1, 0, 0, 0, 0, 1);
      case 180 -> new Homography(-1, 0, width, 0, -1, height, 0, 0, 1);
      case 270 -> new Homography(0, 1, 0, -1, 0, width, 0, 0, 1);
      default -> throw new IllegalArgumentException("not a quarter turn: " + degrees);
    };
  }

  /// Puts an upright rectangle at the origin of that size onto the four corners.
  public static Homography onto(Quad target, double width, double height) {
    List<Point> p = target.corners();
    double dx1 = p.get(1).x() - p.get(2).x();
    double dx2 = p.get(3).x() - p.get(2).x();
    double dx3 = p.get(0).x() - p.get(1).x() + p.get(2).x() - p.get(3).x();
    double dy1 = p.get(1).y() - p.get(2).y();
    double dy2 = p.get(3).y() - p.get(2).y();
    double dy3 = p.get(0).y() - p.get(1).y() + p.get(2).y() - p.get(3).y();
    double denominator = dx1 * dy2 - dx2 * dy1;
    double g = (dx3 * dy2 - dx2 * dy3) / denominator;
    double h = (dx1 * dy3 - dx3 * dy1) / denominator;
    double a = p.get(1).x() - p.get(0).x() + g * p.get(1).x();
    double b = p.get(3).x() - p.get(0).x() + h * p.get(3).x();
    double d = p.get(1).y() - p.get(0).y() + g * p.get(1).y();
    double e = p.get(3).y() - p.get(0).y() + h * p.get(3).y();
    return new Homography(
        a / width,
        b / height,
        p.get(0).x(),
        d / width,
        e / height,
        p.get(0).y(),
        g / width,
        h / height,
        1);
  }

  /// First this mapping, then the next.
  public Homography then(Homography next) {
    double[] r = new double[9];
    for (int row = 0; row < 3; row++) {
      for (int column = 0; column < 3; column++) {
        for (int k = 0; k < 3; k++) {
          r[3 * row + column] += next.m[3 * row + k] * m[3 * k + column];
        }
      }
    }
    return new Homography(r);
  }

  /// The mapping back.
  public Homography inverse() {
    return new Homography(
        m[4] * m[8] - m[5] * m[7],
        m[2] * m[7] - m[1] * m[8],
        m[1] * m[5] - m[2] * m[4],
        m[5] * m[6] - m[3] * m[8],
        m[0] * m[8] - m[2] * m[6],
        m[2] * m[3] - m[0] * m[5],
        m[3] * m[7] - m[4] * m[6],
        m[1] * m[6] - m[0] * m[7],
        m[0] * m[4] - m[1] * m[3]);
  }

  /// Where the point goes.
  public Point map(Point p) {
    double w = m[6] * p.x() + m[7] * p.y() + m[8];
    return new Point(
        (m[0] * p.x() + m[1] * p.y() + m[2]) / w, (m[3] * p.x() + m[4] * p.y() + m[5]) / w);
  }
}
