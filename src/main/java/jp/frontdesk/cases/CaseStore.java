package jp.frontdesk.cases;

import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jp.frontdesk.kernel.CaseId;
import jp.frontdesk.kernel.MunicipalityCode;
import jp.frontdesk.platform.CaseKey;
import jp.frontdesk.platform.Database;
import jp.frontdesk.platform.SealedKey;
import jp.frontdesk.platform.Vault;

/// The cases and their events in PostgreSQL. Every method works inside the caller's transaction.
public final class CaseStore {
  /// Reception numbers and days are counted in Japan's time.
  public static final ZoneId JAPAN = ZoneId.of("Asia/Tokyo");

  private static final String COLUMNS =
      """
      municipality_code, case_id, status, version, reception_day, reception_number, opened_at,
      submitted_at, member_count, doubtful_count, help_called_at, is_protected
      """;

  private final Vault vault;
  private final InstantSource clock;

  /// @param clock gives the times written to cases and events
  public CaseStore(Vault vault, InstantSource clock) {
    this.vault = vault;
    this.clock = clock;
  }

  /// Opens an empty case with a fresh data key.
  public CaseFile createCase(SqlConnection connection, MunicipalityCode town, String actor) {
    CaseId id = CaseId.random();
    SealedKey key = vault.createCaseKey(town, id);
    Instant now = clock.instant();
    connection
        .preparedQuery(
            """
            insert into case_file (municipality_code, case_id, purpose, status, version, reception_day,
              opened_at, wrapped_key)
            values ($1, $2, 'MOVING_IN', 'COLLECTING', 1, $3, $4, $5)
            """)
        .execute(
            Tuple.of(
                town.digits(),
                id.value(),
                LocalDate.ofInstant(now, JAPAN),
                now.atOffset(ZoneOffset.UTC),
                Buffer.buffer(key.wrapped())))
        .await();
    insertEvent(connection, town, id, 1, "OPENED", CaseStatus.COLLECTING, actor, now);
    return findCase(connection, town, id).orElseThrow();
  }

  /// The case, or empty when the town has no such case.
  public Optional<CaseFile> findCase(SqlConnection connection, MunicipalityCode town, CaseId id) {
    RowSet<Row> rows =
        connection
            .preparedQuery(
                "select "
                    + COLUMNS
                    + " from case_file where municipality_code = $1 and case_id = $2")
            .execute(Tuple.of(town.digits(), id.value()))
            .await();
    return rows.size() == 0 ? Optional.empty() : Optional.of(toCase(rows.iterator().next()));
  }

  /// The case, held until the end of the transaction, so that two people change it one after the
  /// other.
  public CaseFile getCaseLocked(SqlConnection connection, MunicipalityCode town, CaseId id) {
    return toCase(
        connection
            .preparedQuery(
                "select "
                    + COLUMNS
                    + " from case_file where municipality_code = $1 and case_id = $2 for update")
            .execute(Tuple.of(town.digits(), id.value()))
            .await()
            .iterator()
            .next());
  }

  /// The data key of a case; fails when the case is gone or its key was deleted.
  public CaseKey getKey(SqlConnection connection, MunicipalityCode town, CaseId id) {
    RowSet<Row> rows =
        connection
            .preparedQuery(
                """
                select wrapped_key from case_file
                where municipality_code = $1 and case_id = $2 and wrapped_key is not null
                """)
            .execute(Tuple.of(town.digits(), id.value()))
            .await();
    if (rows.size() == 0) {
      throw new IllegalStateException("case " + id + " has no key");
    }
    return vault.openCaseKey(town, id, rows.iterator().next().getBuffer(0).getBytes());
  }

  /// Open cases of a town in the order of arrival, then those that ended today; at most 200.
  public List<CaseFile> listCases(SqlConnection connection, MunicipalityCode town) {
    RowSet<Row> rows =
        connection
            .preparedQuery(
                "select "
                    + COLUMNS
                    + """
                    from case_file
                    where municipality_code = $1
                      and (status in ('WAITING', 'RETURNED', 'CONFIRMED', 'REGISTRY_REFUSED', 'COLLECTING')
                        or updated_at > $2)
                      and status <> 'ABANDONED'
                    order by submitted_at nulls last, opened_at
                    limit 200
                    """)
            .execute(
                Tuple.of(
                    town.digits(),
                    clock.instant().minusSeconds(12 * 3600).atOffset(ZoneOffset.UTC)))
            .await();
    List<CaseFile> cases = new ArrayList<>();
    rows.forEach(row -> cases.add(toCase(row)));
    return cases;
  }

