package jp.frontdesk.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import jp.frontdesk.kernel.CertificateField;
import jp.frontdesk.reading.cells.TextLine;
import jp.frontdesk.reading.cells.TextLines;
import jp.frontdesk.reading.page.Ink;
import org.junit.jupiter.api.Test;

class ForeignSlotsTest {
  private static final int EM = 24;
  private static final int WIDTH = 700;
  private static final List<CertificateField> STATUS_OF_HEAD =
      List.of(CertificateField.RESIDENCE_STATUS);
  private static final List<CertificateField> COUNTRY =
      List.of(CertificateField.NATIONALITY, CertificateField.RESIDENCE_STATUS);

  private final Ink ink = new Ink(WIDTH, 200, new byte[WIDTH * 200]);
  private final Ink noRules = new Ink(WIDTH, 200, new byte[WIDTH * 200]);

  private Box print(int x, int y, int characters) {
    for (int i = 0; i < characters; i++) {
      for (int v = y; v < y + EM - 2; v++) {
        for (int u = x + i * EM; u < x + (i + 1) * EM - 2; u++) {
          ink.dark()[v * WIDTH + u] = 1;
        }
      }
    }
    return new Box(x, y, characters * EM - 2, EM - 2);
  }

  private static Slot slot(
      CertificateField field, List<CertificateField> foreign, List<Box> lines) {
    Box all = lines.stream().reduce(Box::union).orElseThrow();
    return new Slot(
        0, List.of(field), foreign, lines.stream().map(TextLine::new).toList(), all, List.of());
  }

  /// What stands in each line, the countries and what is right of column 200 apart.
  private static String text(Slot slot) {
    StringBuilder text = new StringBuilder();
    for (TextLine line : slot.lines()) {
      Box box = line.box();
      if (box.y() < 60) {
        text.append(box.x() < 100 ? "ネバパール" : "").append(box.right() > 200 ? "特定活動" : "");
      } else {
        text.append(box.y() < 100 ? "留学" : "WL66911500PL");
      }
    }
    return text.toString();
  }

  private List<String> resolved(List<Slot> slots) {
    return new ForeignSlots(new TextLines(ink, noRules), ForeignSlotsTest::text)
        .resolved(slots).stream().map(s -> s.fields() + " " + text(s)).toList();
  }

  @Test
  void aCountryReadACharacterTooLongIsStillOneAndPartedFromItsStatus() {
    Box line = print(20, 20, 4).union(print(20 + 4 * EM + 10, 20, 4));

    assertThat(
            resolved(List.of(slot(CertificateField.REGISTERED_DOMICILE, COUNTRY, List.of(line)))))
        .containsExactly("[NATIONALITY] ネバパール", "[RESIDENCE_STATUS] 特定活動");
  }

  @Test
  void aHeadOfARegisterHasNoNumberSoAllOfThatMemberIsForeign() {
    Box status = print(20, 70, 2);
    Box card = print(20, 110, 6);

    assertThat(
            resolved(
                List.of(
                    slot(CertificateField.DOMICILE_HEAD, STATUS_OF_HEAD, List.of(status, card)))))
        .containsExactly("[RESIDENCE_STATUS] 留学", "[RESIDENCE_CARD] WL66911500PL");
  }
}
