package jp.frontdesk.train;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import jp.frontdesk.reading.glyphs.GlyphModel;
import org.junit.jupiter.api.Test;

class TrainGlyphsTest {
  private static final Path FONTS = Path.of("src/train/fonts.txt");

  @Test
  void aFewCharactersLearnedFromAFewSamplesAreToldApart() throws Exception {
    GlyphSet set = GlyphSet.of("高髙崎﨑吉𠮷濵浜アイウエオ山川田");
    GlyphModel model = new TrainGlyphs(set, FONTS).fit(40, 40);
    CheckGlyphs check = CheckGlyphs.of(model, set, FontShelf.open(FONTS, "train"), 40);
    assertThat(check.right()).isGreaterThan(0.9);
  }
}
