package jp.frontdesk.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import jp.frontdesk.kernel.CertificateField;
import jp.frontdesk.reading.cells.TextLine;
import jp.frontdesk.reading.page.Ink;
import org.junit.jupiter.api.Test;

class OfferedWordsTest {
  private static final Box LINE = new Box(10, 0, 290, 20);
  private static final Box WORDS = new Box(10, 0, 140, 20);
  private static final Box NUMBER = new Box(200, 0, 100, 20);

  private final Ink ink = new Ink(320, 20, new byte[320 * 20]);
  private final Slot slot =
      new Slot(
          0,
          List.of(CertificateField.PENSION, CertificateField.PENSION_NUMBER),
          List.of(),
          List.of(new TextLine(LINE)),
          LINE,
          List.of());

  private List<Slot> divided(boolean hasRings) {
    for (Box box : List.of(WORDS, NUMBER)) {
      for (int y = 0; y < box.height(); y++) {
        for (int x = box.x(); x < box.right(); x++) {
          ink.dark()[y * ink.width() + x] = 1;
        }
      }
    }
    return new OfferedWords(hasRings, ink, OfferedWordsTest::text).divided(List.of(slot));
  }

  private static String text(Slot slot) {
    Box box = slot.inkBox();
    return (box.x() < 150 ? "無・第1号・第2号・第3号" : "") + (box.right() > 200 ? "1234-567890" : "");
  }

  @Test
  void wordsToChooseFromAndANumberStandForTheirOwnFields() {
    assertThat(divided(true))
        .extracting(Slot::fields, Slot::inkBox)
        .containsExactly(
            tuple(List.of(CertificateField.PENSION), WORDS),
            tuple(List.of(CertificateField.PENSION_NUMBER), NUMBER));
  }

  @Test
  void withoutAnyRingOnThePageNothingIsOffered() {
    assertThat(divided(false)).containsExactly(slot);
  }
}
