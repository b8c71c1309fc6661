package jp.frontdesk.samples.score;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class FieldComparisonTest {
  @ParameterizedTest
  @CsvSource({
    "date, 令和８年１月５日, 2026-01-05",
    "date, 令和 8年 1月 5日, 2026-01-05",
    "date, 平成元年1月8日, 1989-01-08",
    "date, 昭49.12. 1, 1974-12-01",
    "date, S49.12.1, 1974-12-01",
    "date, 2026/1/5, 2026-01-05",
    "date, 昭和26年2月29日, 1951-02-29",
    "date, 昭和20年月日不詳, 昭和20年月日不詳",
    "digits, 5666 1520 3193, 566615203193",
    "digits, 6996－815651, 6996815651",
    "code, ql18532825yh, QL18532825YH",
    "address, 沼間３丁目６－２, 沼間3丁目6-2",
    "address, プラーザー, プラーザー",
    "name, 檜山　太郎, 檜山太郎"
  })
  void aTextIsReducedToItsMeaning(String type, String text, String meaning) {
    assertThat(FieldComparison.meaning(type, text)).isEqualTo(meaning);
  }

  @Test
  void strictMeansTheSameCharactersButForVariationSelectors() {
    assertThat(FieldComparison.areStrictlyEqual("葛\uDB40\uDD00城", "葛城")).isTrue();
    assertThat(FieldComparison.areStrictlyEqual("髙橋　一郎", "高橋　一郎")).isFalse();
    assertThat(FieldComparison.areStrictlyEqual("見本　太郎", "見本 太郎")).isFalse();
    assertThat(FieldComparison.folded("見本　太郎")).isEqualTo("見本太郎");
  }
}
