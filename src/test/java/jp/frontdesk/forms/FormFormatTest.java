package jp.frontdesk.forms;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import jp.frontdesk.cases.MoveKind;
import jp.frontdesk.cases.MovingInRecord;
import jp.frontdesk.paper.MmBox;
import jp.frontdesk.review.Confirmed;
import jp.frontdesk.review.ConfirmedFixtures;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.interactive.form.PDAcroForm;
import org.apache.pdfbox.pdmodel.interactive.form.PDTextField;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a form's description may say, on small forms of its own.
class FormFormatTest {
  @TempDir private Path folder;

  @Test
  void aFieldOfATownsOwnPdfGivesTheBox() throws IOException {
    printedForm();

    FilledForm filled =
        fill(
            """
            title: 見本
            first:
              background: town.pdf
              items:
                - {value: new_head, field: applicant, size: 11}
            """,
            ConfirmedFixtures.single());

    assertThat(filled.placed()).hasSize(1);
    assertThat(new MmBox(20, 30, 80, 10).contains(filled.placed().getFirst().ink())).isTrue();
    try (PDDocument document = Loader.loadPDF(filled.pdf())) {
      assertThat(document.getDocumentCatalog().getCOSObject().containsKey(COSName.ACRO_FORM))
          .isFalse();
      assertThat(document.getPage(0).getMediaBox().getWidth()).isBetween(419f, 420f);
      assertThat(new PDFTextStripper().getText(document)).contains("見本　太郎");
    }
  }

  @Test
  void aFieldThePdfDoesNotHaveIsNamedWithItsLine() throws IOException {
    printedForm();

    List<FormProblem> problems =
        load("""
        title: 見本
        first:
          background: town.pdf
          items:
            - {value: new_head, field: nobody}
        """)
            .problems();

    assertThat(problems.toString()).contains("form.yaml:5", "no field 'nobody'");
  }

  @Test
  void everyFaultOfTheNewerKeysIsNamed() throws IOException {
    List<FormProblem> problems =
        load("""
        title: 見本
        who: everybody
        each: household
        first:
          items:
            - {label: 字, at: [10, 10, 20, 5], when: notifier.role}
            - {label: 字, at: [10, 20, 20, 5], when: new_head SELF}
            - {label: 字, at: [10, 30, 20, 5], when: notifier.role NOBODY}
            - {qr: new_head, at: [10, 40, 20, 20]}
            - {digits: notifier.phone, at: [10, 70, 5, 5], groups: [4, 6]}
            - {digits: notifier.phone, at: [10, 80, 50, 5], groups: [x]}
            - {date: moved_on, at: [10, 90, 50, 5], parts: {era: [10, 90, 10, 5], yaer: [20, 90, 9, 5]}}
            - {signature: new_head, at: [10, 100, 50, 10]}
            - {ring: notifier.role, at: [10, 110, 9, 9], is: NOBODY}
            - {vertical: kind, at: [10, 120, 9, 90]}
        """)
            .problems();

    assertThat(problems)
        .extracting(FormProblem::line)
        .contains(1, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15);
    assertThat(problems.toString())
        .contains(
            "'who' is one of [ALL, HEAD",
            "'each' is member",
            "'when' is a path and its codes",
            "cannot be set as when",
            "'NOBODY' is none of SELF",
            "a QR code holds only case.code",
            "'groups' fit the box",
            "how many cells each group has",
            "'month' is missing",
            "unknown key 'yaer'",
            "cannot be set as signature",
            "cannot be set as vertical");
  }

  @Test
  void aFormIsForMovingInUnlessItNamesOtherMoves() throws IOException {
    String plain = "title: 見本\nfirst:\n  items:\n    - {line: 0.2, at: [1, 1, 9, 0]}\n";

    assertThat(load(plain).forms().getFirst().kinds()).containsExactly(MoveKind.MOVING_IN);
    assertThat(load("kinds: [転出, 転居]\n" + plain).forms().getFirst().kinds())
        .containsExactlyInAnyOrder(MoveKind.MOVING_WITHIN, MoveKind.MOVING_OUT);
    assertThat(load("kinds: [出生]\n" + plain).problems().toString())
        .contains("form.yaml:1: 'kinds' are 転入, 転居, 転出");
    assertThat(load("kinds: []\n" + plain).problems().toString()).contains("at least one");
  }

