package jp.frontdesk.fees;

import io.vertx.sqlclient.SqlConnection;
import java.time.InstantSource;
import java.util.Map;
import java.util.TreeMap;
import jp.frontdesk.fees.LedgerEntry.Account;
import jp.frontdesk.fees.LedgerEntry.Kind;
import jp.frontdesk.kernel.Yen;

/// Writes the ledger entries of money that arrives. The invoice is held by the caller.
final class SettlementEntries {
  private final InvoiceStore invoices;
  private final RefundBook refunds;
  private final InstantSource clock;

  SettlementEntries(InvoiceStore invoices, RefundBook refunds, InstantSource clock) {
    this.invoices = invoices;
    this.refunds = refunds;
    this.clock = clock;
  }

  /// The money of an attempt is in the town's account; income too, where it was for a debt that was
  /// not given up since.
  void settle(SqlConnection c, Invoice invoice, PaymentAttempt attempt, long yen) {
    enter(
        c,
        attempt,
        Kind.SETTLED,
        Account.TOWN_ACCOUNT,
        LedgerEntry.clearingOf(attempt.channel()),
        yen);
    if (refunds.wasForDebt(c, attempt)) {
      earn(c, invoice, attempt);
    }
  }

  /// Books the lines of a paid invoice as income, by revenue account; once.
  void earn(SqlConnection c, Invoice invoice, PaymentAttempt attempt) {
    boolean isEarned =
        invoices.sumOf(c, attempt.town(), Kind.REVENUE, attempt.key()).amountYen() > 0;
    if (isEarned || attempt.status() == PaymentStatus.REFUNDED) {
      return;
    }
    Map<String, Yen> byAccount = new TreeMap<>();
    invoice.lines().forEach(l -> byAccount.merge(l.revenueAccount(), l.amount(), Yen::plus));
    byAccount.forEach((account, amount) -> {
      if (amount.amountYen() > 0) {
        invoices.book(
            c,
            new LedgerEntry(
                attempt.town(),
                Kind.REVENUE,
                attempt.key(),
                attempt.invoiceId(),
                Account.ASSESSED,
                Account.REVENUE,
                account,
                amount),
            clock.instant());
      }
    });
  }

  void enter(
      SqlConnection c, PaymentAttempt attempt, Kind kind, Account debit, Account credit, long yen) {
    invoices.book(
        c,
        new LedgerEntry(
            attempt.town(),
            kind,
            attempt.key(),
            attempt.invoiceId(),
            debit,
            credit,
            "",
            new Yen(yen)),
        clock.instant());
  }
}
