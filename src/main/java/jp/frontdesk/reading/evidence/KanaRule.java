package jp.frontdesk.reading.evidence;

import java.util.List;
import java.util.OptionalDouble;
import jp.frontdesk.kernel.Texts;

/// 振り仮名: characters that only look like katakana are put right; the fast model with katakana only
/// and the combined model must agree.
final class KanaRule implements FieldRule {
  private static final String KATAKANA =
      "アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワヲン" + "ガギグゲゴザジズゼゾダヂヅデドバビブベボパピプペポヴァィゥェォッャュョーヮヵヶ・";
  private static final double USUAL_WIDTH = 1.2;
  private static final double NARROWEST = 0.85;
  private static final double WIDEST = 1.6;
  private static final String LOOK_ALIKES = "一二口力夕卜八工三千へべぺり才―-−‐ー";
  private static final String KANA_FOR = "ーニロカタトハエミチヘベペリオーーーーー";

  @Override
  public Verdict read(Passes passes) {
    Pass fast = passes.fast(KATAKANA);
    String one = katakana(fast.text());
    String first = katakana(passes.first().text());
    Pass combined = passes.combined(40);
    String other = katakana(combined.text());
    List<String> all = List.of(one, other, first);
    if (!one.isEmpty() && one.equals(other)) {
      if (!fillsItsPlace(one, passes)) {
        return Verdict.doubtful(one, 0.4, Reasons.UNCLEAR, all);
      }
      return one.equals(first) || Math.min(fast.lowest(), combined.lowest()) > 0.85
          ? Verdict.sure(one, 0.96)
          : Verdict.doubtful(one, 0.8, Reasons.UNCLEAR, all);
    }
    String third = katakana(passes.combined(30).text());
    if (!one.isEmpty() && one.equals(first)) {
      return Verdict.doubtful(one, 0.7, Reasons.READINGS_DIFFER, List.of(other, third));
    }
    if (!other.isEmpty() && (other.equals(third) || other.equals(first))) {
      return Verdict.doubtful(other, 0.65, Reasons.READINGS_DIFFER, List.of(one, first));
    }
    String best = one.isEmpty() ? other : one;
    return best.isEmpty()
        ? Verdict.nothing()
        : Verdict.doubtful(best, 0.4, Reasons.READINGS_DIFFER, List.of(other, first, third));
  }

  /// Whether so many full-width characters take about the place the print takes: engines drop half
  /// of what is printed in half width, and agree.
  private static boolean fillsItsPlace(String kana, Passes passes) {
    OptionalDouble width = passes.widthInHeights();
    double each = width.orElse(USUAL_WIDTH * kana.length()) / kana.length();
    return each > NARROWEST && each < WIDEST;
  }

  /// Full-width katakana only; hiragana and kanji that look like it are put right, the rest falls
  /// away.
  static String katakana(String text) {
    StringBuilder out = new StringBuilder();
    for (char c : Texts.folded(text).toCharArray()) {
      int at = LOOK_ALIKES.indexOf(c);
      char kana = at >= 0 ? KANA_FOR.charAt(at) : c >= 'ぁ' && c <= 'ゖ' ? (char) (c + 0x60) : c;
      if (KATAKANA.indexOf(kana) >= 0) {
        out.append(kana);
      }
    }
    return out.toString();
  }
}
