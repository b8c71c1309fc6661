package jp.frontdesk.fees;

import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import jp.frontdesk.kernel.MunicipalityCode;

/// SQL that looks through the ledger by attempt. Every method works inside the caller's
/// transaction.
final class LedgerStore {
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
}
