package jp.frontdesk.fees;

import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import jp.frontdesk.kernel.MunicipalityCode;
import jp.frontdesk.kernel.Yen;

/// The books 帳簿: entries are only ever added, in the transaction of what they are about. Every
/// method works inside the caller's transaction.
final class LedgerStore {
  private final InstantSource clock;

  LedgerStore(InstantSource clock) {
    this.clock = clock;
  }

  /// Books an amount of an attempt; booking it a second time is refused by the database and rolls
  /// back.
  void enter(
      SqlConnection c,
      PaymentAttempt attempt,
      LedgerEntry.Kind kind,
      LedgerEntry.Account debit,
      LedgerEntry.Account credit,
      Yen amount) {
    book(
        c,
        new LedgerEntry(
            attempt.town(), kind, attempt.key(), attempt.invoiceId(), debit, credit, "", amount));
  }

  /// Books the lines of an invoice: an entry for each revenue account that gets anything.
  ///
  /// @param reference the invoice's identity, or the key of the attempt that paid it
  void enterLines(
      SqlConnection c,
      Invoice invoice,
      String reference,
      LedgerEntry.Kind kind,
      LedgerEntry.Account debit,
      LedgerEntry.Account credit) {
    Map<String, Yen> byAccount = new TreeMap<>();
    invoice.lines().forEach(l -> byAccount.merge(l.revenueAccount(), l.amount(), Yen::plus));
    byAccount.forEach((account, amount) -> {
      if (amount.amountYen() > 0) {
        book(
            c,
            new LedgerEntry(
                invoice.town(), kind, reference, invoice.id(), debit, credit, account, amount));
      }
    });
  }

  /// The sum of what was booked of a kind for an attempt.
  Yen sumOf(SqlConnection c, PaymentAttempt attempt, LedgerEntry.Kind kind) {
    return new Yen(
        c.preparedQuery(
                """
                select coalesce(sum(amount_yen), 0)::bigint from ledger_entry
                 where municipality_code = $1 and kind = $2 and reference = $3
                """)
            .execute(Tuple.of(attempt.town().digits(), kind.name(), attempt.key()))
            .await()
            .iterator()
            .next()
            .getLong(0));
  }

  /// Whether anything of a kind was booked for an attempt.
  boolean isBooked(SqlConnection c, PaymentAttempt attempt, LedgerEntry.Kind kind) {
    return sumOf(c, attempt, kind).amountYen() > 0;
  }

  /// What lies on each account of the town, in yen; debit minus credit, so the sum is always zero.
  Map<LedgerEntry.Account, Long> balances(SqlConnection c, MunicipalityCode town) {
    Map<LedgerEntry.Account, Long> balances = new EnumMap<>(LedgerEntry.Account.class);
    c.preparedQuery(
            """
            select debit_account, credit_account, sum(amount_yen)::bigint
              from ledger_entry where municipality_code = $1 group by 1, 2
            """)
        .execute(Tuple.of(town.digits()))
        .await()
        .forEach(row -> {
          long yen = row.getLong(2);
          balances.merge(LedgerEntry.Account.valueOf(row.getString(0)), yen, Long::sum);
          balances.merge(LedgerEntry.Account.valueOf(row.getString(1)), -yen, Long::sum);
        });
    return balances;
  }

  /// What lies on an account by the keys of the attempts for which something does: debit minus
  /// credit in yen, never zero.
  ///
  /// @param before only entries booked before
  Map<String, Long> openYen(
      SqlConnection c, MunicipalityCode town, LedgerEntry.Account account, Instant before) {
    Map<String, Long> open = new TreeMap<>();
    c.preparedQuery(
            """
            select reference,
                   sum(case when debit_account = $2 then amount_yen else -amount_yen end)::bigint
              from ledger_entry
             where municipality_code = $1 and (debit_account = $2 or credit_account = $2)
               and booked_at < $3
             group by reference
            having sum(case when debit_account = $2 then amount_yen else -amount_yen end) <> 0
             order by reference
            """)
        .execute(Tuple.of(town.digits(), account.name(), before.atOffset(ZoneOffset.UTC)))
        .await()
        .forEach(row -> open.put(row.getString(0), row.getLong(1)));
    return open;
  }

  /// How much of an attempt's refund an account gave, in yen.
  long refundedFrom(
      SqlConnection c, MunicipalityCode town, LedgerEntry.Account account, String attemptKey) {
    return c.preparedQuery(
            """
            select coalesce(sum(amount_yen), 0)::bigint from ledger_entry
             where municipality_code = $1 and kind = 'REFUNDED' and reference = $2
               and credit_account = $3
            """)
        .execute(Tuple.of(town.digits(), attemptKey, account.name()))
        .await()
        .iterator()
        .next()
        .getLong(0);
  }

  /// Keys of paid attempts whose money arrived and is not yet income: surplus that was taken for
  /// its debt afterwards.
  List<String> listSettledWithoutRevenue(SqlConnection c, MunicipalityCode town) {
    List<String> keys = new ArrayList<>();
    c.preparedQuery(
            """
            select attempt_key from payment_attempt a
             where municipality_code = $1 and status = 'PAID'
               and exists (select 1 from ledger_entry e
                            where e.municipality_code = $1 and e.kind = 'SETTLED'
                              and e.reference = a.attempt_key)
               and not exists (select 1 from ledger_entry e
                                where e.municipality_code = $1 and e.kind = 'REVENUE'
                                  and e.reference = a.attempt_key)
             order by attempt_key
            """)
        .execute(Tuple.of(town.digits()))
        .await()
        .forEach(row -> keys.add(row.getString(0)));
    return keys;
  }

  private void book(SqlConnection c, LedgerEntry entry) {
    c.preparedQuery(
            """
            insert into ledger_entry (municipality_code, kind, reference, invoice_id,
                   debit_account, credit_account, revenue_account, amount_yen, booked_at)
            values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
            """)
        .execute(
            Tuple.from(
                List.of(
                    entry.town().digits(),
                    entry.kind().name(),
                    entry.reference(),
                    entry.invoiceId(),
                    entry.debit().name(),
                    entry.credit().name(),
                    entry.revenueAccount(),
                    entry.amount().amountYen(),
                    clock.instant().atOffset(ZoneOffset.UTC))))
        .await();
  }
}
