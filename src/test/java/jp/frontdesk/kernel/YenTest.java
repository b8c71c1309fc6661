package jp.frontdesk.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class YenTest {
  @Test
  void amountsAddAndMultiply() {
    assertThat(new Yen(300).times(3).plus(new Yen(450))).isEqualTo(new Yen(1_350));
    assertThat(new Yen(300)).isGreaterThan(Yen.ZERO);
  }

  @Test
  void peopleReadGroupsOfThree() {
    assertThat(new Yen(1_234_567)).hasToString("1,234,567円");
  }

  @Test
  void noAmountIsNegativeOrRunsOver() {
    assertThatThrownBy(() -> new Yen(-1)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Yen(Long.MAX_VALUE).plus(new Yen(1)))
        .isInstanceOf(ArithmeticException.class);
  }
}
