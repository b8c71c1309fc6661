package jp.frontdesk.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextsTest {
  @ParameterizedTest
  @CsvSource({"'１２３ ４５６　７８９',123456789", "12‐34–56−78ー90,1234567890", "①②③,123", "12a3,12a3"})
  void digitsLoseSpacesAndHyphensOnly(String text, String digits) {
    assertThat(Texts.digitsOf(text)).isEqualTo(digits);
  }

  @ParameterizedTest
  @CsvSource({"' 令和　７年 ',令和7年", "ﾐﾎﾝ,ミホン", "'a\tb\nc',abc"})
  void foldedTextHasNoSpaceAndOneWidth(String text, String folded) {
    assertThat(Texts.folded(text)).isEqualTo(folded);
  }

  @ParameterizedTest
  @CsvSource({"'　見本  太郎 ',見本　太郎", "'A  B',A　B"})
  void spacedTextHasOneFullWidthSpace(String text, String spaced) {
    assertThat(Texts.spaced(text)).isEqualTo(spaced);
  }
}
