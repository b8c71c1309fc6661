package jp.frontdesk.forms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import jp.frontdesk.cases.MoveKind;
import jp.frontdesk.cases.MovingInRecord;
import jp.frontdesk.paper.MmBox;
import jp.frontdesk.review.Confirmed;
import jp.frontdesk.review.ConfirmedFixtures;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

class FormFillerTest {
  private static final String NOTIFICATION = "moving_in_notification";
  private static final String ENROLMENT = "health_insurance_enrolment";

  @Test
  void everyTextStandsInItsBox() {
    assertThat(fillAll())
        .flatExtracting(FilledForm::placed)
        .hasSizeGreaterThan(1000)
        .allSatisfy(text -> assertThat(text.box().contains(text.ink())).as("%s", text).isTrue());
  }

  @Test
  void noTextOverlapsAnother() {
    List<String> overlaps = new ArrayList<>();
    for (FilledForm filled : fillAll()) {
      List<FilledForm.Placed> texts = filled.placed();
      for (int i = 0; i < texts.size(); i++) {
        for (int j = i + 1; j < texts.size(); j++) {
          boolean isSamePage = texts.get(i).page() == texts.get(j).page();
          if (isSamePage && texts.get(i).ink().overlaps(texts.get(j).ink())) {
            overlaps.add(filled + " " + texts.get(i) + " " + texts.get(j));
          }
        }
      }
    }
    assertThat(overlaps).isEmpty();
  }

  @Test
  void noTextStandsOverARule() {
    List<String> crossed = new ArrayList<>();
    for (FilledForm filled : fillAll()) {
      for (FilledForm.Placed text : filled.placed()) {
        filled.rules().stream()
            .filter(rule -> rule.page() == text.page() && crosses(rule.line(), text))
            .forEach(rule -> crossed.add(filled + " " + text + " " + rule));
      }
    }
    assertThat(crossed).isEmpty();
  }

  /// An em box is a little larger than what is printed in it.
  private static boolean crosses(MmBox rule, FilledForm.Placed text) {
    MmBox ink = text.ink().inset(0.1, text.ink().heightMm() * 0.08);
    return rule.xMm() < ink.rightMm()
        && rule.rightMm() > ink.xMm()
        && rule.yMm() < ink.bottomMm()
        && rule.bottomMm() > ink.yMm();
  }

  @Test
  void noFormHasALabelThatIsTooLong() {
    assertThat(fillAll())
        .flatExtracting(FilledForm::warnings)
        .extracting(FilledForm.Warning::code)
        .doesNotContain("label_too_long");
  }

  @Test
  void everySheetCarriesTheReceptionNumberAndItsPage() throws IOException {
    FilledForm filled = Households.fill(NOTIFICATION, ConfirmedFixtures.familyOfSix());

    assertThat(filled.pages()).isEqualTo(2);
    assertThat(textOfPage(filled, 1)).contains("0003", "1／2");
    assertThat(textOfPage(filled, 2)).contains("0003", "2／2", "仮名　ウメ", "子の子");
  }

  @Test
  void theFormKnowsWhoseItIs() {
    Confirmed<MovingInRecord> household = ConfirmedFixtures.couple();

    FilledForm filled = Households.fill(NOTIFICATION, household);

    assertThat(filled.caseId()).isEqualTo(household.value().caseId());
    assertThat(filled.toString()).doesNotContain("例示");
  }

  @Test
  void onlyTheInsuredStandOnTheHealthInsuranceForm() throws IOException {
    FilledForm filled = Households.fill(ENROLMENT, ConfirmedFixtures.familyOfSix());

    assertThat(textOf(filled)).contains("架空　未来").doesNotContain("仮名　ウメ");
  }

