package jp.frontdesk.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import jp.frontdesk.kernel.CertificateField;
import jp.frontdesk.reading.evidence.Reasons;
import jp.frontdesk.reading.evidence.Verdict;
import org.junit.jupiter.api.Test;

class HouseholdRulesTest {
  private static Found found(CertificateField field, int member, String value) {
    return new Found(field, member, Verdict.sure(value, 0.97), new Box(0, 0, 10, 10));
  }

  private static List<String> reasons(List<Found> found, CertificateField field) {
    return found.stream()
        .filter(f -> f.field() == field)
        .flatMap(f -> f.verdict().reasons().stream())
        .toList();
  }

  @Test
  void aNameReadInTwoFormsIsShownWhereverItStands() {
    List<Found> read =
        HouseholdRules.applied(
            List.of(
                found(CertificateField.OLD_HOUSEHOLDER, -1, "見本　徳次"),
                found(CertificateField.NAME, 0, "見本德次")),
            false);

    assertThat(reasons(read, CertificateField.OLD_HOUSEHOLDER)).containsExactly(Reasons.VARIANT);
    assertThat(reasons(read, CertificateField.NAME)).contains(Reasons.VARIANT);
  }

  @Test
  void aNameReadInOneFormIsNot() {
    List<Found> read =
        HouseholdRules.applied(
            List.of(
                found(CertificateField.OLD_HOUSEHOLDER, -1, "見本　德次"),
                found(CertificateField.DOMICILE_HEAD, 0, "見本德次")),
            false);

    assertThat(reasons(read, CertificateField.OLD_HOUSEHOLDER)).isEmpty();
  }
}
