package jp.frontdesk.train;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import jp.frontdesk.reading.Box;
import jp.frontdesk.reading.glyphs.LineStrip;
import jp.frontdesk.reading.page.Gray;
import jp.frontdesk.reading.page.PageMap;

/// Prints a line with one face, scans it badly, and cuts it out as the reader would.
final class LinePress {
  /// One character on a strip.
  ///
  /// @param number of the glyph
  /// @param from first column that is its own, in strip pixels
  /// @param to column after its last
  record Mark(int number, int from, int to) {}

  /// A line as the recogniser sees it.
  record Line(Gray strip, List<Mark> marks) {}

  private record Placed(int number, double left, double right) {}

  private static final int OVER = 2;

  private final GlyphSet set;
  private final FontShelf shelf;
  private final double dotted;
  private final TextDeck text;
  private final Random luck;
  private final ScanFaults faults;

  /// @param dotted share of the lines of faces with outlines that are printed dot by dot
  LinePress(GlyphSet set, FontShelf shelf, double dotted, Random luck) {
    this.set = set;
    this.dotted = dotted;
    this.shelf = shelf;
    this.luck = luck;
    text = new TextDeck(set, luck);
    faults = new ScanFaults(luck);
  }

  /// A line about as wide as asked.
  ///
  /// @param widthPx of the strip
  Line line(int widthPx) {
    double em = 17 * Math.pow(56.0 / 17, luck.nextDouble());
    double stretch =
        luck.nextInt(5) == 0
            ? 0.55 + luck.nextDouble() * 0.45
            : luck.nextInt(12) == 0
                ? 1.3 + luck.nextDouble() * 0.6
                : 0.95 + luck.nextDouble() * 0.1;
    double spacing =
        em * (luck.nextInt(3) == 0 ? luck.nextDouble() * 0.35 : luck.nextDouble() * 0.06 - 0.02);
    double wanted = widthPx * em / 41.0;
    Face face = shelf.pick(luck);
    Pen pen = new Pen(face, em, stretch, dotted, luck);
    int height = (int) Math.ceil(em * 2) * OVER;
    BufferedImage canvas =
        new BufferedImage(((int) (wanted + 4 * em)) * OVER, height, BufferedImage.TYPE_BYTE_GRAY);
    Graphics2D g = canvas.createGraphics();
    g.setColor(Color.WHITE);
    g.fillRect(0, 0, canvas.getWidth(), canvas.getHeight());
    g.setColor(Color.BLACK);
    g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    g.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    g.scale(OVER, OVER);
    List<Placed> placed = new ArrayList<>();
    Rectangle2D ink = drawn(g, face, pen, em, stretch, spacing, wanted - em, placed);
    g.dispose();
    if (placed.isEmpty()) {
      return line(widthPx);
    }
    return cut(canvas, ink, placed, em);
  }

  private Rectangle2D drawn(
      Graphics2D g,
      Face face,
      Pen pen,
      double em,
      double stretch,
      double spacing,
      double room,
      List<Placed> placed) {
    double x = em * 1.2;
    double baseline = em * 1.35;
    Rectangle2D ink = new Rectangle2D.Double();
    for (int c : text.line(40)) {
      if (x - em * 1.2 > room) {
        break;
      }
      if (TextDeck.isSpace(c)) {
        x += em * stretch * (luck.nextBoolean() ? 1 : 0.5);
        continue;
      }
      Optional<Pen.Stroke> stroke = pen.draw(g, shelf.having(face, c, luck), c, x, baseline);
      if (stroke.isEmpty()) {
        continue;
      }
      Rectangle2D at = stroke.get().ink();
      ink = placed.isEmpty() ? at : ink.createUnion(at);
      placed.add(new Placed(set.number(c), at.getMinX(), at.getMaxX()));
      x += Math.max(stroke.get().advance(), em * 0.08) + spacing;
    }
    return ink;
  }

  private Line cut(BufferedImage canvas, Rectangle2D ink, List<Placed> placed, double em) {
    byte[] pixels = ((DataBufferByte) canvas.getRaster().getDataBuffer()).getData();
    Gray big = new Gray(canvas.getWidth(), canvas.getHeight(), pixels);
    ScanFaults.Scanned scan = faults.on(big, OVER, ink, em);
    double loose = Math.max(0, luck.nextGaussian() * 0.04 + 0.02) * em;
    double height = Math.max(ink.getHeight(), em * (0.55 + luck.nextDouble() * 0.35));
    double rows = height * (0.93 + luck.nextDouble() * 0.16) + loose;
    double middle = ink.getCenterY() + luck.nextGaussian() * 0.03 * em;
    Box box =
        new Box(
            (int) Math.round(ink.getX() + luck.nextGaussian() * 0.04 * em),
            (int) Math.round(middle - rows / 2),
            (int) Math.round(ink.getWidth() + loose),
            Math.max(6, (int) Math.round(rows)));
    double margin = luck.nextInt(3) == 0 ? 0.1 * em : em;
    Box limits =
        new Box(
            Math.max(0, (int) (box.x() - margin)),
            Math.max(0, (int) (box.y() - margin)),
            (int) (box.width() + 2 * margin),
            (int) (box.height() + 2 * margin));
    Gray strip = LineStrip.of(PageMap.scaled(1), scan.picture(), box, limits);
    double step = box.height() / (double) LineStrip.INK_PX;
    List<Mark> marks = new ArrayList<>();
    for (int i = 0; i < placed.size(); i++) {
      double left = placed.get(i).left();
      double right = placed.get(i).right();
      double before = i == 0 ? left - 0.3 * em : (placed.get(i - 1).right() + left) / 2;
      double after =
          i + 1 == placed.size() ? right + 0.3 * em : (placed.get(i + 1).left() + right) / 2;
      int from = column(scan, Math.max(before, left - 0.3 * em), box, step, strip);
      int to = column(scan, Math.min(after, right + 0.3 * em), box, step, strip);
      if (to - from >= 3 && left < box.right() && right > box.x()) {
        marks.add(new Mark(placed.get(i).number(), from, to));
      }
    }
    return new Line(strip, marks);
  }

  private static int column(ScanFaults.Scanned scan, double x, Box box, double step, Gray strip) {
    double at = (scan.column(x) - box.x()) / step + LineStrip.SIDE_PX;
    return Math.clamp(Math.round(at), 0, strip.width());
  }
}
