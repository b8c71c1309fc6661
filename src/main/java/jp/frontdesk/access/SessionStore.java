package jp.frontdesk.access;

import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Optional;
import jp.frontdesk.kernel.CaseId;
import jp.frontdesk.kernel.MunicipalityCode;
import jp.frontdesk.platform.Database;

/// Sessions in PostgreSQL: any node serves any request, and an ended session is dead at once on
/// all.
public final class SessionStore {
  private final Database database;
  private final InstantSource clock;
  private final Duration idleLimit;
  private final Duration absoluteLimit;

  /// @param idleLimit a session unused for so long is dead
  /// @param absoluteLimit no session lives longer
  public SessionStore(
      Database database, InstantSource clock, Duration idleLimit, Duration absoluteLimit) {
    this.database = database;
    this.clock = clock;
    this.idleLimit = idleLimit;
    this.absoluteLimit = absoluteLimit;
  }

  /// Starts a session with a new token.
  ///
  /// @param account of the clerk; empty at a kiosk
  public Session createSession(
      Session.Kind kind, MunicipalityCode town, Optional<Account> account) {
    String token = Tokens.random();
    Instant now = clock.instant();
    return database.inTown(
        town,
        connection -> {
          connection
              .preparedQuery(
                  """
                  insert into session (token_hash, kind, municipality_code, clerk, last_used_at, ends_at)
                  values ($1, $2, $3, $4, $5, $6)
                  """)
              .execute(
                  Tuple.of(
                      Buffer.buffer(Tokens.hash(token)),
                      kind.name(),
                      town.digits(),
                      account.map(Account::name).orElse(null),
                      now.atOffset(ZoneOffset.UTC),
                      now.plus(absoluteLimit).atOffset(ZoneOffset.UTC)))
              .await();
          return new Session(token, kind, town, Optional.empty(), account);
        });
  }

  /// The living session of a token, which this use keeps alive. A clerk's lives as long as its
  /// account is active.
  public Optional<Session> findSession(String token, Session.Kind kind) {
    return find(
        token,
        kind,
        switch (kind) {
          case KIOSK ->
              """
              update session set last_used_at = $3
              where token_hash = $1 and kind = $2 and ends_at > $3 and last_used_at > $4
              returning municipality_code, case_id
              """;
          case CLERK ->
              """
              update session s set last_used_at = $3
              from clerk_account a
              where token_hash = $1 and kind = $2 and ends_at > $3 and last_used_at > $4
                and a.municipality_code = s.municipality_code and a.name = s.clerk
                and a.state = 'ACTIVE'
              returning s.municipality_code, case_id, a.name, display_name, role, counters, state,
                issuer is not null, demonstration_mark is not null
              """;
        });
  }

  /// Whether a session still lives; asking does not keep it alive.
  public boolean isAlive(Session session) {
    return find(
            session.token(),
            session.kind(),
            switch (session.kind()) {
              case KIOSK ->
                  """
                  select municipality_code, case_id from session
                  where token_hash = $1 and kind = $2 and ends_at > $3 and last_used_at > $4
                  """;
              case CLERK ->
                  """
                  select s.municipality_code, case_id, a.name, display_name, role, counters, state,
                    issuer is not null, demonstration_mark is not null
                  from session s
                  join clerk_account a
                    on a.municipality_code = s.municipality_code and a.name = s.clerk
                  where token_hash = $1 and kind = $2 and ends_at > $3 and last_used_at > $4
                    and a.state = 'ACTIVE'
                  """;
            })
        .isPresent();
  }

  private Optional<Session> find(String token, Session.Kind kind, String sql) {
    Instant now = clock.instant();
    RowSet<Row> rows =
        database.acrossTowns(connection ->
            connection
                .preparedQuery(sql)
                .execute(
                    Tuple.of(
                        Buffer.buffer(Tokens.hash(token)),
                        kind.name(),
                        now.atOffset(ZoneOffset.UTC),
                        now.minus(idleLimit).atOffset(ZoneOffset.UTC)))
                .await());
    if (rows.size() == 0) {
      return Optional.empty();
    }
    Row row = rows.iterator().next();
    MunicipalityCode town = new MunicipalityCode(row.getString(0));
    return Optional.of(
        new Session(
            token,
            kind,
            town,
            Optional.ofNullable(row.getUUID(1)).map(CaseId::new),
            kind == Session.Kind.CLERK
                ? Optional.of(AccountStore.account(town, row, 2))
                : Optional.empty()));
  }

  /// Binds a kiosk's session to its case, inside the transaction that opens the case. A session
  /// that has one keeps it.
  ///
  /// @return whether it was bound
  public boolean bindCase(SqlConnection connection, Session session, CaseId caseId) {
    return connection
            .preparedQuery(
                "update session set case_id = $2 where token_hash = $1 and case_id is null")
            .execute(Tuple.of(Buffer.buffer(Tokens.hash(session.token())), caseId.value()))
            .await()
            .rowCount()
        == 1;
  }

  /// Ends a session; using its token afterwards finds nothing.
  public void endSession(Session session) {
    int _ =
        database.inTown(
            session.town(),
            connection ->
                connection
                    .preparedQuery("delete from session where token_hash = $1")
                    .execute(Tuple.of(Buffer.buffer(Tokens.hash(session.token()))))
                    .await()
                    .rowCount());
  }

  /// Removes sessions whose time is over.
  ///
  /// @return how many
  public int removeDeadSessions() {
    Instant now = clock.instant();
    return database.acrossTowns(connection ->
        connection
            .preparedQuery("delete from session where ends_at < $1 or last_used_at < $2")
            .execute(
                Tuple.of(
                    now.atOffset(ZoneOffset.UTC), now.minus(idleLimit).atOffset(ZoneOffset.UTC)))
            .await()
            .rowCount());
  }
}
