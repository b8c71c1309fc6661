package jp.frontdesk.reading.glyphs;

import java.util.List;

/// Tells ャ from ヤ: both look the same but for their size, so the rows a character stands in decide,
/// measured against the whole line.
public final class KanaSizes {
  private static final String LARGE = "アイウエオツヤユヨワあいうえおつやゆよわｱｲｳｴｵﾂﾔﾕﾖ";
  private static final String SMALL = "ァィゥェォッャュョヮぁぃぅぇぉっゃゅょゎｧｨｩｪｫｯｬｭｮ";
  private static final double LARGE_TOP = 0.2;
  private static final double SMALL_TOP = 0.27;
  private static final double SURE = 0.97;

  private KanaSizes() {}

  /// The large character of a small one, any other as it is.
  public static int large(int codePoint) {
    int small = SMALL.indexOf(codePoint);
    return small < 0 ? codePoint : LARGE.charAt(small);
  }

  /// The line with each such character in the size it stands in.
  static List<ReadGlyph> told(List<ReadGlyph> line) {
    if (line.size() < 3) {
      return line;
    }
    int top = line.stream().mapToInt(ReadGlyph::top).min().orElse(0);
    int bottom = line.stream().mapToInt(ReadGlyph::bottom).max().orElse(1);
    return line.stream().map(g -> told(g, top, bottom - top)).toList();
  }

  private static ReadGlyph told(ReadGlyph glyph, int top, int height) {
    int large = LARGE.indexOf(glyph.codePoint());
    int small = SMALL.indexOf(glyph.codePoint());
    if (large < 0 && small < 0) {
      return glyph;
    }
    int pair = Math.max(large, small);
    double below = (glyph.top() - top) / (double) Math.max(1, height);
    if (below < LARGE_TOP) {
      return glyph.as(LARGE.charAt(pair), SURE);
    }
    return below > SMALL_TOP ? glyph.as(SMALL.charAt(pair), SURE) : glyph;
  }
}
