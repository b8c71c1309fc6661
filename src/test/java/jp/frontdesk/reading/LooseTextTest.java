package jp.frontdesk.reading;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LooseTextTest {
  @Test
  void aDateBehindTheCaptionOfAnotherDayIsNotTheDayOfIssue() {
    assertThat(LooseText.isOtherDay("届け出のあった日:")).isTrue();
    assertThat(LooseText.isOtherDay("届出日")).isTrue();
    assertThat(LooseText.isOtherDay("発行日:")).isFalse();
    assertThat(LooseText.isOtherDay("上記のとおり証明する。")).isFalse();
    assertThat(LooseText.isOtherDay("")).isFalse();
  }
}
