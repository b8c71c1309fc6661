package jp.frontdesk.platform;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import io.vertx.core.Vertx;
import io.vertx.core.VertxException;
import io.vertx.core.http.ConnectionPoolTooBusyException;
import io.vertx.core.net.NetClientOptions;
import io.vertx.pgclient.PgBuilder;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.pgclient.PgException;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.PoolOptions;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Transaction;
import io.vertx.sqlclient.Tuple;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import jp.frontdesk.kernel.MunicipalityCode;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Transactions on PostgreSQL, each as one town. Blocking style: call it from virtual threads,
/// plain threads and [Workers], never from an event loop.
///
/// Connections run as the role `frontdesk_app`, to which row level security applies: a transaction
/// sees the rows of its own town only. While the server restarts, a new transaction waits for it up
/// to [#PATIENCE]; a transaction already begun fails and is the caller's to try again.
public final class Database implements AutoCloseable {
  /// The role work runs as; made by the first migration.
  public static final String APP_ROLE = "frontdesk_app";

  /// How long a transaction waits for a server that is restarting.
  public static final Duration PATIENCE = Duration.ofSeconds(15);

  private static final Logger LOG = LoggerFactory.getLogger(Database.class);
  private static final String ALL_TOWNS = "*";
  private static final Duration ALIVE_WITHIN = Duration.ofSeconds(2);
  private static final int RETRY_MS = 100;
  private static final int CONNECT_TIMEOUT_MS = 5_000;
  private static final int MOST_WAITING = 2_000;

  /// The server went away, before or in the middle of the work; nothing of it is kept unless it
  /// broke within the commit. Show "busy, try again", status 503.
  public static final class AwayException extends RuntimeException {
    AwayException(Throwable cause) {
      super("the database does not answer", cause);
    }
  }

  /// A transaction as one town, with nothing done in it yet.
  private record Begun(SqlConnection connection, Transaction transaction) {}

  private final Vertx vertx;
  private final Pool pool;
  private final Signals signals;

  private Database(Vertx vertx, Pool pool, Signals signals) {
    this.vertx = vertx;
    this.pool = pool;
    this.signals = signals;
  }

  /// A pool that connects when first used.
  ///
  /// @param poolSize most connections at once; one more is held for [#signals()]
  public static Database open(Vertx vertx, DatabaseAddress address, int poolSize) {
    PgConnectOptions connect = connectOptions(address);
    PoolOptions options =
        new PoolOptions()
            .setMaxSize(poolSize)
            .setMaxWaitQueueSize(MOST_WAITING)
            .setConnectionTimeout(20)
            .setConnectionTimeoutUnit(TimeUnit.SECONDS);
    Pool pool =
        PgBuilder.pool()
            .with(options)
            .with(new NetClientOptions().setConnectTimeout(CONNECT_TIMEOUT_MS))
            .connectingTo(connect)
            .using(vertx)
            .build();
    return new Database(vertx, pool, Signals.open(vertx, connectOptions(address)));
  }

  /// One transaction as that town; commits, or rolls back when the work throws.
  ///
  /// @throws PgException when SQL is refused
  /// @throws AwayException when the server stays away, or goes away in the middle
  @CanIgnoreReturnValue
  public <T> T inTown(MunicipalityCode town, Function<SqlConnection, T> work) {
    return inTransaction(town.digits(), work);
  }

  /// As [#inTown], for work without a result.
  public void runInTown(MunicipalityCode town, Consumer<SqlConnection> work) {
    boolean _ = inTransaction(town.digits(), withoutResult(work));
  }

  /// As [#acrossTowns], for work without a result.
  public void runAcrossTowns(Consumer<SqlConnection> work) {
    boolean _ = inTransaction(ALL_TOWNS, withoutResult(work));
  }

  /// One transaction that sees every town: queue leases, dispatchers, start-up only.
  ///
  /// @throws PgException when SQL is refused
  @CanIgnoreReturnValue
  public <T> T acrossTowns(Function<SqlConnection, T> work) {
    return inTransaction(ALL_TOWNS, work);
  }

