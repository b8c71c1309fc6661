package jp.frontdesk.server;

import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.ArrayList;
import java.util.List;
import jp.frontdesk.cases.CaseFile;
import jp.frontdesk.cases.CaseStatus;
import jp.frontdesk.cases.CertificateWish;
import jp.frontdesk.cases.MoveOutcome;
import jp.frontdesk.fees.Cashier;
import jp.frontdesk.fees.FeePrice;
import jp.frontdesk.kernel.Problem;
import jp.frontdesk.review.Answers;
import jp.frontdesk.review.CertificatesView;
import jp.frontdesk.review.DraftValue;
import jp.frontdesk.review.SlipView;
import jp.frontdesk.review.VersionedDraft;

/// The resident wishes for certificates, hands the case in, and gets the slip with the number and
/// the fee's code.
final class KioskSlipRoutes {
  static final String CERTIFICATES = "/certificates";
  static final String SLIP = "/slip";
  static final String SLIP_PDF = "/slip.pdf";
  static final String SLIP_EVENTS = "/events/slip";

  private static final int MOST_COPIES = 10;

  private final Steps steps;
  private final Screens screens;
  private final Live live;
  private final Payments payments;
  private final Signings signings;
  private final KioskGate gate;

  KioskSlipRoutes(
      Steps steps,
      Screens screens,
      Live live,
      Payments payments,
      Signings signings,
      KioskGate gate) {
    this.steps = steps;
    this.screens = screens;
    this.live = live;
    this.payments = payments;
    this.signings = signings;
    this.gate = gate;
  }

  void mount(Router router) {
    router.get(CERTIFICATES).handler(gate.visit(this::showCertificates));
    router.post(CERTIFICATES).handler(gate.visit(this::handIn));
    router.get(SLIP).handler(gate.visit(this::showSlip));
    router.get(SLIP_PDF).handler(gate.visit(this::slipPdf));
    router.get(SLIP_EVENTS).handler(gate.visit(this::stream));
  }

  private void showCertificates(RoutingContext ctx, KioskGate.Visit visit) {
    if (isHandedIn(visit.file())) {
      screens.redirect(ctx, SLIP);
      return;
    }
    VersionedDraft draft = steps.review().refreshDraft(visit.file().town(), visit.caseId());
    if (!draft.draft().answers().isAnswered()) {
      screens.redirect(ctx, KioskQuestionRoutes.QUESTIONS);
      return;
    }
    show(ctx, visit, 200, draft, draft.draft().answers().wishes(), List.of());
  }

  private static boolean isHandedIn(CaseFile file) {
    return file.status() != CaseStatus.COLLECTING && file.status() != CaseStatus.RETURNED;
  }

  private List<FeePrice> offered(KioskGate.Visit visit) {
    return steps.cashier().feesOf(visit.file().town()).table().offeredOn(steps.today());
  }

  private void show(
      RoutingContext ctx,
      KioskGate.Visit visit,
      int status,
      VersionedDraft draft,
      List<CertificateWish> wishes,
      List<Problem> problems) {
    Answers answers = draft.draft().answers().withWishes(wishes);
    List<CertificatesView.Item> items =
        offered(visit).stream()
            .map(p ->
                new CertificatesView.Item(
                    p.item(),
                    p.name(),
                    "",
                    p.price().amountYen(),
                    answers.copiesOf(p.item()),
                    MOST_COPIES))
            .toList();
    screens.show(
        ctx,
        status,
        "kiosk/certificates.jte",
        new CertificatesView(
            screens.kioskFrame(
                ctx, visit.session(), "きょう ほしい証明書", KioskScanRoutes.isHelpCalled(visit)),
            draft.version(),
            items,
            signings.isWanted(visit.file(), draft.draft()),
            problems));
  }

