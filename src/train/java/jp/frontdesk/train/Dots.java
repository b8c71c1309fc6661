package jp.frontdesk.train;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.font.GlyphVector;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A character made of dots.
///
/// @param at the inked dots, right of the pen and down from the baseline
/// @param advance dots from this character's pen to the next one's
record Dots(List<Dot> at, double advance) {
  /// One dot.
  record Dot(int x, int y) {}

  Dots {
    at = List.copyOf(at);
  }

  /// A character of a face with outlines, in as many dots as a printer has.
  ///
  /// @param font at 1 point
  /// @param across dots of a full-width character
  /// @param down dots of its height
  /// @return nothing if there is no ink
  static Optional<Dots> of(Font font, int codePoint, double across, int down) {
    int size = 2 * down;
    BufferedImage canvas = new BufferedImage(2 * size, 2 * size, BufferedImage.TYPE_BYTE_BINARY);
    Graphics2D g = canvas.createGraphics();
    g.setColor(Color.WHITE);
    Font sized = font.deriveFont(AffineTransform.getScaleInstance(across, down));
    GlyphVector glyph =
        sized.createGlyphVector(g.getFontRenderContext(), Character.toString(codePoint));
    g.drawGlyphVector(glyph, down, size);
    g.dispose();
    List<Dot> dots = new ArrayList<>();
    for (int y = 0; y < canvas.getHeight(); y++) {
      for (int x = 0; x < canvas.getWidth(); x++) {
        if (canvas.getRaster().getSample(x, y, 0) > 0) {
          dots.add(new Dot(x - down, y - size));
        }
      }
    }
    double advance = glyph.getGlyphPosition(glyph.getNumGlyphs()).getX();
    return dots.isEmpty() ? Optional.empty() : Optional.of(new Dots(dots, Math.round(advance)));
  }

  /// Struck twice, the second time a dot to the right.
  Dots bold() {
    List<Dot> twice = new ArrayList<>(at);
    at.forEach(d -> twice.add(new Dot(d.x() + 1, d.y())));
    return new Dots(twice.stream().distinct().toList(), advance);
  }
}
