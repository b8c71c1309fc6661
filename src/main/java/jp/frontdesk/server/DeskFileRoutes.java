package jp.frontdesk.server;

import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Optional;
import jp.frontdesk.cases.MovingInRecord;
import jp.frontdesk.intake.NoticeView;
import jp.frontdesk.kernel.FieldPath;
import jp.frontdesk.review.Confirmed;
import jp.frontdesk.review.Picture;

/// The pictures and documents of a case at the desk: pages, crops, hidden numbers, forms, the
/// payment slip.
final class DeskFileRoutes {
  static final String PAGE = "/cases/:case/pages/:page";
  static final String CROP = "/cases/:case/crop";
  static final String REVEAL = "/cases/:case/reveal";
  static final String FORM = "/cases/:case/forms/:form";
  static final String SLIP = "/cases/:case/slip.pdf";
  static final String GUIDE = "/cases/:case/guide.pdf";

  private final Steps steps;
  private final Screens screens;
  private final Documents documents;
  private final Guides guides;
  private final Payments payments;
  private final ClerkGate gate;

  DeskFileRoutes(
      Steps steps,
      Screens screens,
      Documents documents,
      Guides guides,
      Payments payments,
      ClerkGate gate) {
    this.steps = steps;
    this.screens = screens;
    this.documents = documents;
    this.guides = guides;
    this.payments = payments;
    this.gate = gate;
  }

  void mount(Router router) {
    router.get(PAGE).handler(gate.work(this::page));
    router.get(CROP).handler(gate.work(this::crop));
    router.post(REVEAL).handler(gate.work(this::reveal));
    router.get(FORM).handler(gate.work(this::form));
    router.get(GUIDE).handler(gate.work(this::guide));
    router
        .get(SLIP)
        .handler(gate.work((ctx, work) -> payments.sendSlip(ctx, screens, work.file())));
  }

  private void page(RoutingContext ctx, ClerkGate.Work work) {
    String page = FormTexts.pathPart(ctx, "page");
    Optional<Picture> picture =
        page.matches("[1-9]\\d?")
            ? steps
                .database()
                .inTown(
                    work.file().town(),
                    c ->
                        steps
                            .readings()
                            .findPage(
                                c, work.file().town(), work.file().id(), Integer.parseInt(page)))
            : Optional.empty();
    screens.sendPicture(ctx, work.file().id(), picture);
  }

  private void crop(RoutingContext ctx, ClerkGate.Work work) {
    screens.sendPicture(
        ctx,
        work.file().id(),
        KioskCheckRoutes.CropFinder.find(steps, work.file(), ctx.request().getParam("field", "")));
  }

  /// Answers a hidden number: as plain text to the page's script, as a page to a browser without
  /// scripts. The request's log line names case and route only.
  private void reveal(RoutingContext ctx, ClerkGate.Work work) {
    Optional<FieldPath> path =
        FieldPath.parse(FormTexts.text(ctx, "field")).filter(p -> p.field().isSecretNumber());
    if (path.isEmpty()) {
      ctx.fail(404);
      return;
    }
    String number =
        steps
            .database()
            .inTown(
                work.file().town(),
                c -> steps.drafts().getDraft(c, work.file().town(), work.file().id()))
            .draft()
            .text(path.get());
    if (Optional.ofNullable(ctx.request().getHeader("Accept"))
        .filter(accepted -> accepted.contains("text/html"))
        .isPresent()) {
      showNumber(ctx, work, path.get(), number);
    } else {
      Void _ =
          ctx.response().putHeader("Content-Type", "text/plain; charset=utf-8").end(number).await();
    }
  }

  private void showNumber(RoutingContext ctx, ClerkGate.Work work, FieldPath path, String number) {
    String label = path.field().label();
    String back = DeskCaseRoutes.pathOf(work.file().id());
    screens.show(
        ctx,
        200,
        "desk/notice.jte",
        new NoticeView(
            screens.deskFrame(ctx, work.session(), label),
            NoticeView.Tone.TELL,
            label,
            List.of(number.isBlank() ? "記入がありません。" : number, "表示したことは記録されます。受付にもどると、もう見えません。"),
            List.of(),
            "",
            "",
            List.of(new NoticeView.Action("受付にもどる", back, false)),
            0,
            back));
  }

  private void form(RoutingContext ctx, ClerkGate.Work work) {
    String name = FormTexts.pathPart(ctx, "form").replaceFirst("\\.pdf$", "");
    Optional<Confirmed<MovingInRecord>> confirmed = confirmed(work);
    if (confirmed.isEmpty()) {
      ctx.fail(404);
    } else {
      documents.sendForm(ctx, work.file(), confirmed.get(), name);
    }
  }

  private void guide(RoutingContext ctx, ClerkGate.Work work) {
    Optional<Confirmed<MovingInRecord>> confirmed = confirmed(work);
    if (confirmed.isEmpty()) {
      ctx.fail(404);
    } else {
      guides.sendPdf(ctx, work.file(), confirmed.get());
    }
  }

  private Optional<Confirmed<MovingInRecord>> confirmed(ClerkGate.Work work) {
    return steps
        .database()
        .inTown(
            work.file().town(),
            c -> steps.drafts().findConfirmed(c, work.file().town(), work.file().id()));
  }
}
