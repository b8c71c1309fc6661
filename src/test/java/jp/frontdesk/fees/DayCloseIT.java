package jp.frontdesk.fees;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.pgclient.PgException;
import io.vertx.sqlclient.SqlConnection;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import jp.frontdesk.fees.LedgerEntry.Account;
import jp.frontdesk.fees.settlement.AccountingCsv;
import jp.frontdesk.fees.settlement.DayCloses;
import jp.frontdesk.fees.settlement.IncomeRow;
import jp.frontdesk.fees.settlement.Settlements;
import org.junit.jupiter.api.Test;

/// A day is closed once, with the cash that was counted, and its file for accounting never changes.
class DayCloseIT extends SettlementBench {
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
    bench.ahead.set(Duration.ofDays(1));
    assertThat(closes.close(TOWN, order(tomorrow, 600, 600, ""))).isEqualTo(WRITTEN);
    assertThat(
            closes.find(TOWN, tomorrow).orElseThrow().rows().stream()
                .mapToLong(IncomeRow::yen)
                .sum())
        .isEqualTo(1200);
    assertBalances(Map.of(Account.TOWN_ACCOUNT, 3000L, Account.REVENUE, -3000L));
  }

  private static void tamper(SqlConnection c) {
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
    bench.ahead.set(Duration.ofDays(1));

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
}
