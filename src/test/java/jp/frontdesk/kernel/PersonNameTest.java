package jp.frontdesk.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PersonNameTest {
  @ParameterizedTest
  @CsvSource({
    "見本 太郎,見本　太郎",
    "'　見本　　太郎 ',見本　太郎",
    "SAMPLE  TARO,SAMPLE TARO",
    "ZHANG YULIN 張 玉蓮（チャン ユウリン）,ZHANG YULIN　張　玉蓮（チャン　ユウリン）",
    "O'NEIL J. R.,O'NEIL J. R."
  })
  void partsAreSeparatedByOneSpaceOfTheirScript(String text, String kept) {
    assertThat(new PersonName(text).text()).isEqualTo(kept);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"髙橋", "山﨑", "\uFA19山", "\uFA1B田", "\uD842\uDFB7野", "辻\uDB40\uDD00村", "\uE000田"})
  void everyPrintedCharacterIsKept(String text) {
    PersonName name = new PersonName(text);

    assertThat(name.text()).isEqualTo(text);
    assertThat(name.hasVariantGlyph()).isTrue();
  }

  @Test
  void combiningMarksAreComposed() {
    assertThat(new PersonName("NGUYE\u0302N").text()).isEqualTo("NGUY\u00CAN");
    assertThat(new PersonName("ミホン　ハ\u309Aル").text()).isEqualTo("ミホン　パル");
  }

  @Test
  void aCommonFormIsNoVariant() {
    assertThat(new PersonName("高崎　太郎").hasVariantGlyph()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "　", "見本\u0000", "見本\u202E太郎", "見本\u001B[0m", "\uD842"})
  void whatCannotBePrintedIsNoName(String text) {
    assertThat(PersonName.parse(text)).isEmpty();
    assertThatThrownBy(() -> new PersonName(text)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aNameHasAtMostThreeHundredCharacters() {
    assertThat(PersonName.parse("\uD842\uDFB7".repeat(300))).isPresent();
    assertThat(PersonName.parse("見".repeat(301))).isEmpty();
  }

  @Test
  void noNameShowsItselfInALog() {
    assertThat(new PersonName("見本　太郎").toString()).isEqualTo("PersonName(***)");
  }
}
