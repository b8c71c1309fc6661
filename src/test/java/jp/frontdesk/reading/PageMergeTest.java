package jp.frontdesk.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import jp.frontdesk.kernel.CertificateField;
import jp.frontdesk.kernel.FieldPath;
import org.junit.jupiter.api.Test;

class PageMergeTest {
  private static FieldReading field(FieldPath path, String value) {
    return new FieldReading(path, value, 0.95, false, List.of(), List.of(), 1, new Box(0, 0, 1, 1));
  }

  private static PageReading page(
      int page, Optional<PrintedPage> printed, List<FieldReading> fields) {
    return new PageReading(
        page,
        0,
        "ruled",
        DocumentType.MOVING_OUT_CERTIFICATE,
        printed,
        List.of(),
        fields,
        List.of(),
        100,
        100,
        1);
  }

  private static List<FieldReading> member(int index, String name, String number) {
    return List.of(
        field(FieldPath.of(CertificateField.NAME, index), name),
        field(FieldPath.of(CertificateField.BIRTH_DATE, index), "昭和4" + number + "年1月1日"),
        field(FieldPath.of(CertificateField.INDIVIDUAL_NUMBER, index), number + "23456789018"));
  }

  private static PageReading first(int page, int of) {
    List<FieldReading> fields = new ArrayList<>(member(0, "見本　太郎", "1"));
    fields.add(field(FieldPath.of(CertificateField.MOVE_DATE), "令和8年1月15日"));
    fields.add(field(FieldPath.of(CertificateField.CERTIFICATE_NUMBER), "123"));
    return page(page, of > 1 ? Optional.of(new PrintedPage(1, of)) : Optional.empty(), fields);
  }

  private static PageReading second(int page) {
    List<FieldReading> fields = new ArrayList<>(member(0, "見本　花子", "2"));
    fields.add(field(FieldPath.of(CertificateField.ISSUE_DATE), "令和8年1月11日"));
    return page(page, Optional.empty(), fields);
  }

  private static List<String> codes(CertificateReading reading) {
    return reading.warnings().stream().map(ReadingWarning::code).toList();
  }

  @Test
  void membersAreNumberedOverAllPagesInAnyOrder() {
    CertificateReading reading = CertificateReading.stated(List.of(second(1), first(2, 2)));

    assertThat(reading.memberCount()).isEqualTo(2);
    assertThat(reading.find(FieldPath.of(CertificateField.NAME, 0)).orElseThrow().value())
        .isEqualTo("見本　太郎");
    assertThat(reading.find(FieldPath.of(CertificateField.NAME, 1)).orElseThrow().page())
        .isEqualTo(1);
    assertThat(codes(reading)).isEmpty();
    assertThat(reading.fields())
        .as("a page without a number changed places")
        .filteredOn(f -> f.path().member() >= 0)
        .allMatch(FieldReading::needsReview);
    assertThat(CertificateReading.stated(List.of(first(1, 2), second(2))).fields())
        .noneMatch(FieldReading::needsReview);
  }

  @Test
  void aLastPageThatSpeaksOfTheMoveStaysTheLast() {
    List<FieldReading> last = new ArrayList<>(member(0, "見本　次郎", "3"));
    last.add(field(FieldPath.of(CertificateField.NEW_ADDRESS), "見本県例市例町1丁目2番"));

    CertificateReading reading =
        CertificateReading.stated(List.of(first(1, 1), second(2), page(3, Optional.empty(), last)));

    assertThat(reading.find(FieldPath.of(CertificateField.NAME, 2)).orElseThrow().value())
        .isEqualTo("見本　次郎");
    assertThat(codes(reading)).isEmpty();
    assertThat(reading.fields()).noneMatch(FieldReading::needsReview);
  }

  @Test
  void aMissingSecondPageIsNamed() {
    CertificateReading reading = CertificateReading.stated(List.of(first(1, 2)));

    assertThat(reading.warnings()).containsExactly(Warnings.pageMissing(2));
  }

  @Test
  void aSecondPageWithoutTheFirstIsNamed() {
    CertificateReading reading = CertificateReading.stated(List.of(second(1)));

    assertThat(reading.warnings()).containsExactly(Warnings.pageMissing(1));
  }

  @Test
  void theSamePageTwiceCountsOnce() {
    CertificateReading reading =
        CertificateReading.stated(List.of(first(1, 2), first(2, 2), second(3)));

    assertThat(reading.memberCount()).isEqualTo(2);
    assertThat(codes(reading)).containsExactly("duplicate_page");
  }

  @Test
  void twoCertificatesInOneStackAreTold() {
    List<FieldReading> other = new ArrayList<>(member(0, "架空　次郎", "7"));
    other.add(field(FieldPath.of(CertificateField.MOVE_DATE), "令和8年2月1日"));
    other.add(field(FieldPath.of(CertificateField.CERTIFICATE_NUMBER), "456"));

    CertificateReading reading =
        CertificateReading.stated(
            List.of(first(1, 2), second(2), page(3, Optional.empty(), other)));

    assertThat(codes(reading)).contains("mixed_certificates");
  }

  @Test
  void twoBadlyReadCertificatesAreToldIfTheyAgreeInNothing() {
    FieldReading vague =
        new FieldReading(
            FieldPath.of(CertificateField.MOVE_DATE),
            "令和8年2月",
            0.3,
            true,
            List.of(),
            List.of(),
            1,
            new Box(0, 0, 1, 1));
    List<FieldReading> other = new ArrayList<>(member(0, "架空　次郎", "7"));
    other.add(vague);

    assertThat(
            codes(
                CertificateReading.stated(List.of(first(1, 1), page(2, Optional.empty(), other)))))
        .contains("mixed_certificates");
  }

  @Test
  void aReadingSurvivesItsJsonForm() {
    PageReading page = first(1, 2);

    assertThat(ReadingJson.read(ReadingJson.write(page))).isEqualTo(page);
  }
}