  private void handIn(RoutingContext ctx, KioskGate.Visit visit) {
    if (isHandedIn(visit.file())) {
      screens.redirect(ctx, SLIP);
      return;
    }
    List<Problem> problems = new ArrayList<>();
    List<CertificateWish> wishes = new ArrayList<>();
    for (FeePrice price : offered(visit)) {
      String text = FormTexts.text(ctx, "copies." + price.item());
      int copies = text.isEmpty() ? 0 : FormTexts.number(ctx, "copies." + price.item());
      if (copies < 0 || copies > MOST_COPIES) {
        problems.add(
            new Problem("copies." + price.item(), "copies", "0から" + MOST_COPIES + "までの数を入れてください。"));
      } else if (copies > 0) {
        wishes.add(new CertificateWish(price.item(), copies));
      }
    }
    VersionedDraft draft = steps.review().refreshDraft(visit.file().town(), visit.caseId());
    if (problems.isEmpty()
        && !steps
            .review()
            .changeDraft(
                visit.file().town(),
                visit.caseId(),
                DraftValue.Origin.RESIDENT,
                FormTexts.number(ctx, "version"),
                d -> d.withAnswers(d.answers().withWishes(wishes)))) {
      problems.add(new Problem("page", "stale", "別の画面で内容が変わりました。もう一度 えらんでください。"));
    }
    if (!problems.isEmpty()) {
      show(ctx, visit, 422, draft, wishes, problems);
      return;
    }
    if (signings.isWanted(visit.file(), draft.draft())) {
      screens.redirect(ctx, KioskSignRoutes.SIGN);
      return;
    }
    submit(steps, payments, visit);
    screens.redirect(ctx, SLIP);
  }

  /// Hands the case in; from then on it is the desk's.
  static void submit(Steps steps, Payments payments, KioskGate.Visit visit) {
    MoveOutcome outcome = steps.review().submit(visit.file().town(), visit.caseId(), "kiosk");
    if (outcome instanceof MoveOutcome.Moved) {
      payments.ensureInvoice(visit.file().town(), visit.caseId());
    }
  }

  private void showSlip(RoutingContext ctx, KioskGate.Visit visit) {
    if (visit.file().status() == CaseStatus.COLLECTING) {
      screens.redirect(ctx, KioskScanRoutes.SCAN);
      return;
    }
    if (visit.file().status() == CaseStatus.RETURNED) {
      screens.redirect(ctx, KioskCheckRoutes.SENT_BACK);
      return;
    }
    Town town = steps.towns().getTown(visit.file().town());
    screens.show(
        ctx,
        200,
        "kiosk/slip.jte",
        new SlipView(
            screens.kioskFrame(ctx, visit.session(), "受付票", KioskScanRoutes.isHelpCalled(visit)),
            visit.file().receptionLabel(),
            visit.file().submittedAt().map(Words::timeOfDay).orElse(""),
            payments.waitingWords(visit.file().town()),
            List.of(
                new SlipView.Step("番号でお呼びします", town.counter() + "の近くでお待ちください。"),
                new SlipView.Step("職員と内容を確かめます", "本人確認書類（マイナンバーカード、運転免許証など）を出してください。"),
                lastStep(visit.file())),
            payments.viewWithCode(visit.file())));
  }

  private SlipView.Step lastStep(CaseFile file) {
    boolean isSigned =
        signings.isSigned(file, steps.review().refreshDraft(file.town(), file.id()).draft());
    return isSigned
        ? new SlipView.Step("書類を確かめます", "画面に書いた名前が、書類に入ります。ほかに紙に書く書類があれば、職員がお知らせします。")
        : new SlipView.Step("書類に署名します", "住民異動届などの書類は、記入ずみで出てきます。名前を書くだけです。");
  }

  private void slipPdf(RoutingContext ctx, KioskGate.Visit visit) {
    if (!isHandedIn(visit.file())) {
      ctx.fail(404);
      return;
    }
    payments.sendSlip(ctx, screens, visit.file());
  }

  private void stream(RoutingContext ctx, KioskGate.Visit visit) {
    String mine = visit.file().town() + ":" + visit.caseId();
    live.stream(
        ctx,
        List.of(Cashier.TOPIC, "cases"),
        mine::equals,
        () -> {
          CaseFile now =
              steps
                  .database()
                  .inTown(
                      visit.file().town(),
                      c -> steps.cases().findCase(c, visit.file().town(), visit.caseId()))
                  .orElseThrow();
          List<Live.Event> events = new ArrayList<>();
          events.add(
              new Live.Event("payment", screens.text("kiosk/payment.jte", payments.view(now))));
          if (now.status() == CaseStatus.RETURNED) {
            events.add(new Live.Event("go", KioskCheckRoutes.SENT_BACK));
          }
          return events;
        });
  }
}
