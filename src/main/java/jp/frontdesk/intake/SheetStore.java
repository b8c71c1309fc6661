package jp.frontdesk.intake;

import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jp.frontdesk.cases.CaseFile;
import jp.frontdesk.cases.CaseStore;
import jp.frontdesk.kernel.CaseId;
import jp.frontdesk.kernel.MunicipalityCode;
import jp.frontdesk.kernel.Problem;
import jp.frontdesk.platform.CaseKey;
import jp.frontdesk.platform.Database;
import jp.frontdesk.platform.Vault;

/// The files of a case, sealed, and the queue of those to read.
public final class SheetStore {
  private static final String COLUMNS =
      """
      s.municipality_code, s.case_id, s.sheet_id, s.position, s.media_type, j.state
      """;

  private final Database database;
  private final CaseStore cases;
  private final Vault vault;
  private final InstantSource clock;

  /// @param cases gives the keys the files are sealed with
  public SheetStore(Database database, CaseStore cases, Vault vault, InstantSource clock) {
    this.database = database;
    this.cases = cases;
    this.vault = vault;
    this.clock = clock;
  }

  /// Stores a file and queues its reading in one transaction; the same bytes twice are stored once.
  Intake.Outcome storeSheet(CaseFile file, String mediaType, byte[] content, int maxFiles) {
    byte[] fingerprint = vault.fingerprint(file.town(), content);
    return database.inTown(
        file.town(),
        connection -> {
          CaseKey key = cases.getKey(connection, file.town(), file.id());
          int position = countSheets(connection, file) + 1;
          if (position > maxFiles) {
            return new Intake.Outcome.Refused(
                new Problem("files", "too_many_files", "一度に読み取れるのは10枚までです。"));
          }
          UUID id = UUID.randomUUID();
          int stored =
              insertSheet(
                  connection,
                  file,
                  id,
                  position,
                  mediaType,
                  fingerprint,
                  key.seal("sheet:" + id, content));
          if (stored == 0) {
            return new Intake.Outcome.AlreadyHere();
          }
          insertJob(connection, file, id);
          Database.signal(connection, "reading", file.town() + ":" + file.id());
          return new Intake.Outcome.Stored(
              new Sheet(file.town(), file.id(), id, position, mediaType, Sheet.State.QUEUED));
        });
  }

  private int insertSheet(
      SqlConnection connection,
      CaseFile file,
      UUID id,
      int position,
      String mediaType,
      byte[] fingerprint,
      byte[] sealed) {
    return connection
        .preparedQuery(
            """
            insert into sheet (municipality_code, sheet_id, case_id, position, media_type, byte_count,
              fingerprint, sealed_content, received_at)
            values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
            on conflict (municipality_code, case_id, fingerprint) do nothing
            """)
        .execute(
            Tuple.of(
                file.town().digits(),
                id,
                file.id().value(),
                position,
                mediaType,
                sealed.length,
                Buffer.buffer(fingerprint),
                Buffer.buffer(sealed),
                clock.instant().atOffset(ZoneOffset.UTC)))
        .await()
        .rowCount();
  }

  private void insertJob(SqlConnection connection, CaseFile file, UUID sheetId) {
    connection
        .preparedQuery(
            """
            insert into reading_job (municipality_code, sheet_id, case_id, state, queued_at)
            values ($1, $2, $3, 'QUEUED', $4)
            """)
        .execute(
            Tuple.of(
                file.town().digits(),
                sheetId,
                file.id().value(),
                clock.instant().atOffset(ZoneOffset.UTC)))
        .await();
  }

  /// Locks the case row, so that two uploads of one case number their pages one after the other.
  private static int countSheets(SqlConnection connection, CaseFile file) {
    Tuple key = Tuple.of(file.town().digits(), file.id().value());
    connection
        .preparedQuery(
            "select 1 from case_file where municipality_code = $1 and case_id = $2 for update")
        .execute(key)
        .await();
    return connection
        .preparedQuery(
            """
            select coalesce(max(position), 0) from sheet
            where municipality_code = $1 and case_id = $2
            """)
        .execute(key)
        .await()
        .iterator()
        .next()
        .getInteger(0);
  }

  /// The files of a case in the order they arrived.
  public List<Sheet> listSheets(SqlConnection connection, MunicipalityCode town, CaseId caseId) {
    List<Sheet> sheets = new ArrayList<>();
    connection
        .preparedQuery(
            "select "
                + COLUMNS
                + """
                from sheet s join reading_job j using (municipality_code, sheet_id)
                where s.municipality_code = $1 and s.case_id = $2 order by s.position
                """)
        .execute(Tuple.of(town.digits(), caseId.value()))
        .await()
        .forEach(row -> sheets.add(toSheet(row)));
    return sheets;
  }