  @Test
  void anItemWithAConditionIsDrawnOnlyWhereItHolds() throws IOException {
    String yaml =
        """
        title: 見本
        first:
          items:
            - {label: 代理, at: [10, 10, 20, 5], when: notifier.role PROXY}
            - {label: 本人, at: [10, 20, 20, 5], when: notifier.role SELF HOUSEHOLD_MEMBER}
        """;

    assertThat(textsOf(fill(yaml, ConfirmedFixtures.single()))).containsExactly("本人");
    assertThat(textsOf(fill(yaml, ConfirmedFixtures.longestValues()))).containsExactly("代理");
  }

  @Test
  void aNumberStandsInItsGroups() throws IOException {
    FilledForm filled =
        fill(
            """
            title: 見本
            each: member
            first:
              items:
                - {digits: member.pension_number, at: [10, 10, 62, 6], groups: [4, 6], gap: 2}
                - {digits: notifier.phone, at: [10, 20, 64, 6], groups: [4, 4, 4], gap: 2}
            """,
            ConfirmedFixtures.single());

    List<FilledForm.Placed> texts = filled.placed();
    assertThat(textsOf(filled))
        .containsExactlyInAnyOrder(
            "-", "0", "0", "0", "0", "0", "0", "0", "0", "0", "1", "-", "-", "0", "9", "0", "0",
            "0", "0", "0", "0", "0", "0", "1");
    assertThat(texts)
        .filteredOn(t -> t.box().yMm() == 10 && t.text().equals("1"))
        .allSatisfy(t -> assertThat(t.box().rightMm()).isEqualTo(72));
    assertThat(texts)
        .filteredOn(t -> t.text().equals("9"))
        .allSatisfy(t -> assertThat(t.box().xMm()).isEqualTo(20));
  }

  @Test
  void aNumberThatDoesNotFitItsGroupsIsWrittenAsAText() throws IOException {
    FilledForm filled =
        fill(
            """
            title: 見本
            first:
              items:
                - {digits: notifier.phone, at: [10, 20, 90, 6], groups: [4, 4, 4]}
            """,
            ConfirmedFixtures.longestValues());

    assertThat(textsOf(filled)).containsExactly("03-0000-0000（内線0000）昼間のみ");
  }

  @Test
  void aDateStandsInBoxesOfItsOwnAndAWordingInTheWhole() throws IOException {
    String yaml =
        """
        title: 見本
        who: head
        each: member
        first:
          items:
            - date: member.birth_date
              at: [10, 10, 60, 8]
              parts: {era: [10, 10, 15, 8], year: [25, 10, 15, 8], month: [40, 10, 15, 8], day: [55, 10, 15, 8]}
        """;

    assertThat(textsOf(fill(yaml, ConfirmedFixtures.single())))
        .containsExactly("平成", "2", "5", "3");
    assertThat(textsOf(fill(yaml, ConfirmedFixtures.foreignFamily())))
        .containsExactly("西暦", "1985", "8", "20");
    assertThat(textsOf(fill(yaml, ConfirmedFixtures.unknownDates()))).containsExactly("昭和20年頃");
  }

  @Test
  void verticalTextRunsDownAndThenToTheLeft() throws IOException {
    FilledForm filled =
        fill(
            """
            title: 見本
            first:
              items:
                - {vertical: new_address, at: [100, 50, 12, 36], size: 10}
            """,
            ConfirmedFixtures.couple());

    List<FilledForm.Placed> texts = filled.placed();
    assertThat(String.join("", textsOf(filled))).isEqualTo("架空町本町四丁目5番6号　見本ハイツ203号室");
    assertThat(texts.get(1).ink().yMm()).isGreaterThan(texts.get(0).ink().yMm());
    assertThat(texts.getLast().ink().xMm()).isLessThan(texts.getFirst().ink().xMm());
    assertThat(texts).allSatisfy(t -> assertThat(t.box().contains(t.ink())).isTrue());
    try (PDDocument document = Loader.loadPDF(filled.pdf())) {
      assertThat(new PDFTextStripper().getText(document).replaceAll("\\\\s", ""))
          .contains("架", "室");
    }
  }

