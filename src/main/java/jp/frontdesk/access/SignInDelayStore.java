package jp.frontdesk.access;

import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import jp.frontdesk.platform.Database;

/// Delays after wrong sign-ins: by account and address together, by account, and by address. A
/// delay doubles with every further failure up to a minute and never becomes a lock. What comes
/// from an address that has signed in to the account within thirty days is not held up by the
/// failures of other addresses, so that no stranger keeps a clerk out.
///
/// An attempt counts as failed before it is checked, so that many at once gain nothing. Names that
/// do not exist are counted like the others.
final class SignInDelayStore {
  private static final Duration LONGEST = Duration.ofMinutes(1);
  private static final Duration FORGOTTEN = Duration.ofHours(1);
  private static final Duration KNOWN = Duration.ofDays(30);

  private final Database database;
  private final InstantSource clock;

  SignInDelayStore(Database database, InstantSource clock) {
    this.database = database;
    this.clock = clock;
  }

  /// What is counted together.
  ///
  /// @param free how many failures cost nothing
  private record Key(String text, int free) {
    Buffer hash() {
      return Buffer.buffer(Tokens.hash(text));
    }
  }

  /// Counts an attempt that is about to be checked.
  ///
  /// @return how long to wait instead; then nothing was counted
  Optional<Duration> begin(String account, String address) {
    Instant now = clock.instant();
    return database.acrossTowns(c -> {
      List<Key> keys = keys(c, account, address, now);
      Duration wait = Duration.ZERO;
      for (Key key : keys) {
        Duration left = Duration.between(now, freeAt(c, key, now));
        wait = left.compareTo(wait) > 0 ? left : wait;
      }
      if (wait.isPositive()) {
        return Optional.of(wait);
      }
      keys.forEach(key -> count(c, key, now));
      return Optional.empty();
    });
  }

  /// The attempt was right: its account is free again and its address known.
  void succeeded(String account, String address) {
    Instant now = clock.instant();
    database.runAcrossTowns(c -> {
      for (Key key : List.of(pair(account, address), of(account))) {
        c.preparedQuery("delete from sign_in_delay where key = $1")
            .execute(Tuple.of(key.hash()))
            .await();
      }
      c.preparedQuery(
              "update sign_in_delay set failures = greatest(failures - 1, 0), free_at = $2 where key = $1")
          .execute(Tuple.of(at(address).hash(), now.atOffset(ZoneOffset.UTC)))
          .await();
      touch(c, known(account, address), now);
    });
  }

  /// Removes what is forgotten by now.
  int removeOld() {
    return database.acrossTowns(c ->
        c.preparedQuery("delete from sign_in_delay where last_at < $1")
            .execute(Tuple.of(clock.instant().minus(KNOWN).atOffset(ZoneOffset.UTC)))
            .await()
            .rowCount());
  }

  /// In an order that is the same for all, so that two attempts never wait for each other.
  private List<Key> keys(SqlConnection c, String account, String address, Instant now) {
    List<Key> keys = new ArrayList<>(List.of(pair(account, address), at(address)));
    boolean isKnown =
        c.preparedQuery("select 1 from sign_in_delay where key = $1 and last_at > $2")
                .execute(
                    Tuple.of(
                        known(account, address).hash(), now.minus(KNOWN).atOffset(ZoneOffset.UTC)))
                .await()
                .size()
            > 0;
    if (!isKnown) {
      keys.add(of(account));
    }
    return keys.stream()
        .sorted(
            (a, b) -> a.hash().toString("ISO-8859-1").compareTo(b.hash().toString("ISO-8859-1")))
        .toList();
  }

  private static Key pair(String account, String address) {
    return new Key("pair|" + account + "|" + address, 4);
  }

  private static Key of(String account) {
    return new Key("account|" + account, 10);
  }

  private static Key at(String address) {
    return new Key("address|" + address, 30);
  }

  private static Key known(String account, String address) {
    return new Key("known|" + account + "|" + address, 0);
  }

  /// Locks the row until the transaction ends.
  private static Instant freeAt(SqlConnection c, Key key, Instant now) {
    Row row =
        c.preparedQuery(
                """
                insert into sign_in_delay as d (key, failures, free_at, last_at) values ($1, 0, $2, $2)
                on conflict (key) do update
                  set failures = case when d.last_at < $3 then 0 else d.failures end
                returning free_at
                """)
            .execute(
                Tuple.of(
                    key.hash(),
                    now.atOffset(ZoneOffset.UTC),
                    now.minus(FORGOTTEN).atOffset(ZoneOffset.UTC)))
            .await()
            .iterator()
            .next();
    return row.getOffsetDateTime(0).toInstant();
  }

  private static void count(SqlConnection c, Key key, Instant now) {
    int failures =
        c.preparedQuery(
                """
                update sign_in_delay set failures = least(failures + 1, 1000), last_at = $2
                where key = $1 returning failures
                """)
            .execute(Tuple.of(key.hash(), now.atOffset(ZoneOffset.UTC)))
            .await()
            .iterator()
            .next()
            .getInteger(0);
    c.preparedQuery("update sign_in_delay set free_at = $2 where key = $1")
        .execute(
            Tuple.of(
                key.hash(), now.plus(delayAfter(failures - key.free())).atOffset(ZoneOffset.UTC)))
        .await();
  }

  /// None while failures are free, then 1, 2, 4 ... seconds up to a minute.
  static Duration delayAfter(int failuresBeyond) {
    if (failuresBeyond <= 0) {
      return Duration.ZERO;
    }
    Duration doubled = Duration.ofSeconds(1L << Math.min(failuresBeyond - 1, 20));
    return doubled.compareTo(LONGEST) < 0 ? doubled : LONGEST;
  }

  private static void touch(SqlConnection c, Key key, Instant now) {
    c.preparedQuery(
            """
            insert into sign_in_delay (key, failures, free_at, last_at) values ($1, 0, $2, $2)
            on conflict (key) do update set last_at = excluded.last_at
            """)
        .execute(Tuple.of(key.hash(), now.atOffset(ZoneOffset.UTC)))
        .await();
  }
}
