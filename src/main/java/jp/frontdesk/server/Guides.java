package jp.frontdesk.server;

import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import jp.frontdesk.cases.CaseFile;
import jp.frontdesk.cases.CaseStore;
import jp.frontdesk.cases.MovingInRecord;
import jp.frontdesk.forms.FormTemplate;
import jp.frontdesk.guide.Guide;
import jp.frontdesk.guide.GuideBook;
import jp.frontdesk.guide.GuidePaper;
import jp.frontdesk.guide.GuidePapers;
import jp.frontdesk.guide.GuidePdf;
import jp.frontdesk.guide.GuideView;
import jp.frontdesk.guide.HouseholdFacts;
import jp.frontdesk.guide.ProceduresView;
import jp.frontdesk.guide.Question;
import jp.frontdesk.kernel.MunicipalityCode;
import jp.frontdesk.review.Confirmed;
import jp.frontdesk.review.Draft;

/// The guide 手続案内 of a case: on the kiosk's screen from the draft, on paper from the confirmed
/// record.
final class Guides {
  private final Steps steps;
  private final Screens screens;

  Guides(Steps steps, Screens screens) {
    this.steps = steps;
    this.screens = screens;
  }

  GuideBook book(MunicipalityCode town) {
    return steps.files().guide(town);
  }

  /// What is known so far.
  Guide ofDraft(CaseFile file, Draft draft) {
    String prefecture = steps.towns().getTown(file.town()).prefecture();
    return book(file.town())
        .guideFor(HouseholdFacts.of(draft, prefecture, steps.today()), steps.today());
  }

  Guide ofRecord(MovingInRecord record) {
    String prefecture = steps.towns().getTown(record.town()).prefecture();
    return book(record.town()).guideFor(HouseholdFacts.of(record, prefecture), steps.today());
  }

  /// The guide in the language the address asks for, Japanese where it asks for none there is.
  GuidePaper paper(RoutingContext ctx, CaseFile file, Guide guide) {
    return papers(file.town(), languageOf(ctx, file, "ja"))
        .paper(
            guide,
            steps.towns().getTown(file.town()).name(),
            file.receptionNumber().isPresent() ? file.receptionLabel() : "",
            steps.today());
  }

  /// Puts a town's guides into a language.
  GuidePapers papers(MunicipalityCode town, String language) {
    return new GuidePapers(
        book(town),
        language,
        form -> steps.files().forms(town).find(form).map(FormTemplate::title));
  }

  /// The language the address asks for, where there is such a one.
  String languageOf(RoutingContext ctx, CaseFile file, String otherwise) {
    String asked = ctx.request().getParam("lang", otherwise);
    return book(file.town()).words().has(asked) ? asked : otherwise;
  }

  /// What is asked, each with what the request chose.
  ///
  /// @param questions in the order in which they are asked
  static List<ProceduresView.Asked> asked(
      RoutingContext ctx, List<Question> questions, String language) {
    Map<String, String> chosen = answersIn(ctx, questions.stream().map(Question::id).toList());
    return questions.stream()
        .map(question ->
            new ProceduresView.Asked(
                question.id(),
                question.text(language),
                question.why(language),
                chosen.getOrDefault(question.id(), "ask")))
        .toList();
  }

  /// What a request answers.
  ///
  /// @param questions the names of those that count
  /// @return `yes` or `no` by question; `ask` and everything strange is left out
  static Map<String, String> answersIn(RoutingContext ctx, List<String> questions) {
    Map<String, String> answers = new TreeMap<>();
    for (String question : questions) {
      String answer = FormTexts.text(ctx, "answer." + question);
      if (answer.equals("yes") || answer.equals("no")) {
        answers.put(question, answer);
      }
    }
    return answers;
  }

  /// The languages to choose from.
  ///
  /// @param shown the one a page is in
  List<GuideView.Language> languages(CaseFile file, String shown) {
    return languages(book(file.town()), shown);
  }

  static List<GuideView.Language> languages(GuideBook book, String shown) {
    return book.words().languages().stream()
        .map(code ->
            new GuideView.Language(code, book.words().word(code, "language"), code.equals(shown)))
        .toList();
  }

  /// Sends the guide of a confirmed case as a PDF; `large` asks for large type.
  void sendPdf(RoutingContext ctx, CaseFile file, Confirmed<MovingInRecord> confirmed) {
    byte[] pdf =
        pdf(
            paper(ctx, file, ofRecord(confirmed.value())),
            "1".equals(ctx.request().getParam("large")));
    screens.sendPdf(
        ctx, file.id(), confirmed.value().caseId(), pdf, "guide-" + file.receptionLabel());
  }

  /// A guide drawn by a worker.
  byte[] pdf(GuidePaper paper, boolean isLarge) {
    GuidePdf.Size size = isLarge ? GuidePdf.Size.LARGE : GuidePdf.Size.USUAL;
    return steps
        .workers()
        .run(() ->
            GuidePdf.draw(
                steps.fonts(),
                paper,
                size,
                steps.today().atStartOfDay(CaseStore.JAPAN).toInstant()))
        .await();
  }
}
