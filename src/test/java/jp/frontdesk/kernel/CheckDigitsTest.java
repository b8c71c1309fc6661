package jp.frontdesk.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CheckDigitsTest {
  @ParameterizedTest
  @ValueSource(strings = {"123456789018", "983205673214", "023456789013", "123456789000"})
  void publishedIndividualNumbersCheck(String digits) {
    assertThat(IndividualNumber.parse(digits)).contains(new IndividualNumber(digits));
  }

  @ParameterizedTest
  @CsvSource({"1234 5678 9018", "1234-5678-9018", "１２３４５６７８９０１８", "1234　5678ー9018"})
  void spacesHyphensAndWidthInANumberDoNotMatter(String text) {
    assertThat(IndividualNumber.parse(text)).map(IndividualNumber::digits).contains("123456789018");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "123456789017", "12345678901", "1234567890188", "12345678901八"})
  void otherTextsAreNoIndividualNumber(String text) {
    assertThat(IndividualNumber.parse(text)).isEmpty();
  }

  @Test
  void exactlyOneCheckDigitFitsAndMostSlipsAreCaught() {
    Random random = new Random(20_000);
    int caught = 0;
    int slips = 0;
    for (int i = 0; i < 5_000; i++) {
      String first = String.format("%011d", random.nextLong(100_000_000_000L));
      String number = completed(first);
      int at = random.nextInt(12);
      char wrong = (char) ('0' + (number.charAt(at) - '0' + 1 + random.nextInt(9)) % 10);
      String slip = number.substring(0, at) + wrong + number.substring(at + 1);
      slips++;
      caught += IndividualNumber.checks(slip) ? 0 : 1;
    }
    assertThat(caught).isGreaterThan(slips * 97 / 100);
  }

  private static String completed(String first) {
    String found = "";
    for (int digit = 0; digit <= 9; digit++) {
      if (IndividualNumber.checks(first + digit)) {
        assertThat(found).as("only one check digit fits").isEmpty();
        found = first + digit;
      }
    }
    assertThat(found).hasSize(12);
    return found;
  }

  @Test
  void anIndividualNumberIsMaskedInItsTextForm() {
    IndividualNumber number = new IndividualNumber("123456789018");

    assertThat(number.toString()).doesNotContain("1", "8");
    assertThat(number.masked()).isEqualTo("●●●● ●●●● ●●18");
    assertThatThrownBy(() -> new IndividualNumber("123456789017"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageNotContaining("123456789017");
  }

  @ParameterizedTest
  @ValueSource(strings = {"12345678903", "01234567892", "99900000002"})
  void residentRecordCodesAgreeWithTheSupposedRule(String digits) {
    assertThat(new ResidentRecordCode(digits).checkDigitAgrees()).isTrue();
  }

  @Test
  void aResidentRecordCodeThatDoesNotAgreeIsStillTaken() {
    assertThat(ResidentRecordCode.parse("999 0000-0001"))
        .hasValueSatisfying(code -> assertThat(code.checkDigitAgrees()).isFalse());
    assertThat(ResidentRecordCode.parse("1234567890")).isEmpty();
    assertThat(new ResidentRecordCode("12345678903").toString()).doesNotContain("1");
  }

  @ParameterizedTest
  @CsvSource({
    "横浜,141003",
    "川崎,141305",
    "横須賀,142018",
    "鎌倉,142042",
    "藤沢,142051",
    "逗子,142085",
    "大和,142131",
    "町田,132098",
    "架空町,999997",
    "千代田,131016",
    "新宿,131041",
    "芽室,016373",
    "京都,261009",
    "大阪,271004"
  })
  void municipalityCodesOfTheTownsServedCheck(String town, String digits) {
    assertThat(MunicipalityCode.parse(digits)).as(town).contains(new MunicipalityCode(digits));
    for (char wrong = '0'; wrong <= '9'; wrong++) {
      if (wrong != digits.charAt(5)) {
        assertThat(MunicipalityCode.parse(digits.substring(0, 5) + wrong)).as(town).isEmpty();
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "14100", "1410030", "１４１００３", "14100a"})
  void otherTextsAreNoMunicipalityCode(String text) {
    assertThat(MunicipalityCode.parse(text)).isEmpty();
  }
}
