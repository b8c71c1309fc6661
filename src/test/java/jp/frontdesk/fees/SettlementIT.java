package jp.frontdesk.fees;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.pgclient.PgException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import jp.frontdesk.cases.CertificateWish;
import jp.frontdesk.fees.LedgerEntry.Account;
import jp.frontdesk.fees.settlement.AccountingCsv;
import jp.frontdesk.fees.settlement.DayCloses;
import jp.frontdesk.fees.settlement.IncomeRow;
import jp.frontdesk.fees.settlement.PiledLine;
import jp.frontdesk.fees.settlement.SettlementFile;
import jp.frontdesk.fees.settlement.SettlementLines;
import jp.frontdesk.fees.settlement.Settlements;
import jp.frontdesk.kernel.CaseId;
import jp.frontdesk.kernel.MunicipalityCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// The files of agent and provider beside our books: what comes twice, late, out of order or half
/// is booked once and right, or lies on a pile for a person.
class SettlementIT {
  private static final MunicipalityCode TOWN = PaymentBench.TOWN;
  private static final String OFFICER = "suitou";
  private static final Settlements.Outcome WRITTEN = new Settlements.Outcome.Written();

  private PaymentBench bench;
  private Settlements settlements;
  private DayCloses closes;

  @BeforeEach
  void start() throws IOException {
    bench = new PaymentBench();
    SettlementBook book = SettlementBook.open(bench.database, bench.clock);
    settlements = new Settlements(bench.database, book, bench.clock);
    closes = new DayCloses(bench.database, book, bench.clock);
  }

  @AfterEach
  void stop() throws IOException {
    bench.close();
  }

  private void agent(String... lines) {
    assertThat(
            SettlementLines.take(
                settlements, TOWN, true, SettlementLines.agentFile(List.of(lines)), OFFICER))
        .isEqualTo(WRITTEN);
  }

  private void provider(String... lines) {
    assertThat(
            SettlementLines.take(
                settlements, TOWN, false, SettlementLines.providerFile(List.of(lines)), OFFICER))
        .isEqualTo(WRITTEN);
  }

  private static String line(String kind, String digits, String time) {
    return SettlementLines.agent(kind, digits, 600, time);
  }

  private List<SettlementBook.Reason> theirs() {
    return settlements.piles(TOWN).theirs().stream().map(l -> l.why().orElseThrow()).toList();
  }

  private List<Long> ours() {
    return settlements.piles(TOWN).ours().stream().map(o -> o.unsettled().yen()).toList();
  }

  private void assertBalances(Map<Account, Long> expected) {
    for (Account account : Account.values()) {
      assertThat(bench.balance(account))
          .as(account.name())
          .isEqualTo(expected.getOrDefault(account, 0L));
    }
  }

  private Invoice.Status statusOf(Invoice invoice) {
    return bench.state(invoice).invoice().status();
  }

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
    AtomicInteger left = new AtomicInteger(1_200);
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

  private DayCloses.Order order(LocalDate day, long expected, long counted, String reason) {
    return new DayCloses.Order(
        day,
        expected,
        counted,
        reason,
        StandardCharsets.UTF_8,
        bench.cashier.feesOf(TOWN).table().accounts(),
        OFFICER);
  }

  private void cash(Invoice invoice) {
    assertThat(bench.cashier.payInCash(invoice, "100", "mihon"))
        .isInstanceOf(Cashier.CashOutcome.Taken.class);
  }

