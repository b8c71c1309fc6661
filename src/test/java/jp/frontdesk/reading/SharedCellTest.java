package jp.frontdesk.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import jp.frontdesk.kernel.CertificateField;
import org.junit.jupiter.api.Test;

class SharedCellTest {
  private static final List<CertificateField> INSURANCES =
      List.of(
          CertificateField.HEALTH_INSURANCE,
          CertificateField.LATE_ELDERLY,
          CertificateField.CARE_INSURANCE);

  private static Map<CertificateField, String> read(List<CertificateField> fields, String text) {
    return new SharedCell(fields)
        .read(new Said(text)).entrySet().stream()
            .collect(Collectors.toMap(Map.Entry::getKey, e -> e.getValue().value()));
  }

  @Test
  void valuesBehindShortCaptionsAreRead() {
    assertThat(read(INSURANCES, "国有後無介無"))
        .containsEntry(CertificateField.HEALTH_INSURANCE, "有")
        .containsEntry(CertificateField.LATE_ELDERLY, "無")
        .containsEntry(CertificateField.CARE_INSURANCE, "無");
    assertThat(read(INSURANCES, "無／有／有"))
        .containsEntry(CertificateField.HEALTH_INSURANCE, "無")
        .containsEntry(CertificateField.LATE_ELDERLY, "有");
  }

  @Test
  void aCaptionOfAnotherFieldIsNoPartOfIt() {
    assertThat(read(INSURANCES, "介有国無後無")).isEmpty();
  }
}
