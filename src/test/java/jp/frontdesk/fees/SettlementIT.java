package jp.frontdesk.fees;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import jp.frontdesk.cases.CertificateWish;
import jp.frontdesk.fees.LedgerEntry.Account;
import jp.frontdesk.fees.settlement.PiledLine;
import jp.frontdesk.fees.settlement.SettlementFile;
import jp.frontdesk.fees.settlement.SettlementLines;
import jp.frontdesk.fees.settlement.Settlements;
import jp.frontdesk.kernel.CaseId;
import jp.frontdesk.kernel.MunicipalityCode;
import org.junit.jupiter.api.Test;

/// The files of agent and provider beside our books: what comes twice, late, out of order or half
/// is booked once and right, or lies on a pile for a person.
class SettlementIT extends SettlementBench {
  @Test
  void aQuickNoticeIsPaidForTheDeskAndTheFinalOneIsIncome() {
    Invoice invoice = bench.invoice();
    String slip = bench.slip(invoice);

    agent(line("01", slip, "1015"));
    assertThat(statusOf(invoice)).isEqualTo(Invoice.Status.PAID);
    assertThat(ours()).containsExactly(600L);
    assertBalances(Map.of(Account.AGENT_CLEARING, 600L, Account.ASSESSED, -600L));

    agent(line("02", slip, "1015"));
    assertThat(ours()).isEmpty();
    assertThat(theirs()).isEmpty();
    assertBalances(Map.of(Account.TOWN_ACCOUNT, 600L, Account.REVENUE, -600L));
  }

  @Test
  void aFinalNoticeAloneBooksThePaymentTooAndTheQuickOneAfterItDoesNothing() {
    Invoice invoice = bench.invoice();
    String slip = bench.slip(invoice);

    agent(line("02", slip, "1015"));
    agent(line("01", slip, "1015"));

    assertThat(statusOf(invoice)).isEqualTo(Invoice.Status.PAID);
    assertThat(theirs()).isEmpty();
    assertBalances(Map.of(Account.TOWN_ACCOUNT, 600L, Account.REVENUE, -600L));
  }

  @Test
  void whatTheProviderToldBeforeIsThePaymentOfTheFileAlsoWithoutANumber() throws Exception {
    Invoice invoice = bench.invoice();
    String slip = bench.slip(invoice);
    assertThat(bench.pay(slip)).isEqualTo(303);
    bench.runUntil(() -> bench.state(invoice).paidBy().isPresent());

    agent(line("01", slip, "1015"), line("02", slip, "1015"));

    assertThat(bench.state(invoice).hasException()).isFalse();
    assertThat(bench.state(invoice).attempts()).hasSize(1);
    assertBalances(Map.of(Account.TOWN_ACCOUNT, 600L, Account.REVENUE, -600L));
  }

  @Test
  void whatAFileToldBeforeIsThePaymentThatTheProviderTellsOfLater() throws Exception {
    Invoice invoice = bench.invoice();
    String slip = bench.slip(invoice);
    agent(line("01", slip, "1015"));
    assertThat(bench.pay(slip)).isEqualTo(303);

    PaymentAttempt attempt = bench.state(invoice).paidBy().orElseThrow();
    PaymentAttempt after = bench.cashier.refresh(attempt);

    assertThat(after.status()).isEqualTo(PaymentStatus.PAID);
    assertThat(bench.state(invoice).attempts()).hasSize(1);
  }

  @Test
  void aNoticeThatIsTakenBackMakesTheDebtDueAgain() {
    Invoice invoice = bench.invoice();
    String slip = bench.slip(invoice);
    agent(line("01", slip, "1015"));

    agent(line("03", slip, "1020"));
    agent(line("01", slip, "1015"), line("03", slip, "1020"), line("02", slip, "1015"));

    assertThat(statusOf(invoice)).isEqualTo(Invoice.Status.DUE);
    assertThat(theirs()).containsExactly(SettlementBook.Reason.WITHDRAWN_BEFORE);
    assertBalances(Map.of(Account.RECEIVABLE, 600L, Account.ASSESSED, -600L));
    assertThat(ours()).isEmpty();
  }

  @Test
  void theSameSlipIsPaidAgainAfterItsNoticeWasTakenBack() {
    Invoice invoice = bench.invoice();
    String slip = bench.slip(invoice);

    agent(line("01", slip, "1015"), line("03", slip, "1016"), line("01", slip, "1017"));
    assertThat(statusOf(invoice)).isEqualTo(Invoice.Status.PAID);
    assertBalances(Map.of(Account.AGENT_CLEARING, 600L, Account.ASSESSED, -600L));

    agent(line("03", slip, "1016"), line("02", slip, "1017"));
    assertThat(statusOf(invoice)).isEqualTo(Invoice.Status.PAID);
    assertThat(theirs()).isEmpty();
    assertBalances(Map.of(Account.TOWN_ACCOUNT, 600L, Account.REVENUE, -600L));
  }

