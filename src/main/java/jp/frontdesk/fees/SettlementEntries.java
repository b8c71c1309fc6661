package jp.frontdesk.fees;

import io.vertx.sqlclient.SqlConnection;
import jp.frontdesk.fees.LedgerEntry.Account;
import jp.frontdesk.fees.LedgerEntry.Kind;
import jp.frontdesk.kernel.Yen;

/// Writes the ledger entries of money that arrives. The invoice is held by the caller.
final class SettlementEntries {
  private final LedgerStore ledger;
  private final RefundBook refunds;

  SettlementEntries(LedgerStore ledger, RefundBook refunds) {
    this.ledger = ledger;
    this.refunds = refunds;
  }

  /// The money of an attempt is in the town's account; income too, where it was for a debt that was
  /// not given up since.
  void settle(SqlConnection c, Invoice invoice, PaymentAttempt attempt, long yen) {
    ledger.enter(
        c,
        attempt,
        Kind.SETTLED,
        Account.TOWN_ACCOUNT,
        LedgerEntry.clearingOf(attempt.channel()),
        new Yen(yen));
    if (refunds.wasForDebt(c, attempt)) {
      earn(c, invoice, attempt);
    }
  }

  /// Books the lines of a paid invoice as income, by revenue account; once.
  void earn(SqlConnection c, Invoice invoice, PaymentAttempt attempt) {
    if (ledger.isBooked(c, attempt, Kind.REVENUE) || attempt.status() == PaymentStatus.REFUNDED) {
      return;
    }
    ledger.enterLines(c, invoice, attempt.key(), Kind.REVENUE, Account.ASSESSED, Account.REVENUE);
  }
}
