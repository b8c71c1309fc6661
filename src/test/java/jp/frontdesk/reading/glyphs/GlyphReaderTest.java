package jp.frontdesk.reading.glyphs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import jp.frontdesk.kernel.Texts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GlyphReaderTest {
  @ParameterizedTest
  @ValueSource(strings = {"髙橋一郎", "山﨑見本", "𠮷田架空", "濵田德子", "渡邉試一", "纐纈見本", "佐々木見本"})
  void namesWithFormsThatNoEngineWritesAreReadAsPrinted(String name) {
    assertThat(text(read("IPAmjMincho", 44, name, Alphabet.NAME))).isEqualTo(name);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Noto Sans CJK JP", "Noto Serif CJK JP", "IPAexMincho", "IPAexGothic"})
  void aPlaceIsReadInEveryFace(String face) {
    String place = "神奈川県架空市見本町六丁目";
    assertThat(text(read(face, 34, place, Alphabet.ADDRESS))).isEqualTo(place);
  }

  @Test
  void smallKanaAreToldFromLargeOnes() {
    assertThat(text(read("IPAexGothic", 40, "シヨウシュンヤマッタ", Alphabet.KANA))).isEqualTo("シヨウシュンヤマッタ");
  }

  @ParameterizedTest
  @ValueSource(strings = {"TakaoMincho", "IPAexMincho", "IPAGothic", "Noto Sans CJK JP"})
  void smallHalfWidthKanaAreToldFromLargeOnes(String face) {
    String foreign = "ﾁｬﾝﾕｳﾘﾝｼﾞｬﾝﾘｭｯｸｸﾞｪﾝﾃｨﾖﾔ";
    assertThat(Texts.folded(text(read(face, 40, foreign, Alphabet.KANA))))
        .isEqualTo(Texts.folded(foreign));
  }

  @Test
  void aTinyLabelIsReadAmongTheCharactersOfLabels() {
    Alphabet labels = Alphabet.of("後期高齢者医療介護保険国民健康年金児童手当住所票コード個人番号氏名性別続柄本籍筆頭地域");
    assertThat(text(read("IPAexGothic", 11, "後期高齢", labels))).isEqualTo("後期高齢");
    assertThat(text(read("IPAexGothic", 11, "本籍地国籍", labels))).isEqualTo("本籍地国籍");
  }

  @ParameterizedTest
  @ValueSource(ints = {20, 40})
  void aKanaIsSmallOnlyBehindASoundThatTakesIt(int sizePx) {
    String print = text(read("Noto Sans CJK JP", sizePx, "ﾝﾕｳﾘﾝｼﾞｬﾝｹｲﾃｨﾖﾔ", Alphabet.KANA));
    assertThat(Texts.folded(print)).isEqualTo(Texts.folded("ﾝﾕｳﾘﾝｼﾞｬﾝｹｲﾃｨﾖﾔ"));
  }

  @Test
  void aReadingHasNoSmallKaOrKe() {
    assertThat(text(read("TakaoMincho", 16, "ナカンダカリケイ", Alphabet.KANA))).isEqualTo("ナカンダカリケイ");
  }

  @Test
  void aBlankLineHasNoCharacters() {
    assertThat(read("IPAexMincho", 40, "　", Alphabet.NAME)).isEmpty();
  }

  private static String text(List<ReadGlyph> glyphs) {
    return glyphs.stream()
        .map(g -> Character.toString(g.codePoint()))
        .collect(Collectors.joining());
  }

  private static List<ReadGlyph> read(String face, int sizePx, String text, Alphabet alphabet) {
    return DrawnPrint.of(face, sizePx, text).read(alphabet);
  }
}
