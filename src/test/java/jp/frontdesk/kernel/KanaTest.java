package jp.frontdesk.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class KanaTest {
  @ParameterizedTest
  @CsvSource({
    "ミホン タロウ,ミホン　タロウ",
    "ﾐﾎﾝ ﾊﾟﾙｺ,ミホン　パルコ",
    "みほん　たろう,ミホン　タロウ",
    "ゔぃくとりあ,ヴィクトリア",
    "サトー,サトー",
    "サト-,サトー",
    "ｻﾄｰ,サトー",
    "チャン・ユウリン,チャン・ユウリン"
  })
  void everyKanaBecomesFullWidthKatakana(String text, String kana) {
    assertThat(Kana.parse(text)).map(Kana::text).contains(kana);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "見本", "TARO", "ミホン1", "ミホン（タロウ）", "-"})
  void anythingElseIsNotRead(String text) {
    assertThat(Kana.parse(text)).isEmpty();
  }

  @Test
  void katakanaHiraganaAndHalfWidthGiveTheSame() {
    Random random = new Random(3);
    for (int i = 0; i < 3_000; i++) {
      StringBuilder katakana = new StringBuilder();
      StringBuilder hiragana = new StringBuilder();
      for (int j = random.nextInt(10); j >= 0; j--) {
        char kana = (char) ('ァ' + random.nextInt('ヶ' - 'ァ' + 1));
        katakana.append(kana);
        hiragana.append((char) (kana - 'ァ' + 'ぁ'));
      }
      Kana expected = new Kana(katakana.toString());

      assertThat(Kana.parse(hiragana.toString())).contains(expected);
      assertThat(Kana.parse(Normalizer.normalize(katakana, Normalizer.Form.NFD)))
          .contains(expected);
    }
  }
}
