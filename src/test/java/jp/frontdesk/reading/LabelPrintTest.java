package jp.frontdesk.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import jp.frontdesk.reading.glyphs.GlyphModel;
import jp.frontdesk.reading.glyphs.ReadGlyph;
import org.junit.jupiter.api.Test;

class LabelPrintTest {
  private static ReadGlyph glyph(GlyphModel.Guess... guesses) {
    return new ReadGlyph(
        List.of(guesses), java.util.Collections.nCopies(guesses.length, 0.1), 0, 10, 0, 10);
  }

  private static GlyphModel.Guess guess(int character, float distance) {
    return new GlyphModel.Guess(character, distance, 0);
  }

  @Test
  void aCharacterReadOnceAtItsPlaceIsEnough() {
    LabelPrint print = new LabelPrint().with("個久番号").with("倉人番策");
    assertThat(print.unlike("個人番号")).isZero();
    assertThat(print.unlike("年金番号")).isEqualTo(2);
  }

  @Test
  void whatElseACharacterMayBeCountsTheMoreTheNearerItIs() {
    LabelPrint near =
        new LabelPrint()
            .with(List.of(glyph(guess('絡', 40), guess('続', 49)), glyph(guess('柄', 30))));
    LabelPrint far =
        new LabelPrint()
            .with(List.of(glyph(guess('絡', 40), guess('続', 94)), glyph(guess('柄', 30))));
    assertThat(near.unlike("続柄")).isBetween(0.05, 0.15);
    assertThat(far.unlike("続柄")).isBetween(0.5, 0.7);
  }

  @Test
  void moreThanTheWordMakesItUnlike() {
    assertThat(new LabelPrint().with("更吾年金").unlike("年金")).isEqualTo(1);
    assertThat(new LabelPrint().with("年金").unlike("年金")).isZero();
  }

  @Test
  void aWordIsSharedWhereACharacterStandsAtItsPlace() {
    assertThat(new LabelPrint().with("再保").shares("国保")).isTrue();
    assertThat(new LabelPrint().with("等呈").shares("国籍等")).isFalse();
  }
}
