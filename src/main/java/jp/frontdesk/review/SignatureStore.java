package jp.frontdesk.review;

import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Optional;
import jp.frontdesk.cases.CaseStore;
import jp.frontdesk.kernel.CaseId;
import jp.frontdesk.kernel.MunicipalityCode;

/// Signatures 署名, sealed. Every method works inside the caller's transaction; each change is
/// written to the case's history.
public final class SignatureStore {
  private final CaseStore cases;
  private final InstantSource clock;

  /// @param cases gives the keys signatures are sealed with
  public SignatureStore(CaseStore cases, InstantSource clock) {
    this.cases = cases;
    this.clock = clock;
  }

  /// How the notifier signs; empty while nobody has said.
  public Optional<StoredSignature> findSignature(
      SqlConnection connection, MunicipalityCode town, CaseId id) {
    RowSet<Row> rows =
        connection
            .preparedQuery(
                """
                select sealed_signature, origin, signed_at from case_signature
                where municipality_code = $1 and case_id = $2 and signer = 'NOTIFIER'
                """)
            .execute(Tuple.of(town.digits(), id.value()))
            .await();
    if (rows.size() == 0) {
      return Optional.empty();
    }
    Row row = rows.iterator().next();
    Optional<SignedContent> signed =
        Optional.ofNullable(row.getBuffer(0))
            .map(sealed ->
                RecordJson.readSigned(
                    cases.getKey(connection, town, id).open("signature", sealed.getBytes())));
    return Optional.of(
        new StoredSignature(
            signed,
            StoredSignature.Origin.valueOf(row.getString(1)),
            row.getOffsetDateTime(2).toInstant()));
  }

  /// Stores what was signed on a screen, in place of whatever was there.
  ///
  /// @param actor for the history: `kiosk` or a clerk's account
  public void saveSigned(
      SqlConnection connection,
      MunicipalityCode town,
      CaseId id,
      SignedContent signed,
      StoredSignature.Origin origin,
      String actor) {
    byte[] sealed = cases.getKey(connection, town, id).seal("signature", RecordJson.write(signed));
    save(connection, town, id, Optional.of(Buffer.buffer(sealed)), origin);
    cases.addNote(connection, town, id, "SIGNED", actor);
  }

  /// Stores that the person signs on paper; what was drawn before is gone.
  public void savePaper(
      SqlConnection connection,
      MunicipalityCode town,
      CaseId id,
      StoredSignature.Origin origin,
      String actor) {
    save(connection, town, id, Optional.empty(), origin);
    cases.addNote(connection, town, id, "SIGNS_ON_PAPER", actor);
  }

  private void save(
      SqlConnection connection,
      MunicipalityCode town,
      CaseId id,
      Optional<Buffer> sealed,
      StoredSignature.Origin origin) {
    connection
        .preparedQuery(
            """
            insert into case_signature (municipality_code, case_id, signer, sealed_signature, origin, signed_at)
            values ($1, $2, 'NOTIFIER', $3, $4, $5)
            on conflict (municipality_code, case_id, signer) do update
            set sealed_signature = excluded.sealed_signature, origin = excluded.origin,
                signed_at = excluded.signed_at
            """)
        .execute(
            Tuple.of(
                town.digits(),
                id.value(),
                sealed.orElse(null),
                origin.name(),
                clock.instant().atOffset(ZoneOffset.UTC)))
        .await();
  }

  /// Takes a signature away. Nothing happens where there is none.
  public void deleteSignature(
      SqlConnection connection, MunicipalityCode town, CaseId id, String actor) {
    int deleted =
        connection
            .preparedQuery(
                "delete from case_signature where municipality_code = $1 and case_id = $2")
            .execute(Tuple.of(town.digits(), id.value()))
            .await()
            .rowCount();
    if (deleted > 0) {
      cases.addNote(connection, town, id, "SIGNATURE_DELETED", actor);
    }
  }
}
