package jp.frontdesk.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import jp.frontdesk.kernel.CertificateField;
import jp.frontdesk.kernel.FieldKind;
import jp.frontdesk.kernel.FieldPath;
import jp.frontdesk.reading.evidence.Reasons;
import org.junit.jupiter.api.Test;

class AcceptanceTest {
  private static FieldReading reading(CertificateField field, double stated, String... reasons) {
    return new FieldReading(
        FieldPath.of(field, 0),
        "見本",
        stated,
        reasons.length > 0,
        List.of(reasons),
        List.of(),
        1,
        new Box(0, 0, 10, 10));
  }

  @Test
  void fewCountsLeanOnTheirKind() {
    Calibration calibration =
        Calibration.parse(
            List.of(
                "# kind reason stated right all", "NAME\t-\t0.97\t98\t100", "NAME\t-\t0.93\t1\t1"));

    assertThat(calibration.probability(FieldKind.NAME, "-", 0.97)).isBetween(0.97, 0.985);
    assertThat(calibration.probability(FieldKind.NAME, "-", 0.93)).isBetween(0.96, 0.99);
    assertThat(calibration.probability(FieldKind.NAME, "-", 0.5)).isBetween(0.96, 0.98);
  }

  @Test
  void whatWasOftenWrongIsNotBelieved() {
    Calibration calibration =
        Calibration.parse(List.of("NAME\t-\t0.97\t980\t980", "NAME\tvague\t0.97\t30\t100"));

    assertThat(calibration.probability(FieldKind.NAME, "-", 0.97)).isGreaterThan(0.995);
    assertThat(calibration.probability(FieldKind.NAME, "vague", 0.97)).isBetween(0.3, 0.4);
  }

  @Test
  void withoutCountsNothingIsKnown() {
    assertThat(Calibration.parse(List.of()).probability(FieldKind.DATE, "-", 0.99)).isEqualTo(0.5);
  }

  @Test
  void aTornTableIsNamed() {
    assertThatThrownBy(() -> Calibration.parse(List.of("NAME\t-\t0.97\t98")))
        .hasMessageContaining("not a line of counts");
  }

  @Test
  void valuesThatRulesAreSureOfNeedNoLook() {
    for (CertificateField field :
        List.of(
            CertificateField.BIRTH_DATE,
            CertificateField.INDIVIDUAL_NUMBER,
            CertificateField.SEX,
            CertificateField.NAME)) {
      FieldReading judged = Acceptance.usual().judged(reading(field, 0.97));

      assertThat(judged.needsReview()).as(field.name()).isFalse();
      assertThat(judged.confidence()).as(field.name()).isGreaterThanOrEqualTo(0.97).isLessThan(1);
      assertThat(judged.reasons()).isEmpty();
    }
  }

  @Test
  void noCountSaysWhoseAValueIs() {
    FieldReading judged =
        Acceptance.parse("choice=0")
            .judged(reading(CertificateField.SEX, 0.99, Reasons.NEXT_PERSON));

    assertThat(judged.needsReview()).isTrue();
    assertThat(judged.reasons()).containsExactly(Reasons.NEXT_PERSON);
  }

  @Test
  void doubtStaysWithItsReason() {
    FieldReading judged =
        Acceptance.usual().judged(reading(CertificateField.NAME, 0.5, Reasons.READINGS_DIFFER));

    assertThat(judged.needsReview()).isTrue();
    assertThat(judged.confidence()).isLessThan(0.9);
    assertThat(judged.reasons()).containsExactly(Reasons.READINGS_DIFFER);
  }

  @Test
  void aTownMayAskToSeeEveryName() {
    Acceptance strict = Acceptance.parse("name=1");

    FieldReading judged = strict.judged(reading(CertificateField.NAME, 0.97));

    assertThat(judged.needsReview()).isTrue();
    assertThat(judged.reasons()).containsExactly(Reasons.UNPROVEN);
    assertThat(strict.judged(reading(CertificateField.SEX, 0.97)).needsReview()).isFalse();
  }

  @Test
  void aNameThatOnlyOtherPrintsOfItSpeakForIsShown() {
    assertThat(Acceptance.usual().judged(reading(CertificateField.NAME, 0.93)).needsReview())
        .isTrue();
  }

  @Test
  void faultsOfTheSettingAreNamed() {
    assertThatThrownBy(() -> Acceptance.parse("nome=0.9")).hasMessage("no kind of field: nome=0.9");
    assertThatThrownBy(() -> Acceptance.parse("name=90%"))
        .hasMessage("no probability from 0 to 1: name=90%");
    assertThatThrownBy(() -> Acceptance.parse("name")).hasMessageContaining("name");
  }
}
