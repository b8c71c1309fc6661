package jp.frontdesk.fees;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import jp.frontdesk.cases.CertificateWish;
import jp.frontdesk.fees.LedgerEntry.Account;
import jp.frontdesk.fees.simulator.SimulatorFault;
import jp.frontdesk.fees.simulator.SimulatorFaults;
import jp.frontdesk.kernel.Yen;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Money goes back once, only when two persons want it, and the books balance whatever the provider
/// does.
class RefundIT {
  private static final String ASKS = "mihon";
  private static final String APPROVES = "suitou";

  private PaymentBench bench;

  @BeforeEach
  void start() throws IOException {
    bench = new PaymentBench();
  }

  @AfterEach
  void stop() throws IOException {
    bench.close();
  }

  private PaymentAttempt paidByCode(Invoice invoice) throws Exception {
    PaymentAttempt code = bench.openCode(invoice);
    assertThat(bench.pay(code.code().orElseThrow())).isEqualTo(303);
    bench.runUntil(() -> bench.state(invoice).paidBy().isPresent());
    return bench.state(invoice).paidBy().orElseThrow();
  }

  private Refund asked(Invoice invoice, PaymentAttempt attempt) {
    assertThat(bench.cashier.refunds().ask(attempt, "枚数を間違えた", ASKS))
        .isEqualTo(new Refunds.Outcome.Written());
    return bench.state(invoice).refunds().getLast();
  }

  private Refunds.Outcome approve(Refund refund, String clerk) {
    return bench.cashier.refunds().approve(PaymentBench.TOWN, refund.id(), clerk);
  }

  private PaymentStatus statusOf(Invoice invoice, PaymentAttempt attempt) {
    return bench.state(invoice).attempts().stream()
        .filter(a -> a.key().equals(attempt.key()))
        .findFirst()
        .orElseThrow()
        .status();
  }

  private void assertNothingIsLeft() {
    for (Account account : Account.values()) {
      assertThat(bench.balance(account)).as(account.name()).isZero();
    }
  }

  @Test
  void theProviderGivesBackWhatTwoPersonsWant() throws Exception {
    Invoice invoice = bench.invoice();
    PaymentAttempt paid = paidByCode(invoice);
    Refund refund = asked(invoice, paid);

    assertThat(approve(refund, ASKS)).isInstanceOf(Refunds.Outcome.Refused.class);
    assertThat(bench.simulator.refundCount()).isZero();
    assertThat(statusOf(invoice, paid)).isEqualTo(PaymentStatus.PAID);

    assertThat(approve(refund, APPROVES)).isEqualTo(new Refunds.Outcome.Written());

    assertThat(bench.simulator.refundCount()).isEqualTo(1);
    assertThat(statusOf(invoice, paid)).isEqualTo(PaymentStatus.REFUNDED);
    assertThat(bench.state(invoice).invoice().status()).isEqualTo(Invoice.Status.REFUNDED);
    assertThat(bench.state(invoice).refunds().getLast().decidedBy()).hasValue(APPROVES);
    assertNothingIsLeft();
  }

  @Test
  void aDeclinedRefundGivesNothingBackAndCanBeAskedForAgain() throws Exception {
    Invoice invoice = bench.invoice();
    PaymentAttempt paid = paidByCode(invoice);
    Refund refund = asked(invoice, paid);
    assertThat(bench.cashier.refunds().ask(paid, "もう一度", ASKS))
        .isInstanceOf(Refunds.Outcome.Refused.class);

    assertThat(bench.cashier.refunds().decline(PaymentBench.TOWN, refund.id(), APPROVES))
        .isEqualTo(new Refunds.Outcome.Written());
    assertThat(approve(refund, APPROVES)).isInstanceOf(Refunds.Outcome.Refused.class);

    assertThat(bench.simulator.refundCount()).isZero();
    assertThat(statusOf(invoice, paid)).isEqualTo(PaymentStatus.PAID);
    assertThat(asked(invoice, paid).status()).isEqualTo(Refund.Status.ASKED);
  }

