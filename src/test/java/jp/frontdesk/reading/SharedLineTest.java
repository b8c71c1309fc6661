package jp.frontdesk.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import jp.frontdesk.kernel.CertificateField;
import jp.frontdesk.reading.cells.TextLine;
import jp.frontdesk.reading.page.Ink;
import org.junit.jupiter.api.Test;

class SharedLineTest {
  private static final Box LINE = new Box(0, 0, 400, 20);

  private final Ink ink = new Ink(400, 40, new byte[400 * 40]);

  private void block(int x, int width) {
    for (int y = 0; y < 20; y++) {
      for (int i = x; i < x + width; i++) {
        dot(i, y);
      }
    }
  }

  private void slash(int x) {
    for (int y = 0; y < 20; y++) {
      dot(x + (19 - y) * 3 / 4, y);
      dot(x + (19 - y) * 3 / 4 + 1, y);
    }
  }

  /// @param bend -1 for an opening bracket, 1 for a closing one
  private void bracket(int x, int bend) {
    for (int y = 0; y < 20; y++) {
      int away = (int) Math.round(4 * Math.sin(Math.PI * y / 19));
      dot(x + 4 + bend * away, y);
      dot(x + 5 + bend * away, y);
    }
  }

  private void dot(int x, int y) {
    ink.dark()[y * ink.width() + x] = 1;
  }

  private List<Slot> divided(CertificateField... fields) {
    List<Box> runs = InkRuns.of(ink, LINE);
    Box line = runs.stream().reduce(Box::union).orElseThrow();
    Slot slot =
        new Slot(0, List.of(fields), List.of(), List.of(new TextLine(line)), LINE, List.of());
    return new SharedLine(ink).divided(List.of(slot));
  }

  @Test
  void aSlashWithRoomAroundItDivides() {
    block(10, 90);
    slash(130);
    block(170, 60);

    assertThat(divided(CertificateField.REGISTERED_DOMICILE, CertificateField.DOMICILE_HEAD))
        .extracting(Slot::fields, Slot::inkBox)
        .containsExactly(
            tuple(List.of(CertificateField.REGISTERED_DOMICILE), new Box(10, 0, 90, 20)),
            tuple(List.of(CertificateField.DOMICILE_HEAD), new Box(170, 0, 60, 20)));
  }

  @Test
  void aSlantedStrokeAmongCharactersDoesNot() {
    block(10, 90);
    slash(103);
    block(122, 60);

    assertThat(divided(CertificateField.REGISTERED_DOMICILE, CertificateField.DOMICILE_HEAD))
        .hasSize(1);
  }

  @Test
  void whatStandsInBracketsAfterANameIsTheSecondName() {
    block(10, 60);
    bracket(90, -1);
    block(105, 50);
    bracket(160, 1);

    assertThat(divided(CertificateField.NAME, CertificateField.FORMER_NAME))
        .extracting(Slot::fields, Slot::inkBox)
        .containsExactly(
            tuple(List.of(CertificateField.NAME), new Box(10, 0, 60, 20)),
            tuple(List.of(CertificateField.FORMER_NAME), new Box(105, 0, 50, 20)));
  }

  @Test
  void aNameWithoutBracketsIsTheNameAlone() {
    block(10, 20);
    block(50, 20);

    assertThat(divided(CertificateField.NAME, CertificateField.FORMER_NAME))
        .extracting(Slot::fields, Slot::inkBox)
        .containsExactly(tuple(List.of(CertificateField.NAME), new Box(10, 0, 60, 20)));
  }

  @Test
  void valuesOfFewWordsAreDividedAtAWideGap() {
    block(10, 18);
    block(32, 18);
    block(90, 50);

    assertThat(divided(CertificateField.SEX, CertificateField.RELATION))
        .extracting(Slot::fields, Slot::inkBox)
        .containsExactly(
            tuple(List.of(CertificateField.SEX), new Box(10, 0, 40, 20)),
            tuple(List.of(CertificateField.RELATION), new Box(90, 0, 50, 20)));
  }
}
