package jp.frontdesk.platform;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The one node on a database: an advisory lock held by a connection of its own. Two nodes that
/// were not told they are several must not run at once.
///
/// The server frees the lock when this process dies. When the server itself restarts, the lock is
/// taken again; where another node was quicker, `onLost` is called and this node has to stop.
public final class NodeLock implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(NodeLock.class);

  /// Any number nobody else uses: the letters of "frontdsk".
  private static final long KEY = 0x66726f6e7464736bL;

  private static final Duration CHECK_EVERY = Duration.ofSeconds(2);
  private static final Duration PATIENCE = Duration.ofSeconds(3);
  private static final Duration CONNECT_PATIENCE = Duration.ofSeconds(30);

  private final DatabaseAddress address;
  private final Runnable onLost;
  private final CountDownLatch closed = new CountDownLatch(1);
  private final Thread keeper;

  private NodeLock(DatabaseAddress address, Connection holding, Runnable onLost) {
    this.address = address;
    this.onLost = onLost;
    this.keeper = Thread.ofPlatform().name("node-lock").daemon(true).start(() -> keep(holding));
  }

  /// Empty when another node holds it, after 3 s for a killed one's connection to be noticed. A
  /// server that is starting or slow to answer is asked again for 30 s.
  ///
  /// @param onLost called once, from a thread of its own, when another node took over
  public static Optional<NodeLock> take(DatabaseAddress address, Runnable onLost) {
    long began = System.nanoTime();
    while (true) {
      Duration waited = Duration.ofNanos(System.nanoTime() - began);
      try {
        Optional<Connection> holding = tryLock(address);
        if (holding.isPresent()) {
          return Optional.of(new NodeLock(address, holding.get(), onLost));
        }
        if (waited.compareTo(PATIENCE) > 0) {
          return Optional.empty();
        }
      } catch (SQLException failure) {
        if (!isUnreachable(failure) || waited.compareTo(CONNECT_PATIENCE) > 0) {
          throw new IllegalStateException("the database refuses the node's lock", failure);
        }
        LOG.warn("the node's lock waits for the database");
      }
      Postmaster.pause(200);
    }
  }

  /// SQLSTATE 08 is a connection that could not be made or broke, 57P a server that starts or
  /// stops.
  private static boolean isUnreachable(SQLException failure) {
    String state = Optional.ofNullable(failure.getSQLState()).orElse("");
    return state.startsWith("08") || state.startsWith("57P");
  }

  @Override
  public void close() {
    closed.countDown();
    try {
      boolean _ = keeper.join(Duration.ofSeconds(5));
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  private void keep(Connection first) {
    Connection holding = first;
    while (!isClosedWithin(CHECK_EVERY)) {
      if (isValid(holding)) {
        continue;
      }
      close(holding);
      try {
        Optional<Connection> next = tryLock(address);
        if (next.isEmpty()) {
          LOG.error("another node took over this database");
          onLost.run();
          return;
        }
        holding = next.get();
      } catch (SQLException serverIsDown) {
        LOG.warn("the node's lock waits for the database");
      }
    }
    close(holding);
  }

  private boolean isClosedWithin(Duration wait) {
    try {
      return closed.await(wait.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return true;
    }
  }

  private static Optional<Connection> tryLock(DatabaseAddress address) throws SQLException {
    Connection connection = Jdbc.connect(address);
    try (PreparedStatement statement =
        connection.prepareStatement("select pg_try_advisory_lock(?)")) {
      statement.setLong(1, KEY);
      try (ResultSet row = statement.executeQuery()) {
        if (row.next() && row.getBoolean(1)) {
          return Optional.of(connection);
        }
      }
    } catch (SQLException failure) {
      close(connection);
      throw failure;
    }
    close(connection);
    return Optional.empty();
  }

  private static boolean isValid(Connection connection) {
    try {
      return connection.isValid(2);
    } catch (SQLException gone) {
      return false;
    }
  }

  private static void close(Connection connection) {
    try {
      connection.close();
    } catch (SQLException goneAlready) {
      LOG.debug("the node's lock was gone already");
    }
  }
}