  @Test
  void aRefundWhoseAnswerIsLostIsAskedAgainAndGivenOnce() throws Exception {
    Invoice invoice = bench.invoice();
    PaymentAttempt paid = paidByCode(invoice);
    Refund refund = asked(invoice, paid);
    bench.simulator.setFaults(SimulatorFaults.of(SimulatorFault.LOSES_ANSWERS));

    assertThat(approve(refund, APPROVES)).isEqualTo(new Refunds.Outcome.Written());
    assertThat(bench.state(invoice).refunds().getLast().status()).isEqualTo(Refund.Status.APPROVED);
    assertThat(bench.simulator.refundCount()).isEqualTo(1);
    bench.simulator.setFaults(SimulatorFaults.NONE);
    bench.startDesk();
    bench.runUntil(() -> bench.state(invoice).refunds().getLast().status() == Refund.Status.DONE);

    assertThat(bench.simulator.refundCount()).isEqualTo(1);
    assertThat(statusOf(invoice, paid)).isEqualTo(PaymentStatus.REFUNDED);
    assertNothingIsLeft();
  }

  @Test
  void whatTheProviderWillNotGiveBackIsGivenBackByHand() throws Exception {
    Invoice invoice = bench.invoice();
    PaymentAttempt paid = paidByCode(invoice);
    bench.simulator.setFaults(SimulatorFaults.of(SimulatorFault.REFUSES_REFUNDS));
    assertThat(approve(asked(invoice, paid), APPROVES)).isEqualTo(new Refunds.Outcome.Written());
    assertThat(statusOf(invoice, paid)).isEqualTo(PaymentStatus.REFUND_FAILED);
    assertThat(bench.state(invoice).hasException()).isTrue();

    Refund byHand = asked(invoice, paid);
    assertThat(byHand.way()).isEqualTo(Refund.Way.BY_HAND);
    assertThat(approve(byHand, APPROVES)).isEqualTo(new Refunds.Outcome.Written());

    assertThat(bench.simulator.refundCount()).isZero();
    assertThat(statusOf(invoice, paid)).isEqualTo(PaymentStatus.REFUNDED);
    assertThat(bench.balance(Account.TOWN_ACCOUNT)).isEqualTo(-600);
    assertThat(bench.balance(Account.PROVIDER_CLEARING)).isEqualTo(600);
    assertThat(bench.balance(Account.ASSESSED)).isZero();
  }

  @Test
  void cashGoesBackFromTheDrawerAndOtherCertificatesCanBePaidThen() {
    Invoice invoice = bench.invoice();
    assertThat(bench.cashier.payInCash(invoice, "R-0001", ASKS))
        .isInstanceOf(Cashier.CashOutcome.Taken.class);
    PaymentAttempt cash = bench.state(invoice).paidBy().orElseThrow();
    assertThat(cash.providerPaymentId()).hasValue("R-0001");

    assertThat(approve(asked(invoice, cash), APPROVES)).isEqualTo(new Refunds.Outcome.Written());
    assertNothingIsLeft();
    assertThat(bench.cashier.refunds().ask(cash, "二度目", ASKS))
        .isInstanceOf(Refunds.Outcome.Refused.class);

    Invoice next =
        bench.cashier.createInvoice(
            PaymentBench.TOWN,
            invoice.caseId(),
            List.of(new CertificateWish("resident_record_copy", 1)),
            bench.today());
    assertThat(next.total()).isEqualTo(new Yen(300));
    assertThat(next.status()).isEqualTo(Invoice.Status.DUE);
    assertThat(bench.balance(Account.RECEIVABLE)).isEqualTo(300);
    assertThat(bench.balance(Account.ASSESSED)).isEqualTo(-300);
  }

