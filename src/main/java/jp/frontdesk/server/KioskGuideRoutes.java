package jp.frontdesk.server;

import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import jp.frontdesk.cases.CaseStatus;
import jp.frontdesk.guide.GuideView;
import jp.frontdesk.guide.ProceduresView;
import jp.frontdesk.guide.Question;
import jp.frontdesk.review.DraftValue;
import jp.frontdesk.review.VersionedDraft;

/// The resident answers what decides about further procedures, and reads the guide 手続案内.
final class KioskGuideRoutes {
  static final String PROCEDURES = "/procedures";
  static final String GUIDE = "/guide";

  private final Steps steps;
  private final Screens screens;
  private final Guides guides;
  private final KioskGate gate;

  KioskGuideRoutes(Steps steps, Screens screens, Guides guides, KioskGate gate) {
    this.steps = steps;
    this.screens = screens;
    this.guides = guides;
    this.gate = gate;
  }

  void mount(Router router) {
    router.get(PROCEDURES).handler(gate.visit(this::ask));
    router.post(PROCEDURES).handler(gate.visit(this::save));
    router.get(GUIDE).handler(gate.visit(this::show));
  }

  private static boolean isOpen(KioskGate.Visit visit) {
    return visit.file().status() == CaseStatus.COLLECTING
        || visit.file().status() == CaseStatus.RETURNED;
  }

  private List<Question> open(KioskGate.Visit visit, VersionedDraft draft) {
    return guides.ofDraft(visit.file(), draft.draft()).open();
  }

  private VersionedDraft draft(KioskGate.Visit visit) {
    return steps.review().refreshDraft(visit.file().town(), visit.caseId());
  }

  private void ask(RoutingContext ctx, KioskGate.Visit visit) {
    VersionedDraft draft = draft(visit);
    if (!isOpen(visit)) {
      screens.redirect(ctx, KioskSlipRoutes.SLIP);
    } else if (!draft.draft().answers().isAnswered()) {
      screens.redirect(ctx, KioskQuestionRoutes.QUESTIONS);
    } else if (open(visit, draft).isEmpty()) {
      screens.redirect(ctx, KioskSlipRoutes.CERTIFICATES);
    } else {
      ask(ctx, visit, draft, /* isStale= */ false);
    }
  }

  private void ask(
      RoutingContext ctx, KioskGate.Visit visit, VersionedDraft draft, boolean isStale) {
    String language = guides.languageOf(ctx, visit.file(), "easy");
    screens.show(
        ctx,
        isStale ? 422 : 200,
        "kiosk/procedures.jte",
        new ProceduresView(
            screens.kioskFrame(ctx, visit.session(), "手続きの質問", KioskScanRoutes.isHelpCalled(visit)),
            draft.version(),
            language,
            guides.languages(visit.file(), language),
            key -> guides.book(visit.file().town()).words().word(language, key),
            Guides.asked(ctx, open(visit, draft), language),
            isStale));
  }

  private void save(RoutingContext ctx, KioskGate.Visit visit) {
    VersionedDraft draft = draft(visit);
    if (!isOpen(visit)) {
      screens.redirect(ctx, KioskSlipRoutes.SLIP);
      return;
    }
    List<Question> open = open(visit, draft);
    if (!FormTexts.text(ctx, "show").isEmpty() && !open.isEmpty()) {
      ask(ctx, visit, draft, /* isStale= */ false);
      return;
    }
    Map<String, String> answers = new TreeMap<>(draft.draft().answers().procedures());
    answers.putAll(Guides.answersIn(ctx, open.stream().map(Question::id).toList()));
    boolean isSaved =
        steps
            .review()
            .changeDraft(
                visit.file().town(),
                visit.caseId(),
                DraftValue.Origin.RESIDENT,
                FormTexts.number(ctx, "version"),
                d -> d.withAnswers(d.answers().withProcedures(answers)));
    if (isSaved) {
      screens.redirect(ctx, KioskSlipRoutes.CERTIFICATES);
    } else {
      ask(ctx, visit, draft(visit), /* isStale= */ true);
    }
  }

  private void show(RoutingContext ctx, KioskGate.Visit visit) {
    screens.show(
        ctx,
        200,
        "kiosk/guide.jte",
        new GuideView(
            screens.kioskFrame(ctx, visit.session(), "手続案内", KioskScanRoutes.isHelpCalled(visit)),
            guides.paper(ctx, visit.file(), guides.ofDraft(visit.file(), draft(visit).draft())),
            guides.languages(visit.file(), guides.languageOf(ctx, visit.file(), "ja")),
            isOpen(visit) ? KioskSlipRoutes.CERTIFICATES : KioskSlipRoutes.SLIP));
  }
}