  @Test
  void aHouseholdWithoutInsuredNeedsNoHealthInsuranceForm() {
    FormTemplate form = Households.form(ENROLMENT);
    Confirmed<MovingInRecord> couple = ConfirmedFixtures.couple();

    assertThat(Households.isNeeded(form, couple)).isFalse();
    assertThat(Households.isNeeded(form, ConfirmedFixtures.single())).isTrue();
    assertThatThrownBy(() -> Households.fill(ENROLMENT, couple))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void theIndividualNumberIsMaskedOnTheNotification() throws IOException {
    FilledForm filled = Households.fill(NOTIFICATION, ConfirmedFixtures.single());

    String digits = textOf(filled).replaceAll("\\s", "");
    assertThat(digits).doesNotContain("123456789018").contains("＊＊18");
  }

  @Test
  void aForeignersBirthDateIsWrittenInWesternYears() throws IOException {
    FilledForm filled = Households.fill(NOTIFICATION, ConfirmedFixtures.foreignFamily());

    assertThat(textOf(filled)).contains("1985").contains("2028年1月19日");
  }

  @Test
  void aVariantNoFontHasIsReportedWithoutItsTextInTheWarning() {
    FilledForm filled = Households.fill(NOTIFICATION, ConfirmedFixtures.rareCharacters());

    assertThat(filled.missingGlyphs()).containsExactly("斉\uDB40\uDD01");
    assertThat(filled.warnings())
        .extracting(FilledForm.Warning::code)
        .containsExactly("missing_glyph");
    assertThat(filled.warnings().getFirst().message()).doesNotContain("斉");
  }

  @Test
  void aValueTooLongForItsBoxStandsInFullOnTheAnnex() throws IOException {
    Confirmed<MovingInRecord> longest = ConfirmedFixtures.longestValues();

    FilledForm filled = Households.fill(NOTIFICATION, longest);

    String nationality = longest.value().members().get(1).foreign().orElseThrow().nationality();
    assertThat(textOfPage(filled, 1)).contains("別紙のとおり").doesNotContain(nationality);
    assertThat(textOfPage(filled, 2)).contains(nationality, "2人目の国籍・地域");
    assertThat(filled.warnings()).allMatch(warning -> warning.code().equals("annexed"));
  }

  @Test
  void oneSheetServesMovingWithinTheTownAndOutOfItToo() throws IOException {
    FormTemplate sheet = Households.form(NOTIFICATION);

    String within = textOf(Households.sample("moving-within").fill(sheet));
    String out = textOf(Households.sample("moving-out").fill(sheet));

    assertThat(within).contains("第23条", "異動する世帯", "架空町大字見本1234番地の5").doesNotContain("第22条", "（なし）");
    assertThat(out).contains("第24条", "これまでの住所に同じ", "令和8年4月20日", "カードで転出").doesNotContain("（なし）");
    assertThat(textOf(Households.fill(NOTIFICATION, ConfirmedFixtures.single())))
        .contains("第22条", "見本県架空市発行")
        .doesNotContain("異動する世帯", "第23条");
  }

  @Test
  void aFormForMovingInIsNotOfferedToThoseWhoMoveOtherwise() {
    Households.Named within = Households.sample("moving-within");
    FormTemplate enrolment = Households.form(ENROLMENT);

    assertThat(within.kind()).isEqualTo(MoveKind.MOVING_WITHIN);
    assertThat(within.needs(Households.form(NOTIFICATION))).isTrue();
    assertThat(within.needs(enrolment)).isFalse();
    assertThatThrownBy(() -> within.fill(enrolment))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("the form is not for such a move");
  }

  @Test
  void theSheetKnowsHowEachHouseholdMoves() {
    FormTemplate sheet = Households.form(NOTIFICATION);
    ValuePath kind = FormValues.find("kind").orElseThrow();

    for (Households.Named one : Households.named()) {
      FormScope scope =
          new FormScope(
              one.household().value(),
              Households.CONTEXT.withKind(one.kind()),
              Optional.empty(),
              0,
              1,
              1);
      assertThat(kind.lookup().apply(scope)).isEqualTo(new FormValue.Chosen(one.kind().name()));
    }
    assertThat(sheet.kinds()).containsExactlyInAnyOrder(MoveKind.values());
  }

  @Test
  void theSameRecordGivesTheSameBytes() {
    assertThat(Households.fill(NOTIFICATION, ConfirmedFixtures.foreignFamily()).pdf())
        .isEqualTo(Households.fill(NOTIFICATION, ConfirmedFixtures.foreignFamily()).pdf());
  }

  @Test
  void thePdfHasATitleALanguageAndNothingActive() throws IOException {
    FilledForm filled = Households.fill(NOTIFICATION, ConfirmedFixtures.single());

    try (PDDocument document = Loader.loadPDF(filled.pdf())) {
      assertThat(document.getDocumentInformation().getTitle()).isEqualTo("住民異動届");
      assertThat(document.getDocumentCatalog().getLanguage()).isEqualTo("ja-JP");
      assertThat(document.getDocumentCatalog().getCOSObject().keySet())
          .doesNotContain(COSName.OPEN_ACTION, COSName.AA, COSName.ACRO_FORM, COSName.NAMES);
      assertThat(document.getPage(0).getAnnotations()).isEmpty();
    }
  }

  @Test
  void manyThreadsFillAtOnceAndNobodyGetsAnothersPaper() throws Exception {
    List<Confirmed<MovingInRecord>> households = List.copyOf(Households.all().values());
    List<byte[]> alone =
        households.stream().map(one -> Households.fill(NOTIFICATION, one).pdf()).toList();

    try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
      List<Callable<byte[]>> calls =
          IntStream.range(0, 28)
              .<Callable<byte[]>>mapToObj(
                  i -> () -> Households.fill(NOTIFICATION, households.get(i % 7)).pdf())
              .toList();
      List<Future<byte[]>> filled = threads.invokeAll(calls);
      for (int i = 0; i < filled.size(); i++) {
        assertThat(filled.get(i).get()).isEqualTo(alone.get(i % 7));
      }
    }
  }

  private static List<FilledForm> fillAll() {
    return Households.LIBRARY.forms().stream()
        .flatMap(form ->
            Households.named().stream().filter(one -> one.needs(form)).map(one -> one.fill(form)))
        .collect(Collectors.toList());
  }

  private static String textOf(FilledForm filled) throws IOException {
    try (PDDocument document = Loader.loadPDF(filled.pdf())) {
      return new PDFTextStripper().getText(document);
    }
  }

  private static String textOfPage(FilledForm filled, int page) throws IOException {
    try (PDDocument document = Loader.loadPDF(filled.pdf())) {
      PDFTextStripper stripper = new PDFTextStripper();
      stripper.setStartPage(page);
      stripper.setEndPage(page);
      return stripper.getText(document);
    }
  }
}