  @Test
  void aWithdrawalThatComesBeforeItsNoticeIsBookedOnceTheNoticeIsThere() {
    Invoice invoice = bench.invoice();
    String slip = bench.slip(invoice);

    agent(line("03", slip, "1020"));
    assertThat(theirs()).containsExactly(SettlementBook.Reason.NOT_PAID);
    agent(line("01", slip, "1015"));

    assertThat(theirs()).isEmpty();
    assertThat(statusOf(invoice)).isEqualTo(Invoice.Status.DUE);
  }

  @Test
  void aWithdrawalAfterTheMoneyCameIsTheirsOnly() {
    Invoice invoice = bench.invoice();
    String slip = bench.slip(invoice);

    agent(line("02", slip, "1015"), line("03", slip, "1020"), line("02", slip, "1030"));

    assertThat(theirs())
        .containsExactly(SettlementBook.Reason.SETTLED_BEFORE, SettlementBook.Reason.SECOND_FINAL);
    assertThat(statusOf(invoice)).isEqualTo(Invoice.Status.PAID);
    assertBalances(Map.of(Account.TOWN_ACCOUNT, 600L, Account.REVENUE, -600L));
  }

  @Test
  void anotherAmountAndUnknownCodesAreTheirsOnly() {
    Invoice invoice = bench.invoice();
    String slip = bench.slip(invoice);
    String nobodys = "91912345141003202600000000001099999900003007";

    agent(
        SettlementLines.agent("02", slip, 500, "1015"),
        SettlementLines.agent("01", nobodys, 300, "1016"));

    assertThat(theirs())
        .containsExactly(SettlementBook.Reason.OTHER_AMOUNT, SettlementBook.Reason.UNKNOWN);
    assertThat(statusOf(invoice)).isEqualTo(Invoice.Status.DUE);
    assertBalances(Map.of(Account.RECEIVABLE, 600L, Account.ASSESSED, -600L));
  }

  @Test
  void moneyForADebtThatIsGoneIsSurplusAndNoIncomeUntilSomebodyTakesItForOne() {
    Invoice first = bench.invoice();
    String slip = bench.slip(first);
    Invoice second =
        bench.cashier.createInvoice(
            TOWN,
            first.caseId(),
            List.of(
                new CertificateWish("resident_record_copy", 1),
                new CertificateWish("seal_certificate", 1)),
            bench.today());

    agent(line("01", slip, "1015"), line("02", slip, "1015"));

    assertThat(statusOf(second)).isEqualTo(Invoice.Status.DUE);
    assertThat(bench.balance(Account.SURPLUS_RECEIVED)).isEqualTo(-600);
    assertThat(bench.balance(Account.TOWN_ACCOUNT)).isEqualTo(600);
    assertThat(bench.balance(Account.REVENUE)).isZero();
    assertThat(theirs()).isEmpty();
  }

  @Test
  void theProvidersRefundIsMatchedWithOurs() throws Exception {
    Invoice invoice = bench.invoice();
    PaymentAttempt code = bench.openCode(invoice);
    assertThat(bench.pay(code.code().orElseThrow())).isEqualTo(303);
    bench.runUntil(() -> bench.state(invoice).paidBy().isPresent());
    PaymentAttempt paid = bench.state(invoice).paidBy().orElseThrow();
    String number = paid.providerPaymentId().orElseThrow();

    provider(SettlementLines.provider(paid.key(), number, 600));
    provider(SettlementLines.provider(paid.key(), "R1", -600));
    assertThat(theirs()).containsExactly(SettlementBook.Reason.NOT_REFUNDED);
    assertThat(bench.cashier.refunds().ask(paid, "枚数", "mihon"))
        .isEqualTo(new Refunds.Outcome.Written());
    assertThat(
            bench
                .cashier
                .refunds()
                .approve(TOWN, bench.state(invoice).refunds().getLast().id(), OFFICER))
        .isEqualTo(new Refunds.Outcome.Written());
    assertThat(ours()).containsExactly(-600L);

    settlements.resume(TOWN);

    assertThat(theirs()).isEmpty();
    assertThat(ours()).isEmpty();
    assertBalances(Map.of());
    provider(SettlementLines.provider(paid.key(), number, 600) + " ");
    assertThat(theirs()).containsExactly(SettlementBook.Reason.SECOND_FINAL);
  }

