package jp.frontdesk.samples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import jp.frontdesk.kernel.CertificateField;
import jp.frontdesk.kernel.FieldPath;
import jp.frontdesk.kernel.IndividualNumber;
import jp.frontdesk.kernel.ResidentRecordCode;
import jp.frontdesk.samples.paper.PrintedPage;
import jp.frontdesk.samples.scan.Point;
import jp.frontdesk.samples.scan.Quad;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.FieldSource;

final class CertificateGeneratorTest {
  static final List<String> LAYOUTS = CertificateGenerator.LAYOUTS;
  private static final int SEED_WITH_BLANK_CELL = 2;
  private static final double CAPTION_MM = 2.0;
  private static final CertificateGenerator GENERATOR = new CertificateGenerator();

  @ParameterizedTest
  @EnumSource
  void theSameSeedGivesTheSameBytes(ScanLevel level) {
    GeneratedCertificate first = GENERATOR.generate(11, SampleSpec.of(level));
    GeneratedCertificate second = GENERATOR.generate(11, SampleSpec.of(level));

    assertThat(first.pages()).hasSameSizeAs(second.pages());
    for (int i = 0; i < first.pages().size(); i++) {
      assertThat(first.pages().get(i).bytes()).isEqualTo(second.pages().get(i).bytes());
    }
    assertThat(TruthJson.of(first, "a")).isEqualTo(TruthJson.of(second, "a"));
  }

  @Test
  void neighbouringSeedsGiveDifferentPeople() {
    Set<String> numbers = new HashSet<>();
    int members = 0;
    for (int seed = 0; seed < 200; seed++) {
      SampleHousehold household = people(seed).household(1 + seed % 6, seed % 7 == 0);
      for (SamplePerson person : household.members()) {
        members++;
        assertThat(numbers.add(person.individualNumber())).isTrue();
      }
    }

    assertThat(numbers).hasSize(members);
  }

  @ParameterizedTest
  @FieldSource("LAYOUTS")
  void everyPrintedFieldHasItsBoxWithInkOnThePage(String layout) {
    GeneratedCertificate certificate =
        GENERATOR.generate(5, SampleSpec.clean(layout).withMembers(6).withForeign(false));

    Set<FieldPath> boxed = new HashSet<>();
    for (GeneratedPage page : certificate.pages()) {
      BufferedImage image = page.image();
      assertThat(image.getWidth()).isEqualTo(page.width());
      for (PrintedPage.Box box : page.boxes()) {
        boxed.add(box.path());
        for (Quad line : box.lines()) {
          assertThat(line.isWithin(page.width(), page.height(), 0))
              .as(box.path().toString())
              .isTrue();
          assertThat(darkPixels(image, line)).as(box.path().toString()).isPositive();
        }
      }
    }
    assertThat(boxed).isEqualTo(certificate.fields().keySet());
  }

  @ParameterizedTest
  @CsvSource({"CLEAN, 0", "OFFICE, 90", "POOR, 180", "PHOTO, 270"})
  void boxesFollowSkewPerspectiveAndTurns(ScanLevel level, int rotation) {
    SampleSpec spec = SampleSpec.of(level).withRotation(rotation).withGuard(false).withMembers(2);
    GeneratedPage page = GENERATOR.generate(21, spec).pages().getFirst();
    BufferedImage image = page.image();

    for (PrintedPage.Box box : page.boxes()) {
      Quad line = box.lines().getFirst();
      assertThat(line.isWithin(page.width(), page.height(), 2)).isTrue();
      assertThat(contrast(image, line)).as(level + " " + box.path()).isGreaterThan(40);
    }
  }

  @Test
  void everyNumberHasACheckDigitThatFits() {
    for (int seed = 0; seed < 60; seed++) {
      SampleHousehold household = people(seed).household(1 + seed % 8, seed % 5 == 0);

      for (SamplePerson person : household.members()) {
        assertThat(IndividualNumber.checks(person.individualNumber())).isTrue();
        assertThat(new ResidentRecordCode(person.juminhyoCode()).checkDigitAgrees()).isTrue();
      }
    }
  }

  @Test
  void theCallersHouseholdIsPrintedAsGiven() {
    SampleHousehold household = people(3).household(2, false);

    GeneratedCertificate certificate =
        GENERATOR.generate(1, SampleSpec.clean("household-table").withHousehold(household));

    assertThat(certificate.members()).isEqualTo(2);
    assertThat(certificate.getValue("members[1].juminhyo_code"))
        .isEqualTo(household.members().get(1).juminhyoCode());
    assertThat(certificate.getValue("certificate.issuer")).isEqualTo(household.issuer());
  }

  @Test
  void aLongHouseholdGoesOnOnASecondSheetAndOnlyTheLastIsAttested() {
    GeneratedCertificate certificate =
        GENERATOR.generate(2, SampleSpec.clean("standard-form").withMembers(6).withForeign(true));

    assertThat(certificate.pages()).hasSize(2);
    assertThat(certificate.pages().getFirst().text()).contains("（1／2）次頁へ続く");
    List<FieldPath> onLast =
        certificate.pages().getLast().boxes().stream().map(PrintedPage.Box::path).toList();
    assertThat(onLast).contains(FieldPath.of(CertificateField.ISSUE_DATE));
    assertThat(certificate.pages().getFirst().boxes())
        .noneMatch(b -> b.path().equals(FieldPath.of(CertificateField.ISSUE_DATE)));
  }

