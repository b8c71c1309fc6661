package jp.frontdesk.server;

import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jp.frontdesk.cases.CaseFile;
import jp.frontdesk.cases.CaseStatus;
import jp.frontdesk.fees.Cashier;
import jp.frontdesk.fees.FeeExemption;
import jp.frontdesk.fees.FeeTable;
import jp.frontdesk.fees.Invoice;
import jp.frontdesk.fees.PaymentAttempt;
import jp.frontdesk.fees.Refund;
import jp.frontdesk.fees.Refunds;
import jp.frontdesk.review.CaseView;
import jp.frontdesk.review.FeePageView;
import jp.frontdesk.review.StateView;

/// The money of a case at the desk: exemptions, cash, surplus taken for the fee, refunds that one
/// person asks for and another one approves.
final class DeskFeeRoutes {
  static final String FEE = "/cases/:case/fee";
  static final String CASH = "/cases/:case/fee/cash";
  static final String EXEMPT = "/cases/:case/fee/exempt";
  static final String ACCEPT = "/cases/:case/fee/accept";
  static final String REFUND = "/cases/:case/fee/refund";
  static final String APPROVE = "/cases/:case/fee/approve";
  static final String DECLINE = "/cases/:case/fee/decline";

  private final Steps steps;
  private final Screens screens;
  private final ClerkGate gate;

  DeskFeeRoutes(Steps steps, Screens screens, ClerkGate gate) {
    this.steps = steps;
    this.screens = screens;
    this.gate = gate;
  }

  void mount(Router router) {
    router.get(FEE).handler(gate.work((ctx, work) -> show(ctx, work, 200, "", "")));
    router.post(CASH).handler(gate.work(this::takeCash));
    router.post(EXEMPT).handler(gate.work(this::exempt));
    router.post(ACCEPT).handler(gate.work(this::accept));
    router.post(REFUND).handler(gate.work(this::askRefund));
    router.post(APPROVE).handler(gate.work((ctx, work) -> decide(ctx, work, true)));
    router.post(DECLINE).handler(gate.work((ctx, work) -> decide(ctx, work, false)));
  }

  static String pathOf(CaseFile file) {
    return DeskCaseRoutes.pathOf(file.id()) + "/fee";
  }

  private Optional<Cashier.FeeState> find(ClerkGate.Work work) {
    return steps.cashier().findState(work.file().town(), work.file().id());
  }

  private boolean mayDecide(ClerkGate.Work work) {
    return steps.towns().getTown(work.file().town()).isCashOfficer(work.clerk());
  }

  private void show(
      RoutingContext ctx, ClerkGate.Work work, int status, String problem, String ticketProblem) {
    Optional<Cashier.FeeState> state = find(work);
    if (state.isEmpty()) {
      ctx.fail(404);
      return;
    }
    List<CaseView.Message> messages =
        problem.isBlank() ? List.of() : List.of(new CaseView.Message(StateView.Tone.BAD, problem));
    CaseFile file = work.file();
    screens.show(
        ctx,
        status,
        "desk/fee.jte",
        new FeePageView(
            screens.deskFrame(ctx, work.session(), "料金 " + file.receptionLabel()),
            DeskCaseRoutes.pathOf(file.id()),
            file.receptionLabel(),
            messages,
            DeskViews.fee(state, file.status() != CaseStatus.REJECTED),
            FeeViews.lines(
                state.get(), steps.cashier().feesOf(file.town()).table(), mayDecide(work)),
            FeeViews.paperOf(state.get()),
            FeeViews.paperLabelOf(state.get()),
            ticketProblem,
            FeeViews.payments(state.get(), a -> steps.cashier().refunds().cameFor(a)),
            FeeViews.refunds(state.get(), work.clerk(), mayDecide(work))));
  }

