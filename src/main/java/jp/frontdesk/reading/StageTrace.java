package jp.frontdesk.reading;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.List;
import jp.frontdesk.reading.cells.Cell;
import jp.frontdesk.reading.cells.TextLine;
import jp.frontdesk.reading.page.Ink;
import jp.frontdesk.reading.page.UprightPage;

/// Draws the stages of the reader for [Trace].
final class StageTrace {
  private StageTrace() {}

  static void show(Trace trace, Orientation.Way way) {
    if (!trace.isWatched()) {
      return;
    }
    List<String> codes = PageCodes.of(way.page().picture());
    if (!codes.isEmpty()) {
      trace.showCodes(codes);
    }
    trace.show("1-upright", way.page().picture().toImage());
    trace.show("2-ink", picture(way.page().ink()));
    trace.show("3-rules", picture(way.rules()));
    BufferedImage image = coloured(way.page());
    Graphics2D pen = pen(image);
    for (Cell cell : way.cells()) {
      draw(pen, Color.BLUE, cell.box());
      cell.lines().forEach(l -> draw(pen, Color.RED, l.box()));
    }
    for (TextLine line : way.loose()) {
      draw(pen, Color.GREEN, line.box());
    }
    pen.dispose();
    trace.show("4-cells-and-lines", image);
  }

  static void show(Trace trace, UprightPage page, List<ReadCell> cells, List<Found> found) {
    if (!trace.isWatched()) {
      return;
    }
    BufferedImage image = coloured(page);
    Graphics2D pen = pen(image);
    cells.stream()
        .filter(c -> c.label().isPresent())
        .forEach(c -> draw(pen, Color.MAGENTA, c.box()));
    for (Found one : found) {
      Color color = one.verdict().needsReview() ? Color.ORANGE : new Color(0, 140, 0);
      draw(pen, color, one.box());
      pen.drawString(
          new jp.frontdesk.kernel.FieldPath(one.field(), one.member()).toString(),
          one.box().x(),
          one.box().y() - 2);
    }
    pen.dispose();
    trace.show("5-fields", image);
  }

  private static void draw(Graphics2D pen, Color color, Box box) {
    pen.setColor(color);
    pen.drawRect(box.x(), box.y(), box.width(), box.height());
  }

  private static Graphics2D pen(BufferedImage image) {
    Graphics2D pen = image.createGraphics();
    pen.setStroke(new BasicStroke(2));
    return pen;
  }

  private static BufferedImage coloured(UprightPage page) {
    BufferedImage image =
        new BufferedImage(
            page.picture().width(), page.picture().height(), BufferedImage.TYPE_INT_RGB);
    Graphics2D pen = image.createGraphics();
    pen.drawImage(page.picture().toImage(), 0, 0, null);
    pen.dispose();
    return image;
  }

  private static BufferedImage picture(Ink ink) {
    BufferedImage image =
        new BufferedImage(ink.width(), ink.height(), BufferedImage.TYPE_BYTE_GRAY);
    for (int y = 0; y < ink.height(); y++) {
      for (int x = 0; x < ink.width(); x++) {
        image.getRaster().setSample(x, y, 0, ink.at(x, y) ? 0 : 255);
      }
    }
    return image;
  }
}
