package jp.frontdesk.server;

import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Optional;
import jp.frontdesk.access.Session;
import jp.frontdesk.fees.Cashier;
import jp.frontdesk.fees.FeeTicket;
import jp.frontdesk.fees.Invoice;
import jp.frontdesk.fees.LocalTaxPaper;
import jp.frontdesk.fees.PaymentAttempt;
import jp.frontdesk.fees.PaymentContract;
import jp.frontdesk.fees.Receipt;
import jp.frontdesk.fees.SlipPdf;
import jp.frontdesk.fees.code.LocalTaxQr;
import jp.frontdesk.review.LocalTaxView;

/// Papers about money at the desk: receipts 領収書 and 納付済証, tickets with a QR code, and the eL-QR
/// that the tax system handed over, which is checked and printed and kept nowhere.
final class DeskPaperRoutes {
  static final String RECEIPT = "/cases/:case/fee/receipt.pdf";
  static final String TICKET = "/cases/:case/fee/ticket.pdf";
  static final String LOCAL_TAX = "/local-tax";
  static final String LOCAL_TAX_PRINT = LOCAL_TAX + "/print";

  private final Steps steps;
  private final Screens screens;
  private final ClerkGate gate;

  DeskPaperRoutes(Steps steps, Screens screens, ClerkGate gate) {
    this.steps = steps;
    this.screens = screens;
    this.gate = gate;
  }

  void mount(Router router) {
    router.get(RECEIPT).handler(gate.work(this::sendReceipt));
    router.get(TICKET).handler(gate.work(this::sendTicket));
    router
        .get(LOCAL_TAX)
        .handler(gate.clerk((ctx, session) -> show(ctx, session, 200, "", List.of())));
    router.post(LOCAL_TAX).handler(gate.clerk(this::check));
    router.post(LOCAL_TAX_PRINT).handler(gate.clerk(this::print));
  }

  private Optional<Cashier.FeeState> find(ClerkGate.Work work) {
    return steps.cashier().findState(work.file().town(), work.file().id());
  }

  private PaymentContract contract(ClerkGate.Work work) {
    return steps.cashier().feesOf(work.file().town()).contract();
  }

  private void sendReceipt(RoutingContext ctx, ClerkGate.Work work) {
    Optional<Cashier.FeeState> state =
        find(work).filter(s -> s.invoice().status() == Invoice.Status.PAID);
    Optional<PaymentAttempt> paid = state.flatMap(Cashier.FeeState::paidBy);
    if (paid.isEmpty()) {
      ctx.fail(404);
      return;
    }
    String reception = work.file().receptionLabel();
    SlipPdf receipt =
        steps
            .workers()
            .run(() ->
                new Receipt(steps.fonts())
                    .draw(state.get().invoice(), paid.get(), contract(work), reception))
            .await();
    screens.sendPdf(
        ctx, work.file().id(), receipt.caseId(), receipt.bytes(), "receipt-" + reception);
  }

  private void sendTicket(RoutingContext ctx, ClerkGate.Work work) {
    Optional<Cashier.FeeState> state =
        find(work).filter(s -> s.invoice().status() == Invoice.Status.DUE);
    if (state.isEmpty()) {
      ctx.fail(404);
      return;
    }
    Invoice invoice = state.get().invoice();
    Optional<FeeTicket.Code> code =
        steps.cashier().openCode(invoice) instanceof Cashier.CodeOutcome.Ready(PaymentAttempt open)
            ? open.code().flatMap(t -> open.expiresAt().map(until -> new FeeTicket.Code(t, until)))
            : Optional.empty();
    String reception = work.file().receptionLabel();
    SlipPdf ticket =
        steps
            .workers()
            .run(() -> new FeeTicket(steps.fonts()).draw(invoice, code, contract(work), reception))
            .await();
    screens.sendPdf(ctx, work.file().id(), ticket.caseId(), ticket.bytes(), "ticket-" + reception);
  }

  private void show(
      RoutingContext ctx,
      Session session,
      int status,
      String problem,
      List<LocalTaxView.Fact> facts) {
    String digits = facts.isEmpty() ? "" : FormTexts.text(ctx, "code").strip();
    screens.show(
        ctx,
        status,
        "desk/local-tax.jte",
        new LocalTaxView(screens.deskFrame(ctx, session, "eL-QR"), problem, digits, facts));
  }

  private void check(RoutingContext ctx, Session session) {
    switch (LocalTaxQr.parse(FormTexts.text(ctx, "code"))) {
      case LocalTaxQr.Outcome.Refused(String reason) -> show(ctx, session, 422, reason, List.of());
      case LocalTaxQr.Outcome.Consistent(LocalTaxQr code) -> {
        boolean isLate = code.payableUntil().isBefore(steps.today());
        show(
            ctx,
            session,
            200,
            isLate ? "支払期限を過ぎています。税の担当に新しいコードを作ってもらってください。" : "",
            List.of(
                new LocalTaxView.Fact("金額", code.amount().toString()),
                new LocalTaxView.Fact("納期限", Words.day(code.dueOn())),
                new LocalTaxView.Fact("支払期限", Words.day(code.payableUntil())),
                new LocalTaxView.Fact("賦課年度", code.assessmentYear() + "年度"),
                new LocalTaxView.Fact("期別", code.period()),
                new LocalTaxView.Fact("税目番号", code.taxItem())));
      }
    }
  }

  private void print(RoutingContext ctx, Session session) {
    switch (LocalTaxQr.parse(FormTexts.text(ctx, "code"))) {
      case LocalTaxQr.Outcome.Refused(String reason) -> show(ctx, session, 422, reason, List.of());
      case LocalTaxQr.Outcome.Consistent(LocalTaxQr code) -> {
        byte[] pdf =
            steps
                .workers()
                .run(() -> new LocalTaxPaper(steps.fonts()).draw(code, steps.clock().instant()))
                .await();
        screens.sendPublicPdf(ctx, pdf, "el-qr");
      }
    }
  }
}