  @Test
  void aClosedDayIsFrozenAndItsFileAlwaysHasTheSameBytes() {
    LocalDate today = bench.today();
    cash(bench.invoice());
    cash(bench.invoice());
    Invoice bySlip = bench.invoice();
    agent(line("02", bench.slip(bySlip), "1015"));
    assertThat(closes.open(TOWN, today, Map.of()).cashYen()).isEqualTo(1200);

    assertThat(closes.close(TOWN, order(today, 1200, 1100, "")))
        .isInstanceOf(Settlements.Outcome.Refused.class);
    assertThat(closes.close(TOWN, order(today, 600, 600, "")))
        .isInstanceOf(Settlements.Outcome.Refused.class);
    assertThat(closes.close(TOWN, order(today.plusDays(1), 1200, 1200, "")))
        .isInstanceOf(Settlements.Outcome.Refused.class);
    assertThat(bench.balance(Account.CASH_DRAWER)).isEqualTo(1200);
    assertThat(closes.close(TOWN, order(today, 1200, 1100, "釣り銭の渡しまちがい"))).isEqualTo(WRITTEN);
    byte[] first = AccountingCsv.of(closes.find(TOWN, today).orElseThrow());
    cash(bench.invoice());
    agent(line("02", bench.slip(bench.invoice()), "1016"));

    assertThat(closes.close(TOWN, order(today, 600, 600, "")))
        .isInstanceOf(Settlements.Outcome.Refused.class);
    DayCloses.Closed closed = closes.find(TOWN, today).orElseThrow();
    assertThat(AccountingCsv.of(closed)).isEqualTo(first);
    assertThat(closed.close().differenceYen()).isEqualTo(-100);
    assertThat(closed.rows().stream().mapToLong(IncomeRow::yen).sum()).isEqualTo(1800);
    assertThat(closed.rows()).extracting(IncomeRow::itemCount).containsExactlyInAnyOrder(1, 2);
    assertThat(new String(first, StandardCharsets.UTF_8))
        .startsWith("\ufeff収入日,振込日,科目,科目名,支払方法,件数,金額\r\n")
        .contains("2026-11-23,2026-11-30,13-02-01-01,戸籍住民手数料,払込票,1,600\r\n")
        .containsPattern("合計,行数,2,SHA-256,[0-9a-f]{64},3,1800\r\n$");
    assertThatThrownBy(() -> bench.database.runInTown(TOWN, c -> tamper(c)))
        .isInstanceOf(PgException.class);

    LocalDate tomorrow = today.plusDays(1);
    bench.ahead.set(java.time.Duration.ofDays(1));
    assertThat(closes.close(TOWN, order(tomorrow, 600, 600, ""))).isEqualTo(WRITTEN);
    assertThat(
            closes.find(TOWN, tomorrow).orElseThrow().rows().stream()
                .mapToLong(IncomeRow::yen)
                .sum())
        .isEqualTo(1200);
    assertBalances(Map.of(Account.TOWN_ACCOUNT, 3000L, Account.REVENUE, -3000L));
  }

  private static void tamper(io.vertx.sqlclient.SqlConnection c) {
    c.query("update day_close_row set amount_yen = 1").execute().await();
  }

  @Test
  void cashThatIsGivenBackAfterItsDayComesOutOfTheNextOne() {
    LocalDate today = bench.today();
    Invoice invoice = bench.invoice();
    cash(invoice);
    assertThat(closes.close(TOWN, order(today, 600, 600, ""))).isEqualTo(WRITTEN);
    PaymentAttempt paid = bench.state(invoice).paidBy().orElseThrow();
    assertThat(bench.cashier.refunds().ask(paid, "枚数", "mihon"))
        .isEqualTo(new Refunds.Outcome.Written());
    assertThat(
            bench
                .cashier
                .refunds()
                .approve(TOWN, bench.state(invoice).refunds().getLast().id(), OFFICER))
        .isEqualTo(new Refunds.Outcome.Written());
    bench.ahead.set(java.time.Duration.ofDays(1));

    assertThat(closes.open(TOWN, today.plusDays(1), Map.of()).cashYen()).isEqualTo(-600);
    assertThat(closes.close(TOWN, order(today.plusDays(1), -600, 0, "釣り銭から出した")))
        .isEqualTo(WRITTEN);

    assertThat(closes.find(TOWN, today.plusDays(1)).orElseThrow().rows())
        .singleElement()
        .satisfies(row -> {
          assertThat(row.way()).isEqualTo(IncomeRow.Way.CASH_REFUND);
          assertThat(row.yen()).isEqualTo(-600);
        });
    assertBalances(Map.of());
  }

  @Test
  void twoOfficersWhoCloseAtOnceCloseOnce() throws Exception {
    cash(bench.invoice());
    List<Thread> threads = new ArrayList<>();
    AtomicInteger written = new AtomicInteger();
    for (int i = 0; i < 4; i++) {
      threads.add(
          Thread.ofPlatform()
              .start(() -> {
                if (closes.close(TOWN, order(bench.today(), 600, 600, "")).equals(WRITTEN)) {
                  written.incrementAndGet();
                }
              }));
    }
    for (Thread thread : threads) {
      thread.join();
    }

    assertThat(written).hasValue(1);
    assertBalances(Map.of(Account.TOWN_ACCOUNT, 600L, Account.REVENUE, -600L));
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
