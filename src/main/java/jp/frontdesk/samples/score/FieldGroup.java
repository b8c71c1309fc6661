package jp.frontdesk.samples.score;

import java.text.Normalizer;
import java.util.regex.Pattern;

/// Sorts printed fields into the rows of the table: by type, and where reading differs much within
/// a type, by the characters of the value.
final class FieldGroup {
  /// Characters of families of which the plain member is far more frequent, such as 髙 beside 高.
  private static final String OLD_OR_RARE =
      "髙﨑邉邊邨齋齊齎濵濱德瀨瀬栁桺桒槗曻嶋嶌峯冨淵渕廣櫻澤禮眞惠壽靜淸增靑黑國條圓鹽會戶禰彌埜舘舩薗藏蘆鄕釼劔雜靏靍鷹麴龜槇與榮龍瀧晧皓顯薰凜鐵實寬恆悅"
          + "愼亙勳堯尭壯將尙巖彈彥樂熙煕聰莊衞豐綠緖繪艷萬萠螢亞敎遙瑤籔藪ヱゑゞ纐纈圡奧柗﨏";

  private static final Pattern LATIN = Pattern.compile("[\\x20-\\x7e]+");
  private static final Pattern HALF_WIDTH_KANA = Pattern.compile("[\\uff66-\\uff9f]");

  private FieldGroup() {}

  /// The row of one printed field.
  static String of(TruthFile.Field field) {
    return switch (field.type()) {
      case "name" ->
          LATIN.matcher(Normalizer.normalize(field.value(), Normalizer.Form.NFKC)).matches()
              ? "name, Latin"
              : hasOldOrRareForm(field.value()) ? "name, old or rare forms" : "name, plain";
      case "kana" ->
          HALF_WIDTH_KANA.matcher(field.value()).find() ? "kana, half width" : "kana, full width";
      case "date" -> field.norm().isEmpty() ? "date, unknown wording" : "date";
      default -> field.type();
    };
  }

  private static boolean hasOldOrRareForm(String value) {
    return value
        .codePoints()
        .anyMatch(c -> c > 0xFFFF || (c >= 0xF900 && c <= 0xFAFF) || OLD_OR_RARE.indexOf(c) >= 0);
  }
}
