package jp.frontdesk.registry;

import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.StreamSupport;
import jp.frontdesk.cases.MovingInRecord;
import jp.frontdesk.kernel.CaseId;
import jp.frontdesk.kernel.MunicipalityCode;
import jp.frontdesk.platform.CaseKey;
import jp.frontdesk.platform.Database;
import jp.frontdesk.review.Confirmed;

/// The table `registry_outbox`: what is still to be handed to a registry. Times are the database's.
/// Versions of one case are handed out one after the other, across cases the oldest first.
public final class OutboxStore {
  /// The topic signalled when a row is waiting; the payload is the town's code.
  public static final String TOPIC = "registry";

  /// A row in a worker's hands.
  ///
  /// @param fence the number of this lease, 1 for the first
  /// @param failedTries the tries counted so far
  record Leased(
      MunicipalityCode town,
      CaseId caseId,
      int version,
      long fence,
      int failedTries,
      Buffer sealedRecord) {
    boolean sentBefore() {
      return fence > 1;
    }

    /// Not personal; names the row in logs.
    String key() {
      return town + ":" + caseId + ":" + version;
    }
  }

  /// Puts a confirmed record in the outbox, in the transaction that confirms the case.
  ///
  /// @param caseKey the case's own key
  public void enqueue(
      SqlConnection connection, CaseKey caseKey, Confirmed<MovingInRecord> confirmed) {
    RegistryRecord record = RegistryRecord.of(confirmed);
    enqueue(connection, record.town(), record.caseId(), record.version(), seal(caseKey, record));
  }

  /// As the other, with the record sealed by [#seal] already. A version that is there already stays
  /// as it is.
  public void enqueue(
      SqlConnection connection,
      MunicipalityCode town,
      CaseId caseId,
      int version,
      byte[] sealedRecord) {
    var _ =
        connection
            .preparedQuery(
                """
                insert into registry_outbox (municipality_code, case_id, record_version, sealed_record)
                values ($1, $2, $3, $4)
                on conflict do nothing\
                """)
            .execute(Tuple.of(town.digits(), caseId.value(), version, Buffer.buffer(sealedRecord)))
            .await();
    Database.signal(connection, TOPIC, town.digits());
  }

  /// Seals a record so that it opens only as this version of this case.
  public static byte[] seal(CaseKey caseKey, RegistryRecord record) {
    return caseKey.seal(fieldOf(record.version()), record.json().getBytes(StandardCharsets.UTF_8));
  }

  static RegistryRecord unseal(CaseKey caseKey, Leased leased) {
    byte[] json = caseKey.open(fieldOf(leased.version()), leased.sealedRecord().getBytes());
    return new RegistryRecord(
        leased.town(), leased.caseId(), leased.version(), new String(json, StandardCharsets.UTF_8));
  }

  private static String fieldOf(int version) {
    return "registry_record/" + version;
  }

  /// Takes up to `limit` rows that are due, for the towns named, until the lease ends. A version
  /// waits while an earlier one of its case is not settled. Needs a transaction across towns.
  List<Leased> lease(
      SqlConnection connection, Set<MunicipalityCode> towns, int limit, Duration lease) {
    String[] codes = towns.stream().map(MunicipalityCode::digits).toArray(String[]::new);
    RowSet<Row> rows =
        connection
            .preparedQuery(
                """
                with due as (
                  select o.municipality_code, o.case_id, o.record_version
                  from registry_outbox o
                  where o.state = 'WAITING'
                    and o.municipality_code = any($1)
                    and o.next_try_at <= now()
                    and (o.leased_until is null or o.leased_until <= now())
                    and not exists (
                      select from registry_outbox earlier
                      where earlier.municipality_code = o.municipality_code
                        and earlier.case_id = o.case_id
                        and earlier.record_version < o.record_version
                        and earlier.state in ('WAITING', 'SET_ASIDE'))
                  order by o.position
                  limit $2
                  for update skip locked)
                update registry_outbox o
                set lease_fence = o.lease_fence + 1,
                  leased_until = now() + $3::bigint * interval '1 millisecond'
                from due
                where o.municipality_code = due.municipality_code
                  and o.case_id = due.case_id
                  and o.record_version = due.record_version
                returning o.municipality_code, o.case_id, o.record_version, o.lease_fence,
                  o.failed_tries, o.sealed_record\
                """)
            .execute(Tuple.of(codes, limit, lease.toMillis()))
            .await();
    return StreamSupport.stream(rows.spliterator(), false).map(OutboxStore::leased).toList();
  }

  private static Leased leased(Row row) {
    return new Leased(
        new MunicipalityCode(row.getString("municipality_code")),
        new CaseId(row.getUUID("case_id")),
        row.getInteger("record_version"),
        row.getLong("lease_fence"),
        row.getInteger("failed_tries"),
        row.getBuffer("sealed_record"));
  }

