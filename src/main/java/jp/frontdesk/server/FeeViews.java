package jp.frontdesk.server;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import jp.frontdesk.fees.Cashier;
import jp.frontdesk.fees.FeeTable;
import jp.frontdesk.fees.Invoice;
import jp.frontdesk.fees.PaymentAttempt;
import jp.frontdesk.fees.PaymentStatus;
import jp.frontdesk.fees.Refund;
import jp.frontdesk.kernel.Yen;
import jp.frontdesk.review.FeePageView;
import jp.frontdesk.review.StateView;

/// Payments and refunds in the words of the counter desk.
final class FeeViews {
  private FeeViews() {}

  /// What the fee is made of, in the order of the invoice.
  ///
  /// @param isOfficer whether the reader grants what only officers grant
  static List<FeePageView.Line> lines(Cashier.FeeState state, FeeTable table, boolean isOfficer) {
    boolean isOpen =
        state.invoice().status() == Invoice.Status.DUE
            || state.invoice().status() == Invoice.Status.NOTHING_DUE;
    return state.invoice().lines().stream()
        .map(line ->
            new FeePageView.Line(
                line.item(),
                Payments.nameOf(line),
                line.copies(),
                line.amount().amountYen(),
                line.exemption().map(Invoice.Exemption::grantedBy).orElse(""),
                isOpen
                    ? table.exemptionsOf(line.item()).stream()
                        .filter(g -> isOfficer || !g.isForOfficers())
                        .map(g -> new FeePageView.Ground(g.key(), g.name()))
                        .toList()
                    : List.of()))
        .toList();
  }

  /// What money came for, the oldest first.
  ///
  /// @param cameFor what came for an attempt
  static List<FeePageView.Payment> payments(
      Cashier.FeeState state, Function<PaymentAttempt, Yen> cameFor) {
    List<FeePageView.Payment> payments = new ArrayList<>();
    for (PaymentAttempt attempt : state.attempts()) {
      if (!attempt.status().wasPaid()) {
        continue;
      }
      Yen came = cameFor.apply(attempt);
      boolean isClaimed =
          state.refunds().stream()
              .anyMatch(r -> r.attemptKey().equals(attempt.key()) && !r.status().isOver());
      boolean isOurs =
          attempt.status() == PaymentStatus.PAID
              || attempt.status() == PaymentStatus.EXCEPTION
              || attempt.status() == PaymentStatus.REFUND_FAILED;
      payments.add(
          new FeePageView.Payment(
              attempt.key(),
              wayOf(attempt.channel()),
              stateOf(attempt.status()),
              came.amountYen(),
              attempt.paidAt().map(Words::dayAndTime).orElse(""),
              attempt.providerPaymentId().orElse(""),
              isOurs && !isClaimed && came.amountYen() > 0,
              attempt.status() == PaymentStatus.EXCEPTION
                  && !isClaimed
                  && state.invoice().status() == Invoice.Status.DUE
                  && came.equals(state.invoice().total())));
    }
    return payments;
  }

  /// The paper that can be printed now, below the fee's path; blank when there is none.
  static String paperOf(Cashier.FeeState state) {
    return switch (state.invoice().status()) {
      case DUE -> "ticket.pdf";
      case PAID -> "receipt.pdf";
      case NOTHING_DUE, WITHDRAWN, REFUNDED -> "";
    };
  }

  /// What that paper is called.
  static String paperLabelOf(Cashier.FeeState state) {
    if (state.invoice().status() == Invoice.Status.DUE) {
      return "支払い票（80mm）";
    }
    boolean isCash =
        state.paidBy().filter(a -> a.channel() == PaymentAttempt.Channel.CASH).isPresent();
    return isCash ? "領収書" : "納付済証";
  }

  private static String wayOf(PaymentAttempt.Channel channel) {
    return switch (channel) {
      case SLIP -> "払込票";
      case DYNAMIC_CODE -> "画面のQRコード";
      case CASH -> "現金";
    };
  }

  private static StateView stateOf(PaymentStatus status) {
    return switch (status) {
      case PAID -> new StateView("料金に充てた", StateView.Tone.DONE);
      case EXCEPTION -> new StateView("請求に合わない入金", StateView.Tone.BAD);
      case REFUND_REQUESTED -> new StateView("返金の手続き中", StateView.Tone.RUNNING);
      case REFUNDED -> new StateView("返金済み", StateView.Tone.NONE);
      case REFUND_FAILED -> new StateView("返金できず", StateView.Tone.BAD);
      case REVERSED -> new StateView("収納の取消", StateView.Tone.NONE);
      case CREATED,
          CODE_ISSUED,
          UNKNOWN,
          CANCEL_REQUESTED,
          EXPIRE_CHECK,
          CANCELLED,
          EXPIRED,
          REFUSED ->
          StateView.none();
    };
  }

  /// Every refund, the oldest first.
  ///
  /// @param clerk who reads the page
  /// @param mayDecide whether the clerk is one of those who decide
  static List<FeePageView.RefundLine> refunds(
      Cashier.FeeState state, String clerk, boolean mayDecide) {
    return state.refunds().stream().map(refund -> lineOf(refund, clerk, mayDecide)).toList();
  }

  private static FeePageView.RefundLine lineOf(Refund refund, String clerk, boolean mayDecide) {
    boolean isOpen = refund.status() == Refund.Status.ASKED;
    boolean isOwn = refund.askedBy().equals(clerk);
    String decided =
        refund
            .decidedBy()
            .map(who ->
                "　決定："
                    + who
                    + refund.decidedAt().map(at -> "（" + Words.dayAndTime(at) + "）").orElse(""))
            .orElse("");
    return new FeePageView.RefundLine(
        refund.id().toString(),
        refund.way() == Refund.Way.PROVIDER ? "決済サービスから" : "手渡し・還付",
        stateOf(refund.status()),
        refund.amount().amountYen(),
        refund.reason(),
        "申請：" + refund.askedBy() + "（" + Words.dayAndTime(refund.askedAt()) + "）" + decided,
        isOpen && mayDecide && !isOwn,
        noteOf(refund, isOpen, isOwn, mayDecide));
  }

  private static String noteOf(Refund refund, boolean isOpen, boolean isOwn, boolean mayDecide) {
    if (!isOpen) {
      return refund.status() == Refund.Status.FAILED ? "もう一度申請すると、手渡し・還付になります。" : "";
    }
    if (isOwn || !mayDecide) {
      return "別の出納員の承認を待っています。";
    }
    return refund.way() == Refund.Way.BY_HAND ? "お金を返してから「承認する」を押してください。" : "";
  }

  private static StateView stateOf(Refund.Status status) {
    return switch (status) {
      case ASKED -> new StateView("承認待ち", StateView.Tone.TODO);
      case APPROVED -> new StateView("決済サービスに確認中", StateView.Tone.RUNNING);
      case DONE -> new StateView("返金済み", StateView.Tone.DONE);
      case DECLINED -> new StateView("却下", StateView.Tone.NONE);
      case FAILED -> new StateView("決済サービスが断った", StateView.Tone.BAD);
    };
  }
}
