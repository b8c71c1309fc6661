package jp.frontdesk.samples.paper;

import java.awt.AlphaComposite;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.GeneralPath;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import jp.frontdesk.samples.scan.Homography;
import jp.frontdesk.samples.scan.Quad;

/// A white page to draw on in millimetres. A skewed page is drawn skewed, not resampled, so that it
/// stays sharp.
final class PageCanvas implements AutoCloseable {
  /// Millimetres of one typographic point.
  static final double MM_PER_POINT = 25.4 / 72;

  private static final double DOT_MM = 0.45;

  private final BufferedImage image;
  private final Graphics2D graphics;
  private final double pxPerMm;
  private final Homography skew;

  PageCanvas(double widthMm, double heightMm, int dpi, double skewDegrees) {
    pxPerMm = dpi / 25.4;
    int width = (int) Math.ceil(widthMm * pxPerMm);
    int height = (int) Math.ceil(heightMm * pxPerMm);
    image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    graphics = image.createGraphics();
    graphics.setColor(Color.WHITE);
    graphics.fillRect(0, 0, width, height);
    graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    graphics.setRenderingHint(
        RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
    graphics.setRenderingHint(
        RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
    graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    if (skewDegrees != 0) {
      graphics.rotate(Math.toRadians(skewDegrees), width / 2.0, height / 2.0);
    }
    skew =
        skewDegrees == 0
            ? Homography.identity()
            : Homography.turned(skewDegrees, width / 2.0, height / 2.0);
  }

  BufferedImage image() {
    return image;
  }

  /// Where a rectangle in millimetres lies on the image.
  Quad quad(double xMm, double yMm, double widthMm, double heightMm) {
    return Quad.rectangle(xMm * pxPerMm, yMm * pxPerMm, widthMm * pxPerMm, heightMm * pxPerMm)
        .through(skew);
  }

  void draw(FontStack fonts, String text, double xMm, double baselineMm, double sizePt, Color ink) {
    graphics.setColor(ink);
    double x = xMm * pxPerMm;
    double sizePx = sizePt * MM_PER_POINT * pxPerMm;
    for (FontStack.Run run : fonts.runsOf(text)) {
      Font font = run.font().deriveFont((float) sizePx);
      graphics.setFont(font);
      graphics.drawString(run.text(), (float) x, (float) (baselineMm * pxPerMm));
      x += FontStack.widthEm(run) * sizePx;
    }
  }

  /// Draws text turned around its start, seen through like a watermark.
  void drawTurned(
      FontStack fonts,
      String text,
      double xMm,
      double yMm,
      double sizePt,
      double degrees,
      Color c) {
    AffineTransform before = graphics.getTransform();
    graphics.translate(xMm * pxPerMm, yMm * pxPerMm);
    graphics.rotate(Math.toRadians(degrees));
    draw(fonts, text, 0, 0, sizePt, c);
    graphics.setTransform(before);
  }

  void line(double x1, double y1, double x2, double y2, double widthMm, Color ink) {
    graphics.setColor(ink);
    graphics.setStroke(
        new BasicStroke(
            (float) (widthMm * pxPerMm), BasicStroke.CAP_SQUARE, BasicStroke.JOIN_MITER));
    graphics.draw(new Line2D.Double(x1 * pxPerMm, y1 * pxPerMm, x2 * pxPerMm, y2 * pxPerMm));
  }

  /// A line of dots. Their places are those of a grid on the page, so that two such lines over one
  /// another look like one.
  void dots(double x1, double y1, double x2, double y2, double widthMm, Color ink) {
    float dot = (float) (DOT_MM * pxPerMm);
    float start = (float) ((x1 == x2 ? y1 : x1) * pxPerMm) % (2 * dot);
    graphics.setColor(ink);
    graphics.setStroke(
        new BasicStroke(
            (float) (widthMm * pxPerMm),
            BasicStroke.CAP_BUTT,
            BasicStroke.JOIN_MITER,
            10,
            new float[] {dot, dot},
            start));
    graphics.draw(new Line2D.Double(x1 * pxPerMm, y1 * pxPerMm, x2 * pxPerMm, y2 * pxPerMm));
  }

  void ellipse(double x, double y, double width, double height, double lineMm, Color ink) {
    graphics.setColor(ink);
    graphics.setStroke(new BasicStroke((float) (lineMm * pxPerMm)));
    graphics.draw(
        new Ellipse2D.Double(x * pxPerMm, y * pxPerMm, width * pxPerMm, height * pxPerMm));
  }

  void wave(double yMm, double widthMm, double heightMm, double lengthMm, double phase, Color ink) {
    GeneralPath path = new GeneralPath();
    path.moveTo(-20 * pxPerMm, yMm * pxPerMm);
    for (double x = -20; x <= widthMm + 20; x += lengthMm / 12) {
      double y = yMm + heightMm * Math.sin(2 * Math.PI * (x / lengthMm) + phase);
      path.lineTo(x * pxPerMm, y * pxPerMm);
    }
    graphics.setColor(ink);
    graphics.setStroke(new BasicStroke((float) (0.25 * pxPerMm)));
    graphics.draw(path);
  }

  void rectangle(double x, double y, double width, double height, double lineMm, Color ink) {
    graphics.setColor(ink);
    graphics.setStroke(
        new BasicStroke(
            (float) (lineMm * pxPerMm), BasicStroke.CAP_SQUARE, BasicStroke.JOIN_MITER));
    graphics.draw(
        new Rectangle2D.Double(x * pxPerMm, y * pxPerMm, width * pxPerMm, height * pxPerMm));
  }

  void fill(double x, double y, double width, double height, Color ink) {
    graphics.setColor(ink);
    graphics.fill(
        new Rectangle2D.Double(x * pxPerMm, y * pxPerMm, width * pxPerMm, height * pxPerMm));
  }

  /// Whatever is drawn until the next call lets that share of its ink through.
  void setOpacity(double opacity) {
    graphics.setComposite(AlphaComposite.getInstance(AlphaComposite.SRC_OVER, (float) opacity));
  }

  @Override
  public void close() {
    graphics.dispose();
  }
}