  /// Tells every node after the commit.
  ///
  /// @param topic lower-case letters and underscores
  /// @param payload ids only, never a name
  public static void signal(SqlConnection connection, String topic, String payload) {
    connection
        .preparedQuery("select pg_notify($1, $2)")
        .execute(Tuple.of(Signals.channelOf(topic), payload))
        .await();
  }

  /// What other transactions signalled.
  public Signals signals() {
    return signals;
  }

  /// True when the server answers a query now; false when it does not within two seconds.
  public boolean isAlive() {
    try {
      return TimedWait.await(pool.query("select 1").execute(), ALIVE_WITHIN).size() == 1;
    } catch (Exception unreachable) {
      return false;
    }
  }

  @Override
  public void close() {
    signals.close();
    pool.close().await();
  }

  static PgConnectOptions connectOptions(DatabaseAddress address) {
    PgConnectOptions options =
        new PgConnectOptions()
            .setHost(address.host())
            .setPort(address.port())
            .setDatabase(address.database())
            .setUser(address.user())
            .setPassword(address.password().value())
            .setCachePreparedStatements(true);
    Map.of(
            "application_name", "frontdesk",
            "role", APP_ROLE,
            "statement_timeout", "30s",
            "lock_timeout", "10s",
            "idle_in_transaction_session_timeout", "60s")
        .forEach(options::addProperty);
    return options;
  }

  private <T> T inTransaction(String town, Function<SqlConnection, T> work) {
    Begun begun = begin(town);
    try {
      T result;
      try {
        result = work.apply(begun.connection());
      } catch (Throwable failure) {
        rollBack(begun.transaction(), failure);
        throw failure;
      }
      begun.transaction().commit().await();
      return result;
    } catch (Throwable failure) {
      throw unchecked(failure);
    } finally {
      begun.connection().close();
    }
  }

  /// Waiting for a future throws what it failed with, undeclared checked exceptions too; nobody who
  /// catches RuntimeException would see those, and a worker's loop would end with them.
  private static RuntimeException unchecked(Throwable failure) {
    if (isRestarting(failure)) {
      return new AwayException(failure);
    }
    return switch (failure) {
      case RuntimeException usual -> usual;
      case Error fatal -> throw fatal;
      default -> new AwayException(failure);
    };
  }

  private static Function<SqlConnection, Boolean> withoutResult(Consumer<SqlConnection> work) {
    return connection -> {
      work.accept(connection);
      return true;
    };
  }

  private static void rollBack(Transaction transaction, Throwable failure) {
    try {
      transaction.rollback().await();
    } catch (Exception connectionGone) {
      failure.addSuppressed(connectionGone);
    }
  }

  /// Nothing was done yet when this fails, so it may be tried again safely.
  private Begun begin(String town) {
    long until = System.nanoTime() + PATIENCE.toNanos();
    while (true) {
      Optional<Begun> begun = tryBegin(town, until);
      if (begun.isPresent()) {
        return begun.get();
      }
      Void _ = vertx.timer(RETRY_MS, TimeUnit.MILLISECONDS).await();
    }
  }

  /// Empty when the server is starting or not listening and there is still time to wait.
  private Optional<Begun> tryBegin(String town, long untilNanos) {
    try {
      SqlConnection connection = pool.getConnection().await();
      connection.exceptionHandler(broken -> LOG.debug("a database connection broke"));
      try {
        Transaction transaction = connection.begin().await();
        connection
            .preparedQuery("select set_config('frontdesk.municipality', $1, true)")
            .execute(Tuple.of(town))
            .await();
        return Optional.of(new Begun(connection, transaction));
      } catch (Throwable failure) {
        connection.close();
        throw failure;
      }
    } catch (Throwable failure) {
      if (!isRestarting(failure) || System.nanoTime() > untilNanos) {
        throw unchecked(failure);
      }
      return Optional.empty();
    }
  }

  /// A refusal counts only while the server stops or starts, SQLSTATE class 57P; whatever else
  /// breaks is the connection's fault. A full pool is not.
  private static boolean isRestarting(Throwable failure) {
    return switch (failure) {
      case PgException refused ->
          Optional.ofNullable(refused.getSqlState()).orElse("").startsWith("57P");
      case ConnectionPoolTooBusyException _ -> false;
      case VertxException _, IOException _ -> true;
      case Throwable _ -> false;
    };
  }
}
