package jp.frontdesk.server;

import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Optional;
import jp.frontdesk.forms.FormTemplate;
import jp.frontdesk.review.Draft;
import jp.frontdesk.review.SignView;
import jp.frontdesk.review.StoredSignature;

/// The resident signs 署名 at the counter, on a tablet a clerk hands over; a clerk takes a signature
/// away.
final class DeskSignatureRoutes {
  static final String SIGN = DeskCaseRoutes.CASE + "/sign";
  static final String PAPER = SIGN + "/paper";
  static final String DELETE = SIGN + "/delete";

  private final Steps steps;
  private final Screens screens;
  private final Signings signings;
  private final ClerkGate gate;

  DeskSignatureRoutes(Steps steps, Screens screens, Signings signings, ClerkGate gate) {
    this.steps = steps;
    this.screens = screens;
    this.signings = signings;
    this.gate = gate;
  }

  void mount(Router router) {
    router.get(SIGN).handler(gate.work(this::show));
    router.post(SIGN).handler(gate.work(this::sign));
    router.post(PAPER).handler(gate.work(this::signOnPaper));
    router.post(DELETE).handler(gate.work(this::delete));
  }

  private Draft draftOf(ClerkGate.Work work) {
    return steps
        .database()
        .inTown(
            work.file().town(),
            c -> steps.drafts().getDraft(c, work.file().town(), work.file().id()))
        .draft();
  }

  private static String pathOf(ClerkGate.Work work) {
    return DeskCaseRoutes.pathOf(work.file().id());
  }

  private boolean canSign(ClerkGate.Work work, Draft draft) {
    return signings.canSign(work.file()) && !signings.formsOf(work.file(), draft).isEmpty();
  }

  private void show(RoutingContext ctx, ClerkGate.Work work) {
    Draft draft = draftOf(work);
    if (!canSign(work, draft)) {
      screens.redirect(ctx, pathOf(work));
      return;
    }
    List<String> forms =
        signings.formsOf(work.file(), draft).stream().map(FormTemplate::title).toList();
    screens.show(
        ctx,
        200,
        "desk/sign.jte",
        new SignView(
            screens.deskFrame(ctx, work.session(), "署名"),
            pathOf(work) + "/sign",
            pathOf(work),
            draft.answers().notifierName(),
            forms));
  }

  private void sign(RoutingContext ctx, ClerkGate.Work work) {
    if (!canSign(work, draftOf(work))) {
      KioskSignRoutes.answer(ctx, 200, pathOf(work));
      return;
    }
    Optional<String> problem =
        signings.sign(
            work.file(), KioskSignRoutes.jsonOf(ctx), StoredSignature.Origin.DESK, work.clerk());
    KioskSignRoutes.answer(ctx, problem.isPresent() ? 422 : 200, problem.orElse(pathOf(work)));
  }

  private void signOnPaper(RoutingContext ctx, ClerkGate.Work work) {
    if (canSign(work, draftOf(work))) {
      signings.signOnPaper(work.file(), StoredSignature.Origin.DESK, work.clerk());
    }
    screens.redirect(ctx, pathOf(work));
  }

  private void delete(RoutingContext ctx, ClerkGate.Work work) {
    if (signings.canSign(work.file())) {
      signings.delete(work.file(), work.clerk());
    }
    screens.redirect(ctx, pathOf(work));
  }
}
