package jp.frontdesk.samples;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import jp.frontdesk.kernel.Widths;
import jp.frontdesk.samples.SampleWords.Word;
import jp.frontdesk.samples.paper.FontStack;
import jp.frontdesk.samples.paper.SampleFonts;
import org.junit.jupiter.api.Test;

final class SampleWordsTest {
  @Test
  void everyCharacterOfEveryWordHasAGlyphInEveryFont() {
    SampleWords words = SampleWords.lists();
    List<String> texts = new ArrayList<>(words.buildings());
    for (List<Word> list :
        List.of(words.surnames(), words.rareSurnames(), words.maleNames(), words.femaleNames())) {
      list.forEach(w -> texts.add(w.text() + w.kana()));
    }
    words.towns().forEach(t -> texts.add(t.prefecture() + t.issuer() + t.wards() + t.districts()));
    words.foreigners().forEach(f -> texts.add(f.name() + f.kana() + f.alias() + f.nationality()));
    texts.addAll(words.unknownDates());
    texts.addAll(words.residenceStatuses());

    for (String name : SampleFonts.installed().names()) {
      FontStack stack = SampleFonts.installed().stack(name);
      assertThat(texts).allMatch(stack::canShow, "shown by " + name);
    }
  }

  @Test
  void readingsAreKatakana() {
    SampleWords words = SampleWords.lists();

    assertThat(words.surnames()).allMatch(w -> w.kana().matches("[ァ-ヶー]+"));
    assertThat(words.rareSurnames()).allMatch(w -> w.kana().matches("[ァ-ヶー]+"));
    assertThat(words.foreigners()).allMatch(f -> f.kana().matches("[ァ-ヶー　]+"));
  }

  @Test
  void kanaBecomeHalfWidthWithTheirSoundMarks() {
    assertThat(Widths.halfWidthKana("タカハシ　ギンジ　パーヴ")).isEqualTo("ﾀｶﾊｼ ｷﾞﾝｼﾞ ﾊﾟｰｳﾞ");
    assertThat(Widths.fullWidthDigits("3丁目12番")).isEqualTo("３丁目１２番");
  }
}
