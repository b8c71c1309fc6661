package jp.frontdesk.train;

import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.font.GlyphVector;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RectangularShape;
import java.util.Optional;
import java.util.Random;

/// Puts the characters of one line on paper: by their outlines as laser printers do, or dot by dot
/// as the printers of old systems do.
final class Pen {
  /// A character on paper.
  ///
  /// @param ink where its ink is
  /// @param advance how far the next character's pen stands from its own
  record Stroke(Rectangle2D ink, double advance) {}

  private static final int[] PRINTERS = {16, 16, 20, 24, 24, 24, 32};

  private final double em;
  private final double stretch;
  private final int dots;
  private final RectangularShape dot;
  private final boolean isBold;

  /// @param em height of a full-width character
  /// @param stretch how much wider than high it is
  /// @param share how many lines of faces with outlines are printed dot by dot
  Pen(Face face, double em, double stretch, double share, Random luck) {
    this.em = em;
    this.stretch = stretch;
    dots =
        switch (face) {
          case Face.Bitmaps bitmaps -> bitmaps.font().dots();
          case Face.Outlines _ ->
              luck.nextDouble() < share ? PRINTERS[luck.nextInt(PRINTERS.length)] : 0;
        };
    boolean isRound = luck.nextInt(5) < 3;
    double wide = isRound ? 0.85 + luck.nextDouble() * 0.6 : 0.85 + luck.nextDouble() * 0.3;
    double pitch = em / Math.max(1, dots);
    dot = isRound ? new Ellipse2D.Double() : new Rectangle2D.Double();
    dot.setFrame(0, 0, pitch * stretch * wide, pitch * wide);
    isBold = luck.nextInt(8) == 0;
  }

  /// Draws a character.
  ///
  /// @param g in units of the scan
  /// @return nothing if the character has no ink
  Optional<Stroke> draw(Graphics2D g, Face face, int codePoint, double x, double baseline) {
    return switch (face) {
      case Face.Bitmaps bitmaps ->
          bitmaps.font().glyph(codePoint).flatMap(d -> dotted(g, d, x, baseline));
      case Face.Outlines outlines when dots > 0 ->
          Dots.of(outlines.font(), codePoint, dots, dots).flatMap(d -> dotted(g, d, x, baseline));
      case Face.Outlines outlines -> outlined(g, outlines.font(), codePoint, x, baseline);
    };
  }

  private Optional<Stroke> dotted(Graphics2D g, Dots plain, double x, double baseline) {
    Dots inked = isBold ? plain.bold() : plain;
    double pitch = em / dots;
    Path2D ink = new Path2D.Double();
    for (Dots.Dot at : inked.at()) {
      double left = x + (at.x() + 0.5) * pitch * stretch - dot.getWidth() / 2;
      double top = baseline + (at.y() + 0.5) * pitch - dot.getHeight() / 2;
      dot.setFrame(left, top, dot.getWidth(), dot.getHeight());
      ink.append(dot, false);
    }
    g.fill(ink);
    return Optional.of(new Stroke(ink.getBounds2D(), inked.advance() * pitch * stretch));
  }

  private Optional<Stroke> outlined(
      Graphics2D g, Font font, int codePoint, double x, double baseline) {
    Font sized = font.deriveFont(AffineTransform.getScaleInstance(em * stretch, em));
    GlyphVector glyph =
        sized.createGlyphVector(g.getFontRenderContext(), Character.toString(codePoint));
    Rectangle2D bounds = glyph.getVisualBounds();
    double advance = glyph.getGlyphPosition(glyph.getNumGlyphs()).getX();
    if (bounds.isEmpty()) {
      return Optional.empty();
    }
    g.drawGlyphVector(glyph, (float) x, (float) baseline);
    bounds.setRect(
        x + bounds.getX(), baseline + bounds.getY(), bounds.getWidth(), bounds.getHeight());
    return Optional.of(new Stroke(bounds, advance));
  }
}
