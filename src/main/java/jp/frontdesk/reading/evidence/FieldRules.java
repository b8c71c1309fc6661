package jp.frontdesk.reading.evidence;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import jp.frontdesk.kernel.CertificateField;
import jp.frontdesk.kernel.IndividualNumber;
import jp.frontdesk.kernel.ResidentRecordCode;
import jp.frontdesk.kernel.Texts;

/// Which rule reads which field.
public final class FieldRules {
  private static final Pattern ONLY_KANA = Pattern.compile("[ぁ-ゖァ-ヺー・\\s　]+");
  private static final FieldRule DATE = new DateRule();
  private static final FieldRule KANA = new KanaRule();
  private static final FieldRule NAME = new NameRule();
  private static final FieldRule NAME_OF_MEMBER = passes -> shownIfOnlyKana(NAME.read(passes));
  private static final FieldRule TEXT = new TextRule();
  private static final FieldRule CARD = new CardNumberRule();
  private static final FieldRule SEX = ChoiceRule.of(List.of("男", "女"));
  private static final FieldRule YES_NO = ChoiceRule.of(List.of("有", "無"));
  private static final FieldRule PENSION =
      ChoiceRule.of(List.of("第1号", "第2号", "第3号", "無", "有", "任意", "任意加入"));
  private static final FieldRule INDIVIDUAL_NUMBER =
      new NumberRule(12, 12, IndividualNumber::checks, true);
  private static final FieldRule RESIDENT_RECORD_CODE =
      new NumberRule(11, 11, d -> new ResidentRecordCode(d).checkDigitAgrees(), true);
  private static final FieldRule PENSION_NUMBER = new NumberRule(10, 10, d -> true, false);
  private static final FieldRule CERTIFICATE_NUMBER = new NumberRule(1, 12, d -> true, false);

  private FieldRules() {}

  /// Whether a print begins with the name of a country or region, as 国籍・地域 does and no domicile.
  ///
  /// @param print in half width without spaces
  public static boolean startsWithNationality(String print) {
    return ListRule.NATIONALITY.words().stream()
        .map(Texts::folded)
        .anyMatch(w -> print.startsWith(w) || startsNearly(print, w));
  }

  /// Whether a print is a status of residence 在留資格 and nothing more.
  public static boolean isStatusOfResidence(String print) {
    return ListRule.RESIDENCE_STATUS.words().stream()
        .anyMatch(w -> Texts.folded(w).equals(Texts.folded(print)));
  }

  /// One character off, in a word of katakana: ペ and ベ look alike, one is read twice, and no
  /// domicile begins so.
  private static boolean startsNearly(String print, String word) {
    return word.matches("[ァ-ー]{3,}")
        && IntStream.rangeClosed(word.length(), word.length() + 1)
            .filter(length -> print.length() >= length)
            .anyMatch(length -> TextDistance.between(word, print.substring(0, length)) <= 1);
  }

  /// A name of kana only is rarely one: its 振り仮名 stands close by.
  private static Verdict shownIfOnlyKana(Verdict name) {
    return !name.needsReview() && ONLY_KANA.matcher(name.value()).matches()
        ? Verdict.doubtful(name.value(), 0.6, Reasons.ONLY_KANA, name.candidates())
        : name;
  }

  /// The rule of a field.
  public static FieldRule of(CertificateField field) {
    return switch (field) {
      case SEX -> SEX;
      case RELATION -> RelationRule.INSTANCE;
      case HEALTH_INSURANCE, LATE_ELDERLY, CARE_INSURANCE, CHILD_ALLOWANCE -> YES_NO;
      case PENSION -> PENSION;
      case PENSION_NUMBER -> PENSION_NUMBER;
      case INDIVIDUAL_NUMBER -> INDIVIDUAL_NUMBER;
      case RESIDENT_RECORD_CODE -> RESIDENT_RECORD_CODE;
      case CERTIFICATE_NUMBER -> CERTIFICATE_NUMBER;
      case RESIDENCE_CARD -> CARD;
      case NATIONALITY -> ListRule.NATIONALITY;
      case RESIDENCE_STATUS -> ListRule.RESIDENCE_STATUS;
      case KANA -> KANA;
      case MOVE_DATE, MOVE_NOTIFIED_DATE, BIRTH_DATE, RESIDENCE_UNTIL, ISSUE_DATE -> DATE;
      case NAME -> NAME_OF_MEMBER;
      case OLD_HOUSEHOLDER, NEW_HOUSEHOLDER, FORMER_NAME, ALIAS, DOMICILE_HEAD, MAYOR -> NAME;
      case OLD_ADDRESS, NEW_ADDRESS, REGISTERED_DOMICILE, ISSUER -> TEXT;
    };
  }
}
