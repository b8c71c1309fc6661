package jp.frontdesk.paper;

import java.util.List;
import java.util.Optional;

/// A text as glyphs of the fonts, in writing order.
///
/// @param glyphs one for each character together with its variation selector
public record GlyphRun(List<Glyph> glyphs) {
  /// One glyph.
  ///
  /// @param font which of the fonts, counted as in [PaperFonts]
  /// @param number the glyph's number in that font
  /// @param text the character with its selector, for text extraction
  /// @param width in thousandths of the font size
  /// @param rise above the baseline, in thousandths; 0 for nearly all
  /// @param isMissing no font has the character, so that this is 〓 in its place
  /// @param picture drawn in place of the glyph
  public record Glyph(
      int font,
      int number,
      String text,
      int width,
      int rise,
      boolean isMissing,
      Optional<GlyphPicture> picture) {
    Glyph(int font, int number, String text, int width, int rise, boolean isMissing) {
      this(font, number, text, width, rise, isMissing, Optional.empty());
    }

    /// The same glyph, drawn as a picture.
    public Glyph drawnAs(GlyphPicture shape) {
      return new Glyph(font, number, text, width, rise, isMissing, Optional.of(shape));
    }
  }

  public GlyphRun {
    glyphs = List.copyOf(glyphs);
  }

  /// The sum of the widths, in thousandths of the font size.
  public int width() {
    return glyphs.stream().mapToInt(Glyph::width).sum();
  }

  /// A part of the run.
  public GlyphRun slice(int from, int to) {
    return new GlyphRun(glyphs.subList(from, to));
  }

  /// The characters of the run.
  public String text() {
    StringBuilder text = new StringBuilder();
    glyphs.forEach(glyph -> text.append(glyph.text()));
    return text.toString();
  }
}
