package jp.frontdesk.fees.code;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Locale;
import java.util.Optional;
import jp.frontdesk.kernel.Yen;

/// eL-QR 地方税統一QRコード: 255 digits that the tax system hands over, through eLTAX 地方税ポータルシステム. It is
/// read, checked and printed as it is; nothing of it is ever made here, and there is no way to
/// build one of its parts. The layout was recovered from public sources and not confirmed by an
/// official text, so a code that passes is "consistent", not "valid".
///
/// The digits name a debt of a person: they belong into no log, address or message.
///
/// @param digits 255 digits that keep every rule
public record LocalTaxQr(String digits) {
  /// How many digits a code has.
  public static final int LENGTH = 255;

  /// 地方税共同機構, by its number in the payment network.
  private static final String OFFICE = "13800";

  private static final int UPPER = 29;
  private static final int LOWER = UPPER + 39;
  private static final int END = LOWER + 44;
  private static final int DATES = 131;
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("uuuuMMdd", Locale.ROOT).withResolverStyle(ResolverStyle.STRICT);

  public LocalTaxQr {
    Optional<String> fault = faultIn(digits);
    if (fault.isPresent()) {
      throw new IllegalArgumentException(fault.get());
    }
  }

  /// What a text turned out to be.
  public sealed interface Outcome {
    /// A code that agrees with itself in every check.
    record Consistent(LocalTaxQr code) implements Outcome {}

    /// No such code; `reason` is one Japanese sentence for the person at the screen.
    record Refused(String reason) implements Outcome {}
  }

  /// Reads what a scanner typed; white space around it is left out.
  public static Outcome parse(String text) {
    String digits = text.strip();
    return faultIn(digits)
        .<Outcome>map(Outcome.Refused::new)
        .orElseGet(() -> new Outcome.Consistent(new LocalTaxQr(digits)));
  }

  /// The two check digits of a line that postal machines read: first modulus 11, then modulus 10.
  ///
  /// @param line the digits behind the two check digits
  static String ocrCheckOf(String line) {
    int tens = 0;
    int elevens = 0;
    for (int i = 0; i < line.length(); i++) {
      int digit = line.charAt(i) - '0';
      int turn = i / 2 % 8;
      boolean isEven = i % 2 == 0;
      tens += digit * (isEven ? 9 - turn : 1);
      elevens += digit * (isEven ? 1 : 3 + turn > 9 ? 2 : 3 + turn);
    }
    int second = tens % 10;
    int first = (elevens + second * 2) % 11 % 10;
    return "" + first + second;
  }

  /// How much is due.
  public Yen amount() {
    return new Yen(Long.parseLong(digits.substring(UPPER + 13, UPPER + 24)));
  }

  /// 案件特定キー, twenty digits.
  public String caseKey() {
    return digits.substring(LOWER + 2, LOWER + 22);
  }

  /// 確認番号, six digits.
  public String confirmationNumber() {
    return digits.substring(LOWER + 22, LOWER + 28);
  }

  /// 税目・料金番号, three digits.
  public String taxItem() {
    return digits.substring(UPPER + 31, UPPER + 34);
  }

  /// 賦課年度, a western year.
  public int assessmentYear() {
    return Integer.parseInt(digits.substring(DATES, DATES + 4));
  }

  /// 期別, two digits.
  public String period() {
    return digits.substring(DATES + 8, DATES + 10);
  }

  /// 納期限.
  public LocalDate dueOn() {
    return LocalDate.parse(digits.substring(DATES + 10, DATES + 18), DAY);
  }

  /// 支払期限, the last day on which the code can be paid.
  public LocalDate payableUntil() {
    return LocalDate.parse(digits.substring(DATES + 18, DATES + 26), DAY);
  }

  /// Nothing of the code: it names a debt.
  @Override
  public String toString() {
    return "LocalTaxQr[***]";
  }

  private static Optional<String> faultIn(String digits) {
    if (digits.length() != LENGTH || !TaggedField.isNumber(digits)) {
      return Optional.of("eL-QRは255けたの数字です。もう一度読み取ってください。");
    }
    if (!hasLayout(digits)) {
      return Optional.of("eL-QRの項目の並びではありません。");
    }
    String body = digits.substring(0, LENGTH - 5);
    if (!digits.endsWith("%05d".formatted(Crc16.of(body)))) {
      return Optional.of("eL-QRの内容に誤りがあります（CRC）。もう一度読み取ってください。");
    }
    if (!isChecked(digits, UPPER, LOWER) || !isChecked(digits, LOWER, END)) {
      return Optional.of("eL-QRの納付番号の検査数字が合いません。もう一度読み取ってください。");
    }
    if (!digits.substring(UPPER + 13, UPPER + 24).equals(digits.substring(END + 4, END + 15))) {
      return Optional.of("eL-QRの中の二つの金額が違います。");
    }
    if (digits.startsWith("00000000000", END + 4)) {
      return Optional.of("金額が0円のeL-QRは使えません。");
    }
    return isDay(digits, DATES + 10) && isDay(digits, DATES + 18)
        ? Optional.empty()
        : Optional.of("eL-QRの期限が日付になっていません。");
  }

  private static boolean hasLayout(String digits) {
    return digits.startsWith("000201" + "010212" + "2796" + "0005" + OFFICE + "0183")
        && digits.startsWith(OFFICE, UPPER + 25)
        && digits.startsWith("5411", END)
        && digits.startsWith("6226", END + 15)
        && digits.startsWith("8085", DATES + 26)
        && digits.startsWith("6305", LENGTH - 9);
  }

  private static boolean isChecked(String digits, int from, int to) {
    return digits.substring(from, from + 2).equals(ocrCheckOf(digits.substring(from + 2, to)));
  }

  private static boolean isDay(String digits, int from) {
    try {
      LocalDate _ = LocalDate.parse(digits.substring(from, from + 8), DAY);
      return true;
    } catch (DateTimeException notADay) {
      return false;
    }
  }
}
