package jp.frontdesk.review;

import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Optional;
import jp.frontdesk.cases.CaseFile;
import jp.frontdesk.cases.CaseStore;
import jp.frontdesk.cases.MovingInRecord;
import jp.frontdesk.kernel.CaseId;
import jp.frontdesk.kernel.MunicipalityCode;
import jp.frontdesk.platform.CaseKey;

/// Drafts and confirmed records, sealed. Every method works inside the caller's transaction.
public final class ReviewStore {
  private final CaseStore cases;
  private final InstantSource clock;

  /// @param cases gives the keys documents are sealed with
  public ReviewStore(CaseStore cases, InstantSource clock) {
    this.cases = cases;
    this.clock = clock;
  }

  /// The draft of a case; an empty one of version 0 when none is stored.
  public VersionedDraft getDraft(SqlConnection connection, MunicipalityCode town, CaseId id) {
    RowSet<Row> rows =
        connection
            .preparedQuery(
                """
                select version, sealed_draft from case_draft
                where municipality_code = $1 and case_id = $2
                """)
            .execute(Tuple.of(town.digits(), id.value()))
            .await();
    if (rows.size() == 0) {
      return new VersionedDraft(Draft.empty(), 0);
    }
    Row row = rows.iterator().next();
    byte[] json = cases.getKey(connection, town, id).open("draft", row.getBuffer(1).getBytes());
    return new VersionedDraft(RecordJson.readDraft(json), row.getInteger(0));
  }

  /// Stores a draft if it still has the version the caller saw, and the counts lists show.
  ///
  /// @return false when somebody else stored one in the meantime; nothing is changed then
  public boolean saveDraft(
      SqlConnection connection, MunicipalityCode town, CaseId id, int seenVersion, Draft draft) {
    CaseKey key = cases.getKey(connection, town, id);
    int changed =
        connection
            .preparedQuery(
                """
                insert into case_draft (municipality_code, case_id, version, sealed_draft, updated_at)
                values ($1, $2, $3 + 1, $4, $5)
                on conflict (municipality_code, case_id) do update
                set version = $3 + 1, sealed_draft = excluded.sealed_draft, updated_at = excluded.updated_at
                where case_draft.version = $3
                """)
            .execute(
                Tuple.of(
                    town.digits(),
                    id.value(),
                    seenVersion,
                    Buffer.buffer(key.seal("draft", RecordJson.write(draft))),
                    clock.instant().atOffset(ZoneOffset.UTC)))
            .await()
            .rowCount();
    if (changed == 1) {
      cases.setCounts(connection, town, id, draft.memberCount(), draft.doubtfulCount());
    }
    return changed == 1;
  }

  /// Stores what a clerk confirmed, as the version of the case that the confirmation made.
  public Confirmed<MovingInRecord> storeConfirmed(
      SqlConnection connection, CaseFile confirmed, MovingInRecord record, String clerk) {
    CaseKey key = cases.getKey(connection, confirmed.town(), confirmed.id());
    Confirmed<MovingInRecord> result =
        Confirmed.of(record, clock.instant(), clerk, confirmed.version());
    connection
        .preparedQuery(
            """
            insert into confirmed_record (municipality_code, case_id, version, sealed_record, confirmed_by,
              confirmed_at)
            values ($1, $2, $3, $4, $5, $6)
            """)
        .execute(
            Tuple.of(
                confirmed.town().digits(),
                confirmed.id().value(),
                confirmed.version(),
                Buffer.buffer(key.seal("record", RecordJson.write(record))),
                clerk,
                result.confirmedAt().atOffset(ZoneOffset.UTC)))
        .await();
    return result;
  }

  /// The record a clerk confirmed last; empty before that.
  public Optional<Confirmed<MovingInRecord>> findConfirmed(
      SqlConnection connection, MunicipalityCode town, CaseId id) {
    RowSet<Row> rows =
        connection
            .preparedQuery(
                """
                select version, sealed_record, confirmed_by, confirmed_at from confirmed_record
                where municipality_code = $1 and case_id = $2 order by version desc limit 1
                """)
            .execute(Tuple.of(town.digits(), id.value()))
            .await();
    if (rows.size() == 0) {
      return Optional.empty();
    }
    Row row = rows.iterator().next();
    byte[] json = cases.getKey(connection, town, id).open("record", row.getBuffer(1).getBytes());
    return Optional.of(
        Confirmed.of(
            RecordJson.readRecord(json),
            row.getOffsetDateTime(3).toInstant(),
            row.getString(2),
            row.getInteger(0)));
  }
}
