package jp.frontdesk.server;

import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.Optional;
import jp.frontdesk.cases.CaseStatus;
import jp.frontdesk.forms.FormTemplate;
import jp.frontdesk.review.Draft;
import jp.frontdesk.review.SignView;
import jp.frontdesk.review.StoredSignature;

/// The resident signs 署名 on the kiosk's screen, or chooses paper, and with that hands the case in.
final class KioskSignRoutes {
  static final String SIGN = "/sign";
  static final String PAPER = SIGN + "/paper";

  private final Steps steps;
  private final Screens screens;
  private final Payments payments;
  private final Signings signings;
  private final KioskGate gate;

  KioskSignRoutes(
      Steps steps, Screens screens, Payments payments, Signings signings, KioskGate gate) {
    this.steps = steps;
    this.screens = screens;
    this.payments = payments;
    this.signings = signings;
    this.gate = gate;
  }

  void mount(Router router) {
    router.get(SIGN).handler(gate.visit(this::show));
    router.post(SIGN).handler(gate.visit(this::sign));
    router.post(PAPER).handler(gate.visit(this::signOnPaper));
  }

  /// Where the visit belongs instead; empty when it is here.
  private Optional<String> elsewhere(KioskGate.Visit visit, Draft draft) {
    if (visit.file().status() != CaseStatus.COLLECTING
        && visit.file().status() != CaseStatus.RETURNED) {
      return Optional.of(KioskSlipRoutes.SLIP);
    }
    if (!draft.answers().isAnswered()) {
      return Optional.of(KioskQuestionRoutes.QUESTIONS);
    }
    return signings.isWanted(visit.file(), draft)
        ? Optional.empty()
        : Optional.of(KioskSlipRoutes.CERTIFICATES);
  }

  private Draft draftOf(KioskGate.Visit visit) {
    return steps.review().refreshDraft(visit.file().town(), visit.caseId()).draft();
  }

  private void show(RoutingContext ctx, KioskGate.Visit visit) {
    Draft draft = draftOf(visit);
    Optional<String> elsewhere = elsewhere(visit, draft);
    if (elsewhere.isPresent()) {
      screens.redirect(ctx, elsewhere.get());
      return;
    }
    screens.show(
        ctx,
        200,
        "kiosk/sign.jte",
        new SignView(
            screens.kioskFrame(ctx, visit.session(), "署名", KioskScanRoutes.isHelpCalled(visit)),
            SIGN,
            KioskSlipRoutes.CERTIFICATES,
            draft.answers().notifierName(),
            signings.formsOf(visit.file(), draft).stream().map(FormTemplate::title).toList()));
  }

  private void sign(RoutingContext ctx, KioskGate.Visit visit) {
    Optional<String> elsewhere = elsewhere(visit, draftOf(visit));
    if (elsewhere.isPresent()) {
      answer(ctx, 200, elsewhere.get());
      return;
    }
    Optional<String> problem =
        signings.sign(visit.file(), jsonOf(ctx), StoredSignature.Origin.KIOSK, "kiosk");
    if (problem.isPresent()) {
      answer(ctx, 422, problem.get());
    } else {
      KioskSlipRoutes.submit(steps, payments, visit);
      answer(ctx, 200, KioskSlipRoutes.SLIP);
    }
  }

  private void signOnPaper(RoutingContext ctx, KioskGate.Visit visit) {
    Optional<String> elsewhere = elsewhere(visit, draftOf(visit));
    if (elsewhere.isPresent()) {
      screens.redirect(ctx, elsewhere.get());
      return;
    }
    signings.signOnPaper(visit.file(), StoredSignature.Origin.KIOSK, "kiosk");
    KioskSlipRoutes.submit(steps, payments, visit);
    screens.redirect(ctx, KioskSlipRoutes.SLIP);
  }

  /// What a script posted, as text.
  static String jsonOf(RoutingContext ctx) {
    return Optional.ofNullable(ctx.body().asString()).orElse("");
  }

  /// Answers a script: the address of the next page, or what is wrong.
  static void answer(RoutingContext ctx, int status, String text) {
    HttpServerResponse response = ctx.response().setStatusCode(status);
    response.putHeader("Content-Type", "text/plain; charset=utf-8").end(text).await();
  }
}
