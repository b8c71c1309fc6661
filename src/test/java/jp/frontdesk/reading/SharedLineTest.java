package jp.frontdesk.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import jp.frontdesk.kernel.CertificateField;
import jp.frontdesk.reading.cells.TextLine;
import org.junit.jupiter.api.Test;

class SharedLineTest {
  private static final Box LINE = new Box(0, 0, 400, 20);

  private final DrawnLine line = new DrawnLine(400);

  private List<Slot> divided(CertificateField... fields) {
    List<Box> runs = InkRuns.of(line.ink(), LINE);
    Box print = runs.stream().reduce(Box::union).orElseThrow();
    Slot slot =
        new Slot(0, List.of(fields), List.of(), List.of(new TextLine(print)), LINE, List.of());
    return new SharedLine(line.ink()).divided(List.of(slot));
  }

  @Test
  void aSlashWithRoomAroundItDivides() {
    line.block(10, 90);
    line.slash(130);
    line.block(170, 60);

    assertThat(divided(CertificateField.REGISTERED_DOMICILE, CertificateField.DOMICILE_HEAD))
        .extracting(Slot::fields, Slot::inkBox)
        .containsExactly(
            tuple(List.of(CertificateField.REGISTERED_DOMICILE), new Box(10, 0, 90, 20)),
            tuple(List.of(CertificateField.DOMICILE_HEAD), new Box(170, 0, 60, 20)));
  }

  @Test
  void aSlantedStrokeAmongCharactersDoesNot() {
    line.block(10, 90);
    line.slash(103);
    line.block(122, 60);

    assertThat(divided(CertificateField.REGISTERED_DOMICILE, CertificateField.DOMICILE_HEAD))
        .hasSize(1);
  }

  @Test
  void whatStandsInBracketsAfterANameIsTheSecondName() {
    line.block(10, 60);
    line.bracket(90, -1);
    line.block(105, 50);
    line.bracket(160, 1);

    assertThat(divided(CertificateField.NAME, CertificateField.FORMER_NAME))
        .extracting(Slot::fields, Slot::inkBox)
        .containsExactly(
            tuple(List.of(CertificateField.NAME), new Box(10, 0, 60, 20)),
            tuple(List.of(CertificateField.FORMER_NAME), new Box(105, 0, 50, 20)));
  }

  @Test
  void aNameWithoutBracketsIsTheNameAlone() {
    line.block(10, 20);
    line.block(50, 20);

    assertThat(divided(CertificateField.NAME, CertificateField.FORMER_NAME))
        .extracting(Slot::fields, Slot::inkBox)
        .containsExactly(tuple(List.of(CertificateField.NAME), new Box(10, 0, 60, 20)));
  }

  @Test
  void valuesOfFewWordsAreDividedAtAWideGap() {
    line.block(10, 18);
    line.block(32, 18);
    line.block(90, 50);

    assertThat(divided(CertificateField.SEX, CertificateField.RELATION))
        .extracting(Slot::fields, Slot::inkBox)
        .containsExactly(
            tuple(List.of(CertificateField.SEX), new Box(10, 0, 40, 20)),
            tuple(List.of(CertificateField.RELATION), new Box(90, 0, 50, 20)));
  }
}
