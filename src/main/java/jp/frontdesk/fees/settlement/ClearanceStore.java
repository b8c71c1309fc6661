package jp.frontdesk.fees.settlement;

import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import jp.frontdesk.fees.SettlementBook.Unsettled;
import jp.frontdesk.kernel.MunicipalityCode;

/// SQL of clerks' words on money that is in our books and in no file. Every method works inside the
/// caller's transaction.
final class ClearanceStore {
  /// What a word is about.
  record Key(String attemptKey, long yen) {
    static Key of(Unsettled unsettled) {
      return new Key(unsettled.attempt().key(), unsettled.yen());
    }
  }

  /// Writes a word; false where there is one already.
  boolean insert(SqlConnection c, MunicipalityCode town, Key key, PiledLine.Clearance word) {
    return c.preparedQuery(
                """
                insert into settlement_clearance (municipality_code, attempt_key, amount_yen,
                       reason, cleared_by, cleared_at)
                values ($1, $2, $3, $4, $5, $6) on conflict do nothing
                """)
            .execute(
                Tuple.of(
                    town.digits(),
                    key.attemptKey(),
                    key.yen(),
                    word.reason(),
                    word.by(),
                    word.at().atOffset(ZoneOffset.UTC)))
            .await()
            .rowCount()
        == 1;
  }

  /// Every word of the town.
  Map<Key, PiledLine.Clearance> listAll(SqlConnection c, MunicipalityCode town) {
    Map<Key, PiledLine.Clearance> words = new HashMap<>();
    c.preparedQuery(
            """
            select attempt_key, amount_yen, reason, cleared_by, cleared_at
              from settlement_clearance where municipality_code = $1
            """)
        .execute(Tuple.of(town.digits()))
        .await()
        .forEach(row ->
            words.put(
                new Key(row.getString(0), row.getLong(1)),
                new PiledLine.Clearance(
                    row.getString(3), row.getOffsetDateTime(4).toInstant(), row.getString(2))));
    return words;
  }
}
