package jp.frontdesk.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SexTest {
  @ParameterizedTest
  @CsvSource({
    "男,MALE,1",
    "女,FEMALE,2",
    " 女 性,FEMALE,2",
    "Ｍ,MALE,1",
    "f,FEMALE,2",
    "Female,FEMALE,2"
  })
  void sexIsReadFromTheUsualWords(String text, Sex sex, int code) {
    assertThat(Sex.parse(text)).contains(sex);
    assertThat(sex.code()).isEqualTo(code);
    assertThat(Sex.parse(sex.kanji())).contains(sex);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "男女", "不明", "X"})
  void anythingElseIsNotRead(String text) {
    assertThat(Sex.parse(text)).isEmpty();
  }
}
