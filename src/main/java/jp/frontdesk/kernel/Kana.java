package jp.frontdesk.kernel;

import java.text.Normalizer;
import java.util.Optional;
import java.util.regex.Pattern;

/// 氏名の振り仮名 in full-width katakana, parts separated by one full-width space. Its text form is
/// masked.
///
/// @param text 1 to 300 characters: katakana, ー, ・, ヽ, ヾ and the full-width space
public record Kana(String text) {
  private static final Pattern KATAKANA =
      Pattern.compile("(?=.{1,300}$)[ァ-ヺー・ヽヾ]+(?:　[ァ-ヺー・ヽヾ]+)*");

  public Kana {
    if (!KATAKANA.matcher(text).matches()) {
      throw new IllegalArgumentException("not katakana in full width");
    }
  }

  /// Reads katakana of either width and hiragana, with any white space between the parts; a hyphen
  /// after a kana is taken as the long vowel mark. Empty for anything else.
  public static Optional<Kana> parse(String text) {
    String full = Texts.spaced(Normalizer.normalize(text, Normalizer.Form.NFKC));
    StringBuilder katakana = new StringBuilder();
    full.codePoints().map(Kana::toKatakana).forEach(katakana::appendCodePoint);
    String joined = katakana.toString().replaceAll("(?<=[ァ-ヺ])[\\p{Pd}\\u2212]", "ー");
    return KATAKANA.matcher(joined).matches() ? Optional.of(new Kana(joined)) : Optional.empty();
  }

  private static int toKatakana(int codePoint) {
    boolean isHiragana =
        (codePoint >= 'ぁ' && codePoint <= 'ゖ') || codePoint == 'ゝ' || codePoint == 'ゞ';
    return isHiragana ? codePoint + ('ァ' - 'ぁ') : codePoint;
  }

  @Override
  public String toString() {
    return "Kana(***)";
  }
}
