package jp.frontdesk.fees;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import jp.frontdesk.fees.LedgerEntry.Account;
import jp.frontdesk.fees.settlement.DayCloses;
import jp.frontdesk.fees.settlement.IncomeRow;
import jp.frontdesk.fees.settlement.SettlementFile;
import jp.frontdesk.fees.settlement.SettlementLines;
import jp.frontdesk.fees.settlement.Settlements;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Whatever is paid and whatever the files say of it, to the yen: nothing is lost, nothing is
/// counted twice.
class SettlementBalanceIT extends SettlementBench {
  private static final String[] KINDS = {"01", "01", "02", "02", "02", "03"};

  /// An invoice and the numbers by which files can name it.
  private record Debt(Invoice invoice, String slip, String codeKey, String codePayment) {}

  private List<Debt> debts(Random random) throws Exception {
    List<Debt> debts = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      Invoice invoice = bench.invoice();
      String slip = bench.slip(invoice);
      Debt debt = new Debt(invoice, slip, "", "");
      int way = random.nextInt(6);
      if (way == 0) {
        cash(invoice);
      } else if (way == 1) {
        assertThat(bench.pay(slip)).isEqualTo(303);
        bench.runUntil(() -> bench.state(invoice).paidBy().isPresent());
      } else if (way == 2) {
        PaymentAttempt code = bench.openCode(invoice);
        assertThat(bench.pay(code.code().orElseThrow())).isEqualTo(303);
        bench.runUntil(() -> bench.state(invoice).paidBy().isPresent());
        PaymentAttempt paid = bench.state(invoice).paidBy().orElseThrow();
        debt = new Debt(invoice, slip, paid.key(), paid.providerPaymentId().orElseThrow());
      }
      debts.add(debt);
    }
    return debts;
  }

  private static List<String> agentLines(Random random, List<Debt> debts) {
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < 14; i++) {
      Debt debt = debts.get(random.nextInt(debts.size()));
      String slip = random.nextInt(10) == 0 ? "8".repeat(44) : debt.slip();
      long yen = random.nextInt(8) == 0 ? 500 : 600;
      String time = "10%02d".formatted(random.nextInt(6));
      lines.add(SettlementLines.agent(KINDS[random.nextInt(KINDS.length)], slip, yen, time));
    }
    return lines;
  }

  private static List<String> providerLines(Random random, List<Debt> debts) {
    List<String> lines = new ArrayList<>();
    for (Debt debt : debts) {
      if (!debt.codeKey().isEmpty() && random.nextInt(4) > 0) {
        String payment = random.nextInt(5) == 0 ? "another" : debt.codePayment();
        lines.add(SettlementLines.provider(debt.codeKey(), payment, 600));
      }
    }
    lines.add(SettlementLines.provider("999997-nobody", "P" + random.nextInt(1000), -600));
    return lines;
  }

  private void assertToTheYen(List<Debt> debts, long paidInYen) {
    Settlements.Piles piles = settlements.piles(TOWN);
    long ours = piles.ours().stream().mapToLong(o -> o.unsettled().yen()).sum();
    long files = piles.files().stream().mapToLong(SettlementFile::totalYen).sum();
    long theirs =
        piles.theirs().stream()
            .map(l -> l.line().notice())
            .mapToLong(n ->
                switch (n.kind()) {
                  case FINAL -> n.amountYen();
                  case REFUND -> -n.amountYen();
                  case QUICK, WITHDRAWN -> 0;
                })
            .sum();
    long due =
        debts.stream()
            .map(d -> bench.state(d.invoice()).invoice())
            .filter(i -> i.status() == Invoice.Status.DUE)
            .mapToLong(i -> i.total().amountYen())
            .sum();

    assertThat(piles.matchedYen() + theirs).isEqualTo(files);
    assertThat(bench.balance(Account.TOWN_ACCOUNT)).isEqualTo(piles.matchedYen() + paidInYen);
    assertThat(bench.balance(Account.AGENT_CLEARING) + bench.balance(Account.PROVIDER_CLEARING))
        .isEqualTo(ours);
    assertThat(bench.balance(Account.RECEIVABLE)).isEqualTo(due);
    assertThat(sumOfAll()).isZero();
    assertThat(-bench.balance(Account.SURPLUS_RECEIVED)).isEqualTo(surplus(debts));
    assertThat(piles.files()).allMatch(f -> f.waitingCount() == 0);
  }

  private long sumOfAll() {
    long sum = 0;
    for (Account account : Account.values()) {
      sum += bench.balance(account);
    }
    return sum;
  }

  private long surplus(List<Debt> debts) {
    return debts.stream()
        .flatMap(d -> bench.state(d.invoice()).attempts().stream())
        .filter(a -> a.status() == PaymentStatus.EXCEPTION)
        .mapToLong(a -> bench.cashier.refunds().cameFor(a).amountYen())
        .sum();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6})
  void everyYenIsMatchedOursOrTheirs(int seed) throws Exception {
    Random random = new Random(seed);
    List<Debt> debts = debts(random);
    assertToTheYen(debts, 0);
    for (int i = 0; i < 4; i++) {
      agent(agentLines(random, debts).toArray(String[]::new));
      assertToTheYen(debts, 0);
      provider(providerLines(random, debts).toArray(String[]::new));
      assertToTheYen(debts, 0);
    }

    long cash = bench.balance(Account.CASH_DRAWER);
    assertThat(
            closes.close(
                TOWN,
                new DayCloses.Order(
                    bench.today(),
                    cash,
                    cash,
                    "",
                    java.nio.charset.StandardCharsets.UTF_8,
                    bench.cashier.feesOf(TOWN).table().accounts(),
                    OFFICER)))
        .isEqualTo(WRITTEN);

    assertToTheYen(debts, cash);
    assertThat(bench.balance(Account.CASH_DRAWER)).isZero();
    assertThat(
            closes.find(TOWN, bench.today()).orElseThrow().rows().stream()
                .mapToLong(IncomeRow::yen)
                .sum())
        .isEqualTo(-bench.balance(Account.REVENUE));
  }
}
