package jp.frontdesk.fees.code;

import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import jp.frontdesk.kernel.Yen;

/// The 44 digits of GS1-128 標準料金代理収納, the code of a payment slip that shops and apps read: `91`,
/// company code 6, free field 21, re-issue 1, due date 6 (`YYMMDD`, western year, `999999` for
/// none), stamp flag 1, amount 6, check digit 1 (modulus 10 weight 3, over the `91` too).
///
/// A fitting check digit does not prove a code: two neighbouring digits that differ by 5 can be
/// swapped unnoticed, so a reader also looks the whole code up.
///
/// @param digits 44 digits that keep every rule above, with an amount above 0 yen
public record CollectionCode(String digits) {
  /// How many digits a code has.
  public static final int LENGTH = 44;

  /// The most that six digits hold. Agents take less, see the town's contract.
  public static final Yen FIELD_MAXIMUM = new Yen(999_999);

  private static final String NO_DUE_DATE = "999999";

  public CollectionCode {
    Optional<String> fault = faultIn(digits);
    if (fault.isPresent()) {
      throw new IllegalArgumentException(fault.get());
    }
  }

  /// What a text turned out to be.
  public sealed interface Outcome {
    /// A code that keeps every rule.
    record Valid(CollectionCode code) implements Outcome {}

    /// No code; `reason` is one Japanese sentence for the person at the screen.
    record Refused(String reason) implements Outcome {}
  }

  /// Reads what a person pasted or a scanner typed: the symbology mark `]C1`, FNC1, parentheses,
  /// hyphens and white space are left out, full-width digits are taken.
  public static Outcome parse(String text) {
    String digits =
        Normalizer.normalize(text.strip(), Normalizer.Form.NFKC)
            .replaceFirst("^\\]C1", "")
            .replaceAll("[\\u001d\\u00f1()\\s\\p{Pd}\\u2212\\u30fc]", "");
    return outcomeOf(digits);
  }

  /// Builds a code and its check digit.
  ///
  /// @param companyCode six digits, owned by the collection agent or the town's GS1 contract
  /// @param freeField 21 digits
  /// @param reissue how often this debt's code was printed anew, 0 to 9
  /// @param dueOn the last day to pay; empty for none
  /// @param hasStamp whether a revenue stamp 収入印紙 is due; never for public money
  public static Outcome compose(
      String companyCode,
      String freeField,
      int reissue,
      Optional<LocalDate> dueOn,
      boolean hasStamp,
      Yen amount) {
    if (amount.compareTo(FIELD_MAXIMUM) > 0) {
      return new Outcome.Refused("金額が" + FIELD_MAXIMUM + "を超えるため、支払いコードを作れません。");
    }
    if (companyCode.length() != 6 || freeField.length() != 21 || reissue < 0 || reissue > 9) {
      return new Outcome.Refused("支払いコードの契約項目の桁数が合いません。");
    }
    String first43 =
        "91%s%s%d%s%d%06d"
            .formatted(
                companyCode,
                freeField,
                reissue,
                dueOn.map(CollectionCode::sixDigits).orElse(NO_DUE_DATE),
                hasStamp ? 1 : 0,
                amount.amountYen());
    return isAllDigits(first43)
        ? outcomeOf(first43 + checkDigitOf(first43))
        : new Outcome.Refused("支払いコードに数字以外の文字が入っています。");
  }

  /// Modulus 10 weight 3 over the 43 digits before the check digit, `91` included; the right-most
  /// digit has weight 3.
  public static int checkDigitOf(String first43) {
    int sum = 0;
    for (int i = 0; i < first43.length(); i++) {
      boolean isOddFromRight = (first43.length() - i) % 2 == 1;
      sum += (first43.charAt(i) - '0') * (isOddFromRight ? 3 : 1);
    }
    return (10 - sum % 10) % 10;
  }

  /// The biller's or agent's six digits 請求書発行企業コード.
  public String companyCode() {
    return digits.substring(2, 8);
  }

  /// The 21 digits whose meaning the contract defines 自由使用欄.
  public String freeField() {
    return digits.substring(8, 29);
  }

  /// The number of re-issues 再発行区分, 0 to 9. It does not change which debt is meant.
  public int reissue() {
    return digits.charAt(29) - '0';
  }

  /// The last day to pay 支払期限; empty where the code has none.
  public Optional<LocalDate> dueOn() {
    return dateOf(digits.substring(30, 36));
  }

  /// Whether a revenue stamp is due 印紙フラグ.
  public boolean hasStamp() {
    return digits.charAt(36) == '1';
  }

  /// The amount to pay.
  public Yen amount() {
    return new Yen(Long.parseLong(digits.substring(37, 43)));
  }

  /// The text below the bars: each `#` of the mask becomes the next digit. The usual mask is two
  /// lines, `(##)######-######################` and `######-#-######-#`.
  public String humanReadable(String mask) {
    StringBuilder text = new StringBuilder();
    int next = 0;
    for (int i = 0; i < mask.length(); i++) {
      char c = mask.charAt(i);
      text.append(c == '#' && next < LENGTH ? digits.charAt(next++) : c);
    }
    return text.toString();
  }

  private static Outcome outcomeOf(String digits) {
    return faultIn(digits)
        .<Outcome>map(Outcome.Refused::new)
        .orElseGet(() -> new Outcome.Valid(new CollectionCode(digits)));
  }

  private static Optional<String> faultIn(String digits) {
    if (!isAllDigits(digits) || digits.length() != LENGTH) {
      return Optional.of("支払いコードは44けたの数字です。もう一度読み取ってください。");
    }
    if (!digits.startsWith("91")) {
      return Optional.of("料金代理収納の支払いコードではありません。");
    }
    if (checkDigitOf(digits.substring(0, LENGTH - 1)) != digits.charAt(LENGTH - 1) - '0') {
      return Optional.of("支払いコードの数字に誤りがあります。もう一度読み取ってください。");
    }
    if (digits.charAt(36) > '1') {
      return Optional.of("支払いコードの印紙の欄が正しくありません。");
    }
    if (digits.startsWith("000000", 37)) {
      return Optional.of("金額が0円の支払いコードは使えません。");
    }
    return isDate(digits.substring(30, 36))
        ? Optional.empty()
        : Optional.of("支払いコードの支払期限が日付になっていません。");
  }

  private static boolean isAllDigits(String text) {
    return !text.isEmpty() && text.chars().allMatch(c -> c >= '0' && c <= '9');
  }

  private static boolean isDate(String sixDigits) {
    try {
      return sixDigits.equals(NO_DUE_DATE) || dateOf(sixDigits).isPresent();
    } catch (DateTimeException notADay) {
      return false;
    }
  }

  private static Optional<LocalDate> dateOf(String sixDigits) {
    if (sixDigits.equals(NO_DUE_DATE)) {
      return Optional.empty();
    }
    return Optional.of(
        LocalDate.of(
            2000 + Integer.parseInt(sixDigits.substring(0, 2)),
            Integer.parseInt(sixDigits.substring(2, 4)),
            Integer.parseInt(sixDigits.substring(4, 6))));
  }

  private static String sixDigits(LocalDate day) {
    return "%02d%02d%02d".formatted(day.getYear() % 100, day.getMonthValue(), day.getDayOfMonth());
  }
}
