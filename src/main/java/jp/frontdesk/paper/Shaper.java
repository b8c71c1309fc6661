package jp.frontdesk.paper;

import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.font.FontRenderContext;
import java.awt.font.GlyphVector;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Sets letters that join, stack and change their order, as the font's own tables say; Java asks
/// HarfBuzz. Any number of threads may call at once.
final class Shaper {
  private static final int UNITS = 1000;
  private static final int FIRST = 0x0900;
  private static final int LAST = 0x097F;
  private static final int NON_JOINER = 0x200C;
  private static final int JOINER = 0x200D;

  private final Font font;

  private Shaper(Font font) {
    this.font = font;
  }

  static Shaper open(Path file) {
    try {
      return new Shaper(
          Font.createFont(Font.TRUETYPE_FONT, file.toFile()).deriveFont((float) UNITS));
    } catch (FontFormatException | IOException e) {
      throw new UncheckedIOException("cannot use the font " + file, new IOException(e));
    }
  }

  /// How many characters from there on have to be shaped together; 0 for none.
  static int runFrom(int[] points, int start) {
    if (!isShaped(points[start])) {
      return 0;
    }
    int end = start + 1;
    while (end < points.length
        && (isShaped(points[end]) || points[end] == JOINER || points[end] == NON_JOINER)) {
      end++;
    }
    return end - start;
  }

  private static boolean isShaped(int point) {
    return point >= FIRST && point <= LAST;
  }

  /// A shaped glyph.
  ///
  /// @param advance to the next one, in thousandths of the font size
  /// @param rise above the baseline, in thousandths
  record Shaped(int number, String text, int advance, int rise) {
    GlyphRun.Glyph glyph(int font) {
      return new GlyphRun.Glyph(font, number, text, advance, rise, /* isMissing= */ false);
    }
  }

  /// The glyphs of a word. Each has the characters that no glyph before it has, so that together
  /// they say the word; one that has none of its own says a zero width space.
  List<Shaped> glyphsOf(String word) {
    char[] characters = word.toCharArray();
    FontRenderContext context = new FontRenderContext(null, true, true);
    GlyphVector vector =
        font.layoutGlyphVector(
            context, characters, 0, characters.length, Font.LAYOUT_LEFT_TO_RIGHT);
    List<Shaped> glyphs = new ArrayList<>();
    int told = 0;
    for (int i = 0; i < vector.getNumGlyphs(); i++) {
      int end = i + 1 < vector.getNumGlyphs() ? startAfter(vector, i) : characters.length;
      String text = end > told ? word.substring(told, end) : "\u200B";
      told = Math.max(told, end);
      double advance = vector.getGlyphPosition(i + 1).getX() - vector.getGlyphPosition(i).getX();
      int rise = (int) Math.round(-vector.getGlyphPosition(i).getY());
      glyphs.add(new Shaped(vector.getGlyphCode(i), text, (int) Math.round(advance), rise));
    }
    return glyphs;
  }

  /// Where the characters of the glyphs after this one begin.
  private static int startAfter(GlyphVector vector, int glyph) {
    int start = Integer.MAX_VALUE;
    for (int i = glyph + 1; i < vector.getNumGlyphs(); i++) {
      start = Math.min(start, vector.getGlyphCharIndex(i));
    }
    return start;
  }
}