  private void takeCash(RoutingContext ctx, ClerkGate.Work work) {
    Optional<Cashier.FeeState> state = find(work);
    if (state.isEmpty()) {
      ctx.fail(404);
      return;
    }
    String ticket = FormTexts.text(ctx, "ticket");
    if (!ticket.matches("[0-9A-Za-z-]{1,20}")) {
      show(ctx, work, 422, "", "レジの伝票番号を、半角の数字・英字・ハイフンで入力してください（20文字まで）。");
      return;
    }
    switch (steps.cashier().payInCash(state.get().invoice(), ticket, work.clerk())) {
      case Cashier.CashOutcome.Taken _ ->
          screens.redirect(ctx, DeskCaseRoutes.pathOf(work.file().id()));
      case Cashier.CashOutcome.NotDue _ -> show(ctx, work, 409, "もう支払われています。現金を受け取らないでください。", "");
      case Cashier.CashOutcome.Unsure(String message) -> show(ctx, work, 409, message, "");
    }
  }

  private void exempt(RoutingContext ctx, ClerkGate.Work work) {
    Optional<Cashier.FeeState> state = find(work);
    String item = FormTexts.text(ctx, "item");
    String key = FormTexts.text(ctx, "ground");
    FeeTable table = steps.cashier().feesOf(work.file().town()).table();
    Optional<FeeExemption> ground =
        table.exemptionsOf(item).stream().filter(g -> g.key().equals(key)).findFirst();
    boolean isMine = ground.map(g -> !g.isForOfficers() || mayDecide(work)).orElse(key.isEmpty());
    if (state.isEmpty() || !isMine) {
      ctx.fail(state.isEmpty() ? 404 : 403);
      return;
    }
    Optional<Invoice> changed =
        steps.cashier().exempt(state.get().invoice(), item, ground, work.clerk());
    if (changed.isPresent()) {
      screens.redirect(ctx, pathOf(work.file()));
    } else {
      show(ctx, work, 409, "もう支払われたか、請求が変わりました。今の内容を確かめてください。", "");
    }
  }

  private Optional<PaymentAttempt> attempt(RoutingContext ctx, ClerkGate.Work work) {
    String key = FormTexts.text(ctx, "attempt");
    return find(work).stream()
        .flatMap(state -> state.attempts().stream())
        .filter(a -> a.key().equals(key))
        .findFirst();
  }

  private void accept(RoutingContext ctx, ClerkGate.Work work) {
    Optional<PaymentAttempt> attempt = attempt(ctx, work);
    if (attempt.isEmpty()) {
      ctx.fail(404);
    } else {
      answer(ctx, work, steps.cashier().refunds().acceptSurplus(attempt.get(), work.clerk()));
    }
  }

  private void askRefund(RoutingContext ctx, ClerkGate.Work work) {
    Optional<PaymentAttempt> attempt = attempt(ctx, work);
    if (attempt.isEmpty()) {
      ctx.fail(404);
    } else {
      answer(
          ctx,
          work,
          steps
              .cashier()
              .refunds()
              .ask(attempt.get(), FormTexts.text(ctx, "reason"), work.clerk()));
    }
  }

  private void decide(RoutingContext ctx, ClerkGate.Work work, boolean isApproved) {
    if (!mayDecide(work)) {
      ctx.fail(403);
      return;
    }
    String text = FormTexts.text(ctx, "refund");
    Optional<UUID> id =
        find(work).stream()
            .flatMap(state -> state.refunds().stream())
            .filter(r -> r.id().toString().equals(text))
            .map(Refund::id)
            .findFirst();
    if (id.isEmpty()) {
      ctx.fail(404);
      return;
    }
    Refunds refunds = steps.cashier().refunds();
    answer(
        ctx,
        work,
        isApproved
            ? refunds.approve(work.file().town(), id.get(), work.clerk())
            : refunds.decline(work.file().town(), id.get(), work.clerk()));
  }

  private void answer(RoutingContext ctx, ClerkGate.Work work, Refunds.Outcome outcome) {
    switch (outcome) {
      case Refunds.Outcome.Written() -> screens.redirect(ctx, pathOf(work.file()));
      case Refunds.Outcome.Refused(String message) -> show(ctx, work, 409, message, "");
    }
  }
}
