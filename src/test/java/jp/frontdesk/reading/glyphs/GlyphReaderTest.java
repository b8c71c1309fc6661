package jp.frontdesk.reading.glyphs;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.util.List;
import java.util.stream.Collectors;
import jp.frontdesk.kernel.Texts;
import jp.frontdesk.reading.Box;
import jp.frontdesk.reading.page.Gray;
import jp.frontdesk.reading.page.Together;
import jp.frontdesk.reading.page.UprightPage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GlyphReaderTest {
  private static final int WIDTH = 900;
  private static final int HEIGHT = 120;

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
    BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_BYTE_GRAY);
    Graphics2D g = image.createGraphics();
    g.setColor(Color.WHITE);
    g.fillRect(0, 0, WIDTH, HEIGHT);
    g.setColor(Color.BLACK);
    g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    g.setFont(new Font(face, Font.PLAIN, sizePx));
    g.drawString(text, 60, 80);
    g.dispose();
    Gray page =
        new Gray(WIDTH, HEIGHT, ((DataBufferByte) image.getRaster().getDataBuffer()).getData());
    Box ink = inkOf(page);
    return GlyphReader.read(
        UprightPage.of(page, page, 0, Together.IN_TURN),
        ink,
        new Box(0, 0, WIDTH, HEIGHT),
        alphabet);
  }

  private static Box inkOf(Gray page) {
    int left = WIDTH;
    int right = 0;
    int top = HEIGHT;
    int bottom = 0;
    for (int y = 0; y < HEIGHT; y++) {
      for (int x = 0; x < WIDTH; x++) {
        if (page.at(x, y) < 128) {
          left = Math.min(left, x);
          right = Math.max(right, x + 1);
          top = Math.min(top, y);
          bottom = Math.max(bottom, y + 1);
        }
      }
    }
    return right == 0 ? new Box(60, 50, 40, 40) : new Box(left, top, right - left, bottom - top);
  }
}
