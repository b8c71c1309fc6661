package jp.frontdesk.samples.paper;

import java.awt.Font;
import java.awt.font.FontRenderContext;
import java.util.ArrayList;
import java.util.List;

/// A printing font with stand-ins for the characters it lacks, so that no glyph is ever blank.
///
/// @param name the chosen font's name, e.g. `IPAmjMincho`
/// @param fonts the chosen font first, then the stand-ins in order
public record FontStack(String name, List<Font> fonts) {
  private static final FontRenderContext METRICS = new FontRenderContext(null, true, true);
  private static final float MEASURED_AT_PX = 100;

  public FontStack {
    fonts = List.copyOf(fonts);
    if (fonts.isEmpty()) {
      throw new IllegalArgumentException("no font");
    }
  }

  /// A piece of text that one font shows whole.
  public record Run(String text, Font font) {}

  /// Whether one of the fonts has a glyph for every character.
  public boolean canShow(String text) {
    return text.codePoints().allMatch(c -> isInvisible(c) || indexFor(c) >= 0);
  }

  /// The text cut where the font changes, in order.
  ///
  /// @throws IllegalArgumentException when no installed font has a glyph for a character; the
  ///   message names its code point only
  public List<Run> runsOf(String text) {
    List<Run> runs = new ArrayList<>();
    StringBuilder run = new StringBuilder();
    int current = 0;
    for (int i = 0; i < text.length(); ) {
      int c = text.codePointAt(i);
      int index = isInvisible(c) ? current : indexFor(c);
      if (index < 0) {
        throw new IllegalArgumentException("no installed font shows U+%04X".formatted(c));
      }
      if (index != current && !run.isEmpty()) {
        runs.add(new Run(run.toString(), fonts.get(current)));
        run.setLength(0);
      }
      current = index;
      run.appendCodePoint(c);
      i += Character.charCount(c);
    }
    if (!run.isEmpty()) {
      runs.add(new Run(run.toString(), fonts.get(current)));
    }
    return runs;
  }

  /// The advance width of the text, in ems.
  public double widthEm(String text) {
    return runsOf(text).stream().mapToDouble(FontStack::widthEm).sum();
  }

  static double widthEm(Run run) {
    return run.font().deriveFont(MEASURED_AT_PX).getStringBounds(run.text(), METRICS).getWidth()
        / MEASURED_AT_PX;
  }

  private int indexFor(int codePoint) {
    for (int i = 0; i < fonts.size(); i++) {
      if (fonts.get(i).canDisplay(codePoint)) {
        return i;
      }
    }
    return -1;
  }

  /// White space and variation selectors, which have no ink of their own.
  private static boolean isInvisible(int c) {
    return Character.isWhitespace(c)
        || (c >= 0xFE00 && c <= 0xFE0F)
        || (c >= 0xE0100 && c <= 0xE01EF);
  }
}
