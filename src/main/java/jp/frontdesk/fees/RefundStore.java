package jp.frontdesk.fees;

import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jp.frontdesk.kernel.MunicipalityCode;
import jp.frontdesk.kernel.Yen;

/// SQL of refunds. Every method works inside the caller's transaction.
final class RefundStore {
  private static final String COLUMNS =
      """
      municipality_code, refund_id, attempt_key, invoice_id, amount_yen, way, status, reason,
      asked_by, asked_at, decided_by, decided_at, unanswered_checks
      """;

  /// Adds a refund; false, with nothing added, where one of the same payment goes on or is done.
  boolean insert(SqlConnection c, Refund refund) {
    return c.preparedQuery(
                """
                insert into refund (municipality_code, refund_id, attempt_key, invoice_id, amount_yen,
                       way, status, reason, asked_by, asked_at, next_check_at)
                values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $10)
                on conflict do nothing
                """)
            .execute(
                Tuple.from(
                    List.of(
                        refund.town().digits(),
                        refund.id(),
                        refund.attemptKey(),
                        refund.invoiceId(),
                        refund.amount().amountYen(),
                        refund.way().name(),
                        refund.status().name(),
                        refund.reason(),
                        refund.askedBy(),
                        refund.askedAt().atOffset(ZoneOffset.UTC))))
            .await()
            .rowCount()
        == 1;
  }

  /// The refund of an id, whatever its status.
  Optional<Refund> find(SqlConnection c, MunicipalityCode town, UUID id) {
    return list(c, "municipality_code = $1 and refund_id = $2", Tuple.of(town.digits(), id))
        .stream()
        .findFirst();
  }

  /// Every refund of an invoice, the oldest first.
  List<Refund> listOf(SqlConnection c, MunicipalityCode town, UUID invoiceId) {
    return list(
        c,
        "municipality_code = $1 and invoice_id = $2 order by asked_at, refund_id",
        Tuple.of(town.digits(), invoiceId));
  }

  /// Writes a refund's new status; the caller holds its invoice.
  void move(SqlConnection c, Refund before, Refund after, Instant now) {
    int changed =
        c.preparedQuery(
                """
                update refund set status = $4, decided_by = $5, decided_at = $6, next_check_at = $7
                 where municipality_code = $1 and refund_id = $2 and status = $3
                """)
            .execute(
                Tuple.of(
                    before.town().digits(),
                    before.id(),
                    before.status().name(),
                    after.status().name(),
                    after.decidedBy().orElse(null),
                    after.decidedAt().map(at -> at.atOffset(ZoneOffset.UTC)).orElse(null),
                    now.atOffset(ZoneOffset.UTC)))
            .await()
            .rowCount();
    if (changed != 1) {
      throw new IllegalStateException("the refund changed under its invoice's lock");
    }
  }

  /// Sets when the provider is asked next.
  void schedule(SqlConnection c, Refund refund, Instant nextCheck, int unansweredChecks) {
    c.preparedQuery(
            """
            update refund set next_check_at = $3, unanswered_checks = $4
             where municipality_code = $1 and refund_id = $2
            """)
        .execute(
            Tuple.of(
                refund.town().digits(),
                refund.id(),
                nextCheck.atOffset(ZoneOffset.UTC),
                unansweredChecks))
        .await();
  }

  /// Takes approved refunds of any town whose time has come; nobody else takes them until `until`.
  List<Refund> leaseDue(SqlConnection c, Instant now, Instant until, int most) {
    List<Refund> due = new ArrayList<>();
    c.preparedQuery(
            """
            update refund set next_check_at = $2
             where (municipality_code, refund_id) in (
                   select municipality_code, refund_id from refund
                    where next_check_at <= $1 and status = 'APPROVED'
                    order by next_check_at limit $3
                      for update skip locked)
            returning
            """
                + COLUMNS)
        .execute(Tuple.of(now.atOffset(ZoneOffset.UTC), until.atOffset(ZoneOffset.UTC), most))
        .await()
        .forEach(row -> due.add(refundOf(row)));
    return due;
  }

  private static List<Refund> list(SqlConnection c, String condition, Tuple parameters) {
    List<Refund> refunds = new ArrayList<>();
    c.preparedQuery("select " + COLUMNS + " from refund where " + condition)
        .execute(parameters)
        .await()
        .forEach(row -> refunds.add(refundOf(row)));
    return refunds;
  }

  private static Refund refundOf(Row row) {
    return new Refund(
        new MunicipalityCode(row.getString("municipality_code")),
        row.getUUID("refund_id"),
        row.getString("attempt_key"),
        row.getUUID("invoice_id"),
        new Yen(row.getLong("amount_yen")),
        Refund.Way.valueOf(row.getString("way")),
        Refund.Status.valueOf(row.getString("status")),
        row.getString("reason"),
        row.getString("asked_by"),
        row.getOffsetDateTime("asked_at").toInstant(),
        Optional.ofNullable(row.getString("decided_by")),
        Optional.ofNullable(row.getOffsetDateTime("decided_at")).map(OffsetDateTime::toInstant),
        row.getInteger("unanswered_checks"));
  }
}
