package jp.frontdesk.reading.glyphs;

import java.util.ArrayList;
import java.util.List;

/// Tells the mark of a voiced sound from the dot between words: on bad copies both are a speck
/// behind a half-width kana, but the mark stands in the upper half of the line and the dot in its
/// middle.
final class VoicedMarks {
  private static final String VOICED = "ｳｶｷｸｹｺｻｼｽｾｿﾀﾁﾂﾃﾄﾊﾋﾌﾍﾎ";
  private static final double LOWEST_BOTTOM = 0.5;
  private static final double SEEN = 0.7;

  private VoicedMarks() {}

  /// The line with each dot that stands as high as a mark, behind a kana that can be voiced, read
  /// as the mark.
  static List<ReadGlyph> told(List<ReadGlyph> line) {
    int top = line.stream().mapToInt(ReadGlyph::top).min().orElse(0);
    int bottom = line.stream().mapToInt(ReadGlyph::bottom).max().orElse(1);
    List<ReadGlyph> told = new ArrayList<>(line);
    for (int i = 1; i < line.size(); i++) {
      ReadGlyph glyph = line.get(i);
      boolean isDot = glyph.codePoint() == '・' || glyph.codePoint() == '･';
      boolean isHigh = glyph.bottom() - top <= LOWEST_BOTTOM * (bottom - top);
      if (isDot && isHigh && VOICED.indexOf(line.get(i - 1).codePoint()) >= 0) {
        told.set(i, glyph.as('ﾞ', SEEN));
      }
    }
    return List.copyOf(told);
  }
}
