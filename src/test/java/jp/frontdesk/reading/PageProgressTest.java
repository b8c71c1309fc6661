package jp.frontdesk.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import jp.frontdesk.kernel.CertificateField;
import jp.frontdesk.kernel.FieldPath;
import jp.frontdesk.reading.evidence.Reasons;
import jp.frontdesk.reading.evidence.Verdict;
import org.junit.jupiter.api.Test;

class PageProgressTest {
  private final AtomicLong nowNs = new AtomicLong();
  private final List<ReadingProgress> told = new ArrayList<>();
  private final PageProgress progress = new PageProgress(1, 1, told::add, nowNs::get);

  private static Found found(CertificateField field, int member, Verdict verdict) {
    return new Found(field, member, verdict, new Box(0, 0, 10, 10));
  }

  private void pass(Duration time) {
    nowNs.addAndGet(time.toNanos());
  }

  @Test
  void nothingIsToldSoonerThanATenthOfASecondAfterTheLast() {
    progress.upright();
    progress.found(60);
    for (int i = 0; i < 60; i++) {
      pass(Duration.ofMillis(10));
      progress.read(List.of());
    }

    assertThat(told).hasSize(7);
    assertThat(told.getFirst().places()).isZero();
    assertThat(told.getLast().placesRead()).isEqualTo(60);
  }

  @Test
  void whatWasLeftOutIsToldWithTheNext() {
    progress.found(2);
    progress.read(List.of(found(CertificateField.NAME, 0, Verdict.sure("見本　太郎", 0.97))));
    assertThat(told).hasSize(1);

    pass(PageProgress.APART);
    progress.read(List.of());

    assertThat(told.getLast().values())
        .containsExactly(new EarlyValue(FieldPath.of(CertificateField.NAME, 0), "見本　太郎"));
  }

  @Test
  void doubtfulEmptySecretAndOtherValuesAreNotTold() {
    progress.found(5);
    pass(PageProgress.APART);

    progress.read(
        List.of(
            found(
                CertificateField.NAME,
                0,
                Verdict.doubtful("見本　太郎", 0.6, Reasons.UNCLEAR, List.of())),
            found(CertificateField.NAME, 1, Verdict.nothing()),
            found(CertificateField.INDIVIDUAL_NUMBER, 0, Verdict.sure("123456789018", 0.99)),
            found(CertificateField.SEX, 0, Verdict.sure("男", 0.99)),
            found(CertificateField.OLD_ADDRESS, -1, Verdict.sure("見".repeat(201), 0.99)),
            found(CertificateField.BIRTH_DATE, 0, Verdict.sure("昭和49年12月1日", 0.98))));

    assertThat(told.getLast().values())
        .extracting(EarlyValue::path)
        .containsExactly(FieldPath.of(CertificateField.BIRTH_DATE, 0));
  }

  @Test
  void valuesNeverShowInTheTextForm() {
    ReadingProgress shown =
        new ReadingProgress(
            1, 1, 5, 1, List.of(new EarlyValue(FieldPath.of(CertificateField.NAME, 0), "見本　太郎")));

    assertThat(shown.toString() + shown.values()).doesNotContain("見本");
  }
}
