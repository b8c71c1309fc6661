package jp.frontdesk.fees;

import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import jp.frontdesk.kernel.CaseId;
import jp.frontdesk.kernel.MunicipalityCode;
import jp.frontdesk.kernel.Yen;
import org.jspecify.annotations.Nullable;

/// SQL of payment attempts and their events. Every method works inside the caller's transaction.
final class AttemptStore {
  private static final String COLUMNS =
      """
      municipality_code, attempt_key, invoice_id, case_id, channel, amount_yen, status, version,
      code_text, expires_at, provider_payment_id, paid_at, created_at, unanswered_checks
      """;

  /// Adds an attempt, to be looked at from now on; false, with nothing added, where the key, the
  /// slip or another open code of the invoice is there already.
  boolean insert(SqlConnection c, PaymentAttempt attempt) {
    return c.preparedQuery(
                """
                insert into payment_attempt (municipality_code, attempt_key, invoice_id, case_id,
                       channel, amount_yen, status, version, code_text, expires_at,
                       created_at, next_check_at)
                values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $11)
                on conflict do nothing
                """)
            .execute(
                Tuple.of(
                    attempt.town().digits(),
                    attempt.key(),
                    attempt.invoiceId(),
                    attempt.caseId().value(),
                    attempt.channel().name(),
                    attempt.amount().amountYen(),
                    attempt.status().name(),
                    attempt.version(),
                    attempt.code().orElse(null),
                    utc(attempt.expiresAt()),
                    attempt.createdAt().atOffset(ZoneOffset.UTC)))
            .await()
            .rowCount()
        == 1;
  }

  /// The attempt of a key, whatever its status.
  Optional<PaymentAttempt> find(SqlConnection c, MunicipalityCode town, String key) {
    return listOf(c, "municipality_code = $1 and attempt_key = $2", Tuple.of(town.digits(), key))
        .stream()
        .findFirst();
  }

  /// The attempt of a slip's 44 digits.
  Optional<PaymentAttempt> findSlip(SqlConnection c, MunicipalityCode town, String digits) {
    return listOf(
            c,
            "municipality_code = $1 and channel = 'SLIP' and code_text = $2",
            Tuple.of(town.digits(), digits))
        .stream()
        .findFirst();
  }

  /// Every attempt of an invoice, the oldest first.
  List<PaymentAttempt> listOf(SqlConnection c, MunicipalityCode town, UUID invoiceId) {
    return listOf(
        c,
        "municipality_code = $1 and invoice_id = $2 order by created_at, attempt_key",
        Tuple.of(town.digits(), invoiceId));
  }

  /// The attempts of these keys, the one paid first first.
  List<PaymentAttempt> listByKeys(SqlConnection c, MunicipalityCode town, Set<String> keys) {
    return listOf(
        c,
        "municipality_code = $1 and attempt_key = any($2) order by paid_at, attempt_key",
        Tuple.tuple().addString(town.digits()).addArrayOfString(keys.toArray(String[]::new)));
  }

  /// Writes the new state of an attempt and the event that led there.
  ///
  /// @param before as it was read in this transaction, while the invoice is held
  /// @param after the same attempt with its new status and facts
  void move(
      SqlConnection c,
      PaymentAttempt before,
      PaymentEvent event,
      PaymentAttempt after,
      String actor,
      String detail,
      Instant at) {
    int changed =
        c.preparedQuery(
                """
                update payment_attempt
                   set status = $4, version = version + 1, code_text = $5, expires_at = $6,
                       provider_payment_id = $7, paid_at = $8, next_check_at = $9
                 where municipality_code = $1 and attempt_key = $2 and version = $3
                """)
            .execute(
                Tuple.of(
                    before.town().digits(),
                    before.key(),
                    before.version(),
                    after.status().name(),
                    after.code().orElse(null),
                    utc(after.expiresAt()),
                    after.providerPaymentId().orElse(null),
                    utc(after.paidAt()),
                    at.atOffset(ZoneOffset.UTC)))
            .await()
            .rowCount();
    if (changed != 1) {
      throw new IllegalStateException("the payment attempt changed under its invoice's lock");
    }
    c.preparedQuery(
            """
            insert into payment_event (municipality_code, invoice_id, attempt_key, event,
                   from_status, to_status, actor, detail, happened_at)
            values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
            """)
        .execute(
            Tuple.of(
                before.town().digits(),
                before.invoiceId(),
                before.key(),
                event.name(),
                before.status().name(),
                after.status().name(),
                actor,
                detail,
                at.atOffset(ZoneOffset.UTC)))
        .await();
  }

  /// Sets when the attempt is looked at next.
  void schedule(SqlConnection c, PaymentAttempt attempt, Instant nextCheck, int unansweredChecks) {
    c.preparedQuery(
            """
            update payment_attempt set next_check_at = $3, unanswered_checks = $4
             where municipality_code = $1 and attempt_key = $2
            """)
        .execute(
            Tuple.of(
                attempt.town().digits(),
                attempt.key(),
                nextCheck.atOffset(ZoneOffset.UTC),
                unansweredChecks))
        .await();
  }

  /// Takes open attempts of any town whose time has come; nobody else takes them until `until`.
  List<PaymentAttempt> leaseDue(SqlConnection c, Instant now, Instant until, int most) {
    List<PaymentAttempt> due = new ArrayList<>();
    c.preparedQuery(
            """
            update payment_attempt set next_check_at = $2
             where (municipality_code, attempt_key) in (
                   select municipality_code, attempt_key from payment_attempt
                    where next_check_at <= $1 and channel <> 'CASH'
                      and status in ('CREATED', 'CODE_ISSUED', 'UNKNOWN', 'CANCEL_REQUESTED',
                                     'EXPIRE_CHECK')
                    order by next_check_at limit $3
                      for update skip locked)
            returning
            """
                + COLUMNS)
        .execute(Tuple.of(now.atOffset(ZoneOffset.UTC), until.atOffset(ZoneOffset.UTC), most))
        .await()
        .forEach(row -> due.add(attemptOf(row)));
    return due;
  }

  private static List<PaymentAttempt> listOf(SqlConnection c, String condition, Tuple parameters) {
    RowSet<Row> rows =
        c.preparedQuery("select " + COLUMNS + " from payment_attempt where " + condition)
            .execute(parameters)
            .await();
    List<PaymentAttempt> attempts = new ArrayList<>();
    rows.forEach(row -> attempts.add(attemptOf(row)));
    return attempts;
  }

  private static PaymentAttempt attemptOf(Row row) {
    return new PaymentAttempt(
        new MunicipalityCode(row.getString("municipality_code")),
        row.getString("attempt_key"),
        row.getUUID("invoice_id"),
        new CaseId(row.getUUID("case_id")),
        PaymentAttempt.Channel.valueOf(row.getString("channel")),
        new Yen(row.getLong("amount_yen")),
        PaymentStatus.valueOf(row.getString("status")),
        row.getInteger("version"),
        Optional.ofNullable(row.getString("code_text")),
        Optional.ofNullable(row.getOffsetDateTime("expires_at")).map(OffsetDateTime::toInstant),
        Optional.ofNullable(row.getString("provider_payment_id")),
        Optional.ofNullable(row.getOffsetDateTime("paid_at")).map(OffsetDateTime::toInstant),
        row.getOffsetDateTime("created_at").toInstant(),
        row.getInteger("unanswered_checks"));
  }

  private static @Nullable OffsetDateTime utc(Optional<Instant> instant) {
    return instant.map(at -> at.atOffset(ZoneOffset.UTC)).orElse(null);
  }
}