  /// Moves a case by the table, if it still has the version the caller saw, and writes the event.
  public MoveOutcome move(SqlConnection connection, CaseFile seen, CaseEvent event, String actor) {
    return switch (Transitions.next(seen.status(), event)) {
      case Transitions.Move.Refused(String why) -> new MoveOutcome.Refused(why);
      case Transitions.Move.Moved(CaseStatus to) -> moveTo(connection, seen, event, to, actor);
    };
  }

  private MoveOutcome moveTo(
      SqlConnection connection, CaseFile seen, CaseEvent event, CaseStatus to, String actor) {
    Instant now = clock.instant();
    int changed =
        connection
            .preparedQuery(
                """
                update case_file
                set status = $4, version = version + 1, updated_at = $5,
                    submitted_at = case when $4 = 'WAITING' and submitted_at is null then $5 else submitted_at end
                where municipality_code = $1 and case_id = $2 and version = $3
                """)
            .execute(
                Tuple.of(
                    seen.town().digits(),
                    seen.id().value(),
                    seen.version(),
                    to.name(),
                    now.atOffset(ZoneOffset.UTC)))
            .await()
            .rowCount();
    if (changed == 0) {
      return new MoveOutcome.Stale();
    }
    if (to == CaseStatus.WAITING && seen.receptionNumber().isEmpty()) {
      numberCase(connection, seen, LocalDate.ofInstant(now, JAPAN));
    }
    insertEvent(
        connection, seen.town(), seen.id(), seen.version() + 1, event.name(), to, actor, now);
    Database.signal(connection, "cases", seen.town() + ":" + seen.id());
    return new MoveOutcome.Moved(findCase(connection, seen.town(), seen.id()).orElseThrow());
  }

  private static void numberCase(SqlConnection connection, CaseFile seen, LocalDate day) {
    connection
        .preparedQuery(
            """
            with counted as (
              insert into reception_counter (municipality_code, reception_day, last_number)
              values ($1, $3, 1)
              on conflict (municipality_code, reception_day)
              do update set last_number = reception_counter.last_number + 1
              returning last_number)
            update case_file set reception_day = $3, reception_number = (select last_number from counted)
            where municipality_code = $1 and case_id = $2
            """)
        .execute(Tuple.of(seen.town().digits(), seen.id().value(), day))
        .await();
  }

  private static void insertEvent(
      SqlConnection connection,
      MunicipalityCode town,
      CaseId id,
      int version,
      String event,
      CaseStatus to,
      String actor,
      Instant at) {
    connection
        .preparedQuery(
            """
            insert into case_event (municipality_code, case_id, version, event, to_status, actor, happened_at)
            values ($1, $2, $3, $4, $5, $6, $7)
            """)
        .execute(
            Tuple.of(
                town.digits(),
                id.value(),
                version,
                event,
                to.name(),
                actor,
                at.atOffset(ZoneOffset.UTC)))
        .await();
  }

  /// Keeps the counts that lists show; not a move.
  public void setCounts(
      SqlConnection connection, MunicipalityCode town, CaseId id, int members, int doubtful) {
    connection
        .preparedQuery(
            """
            update case_file set member_count = $3, doubtful_count = $4
            where municipality_code = $1 and case_id = $2
            """)
        .execute(Tuple.of(town.digits(), id.value(), members, doubtful))
        .await();
  }

  /// Raises or answers the resident's call for a person.
  public void setHelpCalled(
      SqlConnection connection, MunicipalityCode town, CaseId id, boolean called) {
    connection
        .preparedQuery(
            "update case_file set help_called_at = $3 where municipality_code = $1 and case_id = $2")
        .execute(
            Tuple.of(
                town.digits(),
                id.value(),
                called ? clock.instant().atOffset(ZoneOffset.UTC) : null))
        .await();
    Database.signal(connection, "cases", town + ":" + id);
  }

