package jp.frontdesk.reading.glyphs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class VoicedMarksTest {
  @Test
  void aDotAtTheTopBehindAKanaThatCanBeVoicedIsItsMark() {
    assertThat(told(at('ﾌ', 0, 40), at('・', 2, 14), at('ﾀ', 0, 40))).isEqualTo("ﾌﾞﾀ");
  }

  @Test
  void aDotInTheMiddleStaysOne() {
    assertThat(told(at('ﾌ', 0, 40), at('・', 15, 25), at('ﾀ', 0, 40))).isEqualTo("ﾌ・ﾀ");
  }

  @Test
  void aDotBehindAKanaWithoutAVoicedFormStaysOne() {
    assertThat(told(at('ﾝ', 0, 40), at('・', 2, 14), at('ﾀ', 0, 40))).isEqualTo("ﾝ・ﾀ");
    assertThat(told(at('フ', 0, 40), at('・', 2, 14), at('タ', 0, 40))).isEqualTo("フ・タ");
  }

  private static String told(ReadGlyph... line) {
    return VoicedMarks.told(List.of(line)).stream()
        .map(g -> Character.toString(g.codePoint()))
        .collect(Collectors.joining());
  }

  private static ReadGlyph at(int character, int top, int bottom) {
    return new ReadGlyph(
        List.of(new GlyphModel.Guess(character, 50, 0)), List.of(0.9), 0, 20, top, bottom);
  }
}
