package jp.frontdesk.reading.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LikeDigitsTest {
  @ParameterizedTest
  @CsvSource({
    "Bri11ia湘南, Brillia湘南",
    "Ｂｒｉ１１ｉａ湘南, Ｂｒｉllｉａ湘南",
    "コーポl0O2号, コーポ1002号",
    "Al棟, Al棟",
    "A10棟, A10棟",
    "HEIGHTS1棟, HEIGHTS1棟"
  })
  void aLookAlikeIsWhatStandsBesideIt(String read, String meant) {
    assertThat(LikeDigits.told(read)).isEqualTo(meant);
  }
}