  /// Removes a file with everything read from it.
  public void removeSheet(
      SqlConnection connection, MunicipalityCode town, CaseId caseId, UUID sheetId) {
    connection
        .preparedQuery(
            "delete from sheet where municipality_code = $1 and case_id = $2 and sheet_id = $3")
        .execute(Tuple.of(town.digits(), caseId.value(), sheetId))
        .await();
  }

  /// Other cases of the town that hold one of this case's files: the same paper laid twice.
  public List<CaseId> listCasesWithSameSheet(
      SqlConnection connection, MunicipalityCode town, CaseId caseId) {
    List<CaseId> others = new ArrayList<>();
    connection
        .preparedQuery(
            """
            select distinct other.case_id
            from sheet mine join sheet other
              on other.municipality_code = mine.municipality_code
              and other.fingerprint = mine.fingerprint and other.case_id <> mine.case_id
            join case_file c
              on c.municipality_code = other.municipality_code and c.case_id = other.case_id
            where mine.municipality_code = $1 and mine.case_id = $2
              and c.status not in ('ABANDONED', 'REJECTED', 'COLLECTING')
            """)
        .execute(Tuple.of(town.digits(), caseId.value()))
        .await()
        .forEach(row -> others.add(new CaseId(row.getUUID(0))));
    return others;
  }

  /// Leases the oldest file that waits, or whose lease ran out, of any town.
  public Optional<ReadingJob> leaseJob(Duration lease) {
    Instant now = clock.instant();
    return database.acrossTowns(connection -> {
      RowSet<Row> rows =
          connection
              .preparedQuery(
                  """
                  update reading_job
                  set state = 'LEASED', attempts = attempts + 1, lease_token = $1, leased_until = $3
                  where (municipality_code, sheet_id) = (
                    select municipality_code, sheet_id from reading_job
                    where state = 'QUEUED' or (state = 'LEASED' and leased_until < $2)
                    order by queued_at limit 1 for update skip locked)
                  returning municipality_code, case_id, sheet_id, lease_token, attempts
                  """)
              .execute(
                  Tuple.of(
                      UUID.randomUUID(),
                      now.atOffset(ZoneOffset.UTC),
                      now.plus(lease).atOffset(ZoneOffset.UTC)))
              .await();
      return rows.size() == 0 ? Optional.empty() : Optional.of(toJob(rows.iterator().next()));
    });
  }

  /// Gives back every lease: right only at the start of the one desk on a database, where each of
  /// them is left from a desk that died. The file is not to blame, so the attempt does not count.
  public void releaseLeases() {
    database.runAcrossTowns(connection -> {
      RowSet<Row> _ =
          connection
              .query(
                  """
                  update reading_job
                  set state = 'QUEUED', attempts = greatest(attempts - 1, 0), lease_token = null,
                    leased_until = null
                  where state = 'LEASED'
                  """)
              .execute()
              .await();
    });
  }

  /// The bytes of a leased file; empty when the resident took it away in the meantime.
  public Optional<byte[]> findContent(SqlConnection connection, ReadingJob job) {
    RowSet<Row> rows =
        connection
            .preparedQuery(
                "select sealed_content from sheet where municipality_code = $1 and sheet_id = $2")
            .execute(Tuple.of(job.town().digits(), job.sheetId()))
            .await();
    if (rows.size() == 0) {
      return Optional.empty();
    }
    CaseKey key = cases.getKey(connection, job.town(), job.caseId());
    byte[] sealed = rows.iterator().next().getBuffer(0).getBytes();
    return Optional.of(key.open("sheet:" + job.sheetId(), sealed));
  }

  /// Ends a job if its lease is still ours.
  ///
  /// @return false when the lease was lost; the caller's transaction must then not store anything
  public boolean finishJob(SqlConnection connection, ReadingJob job, Sheet.State state) {
    boolean finished =
        connection
                .preparedQuery(
                    """
                    update reading_job set state = $4, done_at = $5, lease_token = null, leased_until = null
                    where municipality_code = $1 and sheet_id = $2 and lease_token = $3
                    """)
                .execute(
                    Tuple.of(
                        job.town().digits(),
                        job.sheetId(),
                        job.token(),
                        state.name(),
                        state.isEnded() ? clock.instant().atOffset(ZoneOffset.UTC) : null))
                .await()
                .rowCount()
            == 1;
    Database.signal(connection, "reading", job.town() + ":" + job.caseId());
    return finished;
  }

  private static Sheet toSheet(Row row) {
    return new Sheet(
        new MunicipalityCode(row.getString("municipality_code")),
        new CaseId(row.getUUID("case_id")),
        row.getUUID("sheet_id"),
        row.getInteger("position"),
        row.getString("media_type"),
        Sheet.State.valueOf(row.getString("state")));
  }

  private static ReadingJob toJob(Row row) {
    return new ReadingJob(
        new MunicipalityCode(row.getString("municipality_code")),
        new CaseId(row.getUUID("case_id")),
        row.getUUID("sheet_id"),
        row.getUUID("lease_token"),
        row.getInteger("attempts"));
  }
}
