package jp.frontdesk.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import jp.frontdesk.kernel.CertificateField;
import jp.frontdesk.reading.cells.TextLine;
import org.junit.jupiter.api.Test;

class ImpliedFieldsTest {
  private static final Box BOX = new Box(0, 0, 100, 20);

  private static Slot slot(List<CertificateField> fields, List<CertificateField> foreign) {
    return new Slot(0, fields, foreign, List.of(new TextLine(BOX)), BOX, List.of());
  }

  private static Slot pensionPrintedAs(String text) {
    Slot slot = slot(List.of(CertificateField.PENSION), List.of());
    return new ImpliedFields(_ -> text).named(List.of(slot)).getFirst();
  }

  @Test
  void aNumberBehindTheKindOfPensionIsItsNumber() {
    assertThat(pensionPrintedAs("第３号 3144-733850").fields())
        .containsExactly(CertificateField.PENSION, CertificateField.PENSION_NUMBER);
    assertThat(pensionPrintedAs("第３号").fields()).containsExactly(CertificateField.PENSION);
  }

  @Test
  void aStatusStandsBehindACountryWhereTheFormHasNoPlaceForIt() {
    Slot domicile =
        slot(List.of(CertificateField.REGISTERED_DOMICILE), List.of(CertificateField.NATIONALITY));
    Slot status = slot(List.of(CertificateField.RESIDENCE_STATUS), List.of());
    ImpliedFields implied = new ImpliedFields(_ -> "");

    assertThat(implied.named(List.of(domicile)).getFirst().foreign())
        .containsExactly(CertificateField.NATIONALITY, CertificateField.RESIDENCE_STATUS);
    assertThat(implied.named(List.of(domicile, status))).containsExactly(domicile, status);
  }

  @Test
  void aDateBehindTheNumberOfThePaperIsWhenItWasIssued() {
    Slot number = slot(List.of(CertificateField.CERTIFICATE_NUMBER), List.of());

    assertThat(new ImpliedFields(_ -> "令 7. 8.17").named(List.of(number)).getFirst().fields())
        .containsExactly(CertificateField.ISSUE_DATE);
    assertThat(new ImpliedFields(_ -> "62489").named(List.of(number))).containsExactly(number);
  }
}