  @Test
  void aCellThatAnInventedPaperLeavesBlankIsNotInItsFields() {
    SampleSpec spec = SampleSpec.clean("household-table").withMembers(1).withForeign(false);

    GeneratedCertificate certificate = GENERATOR.generate(SEED_WITH_BLANK_CELL, spec);

    assertThat(certificate.blankCells()).isNotEmpty();
    assertThat(certificate.fields()).doesNotContainKeys(blank(certificate));
    assertThat(certificate.pages().getFirst().boxes())
        .noneMatch(b -> certificate.blankCells().contains(b.path()));
  }

  private static FieldPath[] blank(GeneratedCertificate certificate) {
    return certificate.blankCells().toArray(FieldPath[]::new);
  }

  @Test
  void peopleSideBySideShareASheet() {
    GeneratedCertificate certificate =
        GENERATOR.generate(9, SampleSpec.clean("people-across").withMembers(6));

    assertThat(certificate.pages()).hasSize(2);
    assertThat(certificate.pages().getLast().text()).contains("（余白）");
  }

  @Test
  void aSecondTableOfThePeopleStandsBelowTheFirst() {
    GeneratedCertificate certificate =
        GENERATOR.generate(9, SampleSpec.clean("two-tables").withMembers(8).withForeign(false));

    assertThat(certificate.pages()).hasSize(2);
    for (GeneratedPage page : certificate.pages()) {
      double lastName = tops(page, CertificateField.NAME).mapToDouble(y -> y).max().orElseThrow();
      assertThat(tops(page, CertificateField.INDIVIDUAL_NUMBER))
          .isNotEmpty()
          .allMatch(y -> y > lastName);
    }
  }

  private static Stream<Double> tops(GeneratedPage page, CertificateField field) {
    return page.boxes().stream()
        .filter(b -> b.path().field() == field)
        .map(b -> b.lines().getFirst().corners().getFirst().y());
  }

  @Test
  void aCaptionInTheCornerStandsAboveTheValueInItsCell() {
    GeneratedCertificate certificate =
        GENERATOR.generate(9, SampleSpec.clean("corner-captions").withMembers(1));

    GeneratedPage page = certificate.pages().getFirst();
    assertThat(page.text()).contains("個人番号 " + certificate.getValue("members[0].my_number"));
    for (PrintedPage.Box box : page.boxes()) {
      box.cell()
          .ifPresent(cell ->
              assertThat(
                      box.lines().getFirst().corners().getFirst().y()
                          - cell.corners().getFirst().y())
                  .as(box.path().toString())
                  .isGreaterThan(CAPTION_MM * page.dpi() / 25.4));
    }
  }

  @Test
  void aChoiceIsPrintedWithTheOthersAndItsBoxHoldsThemAll() {
    GeneratedCertificate certificate =
        GENERATOR.generate(4, SampleSpec.clean("circled-choices").withMembers(1));

    assertThat(certificate.getValue("members[0].sex")).isIn("男", "女");
    assertThat(certificate.pages().getFirst().text()).contains("男・女", "平・令");
    PrintedPage.Box sex =
        certificate.pages().getFirst().boxes().stream()
            .filter(b -> b.path().equals(FieldPath.of(CertificateField.SEX, 0)))
            .findFirst()
            .orElseThrow();
    assertThat(sex.lines()).hasSize(1);
  }

  @Test
  void anUnknownLayoutIsRefused() {
    assertThatThrownBy(() -> GENERATOR.generate(1, SampleSpec.clean("no-such-form")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("no-such-form");
  }

  private static HouseholdInvention people(int seed) {
    return new HouseholdInvention(new Luck(seed, "people"), SampleWords.lists());
  }

  private static int darkPixels(BufferedImage image, Quad quad) {
    return (int) greys(image, quad).stream().filter(g -> g < 128).count();
  }

  private static int contrast(BufferedImage image, Quad quad) {
    List<Integer> greys = greys(image, quad);
    return greys.stream().mapToInt(g -> g).max().orElse(0)
        - greys.stream().mapToInt(g -> g).min().orElse(0);
  }

  private static List<Integer> greys(BufferedImage image, Quad quad) {
    double left = quad.corners().stream().mapToDouble(Point::x).min().orElse(0);
    double right = quad.corners().stream().mapToDouble(Point::x).max().orElse(0);
    double top = quad.corners().stream().mapToDouble(Point::y).min().orElse(0);
    double bottom = quad.corners().stream().mapToDouble(Point::y).max().orElse(0);
    List<Integer> greys = new ArrayList<>();
    for (int y = (int) Math.max(0, top); y < Math.min(bottom, image.getHeight()); y++) {
      for (int x = (int) Math.max(0, left); x < Math.min(right, image.getWidth()); x++) {
        greys.add(image.getRGB(x, y) >> 8 & 255);
      }
    }
    return greys;
  }
}
