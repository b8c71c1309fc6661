package jp.frontdesk.fees;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import jp.frontdesk.fees.LedgerEntry.Account;
import jp.frontdesk.fees.settlement.DayCloses;
import jp.frontdesk.fees.settlement.SettlementLines;
import jp.frontdesk.fees.settlement.Settlements;
import jp.frontdesk.kernel.MunicipalityCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/// A till with its daily close, on real PostgreSQL.
abstract class SettlementBench {
  static final MunicipalityCode TOWN = PaymentBench.TOWN;
  static final String OFFICER = "suitou";
  static final Settlements.Outcome WRITTEN = new Settlements.Outcome.Written();

  PaymentBench bench;
  Settlements settlements;
  DayCloses closes;

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

  void agent(String... lines) {
    assertThat(
            SettlementLines.take(
                settlements, TOWN, true, SettlementLines.agentFile(List.of(lines)), OFFICER))
        .isEqualTo(WRITTEN);
  }

  void provider(String... lines) {
    assertThat(
            SettlementLines.take(
                settlements, TOWN, false, SettlementLines.providerFile(List.of(lines)), OFFICER))
        .isEqualTo(WRITTEN);
  }

  static String line(String kind, String digits, String time) {
    return SettlementLines.agent(kind, digits, 600, time);
  }

  List<SettlementBook.Reason> theirs() {
    return settlements.piles(TOWN).theirs().stream().map(l -> l.why().orElseThrow()).toList();
  }

  List<Long> ours() {
    return settlements.piles(TOWN).ours().stream().map(o -> o.unsettled().yen()).toList();
  }

  void assertBalances(Map<Account, Long> expected) {
    for (Account account : Account.values()) {
      assertThat(bench.balance(account))
          .as(account.name())
          .isEqualTo(expected.getOrDefault(account, 0L));
    }
  }

  Invoice.Status statusOf(Invoice invoice) {
    return bench.state(invoice).invoice().status();
  }

  void cash(Invoice invoice) {
    assertThat(bench.cashier.payInCash(invoice, "100", "mihon"))
        .isInstanceOf(Cashier.CashOutcome.Taken.class);
  }
}
