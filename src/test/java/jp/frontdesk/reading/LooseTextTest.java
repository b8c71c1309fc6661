package jp.frontdesk.reading;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LooseTextTest {
  @Test
  void aDateBehindTheCaptionOfAnotherDayIsNotTheDayOfIssue() {
    assertThat(LooseText.isOtherDay("届け出のあった日:", "令和8年1月5日")).isTrue();
    assertThat(LooseText.isOtherDay("届出日", "令和8年1月5日")).isTrue();
    assertThat(LooseText.isOtherDay("発行日:", "令和8年1月5日")).isFalse();
    assertThat(LooseText.isOtherDay("上記のとおり証明する。", "令和8年1月5日")).isFalse();
    assertThat(LooseText.isOtherDay("", "令和8年1月5日")).isFalse();
  }

  @Test
  void aWesternYearAloneIsAForeignersDate() {
    assertThat(LooseText.isOtherDay("", "2010年3月7日")).isTrue();
    assertThat(LooseText.isOtherDay("発行日:", "2026年3月7日")).isFalse();
  }
}
