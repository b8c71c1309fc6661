package jp.frontdesk.fees;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.pgclient.PgException;
import java.io.IOException;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import jp.frontdesk.cases.CertificateWish;
import jp.frontdesk.fees.LedgerEntry.Account;
import jp.frontdesk.fees.simulator.SimulatorFault;
import jp.frontdesk.fees.simulator.SimulatorFaults;
import jp.frontdesk.kernel.CaseId;
import jp.frontdesk.kernel.MunicipalityCode;
import jp.frontdesk.kernel.Yen;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CashierIT {
  private static final MunicipalityCode TOWN = PaymentBench.TOWN;

  private PaymentBench bench;

  @BeforeEach
  void start() throws IOException {
    bench = new PaymentBench();
  }

  @AfterEach
  void stop() throws Exception {
    bench.close();
  }

  @Test
  void anInvoiceIsFrozenWithItsPricesAndMadeOnceForACase() {
    CaseId caseId = CaseId.random();

    Invoice invoice = bench.invoice(caseId);
    Invoice again = bench.invoice(caseId);

    assertThat(again).isEqualTo(invoice);
    assertThat(invoice.total()).isEqualTo(new Yen(600));
    assertThat(invoice.lines()).singleElement().extracting(Invoice.Line::copies).isEqualTo(2);
    assertThat(invoice.feeTableVersion()).hasSize(16);
    assertThat(bench.balance(Account.RECEIVABLE)).isEqualTo(600);
    assertThat(bench.balance(Account.ASSESSED)).isEqualTo(-600);
  }

  @Test
  void manyPagesAtOnceMakeOneInvoiceAndNumbersHaveNoGaps() throws Exception {
    List<CaseId> cases = IntStream.range(0, 5).mapToObj(i -> CaseId.random()).toList();

    List<Invoice> made = atOnce(20, i -> bench.invoice(cases.get(i % cases.size())));

    assertThat(made.stream().map(Invoice::number).distinct().sorted().toList())
        .containsExactly(1L, 2L, 3L, 4L, 5L);
  }

  @Test
  void anotherWishReplacesTheInvoiceAndGivesTheOldDebtUp() {
    CaseId caseId = CaseId.random();
    Invoice first = bench.invoice(caseId);
    String oldSlip = bench.slip(first);

    Invoice second =
        bench.cashier.createInvoice(
            TOWN, caseId, List.of(new CertificateWish("seal_certificate", 1)), bench.today());

    assertThat(second.id()).isNotEqualTo(first.id());
    assertThat(bench.balance(Account.RECEIVABLE)).isEqualTo(300);
    assertThat(bench.slip(second)).isNotEqualTo(oldSlip);
  }

  @Test
  void nothingWantedIsNothingDueAndNeedsNoCode() {
    Invoice invoice = bench.cashier.createInvoice(TOWN, CaseId.random(), List.of(), bench.today());

    assertThat(invoice.status()).isEqualTo(Invoice.Status.NOTHING_DUE);
    assertThat(bench.cashier.openCode(invoice)).isEqualTo(new Cashier.CodeOutcome.Settled(invoice));
    assertThat(bench.cashier.slipOf(invoice)).isInstanceOf(Cashier.SlipOutcome.None.class);
  }

  @Test
  void aCodeOnTheScreenIsPaidInTheAppAndBookedOnceWithoutANotification() throws Exception {
    bench.simulator.setFaults(SimulatorFaults.of(SimulatorFault.DROPS_NOTIFICATIONS));
    Invoice invoice = bench.invoice();
    PaymentAttempt code = bench.openCode(invoice);

    assertThat(bench.pay(code.code().orElseThrow())).isEqualTo(303);
    bench.runUntil(() -> bench.state(invoice).paidBy().isPresent());

    assertPaidOnce(invoice, Account.PROVIDER_CLEARING);
  }

  @Test
  void theDeskShowsAPaymentWithinTwoSecondsWithoutAnyNotification() throws Exception {
    bench.simulator.setFaults(SimulatorFaults.of(SimulatorFault.DROPS_NOTIFICATIONS));
    Invoice invoice = bench.invoice();
    PaymentAttempt code = bench.openCode(invoice);
    bench.poller.start();
    Thread.sleep(1_500);

    assertThat(bench.pay(code.code().orElseThrow())).isEqualTo(303);
    long paidAt = System.nanoTime();
    while (bench.state(invoice).paidBy().isEmpty()) {
      assertThat(Duration.ofNanos(System.nanoTime() - paidAt)).isLessThan(Duration.ofSeconds(2));
      Thread.sleep(20);
    }
  }

  @Test
  void aNotificationIsFasterThanThePollerAndRepeatsDoNothing() throws Exception {
    bench.simulator.setFaults(SimulatorFaults.of(SimulatorFault.REPEATS_NOTIFICATIONS));
    Invoice invoice = bench.invoice();
    String slip = bench.slip(invoice);

    assertThat(bench.pay(slip)).isEqualTo(303);
    waitFor(() -> bench.state(invoice).paidBy().isPresent());
    Thread.sleep(300);

    assertPaidOnce(invoice, Account.AGENT_CLEARING);
    assertThat(bench.pay(slip)).isEqualTo(422);
  }

  @Test
  void aPaymentWhoseAnswerWasLostIsFoundLaterAndChargedOnce() throws Exception {
    Invoice invoice = bench.invoice();
    PaymentAttempt code = bench.openCode(invoice);
    bench.simulator.setFaults(
        SimulatorFaults.of(SimulatorFault.LOSES_ANSWERS, SimulatorFault.DROPS_NOTIFICATIONS));
    assertThat(bench.pay(code.code().orElseThrow())).isEqualTo(303);

    PaymentAttempt unanswered = bench.cashier.refresh(code);
    bench.simulator.setFaults(SimulatorFaults.NONE);
    bench.runUntil(() -> bench.state(invoice).paidBy().isPresent());

    assertThat(unanswered.status()).isEqualTo(PaymentStatus.CODE_ISSUED);
    assertThat(unanswered.unansweredChecks()).isEqualTo(1);
    assertPaidOnce(invoice, Account.PROVIDER_CLEARING);
  }

  @Test
  void aCodeWhoseAnswerWasLostIsTheSameCodeLater() {
    Invoice invoice = bench.invoice();
    bench.simulator.setFaults(SimulatorFaults.of(SimulatorFault.LOSES_ANSWERS));

    Cashier.CodeOutcome first = bench.cashier.openCode(invoice);
    PaymentAttempt unknown = bench.state(invoice).attempts().getFirst();
    bench.simulator.setFaults(SimulatorFaults.NONE);
    PaymentAttempt code = bench.openCode(invoice);

    assertThat(first)
        .isInstanceOfSatisfying(
            Cashier.CodeOutcome.Unavailable.class,
            no -> assertThat(no.message()).contains("応答がありません"));
    assertThat(unknown.status()).isEqualTo(PaymentStatus.UNKNOWN);
    assertThat(code.key()).isEqualTo(unknown.key());
    assertThat(bench.state(invoice).attempts()).hasSize(1);
  }

  @Test
  void twoPagesThatOpenACodeAtOnceGetTheSameCode() throws Exception {
    Invoice invoice = bench.invoice();

    List<PaymentAttempt> codes = atOnce(8, i -> bench.openCode(invoice));

    Set<String> texts = new HashSet<>();
    codes.forEach(code -> texts.add(code.code().orElseThrow()));
    assertThat(texts).hasSize(1);
    assertThat(bench.state(invoice).attempts()).hasSize(1);
  }

  @Test
  void aProviderThatIsDownIsAskedAgainAndTheResidentIsTold() throws Exception {
    Invoice invoice = bench.invoice();
    bench.simulator.setFaults(SimulatorFaults.of(SimulatorFault.FAILS_WITH_5XX));

    assertThat(bench.cashier.openCode(invoice)).isInstanceOf(Cashier.CodeOutcome.Unavailable.class);
    bench.simulator.setFaults(SimulatorFaults.NONE);

    bench.runUntil(() -> bench.state(invoice).openCode().isPresent());
  }

  @Test
  void aCodeExpiresOnlyAfterTheProviderWasAsked() throws Exception {
    Invoice unpaid = bench.invoice();
    Invoice paid = bench.invoice();
    PaymentAttempt unpaidCode = bench.openCode(unpaid);
    PaymentAttempt paidCode = bench.openCode(paid);
    bench.simulator.setFaults(SimulatorFaults.of(SimulatorFault.DROPS_NOTIFICATIONS));
    assertThat(bench.pay(paidCode.code().orElseThrow())).isEqualTo(303);

    bench.ahead.set(Duration.ofMinutes(10).plusSeconds(5));
    bench.runUntil(() -> bench.state(paid).paidBy().isPresent());
    bench.runUntil(() -> bench.state(unpaid).openCode().isEmpty());

    assertThat(bench.state(unpaid).attempts().getFirst().status()).isEqualTo(PaymentStatus.EXPIRED);
    assertThat(bench.pay(unpaidCode.code().orElseThrow())).isEqualTo(422);
    assertThat(bench.openCode(unpaid).key()).isNotEqualTo(unpaidCode.key());
  }

  @Test
  void cashClosesTheCodeFirstSoThatItCanNoLongerBePaid() throws Exception {
    Invoice invoice = bench.invoice();
    PaymentAttempt code = bench.openCode(invoice);
    String slip = bench.slip(invoice);

    Cashier.CashOutcome outcome = bench.cashier.payInCash(invoice, "R-0001", "clerk-1");

    assertThat(outcome).isInstanceOf(Cashier.CashOutcome.Taken.class);
    assertThat(bench.pay(code.code().orElseThrow())).isEqualTo(422);
    assertPaidOnce(invoice, Account.CASH_DRAWER);
    assertThat(bench.pay(slip)).isEqualTo(303);
    bench.runUntil(() -> bench.state(invoice).hasException());
    assertThat(bench.balance(Account.SURPLUS_RECEIVED)).isEqualTo(-600);
    assertThat(bench.balance(Account.CASH_DRAWER)).isEqualTo(600);
  }

  @Test
  void cashIsRefusedWhereTheCodeWasPaidASecondBefore() throws Exception {
    bench.simulator.setFaults(SimulatorFaults.of(SimulatorFault.DROPS_NOTIFICATIONS));
    Invoice invoice = bench.invoice();
    PaymentAttempt code = bench.openCode(invoice);
    assertThat(bench.pay(code.code().orElseThrow())).isEqualTo(303);

    Cashier.CashOutcome outcome = bench.cashier.payInCash(invoice, "R-0001", "clerk-1");

    assertThat(outcome).isInstanceOf(Cashier.CashOutcome.NotDue.class);
    assertPaidOnce(invoice, Account.PROVIDER_CLEARING);
  }

  @Test
  void cashIsNotTakenWhileTheProviderIsSilent() {
    Invoice invoice = bench.invoice();
    PaymentAttempt _ = bench.openCode(invoice);
    bench.simulator.setFaults(SimulatorFaults.of(SimulatorFault.FAILS_WITH_5XX));

    assertThat(bench.cashier.payInCash(invoice, "R-0001", "clerk-1"))
        .isInstanceOf(Cashier.CashOutcome.Unsure.class);
    assertThat(bench.state(invoice).invoice().status()).isEqualTo(Invoice.Status.DUE);
  }

  @Test
  void theOldAndTheNewSlipArePaidOnceAndTheSecondMoneyIsAnException() throws Exception {
    Invoice invoice = bench.invoice();
    String old = bench.slip(invoice);
    String fresh = ((Cashier.SlipOutcome.Ready) bench.cashier.reissueSlip(invoice)).code().digits();
    assertThat(fresh).isNotEqualTo(old).startsWith(old.substring(0, 29));

    assertThat(bench.pay(old)).isEqualTo(303);
    assertThat(bench.pay(fresh)).isEqualTo(303);
    bench.runUntil(() -> bench.state(invoice).hasException());
    bench.runUntil(() -> bench.state(invoice).paidBy().isPresent());

    assertThat(bench.balance(Account.AGENT_CLEARING)).isEqualTo(1_200);
    assertThat(bench.balance(Account.SURPLUS_RECEIVED)).isEqualTo(-600);
    assertThat(bench.balance(Account.RECEIVABLE)).isZero();
  }

  @Test
  void aWrongAmountIsNeverBookedAsPaid() throws Exception {
    bench.simulator.setFaults(SimulatorFaults.of(SimulatorFault.CHARGES_WRONG_AMOUNT));
    Invoice invoice = bench.invoice();
    PaymentAttempt code = bench.openCode(invoice);

    assertThat(bench.pay(code.code().orElseThrow())).isEqualTo(303);
    bench.runUntil(() -> bench.state(invoice).hasException());

    assertThat(bench.state(invoice).invoice().status()).isEqualTo(Invoice.Status.DUE);
    assertThat(bench.balance(Account.SURPLUS_RECEIVED)).isEqualTo(-601);
  }

  @Test
  void booksAndEventsCannotBeChangedAndOtherTownsSeeNothing() {
    Invoice invoice = bench.invoice();
    String _ = bench.slip(invoice);

    assertThatThrownBy(() ->
            bench.database.runInTown(
                TOWN,
                c -> {
                  var _ = c.query("update ledger_entry set amount_yen = 1").execute().await();
                }))
        .isInstanceOf(PgException.class);
    int seen =
        bench.database.inTown(
            new MunicipalityCode("141003"),
            c -> c.query("select 1 from invoice").execute().await().size());
    assertThat(seen).isZero();
  }

  private void assertPaidOnce(Invoice invoice, Account clearing) {
    Cashier.FeeState state = bench.state(invoice);
    assertThat(state.invoice().status()).isEqualTo(Invoice.Status.PAID);
    assertThat(state.attempts().stream().filter(a -> a.status() == PaymentStatus.PAID)).hasSize(1);
    assertThat(bench.balance(clearing)).isEqualTo(invoice.total().amountYen());
    assertThat(bench.balance(Account.RECEIVABLE)).isZero();
  }

  private static void waitFor(Callable<Boolean> isDone) throws Exception {
    long end = System.nanoTime() + Duration.ofSeconds(5).toNanos();
    while (!isDone.call()) {
      assertThat(System.nanoTime()).isLessThan(end);
      Thread.sleep(20);
    }
  }

  private interface Work<T> {
    T run(int index) throws Exception;
  }

  private static <T> List<T> atOnce(int count, Work<T> work) throws Exception {
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Callable<T>> all =
          IntStream.range(0, count).<Callable<T>>mapToObj(i -> () -> work.run(i)).toList();
      List<T> results = new java.util.ArrayList<>();
      for (Future<T> each : threads.invokeAll(all)) {
        results.add(each.get());
      }
      return results;
    }
  }
}
