package jp.frontdesk.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import jp.frontdesk.kernel.CertificateField;
import jp.frontdesk.reading.cells.Cell;
import jp.frontdesk.reading.cells.TextLine;
import org.junit.jupiter.api.Test;

class GroupedLabelsTest {
  private static final LabelBook LABELS = LabelBook.load(FileReader.labelFile());

  private static ReadCell cell(int x, int y, int width, int height, String text) {
    Box box = new Box(x, y, width, height);
    return new ReadCell(
        new Cell(box, 0, List.of(new TextLine(box.inset(5, 5)))),
        text,
        LABELS.find(text).map(LabelBook.Match::label));
  }

  private static List<Optional<CertificateField>> fields(List<ReadCell> cells) {
    return new GroupedLabels(LABELS)
        .resolved(cells).stream().map(c -> c.label().map(l -> l.fields().getFirst())).toList();
  }

  @Test
  void aHeadingBesideSeveralRowsSaysWhichPlaceIsMeant() {
    List<ReadCell> cells =
        List.of(
            cell(0, 0, 30, 80, "転出前"),
            cell(30, 0, 100, 40, "住所"),
            cell(30, 40, 100, 40, "世帯主"),
            cell(0, 80, 30, 80, "転出先"),
            cell(30, 80, 100, 40, "住所"),
            cell(30, 120, 100, 40, "世帯主の氏名"));

    assertThat(fields(cells))
        .containsExactly(
            Optional.empty(),
            Optional.of(CertificateField.OLD_ADDRESS),
            Optional.of(CertificateField.OLD_HOUSEHOLDER),
            Optional.empty(),
            Optional.of(CertificateField.NEW_ADDRESS),
            Optional.of(CertificateField.NEW_HOUSEHOLDER));
  }

  @Test
  void aHeadingOverSeveralColumnsDoesToo() {
    List<ReadCell> cells =
        List.of(
            cell(0, 0, 200, 30, "これから"), cell(0, 30, 100, 30, "住所"), cell(100, 30, 100, 30, "世帯主"));

    assertThat(fields(cells))
        .containsExactly(
            Optional.empty(),
            Optional.of(CertificateField.NEW_ADDRESS),
            Optional.of(CertificateField.NEW_HOUSEHOLDER));
  }

  @Test
  void theAddressInItsRowOrAboveSaysWhoseHouseholder() {
    List<ReadCell> inRow =
        List.of(
            cell(0, 0, 100, 40, "転出先"), cell(100, 0, 300, 40, "見本市"), cell(400, 0, 100, 40, "世帯主"));
    List<ReadCell> below =
        List.of(
            cell(0, 0, 100, 40, "旧住所"),
            cell(100, 0, 300, 40, "見本市"),
            cell(0, 40, 100, 40, "世帯主"),
            cell(100, 40, 300, 40, "見本　太郎"));

    assertThat(fields(inRow).getLast()).contains(CertificateField.NEW_HOUSEHOLDER);
    assertThat(fields(below).get(2)).contains(CertificateField.OLD_HOUSEHOLDER);
  }

  @Test
  void withoutAHeadingAWordAloneIsNoLabel() {
    List<ReadCell> cells = List.of(cell(0, 0, 100, 40, "続柄"), cell(100, 0, 100, 40, "世帯主"));

    assertThat(fields(cells).getLast()).isEmpty();
    assertThat(LABELS.findLoosely("住所")).isEmpty();
  }

  @Test
  void aTallHeadingOfItsOwnChangesNoOtherLabel() {
    List<ReadCell> cells = List.of(cell(0, 0, 60, 80, "性別"), cell(60, 40, 100, 40, "続柄"));

    assertThat(fields(cells))
        .containsExactly(Optional.of(CertificateField.SEX), Optional.of(CertificateField.RELATION));
  }
}
