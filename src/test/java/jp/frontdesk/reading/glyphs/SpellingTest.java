package jp.frontdesk.reading.glyphs;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SpellingTest {
  @Test
  void aBlurredWordIsNearestToItself() {
    Spelling blurred = DrawnPrint.blurred("IPAexMincho", 20, "後期高齢者医療", 3).spelling();
    double own = blurred.unlike("後期高齢者医療");
    assertThat(own).isLessThan(6);
    assertThat(own).isLessThan(blurred.unlike("国民健康保険証") - 0.8);
    assertThat(own).isLessThan(blurred.unlike("児童手当受給者") - 0.8);
  }

  @Test
  void aWordOfAnotherLengthIsNone() {
    Spelling print = DrawnPrint.of("IPAexGothic", 30, "性別").spelling();
    assertThat(print.unlike("住民票コード番号")).isInfinite();
    assertThat(print.unlike("性別")).isLessThan(print.unlike("続柄"));
  }

  @Test
  void clearPrintOfAWordIsAsNearToItAsToAnything() {
    Spelling print = DrawnPrint.of("IPAexGothic", 30, "個人番号").spelling();
    assertThat(print.unlike("個人番号")).isLessThan(1.5 * print.freely() + 0.5);
  }
}
