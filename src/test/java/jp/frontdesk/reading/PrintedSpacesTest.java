package jp.frontdesk.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import jp.frontdesk.kernel.CertificateField;
import jp.frontdesk.reading.cells.TextLine;
import jp.frontdesk.reading.cells.TextLines;
import jp.frontdesk.reading.evidence.Verdict;
import jp.frontdesk.reading.page.Ink;
import org.junit.jupiter.api.Test;

class PrintedSpacesTest {
  private static final int EM = 20;
  private static final int WIDTH = 600;
  private static final int HEIGHT = 40;

  /// A line of blocks, one for each character but spaces; a full-width one takes an em.
  private static Found printed(CertificateField field, String print, String value) {
    byte[] dark = new byte[WIDTH * HEIGHT];
    double x = 10;
    int right = 0;
    for (int c : print.codePoints().toArray()) {
      double width = c < 0x7F ? EM / 2.0 : EM;
      for (int u = (int) x + 1; c != ' ' && c != '　' && u < x + width - 1; u++) {
        for (int y = 10; y < 10 + EM - 2; y++) {
          dark[y * WIDTH + u] = 1;
        }
        right = u + 1;
      }
      x += width;
    }
    Ink ink = new Ink(WIDTH, HEIGHT, dark);
    TextLine line = new TextLine(new Box(11, 10, right - 11, EM - 2));
    Found found =
        new Found(field, -1, Verdict.sure(value, 0.9), line.box(), List.of(line), List.of());
    TextLines lines = new TextLines(ink, new Ink(WIDTH, HEIGHT, new byte[WIDTH * HEIGHT]));
    return new PrintedSpaces(lines).restored(List.of(found)).getFirst();
  }

  @Test
  void theSpaceBetweenFamilyAndGivenNameComesBack() {
    assertThat(printed(CertificateField.MAYOR, "見本　太郎", "見本太郎").verdict().value())
        .isEqualTo("見本　太郎");
  }

  @Test
  void theSpacesOfALatinNameComeBackWhereAllLettersAreOfOneWidth() {
    assertThat(
            printed(CertificateField.NAME, "MIHON LILI WAMMI", "MIHONLILIWAMMI").verdict().value())
        .isEqualTo("MIHON LILI WAMMI");
  }

  @Test
  void aNameWithoutASpaceStaysAsItIs() {
    assertThat(printed(CertificateField.MAYOR, "見本太郎", "見本太郎").verdict().value()).isEqualTo("見本太郎");
  }

  @Test
  void theSpaceBeforeAHouseComesBack() {
    assertThat(
            printed(CertificateField.OLD_ADDRESS, "見本市例町1番2号　見本荘3号", "見本市例町1番2号見本荘3号")
                .verdict()
                .value())
        .isEqualTo("見本市例町1番2号　見本荘3号");
  }

  @Test
  void whatDoesNotFitThePrintIsLeftAlone() {
    assertThat(printed(CertificateField.MAYOR, "見　本太郎次郎三郎", "見本").verdict().value())
        .isEqualTo("見本");
  }
}