  @Test
  void theQrCodeIsReadAsTheCodeOfTheCase() throws Exception {
    FilledForm filled =
        fill(
            """
            title: 見本
            first:
              paper: [60, 60]
              items:
                - {qr: case.code, at: [5, 5, 50, 50]}
            """,
            ConfirmedFixtures.single());

    try (PDDocument document = Loader.loadPDF(filled.pdf())) {
      BufferedImage image = new PDFRenderer(document).renderImageWithDPI(0, 150);
      int[] points =
          image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
      RGBLuminanceSource source =
          new RGBLuminanceSource(image.getWidth(), image.getHeight(), points);
      assertThat(new QRCodeReader().decode(new BinaryBitmap(new HybridBinarizer(source))).getText())
          .isEqualTo("000000000001");
    }
  }

  @Test
  void everyMemberGetsASheetWhereTheFormSaysSo() throws IOException {
    FilledForm filled =
        fill(
            """
            title: 見本
            who: adults
            each: member
            first:
              items:
                - {value: member.name, at: [10, 10, 80, 8]}
            """,
            ConfirmedFixtures.familyOfSix());

    assertThat(filled.pages()).isEqualTo(3);
    assertThat(textsOf(filled)).containsExactly("架空　大介", "架空　見本子", "仮名　ウメ");
  }

  @Test
  void aMemberWhoseAgeNobodyKnowsIsOnTheFormWithAWarning() throws IOException {
    String yaml = "title: 見本\nwho: WHO\nfirst:\n  items:\n    - {label: 字, at: [9, 9, 9, 9]}\n";
    Confirmed<MovingInRecord> unknown = ConfirmedFixtures.unknownDates();

    FormTemplate children = load(yaml.replace("WHO", "children")).forms().getFirst();
    FormTemplate elderly = load(yaml.replace("WHO", "late_elderly")).forms().getFirst();

    assertThat(Households.isNeeded(children, unknown)).isFalse();
    assertThat(elderly.membersOf(unknown.value())).hasSize(3);
    assertThat(elderly.who().uncertainIn(unknown.value())).isZero();
  }

  private static List<String> textsOf(FilledForm filled) {
    return filled.placed().stream().map(FilledForm.Placed::text).toList();
  }

  private FilledForm fill(String yaml, Confirmed<MovingInRecord> household) throws IOException {
    FormLibrary library = load(yaml);
    assertThat(library.problems()).isEmpty();
    return Households.FILLER.fill(library.forms().getFirst(), household, Households.CONTEXT);
  }

  private FormLibrary load(String yaml) throws IOException {
    Path form = Files.createDirectories(folder.resolve("general/forms/sample"));
    Files.writeString(form.resolve("form.yaml"), yaml);
    return FormLibrary.load(folder.resolve("general"), folder.resolve("none"));
  }

  /// A form of A5 with one field at 20 mm from the left, 30 mm from the top, 80 by 10 mm.
  private void printedForm() throws IOException {
    Path form = Files.createDirectories(folder.resolve("general/forms/sample"));
    float mm = 72 / 25.4f;
    try (PDDocument document = new PDDocument()) {
      PDPage page = new PDPage(PDRectangle.A5);
      document.addPage(page);
      PDAcroForm fields = new PDAcroForm(document);
      document.getDocumentCatalog().setAcroForm(fields);
      PDTextField field = new PDTextField(fields);
      field.setPartialName("applicant");
      field
          .getWidgets()
          .getFirst()
          .setRectangle(
              new PDRectangle(20 * mm, PDRectangle.A5.getHeight() - 40 * mm, 80 * mm, 10 * mm));
      page.getAnnotations().add(field.getWidgets().getFirst());
      fields.getFields().add(field);
      document.save(form.resolve("town.pdf").toFile());
    }
  }
}