  /// Protects the new address of a case 支援措置, or ends that; written to its history. Nothing happens
  /// where it is so already.
  public void setProtected(
      SqlConnection connection,
      MunicipalityCode town,
      CaseId id,
      boolean isProtected,
      String actor) {
    Instant now = clock.instant();
    RowSet<Row> changed =
        connection
            .preparedQuery(
                """
                update case_file set is_protected = $3, version = version + 1, updated_at = $4
                where municipality_code = $1 and case_id = $2 and is_protected <> $3
                returning version, status
                """)
            .execute(Tuple.of(town.digits(), id.value(), isProtected, now.atOffset(ZoneOffset.UTC)))
            .await();
    changed.forEach(row ->
        note(connection, town, id, row, isProtected ? "PROTECTED" : "UNPROTECTED", actor, now));
  }

  /// Writes to a case's history what is no move.
  ///
  /// @param event a word that [#listHistory] has a label for
  public void addNote(
      SqlConnection connection, MunicipalityCode town, CaseId id, String event, String actor) {
    Instant now = clock.instant();
    connection
        .preparedQuery(
            """
            update case_file set version = version + 1, updated_at = $3
            where municipality_code = $1 and case_id = $2
            returning version, status
            """)
        .execute(Tuple.of(town.digits(), id.value(), now.atOffset(ZoneOffset.UTC)))
        .await()
        .forEach(row -> note(connection, town, id, row, event, actor, now));
  }

  private static void note(
      SqlConnection connection,
      MunicipalityCode town,
      CaseId id,
      Row row,
      String event,
      String actor,
      Instant now) {
    CaseStatus status = CaseStatus.valueOf(row.getString(1));
    insertEvent(connection, town, id, row.getInteger(0), event, status, actor, now);
    Database.signal(connection, "cases", town + ":" + id);
  }

  /// What happened to a case, oldest first.
  public List<HistoryEntry> listHistory(
      SqlConnection connection, MunicipalityCode town, CaseId id) {
    List<HistoryEntry> history = new ArrayList<>();
    connection
        .preparedQuery(
            """
            select happened_at, event, actor from case_event
            where municipality_code = $1 and case_id = $2 order by version
            """)
        .execute(Tuple.of(town.digits(), id.value()))
        .await()
        .forEach(row ->
            history.add(
                new HistoryEntry(
                    row.getOffsetDateTime(0).toInstant(),
                    labelOf(row.getString(1)),
                    row.getString(2))));
    return history;
  }

  /// The last moves of all cases of a town, newest first.
  public List<CaseMove> listMoves(SqlConnection connection, MunicipalityCode town, int most) {
    List<CaseMove> moves = new ArrayList<>();
    connection
        .preparedQuery(
            """
            select case_id, happened_at, event, actor from case_event
            where municipality_code = $1 order by happened_at desc, version desc limit $2
            """)
        .execute(Tuple.of(town.digits(), most))
        .await()
        .forEach(row ->
            moves.add(
                new CaseMove(
                    new CaseId(row.getUUID(0)),
                    new HistoryEntry(
                        row.getOffsetDateTime(1).toInstant(),
                        labelOf(row.getString(2)),
                        row.getString(3)))));
    return moves;
  }

  private static String labelOf(String event) {
    return switch (event) {
      case "OPENED" -> "受付開始";
      case "PROTECTED" -> "新しい住所を出さない";
      case "UNPROTECTED" -> "新しい住所を出さない設定の解除";
      case "SIGNED" -> "画面で署名";
      case "SIGNS_ON_PAPER" -> "紙に署名する";
      case "SIGNATURE_DELETED" -> "画面の署名を消した";
      default -> CaseEvent.valueOf(event).label();
    };
  }

  private static CaseFile toCase(Row row) {
    UUID id = row.getUUID("case_id");
    return new CaseFile(
        new MunicipalityCode(row.getString("municipality_code")),
        new CaseId(id),
        CaseStatus.valueOf(row.getString("status")),
        row.getInteger("version"),
        row.getLocalDate("reception_day"),
        Optional.ofNullable(row.getInteger("reception_number")),
        row.getOffsetDateTime("opened_at").toInstant(),
        Optional.ofNullable(row.getOffsetDateTime("submitted_at")).map(t -> t.toInstant()),
        row.getInteger("member_count"),
        row.getInteger("doubtful_count"),
        Optional.ofNullable(row.getOffsetDateTime("help_called_at")).map(t -> t.toInstant()),
        row.getBoolean("is_protected"));
  }
}
