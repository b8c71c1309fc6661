package jp.frontdesk.platform;

import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.util.Collection;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.StreamSupport;
import jp.frontdesk.kernel.CaseId;
import jp.frontdesk.kernel.MunicipalityCode;

/// Proves at start that the folder of keys belongs to the database. A lost or exchanged folder
/// would otherwise be filled with new keys silently, and no old case would ever open again.
public final class VaultCheck {
  private static final CaseId NO_CASE = new CaseId(new UUID(0, 0));

  private VaultCheck() {}

  /// Wraps a key for towns that are new to the database, opens it for the others.
  ///
  /// @throws IllegalStateException naming the town whose keys are not those of the database
  public static void prove(Database database, Vault vault, Collection<MunicipalityCode> towns) {
    for (MunicipalityCode town : towns) {
      database.runInTown(town, connection -> prove(connection, vault, town));
    }
  }

  private static void prove(SqlConnection connection, Vault vault, MunicipalityCode town) {
    Optional<byte[]> known = find(connection, town);
    if (known.isEmpty()) {
      insert(connection, town, vault.createCaseKey(town, NO_CASE).wrapped());
      return;
    }
    try {
      CaseKey _ = vault.openCaseKey(town, NO_CASE, known.get());
    } catch (CouldNotOpenException otherKeys) {
      throw new IllegalStateException(
          "the keys of town " + town + " are not those its cases were sealed with", otherKeys);
    }
  }

  private static Optional<byte[]> find(SqlConnection connection, MunicipalityCode town) {
    Iterable<Row> rows =
        connection
            .preparedQuery("select sealed from vault_check where municipality_code = $1")
            .execute(Tuple.of(town.digits()))
            .await();
    return StreamSupport.stream(rows.spliterator(), false)
        .map(row -> row.getBuffer(0).getBytes())
        .findFirst();
  }

  private static void insert(SqlConnection connection, MunicipalityCode town, byte[] sealed) {
    int _ =
        connection
            .preparedQuery("insert into vault_check (municipality_code, sealed) values ($1, $2)")
            .execute(Tuple.of(town.digits(), Buffer.buffer(sealed)))
            .await()
            .rowCount();
  }
}
