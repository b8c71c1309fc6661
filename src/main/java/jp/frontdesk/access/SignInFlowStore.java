package jp.frontdesk.access;

import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Optional;
import jp.frontdesk.kernel.MunicipalityCode;
import jp.frontdesk.platform.Database;

/// Sign-ins under way at an identity provider. Each is used up by its first answer.
final class SignInFlowStore {
  private static final Duration LIFE = Duration.ofMinutes(10);

  private final Database database;
  private final InstantSource clock;

  SignInFlowStore(Database database, InstantSource clock) {
    this.database = database;
    this.clock = clock;
  }

  /// Writes down which browser began; forgets what has ended.
  void begin(MunicipalityCode town, String state, String browser) {
    database.runInTown(
        town,
        c -> {
          c.preparedQuery("delete from sign_in_flow where ends_at < $1")
              .execute(Tuple.of(clock.instant().atOffset(ZoneOffset.UTC)))
              .await();
          c.preparedQuery(
                  """
                  insert into sign_in_flow (state_hash, municipality_code, browser_hash, ends_at)
                  values ($1, $2, $3, $4)
                  """)
              .execute(
                  Tuple.of(
                      Buffer.buffer(Tokens.hash(state)),
                      town.digits(),
                      Buffer.buffer(Tokens.hash(browser)),
                      clock.instant().plus(LIFE).atOffset(ZoneOffset.UTC)))
              .await();
        });
  }

  /// The town of a sign-in that this browser began and that nobody has answered yet.
  Optional<MunicipalityCode> take(String state, String browser) {
    RowSet<Row> rows =
        database.acrossTowns(c ->
            c.preparedQuery(
                    """
                    delete from sign_in_flow
                    where state_hash = $1 and browser_hash = $2 and ends_at > $3
                    returning municipality_code
                    """)
                .execute(
                    Tuple.of(
                        Buffer.buffer(Tokens.hash(state)),
                        Buffer.buffer(Tokens.hash(browser)),
                        clock.instant().atOffset(ZoneOffset.UTC)))
                .await());
    return rows.size() == 0
        ? Optional.empty()
        : Optional.of(new MunicipalityCode(rows.iterator().next().getString(0)));
  }
}
