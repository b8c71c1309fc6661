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

  private static List<Found> read(String householder, String name) {
    return HouseholdRules.applied(
        List.of(
            found(CertificateField.OLD_HOUSEHOLDER, -1, householder),
            found(CertificateField.DOMICILE_HEAD, 0, name)),
        false);
  }

  @Test
  void aNameReadInTwoFormsIsShownWhereverItStands() {
    List<Found> read = read("見本　徳次", "見本德次");

    assertThat(reasons(read, CertificateField.OLD_HOUSEHOLDER)).containsExactly(Reasons.VARIANT);
    assertThat(reasons(read, CertificateField.DOMICILE_HEAD)).contains(Reasons.VARIANT);
  }

  @Test
  void aNameReadInOneFormIsNot() {
    assertThat(reasons(read("見本　德次", "見本德次"), CertificateField.OLD_HOUSEHOLDER)).isEmpty();
  }

  @Test
  void aNameWhoseFormIsInDoubtInOnePrintIsInTheOthersToo() {
    assertThat(reasons(readWithDoubt(0.69), CertificateField.OLD_HOUSEHOLDER))
        .containsExactly(Reasons.VARIANT);
    assertThat(reasons(readWithDoubt(0.73), CertificateField.OLD_HOUSEHOLDER)).isEmpty();
  }

  @Test
  void aFormThatIsAllButSureIsLessSoWhereAnotherPrintIsInDoubt() {
    Found likely = found(CertificateField.OLD_HOUSEHOLDER, -1, "見本　德次");
    Found vague = found(CertificateField.NAME, 0, "見本　德次");
    List<Found> read =
        HouseholdRules.applied(
            List.of(
                likely.with(Verdict.doubtful("見本　德次", 0.73, Reasons.VARIANT, List.of())),
                vague.with(Verdict.doubtful("見本　德次", 0.69, Reasons.VARIANT, List.of()))),
            false);

    assertThat(read).allMatch(f -> f.verdict().confidence() < 0.7);
  }

  private static List<Found> readWithDoubt(double stated) {
    Found sure = found(CertificateField.OLD_HOUSEHOLDER, -1, "見本　德次");
    Found name = found(CertificateField.NAME, 0, "見本　德次");
    return HouseholdRules.applied(
        List.of(
            sure, name.with(Verdict.doubtful("見本　德次", stated, Reasons.VARIANT, List.of("見本　徳次")))),
        false);
  }

  @Test
  void aNameThatIsPartOfAnotherWasCutOff() {
    assertThat(reasons(read("見本　德次", "見本"), CertificateField.DOMICILE_HEAD))
        .contains(Reasons.READINGS_DIFFER);
    assertThat(reasons(read("見本　德次", "見本"), CertificateField.OLD_HOUSEHOLDER)).isEmpty();
  }
}
