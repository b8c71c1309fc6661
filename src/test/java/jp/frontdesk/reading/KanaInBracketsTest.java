package jp.frontdesk.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import jp.frontdesk.kernel.CertificateField;
import jp.frontdesk.reading.cells.TextLine;
import jp.frontdesk.reading.glyphs.GlyphModel;
import jp.frontdesk.reading.glyphs.ReadGlyph;
import org.junit.jupiter.api.Test;

class KanaInBracketsTest {
  private static final Box LIMITS = new Box(0, 0, 300, 20);

  private final DrawnLine print = new DrawnLine(300);

  private static List<ReadGlyph> glyphs(String text) {
    return text.codePoints()
        .mapToObj(c ->
            new ReadGlyph(List.of(new GlyphModel.Guess(c, 100, 0)), List.of(1.0), 0, 40, 0, 40))
        .toList();
  }

  private List<Slot> divided(String inside) {
    print.block(10, 16);
    print.block(30, 16);
    print.bracket(60, -1);
    List.of(75, 95, 115, 135).forEach(x -> print.block(x, 16));
    print.bracket(160, 1);
    Box line = new Box(10, 0, 160, 20);
    Slot slot =
        new Slot(
            0,
            List.of(CertificateField.NAME),
            List.of(),
            List.of(new TextLine(line)),
            LIMITS,
            List.of());
    return new KanaInBrackets(print.ink(), _ -> glyphs(inside)).divided(List.of(slot));
  }

  @Test
  void kanaInBracketsBehindANameAreItsReading() {
    assertThat(divided("ﾐﾎﾝﾛｳ"))
        .extracting(Slot::fields, Slot::inkBox)
        .containsExactly(
            tuple(List.of(CertificateField.NAME), new Box(10, 0, 36, 20)),
            tuple(List.of(CertificateField.KANA), new Box(75, 0, 76, 20)));
  }

  @Test
  void whatIsReadThereEndsAtTheBrackets() {
    Box limits = divided("ミホンロ").getLast().limits();

    assertThat(limits.x()).isGreaterThan(60);
    assertThat(limits.right()).isLessThan(166);
  }

  @Test
  void anotherNameInBracketsIsNot() {
    assertThat(divided("見本山田")).hasSize(1);
  }
}