  @Test
  void aCodePaidAfterItsEndIsTakenForTheFeeByAClerk() throws Exception {
    Invoice invoice = bench.invoice();
    PaymentAttempt code = bench.openCode(invoice);
    bench.ahead.set(Duration.ofMinutes(30));
    bench.runUntil(() -> statusOf(invoice, code) == PaymentStatus.EXPIRED);
    bench.simulator.setFaults(SimulatorFaults.of(SimulatorFault.TAKES_LATE_PAYMENTS));
    assertThat(bench.pay(code.code().orElseThrow())).isEqualTo(303);
    PaymentAttempt late = bench.cashier.refresh(code);
    assertThat(late.status()).isEqualTo(PaymentStatus.EXCEPTION);
    assertThat(bench.cashier.refunds().cameFor(late)).isEqualTo(new Yen(600));

    assertThat(bench.cashier.refunds().acceptSurplus(late, ASKS))
        .isEqualTo(new Refunds.Outcome.Written());
    assertThat(bench.cashier.refunds().acceptSurplus(late, ASKS))
        .isInstanceOf(Refunds.Outcome.Refused.class);

    assertThat(bench.state(invoice).invoice().status()).isEqualTo(Invoice.Status.PAID);
    assertThat(bench.balance(Account.SURPLUS_RECEIVED)).isZero();
    assertThat(bench.balance(Account.RECEIVABLE)).isZero();
    assertThat(bench.balance(Account.PROVIDER_CLEARING)).isEqualTo(600);
  }

  @Test
  void aWrongAmountGoesBackWholeAndIsNeverTakenForTheFee() throws Exception {
    bench.simulator.setFaults(SimulatorFaults.of(SimulatorFault.CHARGES_WRONG_AMOUNT));
    Invoice invoice = bench.invoice();
    PaymentAttempt code = bench.openCode(invoice);
    assertThat(bench.pay(code.code().orElseThrow())).isEqualTo(303);
    bench.runUntil(() -> bench.state(invoice).hasException());

    assertThat(bench.cashier.refunds().acceptSurplus(code, ASKS))
        .isInstanceOf(Refunds.Outcome.Refused.class);
    assertThat(approve(asked(invoice, code), APPROVES)).isEqualTo(new Refunds.Outcome.Written());

    assertThat(bench.state(invoice).refunds().getLast().amount()).isEqualTo(new Yen(601));
    assertThat(bench.state(invoice).invoice().status()).isEqualTo(Invoice.Status.DUE);
    assertThat(bench.balance(Account.SURPLUS_RECEIVED)).isZero();
    assertThat(bench.balance(Account.PROVIDER_CLEARING)).isZero();
  }

  @Test
  void foreignMoneyIsNeverBookedAsYen() throws Exception {
    bench.simulator.setFaults(SimulatorFaults.of(SimulatorFault.CHARGES_WRONG_CURRENCY));
    Invoice invoice = bench.invoice();
    PaymentAttempt code = bench.openCode(invoice);
    assertThat(bench.pay(code.code().orElseThrow())).isEqualTo(303);
    bench.runUntil(() -> bench.state(invoice).hasException());

    assertThat(bench.balance(Account.PROVIDER_CLEARING)).isZero();
    assertThat(bench.cashier.refunds().ask(code, "円でない", ASKS))
        .isInstanceOf(Refunds.Outcome.Refused.class);
  }

  @Test
  void anExemptionMakesItFreeAndCanBeTakenBack() {
    Invoice invoice = bench.invoice();
    FeeExemption ground =
        bench
            .cashier
            .feesOf(PaymentBench.TOWN)
            .table()
            .exemptionsOf("resident_record_copy")
            .getFirst();

    Invoice free =
        bench
            .cashier
            .exempt(invoice, "resident_record_copy", Optional.of(ground), ASKS)
            .orElseThrow();
    assertThat(free.status()).isEqualTo(Invoice.Status.NOTHING_DUE);
    assertThat(free.lines().getFirst().exemption())
        .hasValue(new Invoice.Exemption(ground.key(), ground.name(), ASKS));
    assertThat(bench.state(invoice).invoice()).isEqualTo(free);
    assertThat(bench.balance(Account.RECEIVABLE)).isZero();
    assertThat(bench.invoice(invoice.caseId())).isEqualTo(free);

    Invoice due =
        bench.cashier.exempt(free, "resident_record_copy", Optional.empty(), ASKS).orElseThrow();
    assertThat(due.total()).isEqualTo(new Yen(600));
    assertThat(bench.balance(Account.RECEIVABLE)).isEqualTo(600);
    assertThat(bench.cashier.exempt(free, "resident_record_copy", Optional.of(ground), ASKS))
        .isEmpty();
  }
}