  /// Ends a row as accepted and empties it; false when the lease has passed to another worker.
  boolean accept(SqlConnection connection, Leased leased, String receipt) {
    return isOne(
        connection
            .preparedQuery(
                """
                update registry_outbox
                set state = 'ACCEPTED', receipt = $5, sealed_record = null, leased_until = null,
                  settled_at = now()
                where municipality_code = $1 and case_id = $2 and record_version = $3
                  and lease_fence = $4 and state = 'WAITING'\
                """)
            .execute(keyOf(leased).addString(receipt))
            .await());
  }

  /// Ends a row as refused and empties it; false when the lease has passed to another worker. The
  /// registry's words are not kept here: they may repeat personal values.
  boolean refuse(SqlConnection connection, Leased leased, String code) {
    return isOne(
        connection
            .preparedQuery(
                """
                update registry_outbox
                set state = 'REFUSED', outcome_code = $5, sealed_record = null, leased_until = null,
                  settled_at = now()
                where municipality_code = $1 and case_id = $2 and record_version = $3
                  and lease_fence = $4 and state = 'WAITING'\
                """)
            .execute(keyOf(leased).addString(code))
            .await());
  }

  /// Sets a row aside for a clerk; false when the lease has passed to another worker.
  boolean setAside(SqlConnection connection, Leased leased) {
    return isOne(
        connection
            .preparedQuery(
                """
                update registry_outbox
                set state = 'SET_ASIDE', failed_tries = failed_tries + 1, leased_until = null,
                  outcome_code = 'unreachable'
                where municipality_code = $1 and case_id = $2 and record_version = $3
                  and lease_fence = $4 and state = 'WAITING'\
                """)
            .execute(keyOf(leased))
            .await());
  }

  /// Gives a row back until later.
  ///
  /// @param isCounted whether this try counts towards setting it aside
  void retryLater(SqlConnection connection, Leased leased, Duration wait, boolean isCounted) {
    var _ =
        connection
            .preparedQuery(
                """
                update registry_outbox
                set leased_until = null, failed_tries = failed_tries + $6,
                  next_try_at = now() + $5::bigint * interval '1 millisecond'
                where municipality_code = $1 and case_id = $2 and record_version = $3
                  and lease_fence = $4 and state = 'WAITING'\
                """)
            .execute(keyOf(leased).addLong(wait.toMillis()).addInteger(isCounted ? 1 : 0))
            .await();
  }

  /// Takes what was set aside of a case up again, with all its tries; false when there is none.
  public boolean requeue(SqlConnection connection, MunicipalityCode town, CaseId caseId) {
    RowSet<Row> rows =
        connection
            .preparedQuery(
                """
                update registry_outbox
                set state = 'WAITING', failed_tries = 0, next_try_at = now(), outcome_code = null
                where municipality_code = $1 and case_id = $2 and state = 'SET_ASIDE'\
                """)
            .execute(Tuple.of(town.digits(), caseId.value()))
            .await();
    Database.signal(connection, TOPIC, town.digits());
    return rows.rowCount() > 0;
  }

  /// How the last version of a case fares.
  ///
  /// @param receipt the registry's receipt once it accepted
  /// @param isSetAside whether its tries are used up and a clerk has to act
  public record Progress(Optional<String> receipt, boolean isSetAside) {}

  /// How the last version of a case fares; empty before a confirmation.
  public Optional<Progress> findProgress(
      SqlConnection connection, MunicipalityCode town, CaseId caseId) {
    RowSet<Row> rows =
        connection
            .preparedQuery(
                """
                select receipt, state from registry_outbox
                where municipality_code = $1 and case_id = $2 order by record_version desc limit 1\
                """)
            .execute(Tuple.of(town.digits(), caseId.value()))
            .await();
    if (rows.size() == 0) {
      return Optional.empty();
    }
    Row row = rows.iterator().next();
    return Optional.of(
        new Progress(
            Optional.ofNullable(row.getString("receipt")),
            row.getString("state").equals("SET_ASIDE")));
  }

  /// How much of a town waits; in a transaction as that town or across towns.
  public Backlog backlog(SqlConnection connection, MunicipalityCode town) {
    Row row =
        connection
            .preparedQuery(
                """
                select count(*) filter (where state = 'WAITING') as waiting,
                  count(*) filter (where state = 'WAITING' and lease_fence > 1) as retried,
                  count(*) filter (where state = 'SET_ASIDE') as set_aside,
                  min(enqueued_at) filter (where state = 'WAITING') as oldest
                from registry_outbox
                where municipality_code = $1 and state in ('WAITING', 'SET_ASIDE')\
                """)
            .execute(Tuple.of(town.digits()))
            .await()
            .iterator()
            .next();
    return new Backlog(
        row.getInteger("waiting"),
        row.getInteger("retried"),
        row.getInteger("set_aside"),
        Optional.ofNullable(row.getOffsetDateTime("oldest")).map(time -> time.toInstant()));
  }

  private static Tuple keyOf(Leased leased) {
    return Tuple.of(
        leased.town().digits(), leased.caseId().value(), leased.version(), leased.fence());
  }

  private static boolean isOne(RowSet<Row> updated) {
    return updated.rowCount() == 1;
  }
}
