package jp.frontdesk.fees.code;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Random;
import jp.frontdesk.kernel.Yen;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

public class LocalTaxQrTest {
  /// The synthetic vector: not payable, its keys are 1 and 999999.
  public static final String SAMPLE =
      "0002010102122796000513800018348000000000000000001230021380001270000065000000000000000"
          + "0000100000009999999900000005411000000123006226202620260020260601202607318085000000000"
          + "0000000000000000000000000000000000000000000000000000000000000000000000000000630556787";

  @Test
  void theVerifiedCodeIsReadIntoItsParts() {
    LocalTaxQr code = consistent(SAMPLE);

    assertThat(code.amount()).isEqualTo(new Yen(12_300));
    assertThat(code.caseKey()).isEqualTo("00000000000000000001");
    assertThat(code.confirmationNumber()).isEqualTo("000000");
    assertThat(code.taxItem()).isEqualTo("127");
    assertThat(code.assessmentYear()).isEqualTo(2026);
    assertThat(code.period()).isEqualTo("00");
    assertThat(code.dueOn()).isEqualTo(LocalDate.of(2026, 6, 1));
    assertThat(code.payableUntil()).isEqualTo(LocalDate.of(2026, 7, 31));
    assertThat(code.toString()).doesNotContain("127", "12300");
  }

  @ParameterizedTest
  @CsvSource({
    "0000000000000000012300213800012700000,48",
    "000000000000000000010000000999999990000000,65"
  })
  void theCheckDigitsOfBothLinesFit(String line, String check) {
    assertThat(LocalTaxQr.ocrCheckOf(line)).isEqualTo(check);
  }

  @Test
  void everySingleWrongDigitAndEveryCutIsNoticed() {
    for (int i = 0; i < SAMPLE.length(); i++) {
      for (char wrong = '0'; wrong <= '9'; wrong++) {
        if (wrong != SAMPLE.charAt(i)) {
          assertRefused(SAMPLE.substring(0, i) + wrong + SAMPLE.substring(i + 1));
        }
      }
      assertRefused(SAMPLE.substring(0, i));
    }
  }

  @Test
  void aFittingCrcAloneIsNotEnough() {
    assertThat(refusal(withCrc(SAMPLE.replace("0001834800", "0001834900")))).contains("検査数字");
    assertThat(refusal(withCrc(SAMPLE.replace("541100000012300", "541100000012301"))))
        .contains("金額");
    assertThat(refusal(withCrc(SAMPLE.replace("20260731", "20260231")))).contains("日付");
    assertThat(refusal(withCrc(SAMPLE.replace("000201010212", "000201010211")))).contains("並び");
    assertThat(refusal(withCrc(ofAmount(0)))).contains("0円");
    assertThat(consistent(withCrc(ofAmount(7))).amount()).isEqualTo(new Yen(7));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "eL-QR", "\ud842", "９９", "-1", "9 9"})
  void whatIsNoCodeIsRefusedWithASentence(String text) {
    assertRefused(text);
    assertRefused(text.repeat(255));
    assertRefused(SAMPLE + text + "0");
    assertRefused("0".repeat(10_000));
  }

  @Test
  void whateverHas255DigitsIsACodeOrASentence() {
    Random random = new Random(255);
    for (int i = 0; i < 5_000; i++) {
      StringBuilder digits = new StringBuilder(SAMPLE);
      for (int changes = 1 + random.nextInt(4); changes > 0; changes--) {
        digits.setCharAt(random.nextInt(250), (char) ('0' + random.nextInt(10)));
      }
      assertThat(LocalTaxQr.parse(withCrc(digits.toString()))).isNotNull();
    }
  }

  @Test
  void spaceAroundAScanIsLeftOut() {
    assertThat(LocalTaxQr.parse(" " + SAMPLE + "\r\n"))
        .isEqualTo(new LocalTaxQr.Outcome.Consistent(new LocalTaxQr(SAMPLE)));
  }

  /// The sample with another amount in both places, its line checked anew.
  private static String ofAmount(int yen) {
    String amount = "%011d".formatted(yen);
    String line = "00000000000" + amount + "213800012700000";
    return SAMPLE.substring(0, 29)
        + LocalTaxQr.ocrCheckOf(line)
        + line
        + SAMPLE.substring(68, 116)
        + amount
        + SAMPLE.substring(127);
  }

  static String withCrc(String digits) {
    String body = digits.substring(0, 250);
    return body + "%05d".formatted(Crc16.of(body));
  }

  private static void assertRefused(String text) {
    assertThat(refusal(text)).endsWith("。");
  }

  private static String refusal(String text) {
    return ((LocalTaxQr.Outcome.Refused) LocalTaxQr.parse(text)).reason();
  }

  private static LocalTaxQr consistent(String text) {
    return ((LocalTaxQr.Outcome.Consistent) LocalTaxQr.parse(text)).code();
  }
}
