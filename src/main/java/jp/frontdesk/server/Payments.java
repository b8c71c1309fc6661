package jp.frontdesk.server;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Optional;
import jp.frontdesk.cases.CaseFile;
import jp.frontdesk.cases.CaseStatus;
import jp.frontdesk.fees.Cashier;
import jp.frontdesk.fees.Invoice;
import jp.frontdesk.fees.PaymentAttempt;
import jp.frontdesk.fees.SlipPdf;
import jp.frontdesk.kernel.CaseId;
import jp.frontdesk.kernel.MunicipalityCode;
import jp.frontdesk.review.Answers;
import jp.frontdesk.review.SlipView;

/// What a case owes, as the pages of kiosk and desk show it.
final class Payments {
  private static final int MINUTES_A_CASE = 7;

  private final Steps steps;

  Payments(Steps steps) {
    this.steps = steps;
  }

  /// Makes the invoice of a case that was handed in, if it wishes for anything and has none. Safe
  /// to call again.
  ///
  /// @return how the fee stands; empty when nothing is wished for
  @CanIgnoreReturnValue
  Optional<Cashier.FeeState> ensureInvoice(MunicipalityCode town, CaseId id) {
    Optional<Cashier.FeeState> state = steps.cashier().findState(town, id);
    if (state.isPresent()) {
      return state;
    }
    Answers answers =
        steps.database().inTown(town, c -> steps.drafts().getDraft(c, town, id)).draft().answers();
    if (answers.wishes().isEmpty()) {
      return Optional.empty();
    }
    Invoice _ = steps.cashier().createInvoice(town, id, answers.wishes(), steps.today());
    return steps.cashier().findState(town, id);
  }

  /// The fee with a code for the screen; makes the invoice or opens a code where one is lacking.
  SlipView.Payment viewWithCode(CaseFile file) {
    Optional<Cashier.FeeState> state = ensureInvoice(file.town(), file.id());
    if (state.isPresent() && state.get().needsCode(steps.clock().instant())) {
      Cashier.CodeOutcome _ = steps.cashier().openCode(state.get().invoice());
      return view(file);
    }
    return state.map(this::view).orElseGet(SlipView.Payment::free);
  }

  /// The fee with its codes; nothing due when the case wishes for nothing.
  SlipView.Payment view(CaseFile file) {
    return steps
        .cashier()
        .findState(file.town(), file.id())
        .filter(s -> s.invoice().caseId().equals(file.id()))
        .map(this::view)
        .orElseGet(SlipView.Payment::free);
  }

  private SlipView.Payment view(Cashier.FeeState state) {
    Invoice invoice = state.invoice();
    boolean isDue = invoice.status() == Invoice.Status.DUE;
    Optional<PaymentAttempt> open = isDue ? state.openCode() : Optional.empty();
    Optional<Codes.Slip> slip =
        isDue ? Codes.slipOf(steps.cashier().slipOf(invoice)) : Optional.empty();
    return new SlipView.Payment(
        lines(invoice),
        invoice.total().amountYen(),
        invoice.status() == Invoice.Status.PAID,
        state.paidBy().flatMap(PaymentAttempt::paidAt).map(Words::timeOfDay).orElse(""),
        open.flatMap(PaymentAttempt::code).map(Codes::qrSvg).orElse(""),
        slip.map(Codes.Slip::svg).orElse(""),
        slip.map(Codes.Slip::digits).orElse(""),
        open.flatMap(PaymentAttempt::expiresAt).map(Words::timeOfDay).orElse(""));
  }

  /// The lines of an invoice in words.
  static List<SlipView.Line> lines(Invoice invoice) {
    return invoice.lines().stream()
        .map(l -> new SlipView.Line(nameOf(l), l.copies(), l.amount().amountYen()))
        .toList();
  }

  /// The name of a line with its exemption, if there is one.
  static String nameOf(Invoice.Line line) {
    return line.exemption().map(e -> line.name() + "（免除：" + e.name() + "）").orElse(line.name());
  }

  /// How long it takes until a clerk calls, from how many wait.
  String waitingWords(MunicipalityCode town) {
    long waiting =
        steps.database().inTown(town, c -> steps.cases().listCases(c, town)).stream()
            .filter(f -> f.status() == CaseStatus.WAITING)
            .count();
    return "およそ" + Math.max(5, waiting * MINUTES_A_CASE) + "分";
  }

  /// Sends the payment slip of a case that owes something.
  void sendSlip(RoutingContext ctx, Screens screens, CaseFile file) {
    Optional<Cashier.FeeState> state = steps.cashier().findState(file.town(), file.id());
    if (state.isEmpty()) {
      ctx.fail(404);
      return;
    }
    Invoice invoice = state.get().invoice();
    SlipPdf slip =
        steps
            .workers()
            .run(() ->
                steps
                    .slips()
                    .draw(
                        invoice,
                        steps.cashier().slipOf(invoice),
                        steps.cashier().feesOf(file.town()).contract(),
                        file.receptionLabel()))
            .await();
    screens.sendPdf(ctx, file.id(), slip.caseId(), slip.bytes(), "slip-" + file.receptionLabel());
  }
}
