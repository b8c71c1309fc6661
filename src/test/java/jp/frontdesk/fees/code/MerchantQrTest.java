package jp.frontdesk.fees.code;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import jp.frontdesk.kernel.Yen;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MerchantQrTest {
  private static final String SHOP =
      "0019jp.or.paymentsjapan011300000000000010204000103060000010406000001";
  private static final String EMVCO =
      "00020101021229300012D156000000000510A93FO3230Q31280012D15600000001030812345678520441115802CN"
          + "5914BEST TRANSPORT6007BEIJING64200002ZH0104最佳运输0202北京540523.7253031565502016233030412340603"
          + "***0708A60086670902ME91320016A0112233449988770708123456786304A13A";
  private static final String CAFE =
      "0002016003xxx01021129300012D156000000000510A93FO3230Q31280012D1560000000103081234567826680019"
          + "jp.or.paymentsjapan01130000000000001020400010306000001040600000153033925903xxx64180002JA0108"
          + "メルペイ カフェ520441115802JP610710661436304DEE9";
  private static final String DYNAMIC =
      "00020101021226680019jp.or.paymentsjapan01130000000000001020400010306000001040600000152049399"
          + "530339254033005802JP5909TEST CITY6008YOKOHAMA6107231000562160112FD202600000164140002JA0104テスト市"
          + "630480FF";
  private static final String STATIC =
      "00020101021126680019jp.or.paymentsjapan01130000000000001020400010306000001040600000152049399"
          + "53033925802JP5909TEST CITY6008YOKOHAMA6107231000564140002JA0104テスト市6304F5DA";

  @ParameterizedTest
  @CsvSource({"123456789,29B1", "a,9D77", "abc,514A", "A random string,0375"})
  void theCheckIsThatOfItsPublishedValues(String text, String check) {
    assertThat("%04X".formatted(Crc16.of(text))).isEqualTo(check);
  }

  @ParameterizedTest
  @ValueSource(strings = {EMVCO, CAFE, DYNAMIC, STATIC})
  void everyVerifiedCodeIsReadAndWrittenAgainAsItWas(String text) {
    MerchantQr code = valid(MerchantQr.parse(text));

    assertThat(code.text()).isEqualTo(text);
    assertThat(MerchantQr.of(code.fields())).isEqualTo(new MerchantQr.Outcome.Valid(code));
  }

  @Test
  void theFieldsOfTheVerifiedCodesAreFound() {
    MerchantQr foreign = valid(MerchantQr.parse(EMVCO));
    MerchantQr cafe = valid(MerchantQr.parse(CAFE));
    MerchantQr dynamic = valid(MerchantQr.parse(DYNAMIC));
    MerchantQr hanging = valid(MerchantQr.parse(STATIC));

    assertThat(foreign.merchantName()).isEqualTo("最佳运输");
    assertThat(foreign.amount()).as("not in yen").isEmpty();
    assertThat(foreign.jpqrFault()).isPresent();
    assertThat(cafe.find("26")).contains(SHOP);
    assertThat(cafe.merchantName()).isEqualTo("メルペイ カフェ");
    assertThat(dynamic.amount()).contains(new Yen(300));
    assertThat(dynamic.find("62", "01")).contains("FD2026000001");
    assertThat(dynamic.jpqrFault()).isEmpty();
    assertThat(hanging.amount()).isEmpty();
    assertThat(hanging.isDynamic()).isFalse();
    assertThat(hanging.jpqrFault()).isEmpty();
  }

  @Test
  void aStaticCodeWithAnAmountIsTheVerifiedDynamicOne() {
    MerchantQr hanging = valid(MerchantQr.parse(STATIC));

    MerchantQr one = valid(hanging.withAmount(new Yen(300), "FD2026000001"));

    assertThat(one.text()).isEqualTo(DYNAMIC);
    assertThat(one.withAmount(new Yen(300), "1")).isInstanceOf(MerchantQr.Outcome.Refused.class);
    assertThat(hanging.withAmount(Yen.ZERO, "1")).isInstanceOf(MerchantQr.Outcome.Refused.class);
  }

  @Test
  void everySingleWrongSignAndEveryCutIsNoticed() {
    for (String text : List.of(EMVCO, CAFE, DYNAMIC, STATIC)) {
      for (int i = 0; i < text.length(); i++) {
        String spoilt = text.substring(0, i) + (text.charAt(i) == '1' ? '2' : '1');
        assertRefused(spoilt + text.substring(i + 1));
        assertRefused(text.substring(0, i));
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "6304",
        "63041D0F",
        "0002016304",
        "00020163040000",
        "\ud842",
        "0002016303\ud842ab",
        "0001\ud8426304A13A",
        "0003０１１6304A13A",
        "00020100020163045B61",
        "6304A13A000201",
        "00020126680019",
        "0099",
        "http://127.0.0.1/app/code/1"
      })
  void whatIsNoCodeIsRefusedWithASentence(String text) {
    assertRefused(text);
  }

  @Test
  void aCheckInSmallLettersAndOneOverOtherBytesAreRefused() {
    assertRefused(STATIC.replace("6304F5DA", "6304f5da"));
    assertRefused(CAFE.replace("6304DEE9", "63047227"));
    assertRefused("0".repeat(10_000));
    assertRefused(STATIC + " ");
  }

  @Test
  void whateverIsMadeIsReadAgain() {
    Random random = new Random(26);
    for (int i = 0; i < 2_000; i++) {
      List<TaggedField> fields = new ArrayList<>(valid(MerchantQr.parse(STATIC)).fields());
      fields.set(6, new TaggedField("59", randomText(random, 25)));
      fields.set(7, new TaggedField("60", randomText(random, 15)));
      fields.add(new TaggedField("80", randomText(random, 60)));
      fields.add(new TaggedField("62", new TaggedField("08", randomText(random, 25)).text()));

      switch (MerchantQr.of(fields)) {
        case MerchantQr.Outcome.Valid(MerchantQr code) ->
            assertThat(valid(MerchantQr.parse(code.text()))).isEqualTo(code);
        case MerchantQr.Outcome.Refused(String reason) -> assertThat(reason).contains("512");
      }
    }
  }

  @Test
  void whateverIsScannedIsACodeOrASentence() {
    Random random = new Random(63);
    String signs = "0123456789 AJPQRjp.or漢é\ud842\udfb7\ud842\u0000%s";
    for (int i = 0; i < 20_000; i++) {
      StringBuilder text = new StringBuilder(random.nextBoolean() ? "000201" : "");
      for (int length = random.nextInt(80); length > 0; length--) {
        text.append(signs.charAt(random.nextInt(random.nextInt(3) == 0 ? signs.length() : 10)));
      }
      String body = text + "6304";
      assertThat(MerchantQr.parse(body + "%04X".formatted(Crc16.of(body)))).isNotNull();
      assertThat(MerchantQr.parse(text.toString())).isNotNull();
    }
  }

  @Test
  void aCodeThatIsNoJpqrSaysWhy() {
    assertThat(jpqrFault(STATIC, "0019jp.or.paymentsjapan", "0019jp.or.paymentsjapam"))
        .hasValueSatisfying(f -> assertThat(f).contains("統一店舗識別コード"));
    assertThat(jpqrFault(STATIC, "5303392", "5303840"))
        .hasValueSatisfying(f -> assertThat(f).contains("通貨"));
    assertThat(jpqrFault(STATIC, "61072310005", ""))
        .hasValueSatisfying(f -> assertThat(f).contains("郵便番号"));
    assertThat(jpqrFault(STATIC, "010211", "010212"))
        .hasValueSatisfying(f -> assertThat(f).contains("金額"));
    assertThat(jpqrFault(DYNAMIC, "5403300", "54043.00"))
        .hasValueSatisfying(f -> assertThat(f).contains("1円以上"));
  }

  private static Optional<String> jpqrFault(String text, String part, String instead) {
    String body = text.substring(0, text.length() - 4).replace(part, instead);
    return valid(MerchantQr.parse(body + "%04X".formatted(Crc16.of(body)))).jpqrFault();
  }

  /// One character at least, of one to four bytes each.
  private static String randomText(Random random, int most) {
    int[] kinds = {'A', 'é', 'あ', 0x20BB7};
    StringBuilder text = new StringBuilder();
    for (int length = 1 + random.nextInt(most); length > 0; length--) {
      text.appendCodePoint(kinds[random.nextInt(kinds.length)]);
    }
    return text.toString();
  }

  private static void assertRefused(String text) {
    assertThat(MerchantQr.parse(text))
        .isInstanceOfSatisfying(
            MerchantQr.Outcome.Refused.class, r -> assertThat(r.reason()).endsWith("。"));
  }

  private static MerchantQr valid(MerchantQr.Outcome outcome) {
    return switch (outcome) {
      case MerchantQr.Outcome.Valid(MerchantQr code) -> code;
      case MerchantQr.Outcome.Refused(String reason) -> throw new AssertionError(reason);
    };
  }
}
