package jp.frontdesk.reading.evidence;

import java.util.Set;

/// Why a value needs a person's look, in words a visitor and a clerk understand.
public final class Reasons {
  /// Nothing legible.
  public static final String ILLEGIBLE = "文字がはっきり読めません";

  /// Two readings differ.
  public static final String READINGS_DIFFER = "読み方によって結果が違います";

  /// Faint or small print.
  public static final String UNCLEAR = "文字がはっきりしません";

  /// A character of a family that looks alike.
  public static final String VARIANT = "この字には似た異体字があります";

  /// The check digit does not fit.
  public static final String CHECK_DIGIT = "番号の検査数字が合いません";

  /// The wrong number of digits.
  public static final String DIGIT_COUNT = "番号の桁数が合いません";

  /// No date of any calendar and no permitted wording.
  public static final String NOT_A_DATE = "日付として読めません";

  /// Not one of the words that can stand there.
  public static final String NOT_IN_LIST = "決まった言葉のどれとも一致しません";

  /// No check exists for this kind of value.
  public static final String UNPROVEN = "自動では確かめられない値です";

  /// Only kana where a name should stand.
  public static final String ONLY_KANA = "かなだけなので、ふりがなかもしれません";

  /// A seal or another mark lies on the print.
  public static final String COVERED = "印影などが文字に重なっています";

  /// The ruling was found only in part, so a value may stand under the wrong person.
  public static final String WHOSE = "どの人の欄かはっきりしません";

  /// The person before or after has no such value, so this one may be theirs.
  public static final String NEXT_PERSON = "となりの人の欄の値かもしれません";

  /// Only one of the two places was found, or the same twice.
  public static final String WHICH_PLACE = "どちらの住所かはっきりしません";

  private static final Set<String> OF_PLACE = Set.of(WHOSE, NEXT_PERSON, WHICH_PLACE, ONLY_KANA);

  private Reasons() {}

  /// Whether the doubt is not what was read, but whose it is or what: however often such values
  /// were right, a person looks at them.
  public static boolean isOfPlace(String reason) {
    return OF_PLACE.contains(reason);
  }
}