  @Test
  void theSameFileIsTakenOnce() {
    Invoice invoice = bench.invoice();
    byte[] file = SettlementLines.agentFile(List.of(line("02", bench.slip(invoice), "1015")));
    assertThat(SettlementLines.take(settlements, TOWN, true, file, OFFICER)).isEqualTo(WRITTEN);

    assertThat(SettlementLines.take(settlements, TOWN, true, file, "mihon"))
        .isInstanceOfSatisfying(
            Settlements.Outcome.Refused.class,
            no -> assertThat(no.messages()).singleElement().asString().contains(OFFICER));
    assertThat(settlements.piles(TOWN).files())
        .singleElement()
        .satisfies(f -> {
          assertThat(f.totalYen()).isEqualTo(600);
          assertThat(f.fileName()).isEqualTo("結果_1.csv");
          assertThat(f.matchedCount()).isEqualTo(1);
        });
  }

  @Test
  void whoStopsInTheMiddleBooksNothingHalfAndGoesOnWhereItStopped() {
    List<Invoice> invoices = IntStream.range(0, 150).mapToObj(i -> bench.invoice()).toList();
    List<String> lines = invoices.stream().map(i -> line("02", bench.slip(i), "1015")).toList();
    AtomicInteger left = new AtomicInteger(500);
    InstantSource dying =
        () -> {
          if (left.decrementAndGet() < 0) {
            throw new IllegalStateException("the node is gone");
          }
          return bench.clock.instant();
        };
    Settlements doomed =
        new Settlements(bench.database, SettlementBook.open(bench.database, dying), bench.clock);
    byte[] file = SettlementLines.agentFile(lines);

    assertThatThrownBy(() -> SettlementLines.take(doomed, TOWN, true, file, OFFICER))
        .hasMessage("the node is gone");

    SettlementFile half = settlements.piles(TOWN).files().getFirst();
    assertThat(half.lineCount()).isEqualTo(150);
    assertThat(half.matchedCount()).isEqualTo(100);
    assertThat(half.waitingCount()).isEqualTo(50);
    assertThat(bench.balance(Account.TOWN_ACCOUNT)).isEqualTo(60_000);
    assertThat(bench.balance(Account.REVENUE)).isEqualTo(-60_000);
    settlements.resume(TOWN);
    assertThat(settlements.piles(TOWN).files().getFirst().matchedCount()).isEqualTo(150);
    assertBalances(Map.of(Account.TOWN_ACCOUNT, 90_000L, Account.REVENUE, -90_000L));
  }

  @Test
  void aClerkClearsWhatDoesNotFitOnceAndWithAReason() {
    Invoice invoice = bench.invoice();
    agent(line("01", bench.slip(invoice), "1015"), line("03", "9".repeat(44), "1016"));
    PiledLine theirs = settlements.piles(TOWN).theirs().getFirst();
    String key = settlements.piles(TOWN).ours().getFirst().unsettled().attempt().key();

    assertThat(settlements.clearTheirs(TOWN, theirs.fileId(), 2, "  ", OFFICER))
        .isInstanceOf(Settlements.Outcome.Refused.class);
    assertThat(settlements.clearTheirs(TOWN, theirs.fileId(), 1, "見た", OFFICER))
        .isInstanceOf(Settlements.Outcome.Refused.class);
    assertThat(settlements.clearTheirs(TOWN, theirs.fileId(), 2, "電話で確認", OFFICER))
        .isEqualTo(WRITTEN);
    assertThat(settlements.clearTheirs(TOWN, theirs.fileId(), 2, "もう一度", OFFICER))
        .isInstanceOf(Settlements.Outcome.Refused.class);
    assertThat(settlements.clearOurs(TOWN, key, 700, "違う額", OFFICER))
        .isInstanceOf(Settlements.Outcome.Refused.class);
    assertThat(settlements.clearOurs(TOWN, key, 600, "月末に入る", OFFICER)).isEqualTo(WRITTEN);

    assertThat(theirs()).isEmpty();
    assertThat(settlements.piles(TOWN).clearedTheirs())
        .singleElement()
        .satisfies(l -> assertThat(l.cleared().orElseThrow().by()).isEqualTo(OFFICER));
    assertThat(settlements.piles(TOWN).ours().getFirst().cleared().orElseThrow().reason())
        .isEqualTo("月末に入る");
  }

  @Test
  void anotherTownSeesNothingOfIt() {
    agent(
        line("01", bench.slip(bench.invoice(CaseId.random())), "1015"),
        line("01", "9".repeat(44), "1" + "016"));

    Settlements.Piles other = settlements.piles(new MunicipalityCode("141003"));
    assertThat(other.files()).isEmpty();
    assertThat(other.ours()).isEmpty();
    assertThat(other.theirs()).isEmpty();
  }
}
