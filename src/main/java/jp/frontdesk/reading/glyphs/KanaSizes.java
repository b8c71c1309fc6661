package jp.frontdesk.reading.glyphs;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Tells ャ from ヤ: both look the same but for their size, so the rows a character stands in decide,
/// measured against the whole line. In a line of katakana alone each pair has a height of its own
/// between the tops of both, counted over eleven faces of the tune set in both widths: ヤ begins at
/// the top of the line, エ well below it. What stands between both is small only behind a sound that
/// can take it: ケ takes no ィ.
public final class KanaSizes {
  private static final String LARGE = "アイウエオツヤユヨワあいうえおつやゆよわｱｲｳｴｵﾂﾔﾕﾖ";
  private static final String SMALL = "ァィゥェォッャュョヮぁぃぅぇぉっゃゅょゎｧｨｩｪｫｯｬｭｮ";
  private static final double LARGE_TOP = 0.2;
  private static final double SMALL_TOP = 0.27;
  private static final double SURE = 0.97;
  private static final String KATAKANA = "アイウエオツヤユヨワ";
  private static final String HALF_KATAKANA = "ｱｲｳｴｵﾂﾔﾕﾖ";
  private static final double[] BETWEEN_TOPS = {
    0.17, 0.11, 0.085, 0.255, 0.11, 0.17, 0.105, 0.26, 0.2, 0.17
  };
  private static final double NEAR = 0.03;
  private static final String GLIDES_TAKEN_BY = "キシチニヒミリテフウ";
  private static final Map<Character, String> TAKEN_BY =
      Map.of(
          'ャ', GLIDES_TAKEN_BY,
          'ュ', GLIDES_TAKEN_BY,
          'ョ', GLIDES_TAKEN_BY,
          'ァ', "フウツク",
          'ィ', "フウツクテス",
          'ゥ', "フト",
          'ェ', "フウツクシチイヒニミリ",
          'ォ', "フウツク");

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
    boolean isKatakana = line.stream().allMatch(g -> isKatakana(g.codePoint()));
    List<ReadGlyph> told = new ArrayList<>();
    for (ReadGlyph glyph : line) {
      ReadGlyph sized = told(glyph, top, bottom - top, isKatakana);
      boolean isUntold = isKatakana && sized.equals(glyph) && !isTaken(glyph, told);
      told.add(isUntold ? glyph.as(large(glyph.codePoint()), glyph.probability()) : sized);
    }
    return told;
  }

  private static boolean isTaken(ReadGlyph glyph, List<ReadGlyph> before) {
    return before.reversed().stream()
        .map(ReadGlyph::codePoint)
        .filter(c -> c != 'ﾞ' && c != 'ﾟ')
        .findFirst()
        .map(c -> canBeSmall(glyph.codePoint(), c))
        .orElse(SMALL.indexOf(glyph.codePoint()) < 0);
  }

  /// Whether a kana can be spoken small behind another: ケ takes no ィ. Anything can that is no small
  /// kana, and ッ.
  ///
  /// @param kana of katakana in either width
  /// @param before the kana it stands behind, voiced or not
  public static boolean canBeSmall(int kana, int before) {
    String takenBy = TAKEN_BY.get(plain(kana));
    return takenBy == null || takenBy.indexOf(plain(before)) >= 0;
  }

  /// In full width, without its voiced mark.
  private static char plain(int kana) {
    return Normalizer.normalize(Character.toString(kana), Normalizer.Form.NFKD).charAt(0);
  }

  private static boolean isKatakana(int c) {
    return (c >= 'ァ' && c <= 'ー') || (c >= 'ｦ' && c <= 'ﾟ');
  }

  private static ReadGlyph told(ReadGlyph glyph, int top, int height, boolean isKatakana) {
    int large = LARGE.indexOf(glyph.codePoint());
    int small = SMALL.indexOf(glyph.codePoint());
    if (large < 0 && small < 0) {
      return glyph;
    }
    int pair = Math.max(large, small);
    double below = (glyph.top() - top) / (double) Math.max(1, height);
    int own =
        Math.max(KATAKANA.indexOf(LARGE.charAt(pair)), HALF_KATAKANA.indexOf(LARGE.charAt(pair)));
    boolean isCounted = isKatakana && own >= 0;
    if (below < (isCounted ? BETWEEN_TOPS[own] - NEAR : LARGE_TOP)) {
      return glyph.as(LARGE.charAt(pair), SURE);
    }
    return below > (isCounted ? BETWEEN_TOPS[own] + NEAR : SMALL_TOP)
        ? glyph.as(SMALL.charAt(pair), SURE)
        : glyph;
  }
}
