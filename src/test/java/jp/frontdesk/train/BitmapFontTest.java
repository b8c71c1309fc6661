package jp.frontdesk.train;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class BitmapFontTest {
  private static final Path HALF_WIDTH = Path.of("src/test/resources/train/shnm8x16r.pcf.gz");

  @Test
  void aDigitHasTheDotsOfItsFile() throws Exception {
    assertThat(drawn('8'))
        .containsExactly(
            "  ###   ",
            " #   #  ",
            "#     # ",
            "#     # ",
            "#     # ",
            " #   #  ",
            "  ###   ",
            " #   #  ",
            "#     # ",
            "#     # ",
            "#     # ",
            " #   #  ",
            "  ###   ");
  }

  @Test
  void halfWidthKanaAreFoundByTheirUnicode() throws Exception {
    assertThat(drawn('ｱ')).startsWith("        ", "####### ", "      # ", "   #  # ");
  }

  @Test
  void whatTheFileLacksIsNotThere() throws Exception {
    assertThat(BitmapFont.open(List.of(HALF_WIDTH)).glyph('亜')).isEmpty();
  }

  /// The 13 rows on the baseline.
  private static List<String> drawn(int codePoint) throws Exception {
    Dots glyph = BitmapFont.open(List.of(HALF_WIDTH)).glyph(codePoint).orElseThrow();
    String[] rows = new String[13];
    for (int y = 0; y < rows.length; y++) {
      StringBuilder row = new StringBuilder();
      for (int x = 0; x < glyph.advance(); x++) {
        row.append(glyph.at().contains(new Dots.Dot(x, y - rows.length)) ? '#' : ' ');
      }
      rows[y] = row.toString();
    }
    return List.of(rows);
  }
}
