package jp.frontdesk.fees.code;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import jp.frontdesk.kernel.Yen;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import uk.org.okapibarcode.backend.Symbol;

class CollectionCodeTest {
  /// Verified codes: number, digits, company, free, re-issue, due, stamp, yen, check, symbol check.
  static Stream<List<String>> vectors() throws IOException {
    try (InputStream file =
        Objects.requireNonNull(
            CollectionCodeTest.class.getResourceAsStream("/golden/fees/collection-codes.csv"))) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#"))
          .map(line -> List.of(line.split(",", -1)));
    }
  }

  static Stream<List<String>> payableVectors() throws IOException {
    return vectors().filter(vector -> !vector.get(7).equals("0"));
  }

  @ParameterizedTest
  @MethodSource("vectors")
  void theCheckDigitOfEveryVerifiedCodeFits(List<String> vector) {
    String digits = vector.get(1);

    int check = CollectionCode.checkDigitOf(digits.substring(0, 43));

    assertThat(check).hasToString(vector.get(8));
  }

  @ParameterizedTest
  @MethodSource("payableVectors")
  void everyVerifiedCodeIsReadIntoItsParts(List<String> vector) {
    CollectionCode code = valid(CollectionCode.parse(vector.get(1)));

    assertThat(code.companyCode()).isEqualTo(vector.get(2));
    assertThat(code.freeField()).isEqualTo(vector.get(3));
    assertThat(code.reissue()).hasToString(vector.get(4));
    assertThat(code.dueOn().isEmpty()).isEqualTo(vector.get(5).equals("999999"));
    assertThat(code.hasStamp()).isEqualTo(vector.get(6).equals("1"));
    assertThat(code.amount().amountYen()).hasToString(vector.get(7));
  }

  @ParameterizedTest
  @MethodSource("payableVectors")
  void everyVerifiedCodeIsBuiltAgainFromItsParts(List<String> vector) {
    CollectionCode code = new CollectionCode(vector.get(1));

    CollectionCode.Outcome again =
        CollectionCode.compose(
            code.companyCode(),
            code.freeField(),
            code.reissue(),
            code.dueOn(),
            code.hasStamp(),
            code.amount());

    assertThat(again).isEqualTo(new CollectionCode.Outcome.Valid(code));
  }

  @ParameterizedTest
  @MethodSource("payableVectors")
  void theSymbolCheckCharacterOfEveryVerifiedCodeFits(List<String> vector) {
    List<Integer> codewords = Code128.codewordsOf(new CollectionCode(vector.get(1)));

    assertThat(codewords).hasSize(26);
    assertThat(codewords.get(24)).hasToString(vector.get(9));
  }

  @Test
  void theCodewordsAndTextOfTheDocumentedExampleAreExact() {
    CollectionCode code = new CollectionCode("91912345141003202600000000001099999900003007");

    assertThat(Code128.codewordsOf(code))
        .containsExactly(
            105, 102, 91, 91, 23, 45, 14, 10, 3, 20, 26, 0, 0, 0, 0, 0, 10, 99, 99, 99, 0, 0, 30, 7,
            96, 106);
    assertThat(code.humanReadable("(##)######-######################\n######-#-######-#"))
        .isEqualTo("(91)912345-1410032026000000000010\n999999-0-000300-7");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "91929023252070678901234565918099999900069468",
        "91929023219420000000000037554399999999999999",
        "91912345000000000000000000000099999900000000",
        "9192902325207000001012349990019999990010605",
        "919290232520700000101234999001999999001060500",
        "91912345141003202600000000001013019900003004",
        "00012345141003202600000000001099999900003007",
        "91912345000000000000004520875004013100295001",
        "91929023252070000010123499900199999900106052",
        "９１９１２３４５x",
        "",
      })
  void aCodeThatBreaksARuleIsRefusedWithASentence(String text) {
    CollectionCode.Outcome outcome = CollectionCode.parse(text);

    assertThat(outcome)
        .isInstanceOfSatisfying(
            CollectionCode.Outcome.Refused.class, r -> assertThat(r.reason()).endsWith("。"));
  }

  @ParameterizedTest
  @MethodSource("payableVectors")
  void everySingleWrongDigitIsNoticed(List<String> vector) {
    String digits = vector.get(1);

    for (int position = 0; position < digits.length(); position++) {
      for (char wrong = '0'; wrong <= '9'; wrong++) {
        String spoilt = digits.substring(0, position) + wrong + digits.substring(position + 1);
        if (!spoilt.equals(digits)) {
          assertThat(CollectionCode.parse(spoilt))
              .isInstanceOf(CollectionCode.Outcome.Refused.class);
        }
      }
    }
  }

  @Test
  void theTextBelowTheBarsIsReadAsTypedOrScanned() {
    String printed = "(91)912345-1410032026000000000010\n999999-0-000300-7";

    assertThat(CollectionCode.parse(printed)).isEqualTo(CollectionCode.parse("]C1" + printed));
    assertThat(valid(CollectionCode.parse("９１" + printed.substring(4))).amount())
        .isEqualTo(new Yen(300));
  }

  @Test
  void nothingToPayAndTooMuchAreRefusedWithASentence() {
    assertThat(compose(Yen.ZERO)).isInstanceOf(CollectionCode.Outcome.Refused.class);
    assertThat(compose(new Yen(1_000_000)))
        .isEqualTo(new CollectionCode.Outcome.Refused("金額が999,999円を超えるため、支払いコードを作れません。"));
    assertThatThrownBy(() -> new CollectionCode("91912345000000000000000000000099999900000000"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void whateverIsTypedIsACodeOrASentence() {
    Random random = new Random(44);
    String signs = "0123456789０９]C1()-ー \u001d\ud842\ud800漢é\u0000%s{}";

    for (int i = 0; i < 20_000; i++) {
      StringBuilder text = new StringBuilder(random.nextBoolean() ? "91" : "");
      for (int length = random.nextInt(60); length > 0; length--) {
        text.append(signs.charAt(random.nextInt(random.nextInt(3) == 0 ? signs.length() : 10)));
      }
      switch (CollectionCode.parse(text.toString())) {
        case CollectionCode.Outcome.Valid(CollectionCode code) ->
            assertThat(CollectionCode.parse(code.digits()))
                .isEqualTo(new CollectionCode.Outcome.Valid(code));
        case CollectionCode.Outcome.Refused(String reason) -> assertThat(reason).endsWith("。");
      }
    }
    assertThat(CollectionCode.parse("9".repeat(10_000)))
        .isInstanceOf(CollectionCode.Outcome.Refused.class);
  }

  @Test
  void neighboursThatDifferByFiveSwapUnnoticedSoACodeIsLookedUp() {
    String digits = "91912345160000000000000000001099999900003009";
    assertThat(CollectionCode.parse(digits)).isInstanceOf(CollectionCode.Outcome.Valid.class);

    CollectionCode.Outcome swapped = CollectionCode.parse(digits.replaceFirst("4516", "4561"));

    assertThat(swapped).isInstanceOf(CollectionCode.Outcome.Valid.class);
  }

  @Test
  void aForeignEncoderGivesTheSameCodewordsForAThousandCodes() {
    Random random = new Random(20261122);

    for (int i = 0; i < 1000; i++) {
      CollectionCode code = randomCode(random);
      uk.org.okapibarcode.backend.Code128 foreign = new uk.org.okapibarcode.backend.Code128();
      foreign.setDataType(Symbol.DataType.GS1);
      foreign.setContent("[91]" + code.digits().substring(2));

      assertThat(foreign.getRectangles().stream().map(r -> List.of(r.x, r.width)).toList())
          .isEqualTo(
              Code128.barsOf(code, 0, 10).stream().map(b -> List.of(b.x(), b.width())).toList());
    }
  }

  static CollectionCode randomCode(Random random) {
    StringBuilder free = new StringBuilder();
    for (int i = 0; i < 21; i++) {
      free.append(random.nextInt(10));
    }
    return valid(
        CollectionCode.compose(
            "912345",
            free.toString(),
            random.nextInt(10),
            random.nextBoolean()
                ? Optional.empty()
                : Optional.of(LocalDate.of(2026, 1, 1).plusDays(random.nextInt(3000))),
            false,
            new Yen(1 + random.nextInt(999_999))));
  }

  private static CollectionCode.Outcome compose(Yen amount) {
    return CollectionCode.compose(
        "912345", "000000000000000000001", 0, Optional.empty(), false, amount);
  }

  private static CollectionCode valid(CollectionCode.Outcome outcome) {
    return ((CollectionCode.Outcome.Valid) outcome).code();
  }
}
