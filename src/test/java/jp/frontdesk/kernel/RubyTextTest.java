package jp.frontdesk.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RubyTextTest {
  @Test
  void aReadingBelongsToTheKanjiBeforeItOrToAllFromTheMark() {
    RubyText text = RubyText.parse("引《ひ》っ越《こ》して ｜14日《じゅうよっか》まで");

    assertThat(text.parts())
        .containsExactly(
            new RubyText.Part("引", "ひ"),
            new RubyText.Part("っ", ""),
            new RubyText.Part("越", "こ"),
            new RubyText.Part("して ", ""),
            new RubyText.Part("14日", "じゅうよっか"),
            new RubyText.Part("まで", ""));
    assertThat(text.plain()).isEqualTo("引っ越して 14日まで");
    assertThat(text.hasReadings()).isTrue();
    assertThat(text.unread()).isEmpty();
  }

  @Test
  void whatNobodySaidHowToReadIsNamed() {
    assertThat(RubyText.parse("介護の 窓口《まどぐち》と 佐々木").unread()).containsExactly("介護", "佐々木");
    assertThat(RubyText.parse("Đi đến quầy").hasReadings()).isFalse();
    assertThat(RubyText.plain("Đi đến quầy")).isEqualTo("Đi đến quầy");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "窓口《まどぐち",
        "窓口まどぐち》",
        "《まどぐち》",
        "窓口《》",
        "窓口《窓口》",
        "窓口《madoguchi》",
        "まど《まど》",
        "｜窓口",
        "窓口《まど《ぐち》》"
      })
  void aMarkInAWrongPlaceIsUnsound(String text) {
    assertThat(RubyText.isSound(text)).isFalse();
    assertThat(RubyText.isSound("窓口《まどぐち》と サービス")).isTrue();
  }
}
