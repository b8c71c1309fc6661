package jp.frontdesk.platform;

import io.vertx.core.Vertx;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/// One real PostgreSQL for the tests of one JVM, kept in `target/` between runs. Each database is a
/// copy of a migrated template; its session time zone is deliberately not that of the JVM.
public final class TestDatabase {
  private static final String TEMPLATE = "test_template";
  private static final int POOL_SIZE = 4;
  private static final Path FOLDER =
      Path.of("target", "test-postgres" + System.getProperty("surefire.forkNumber", ""));
  private static final AtomicInteger COUNT = new AtomicInteger();

  private TestDatabase() {}

  /// Made when first asked for.
  private static final class Server {
    static final EmbeddedDatabase RUNNING = start();

    private static EmbeddedDatabase start() {
      EmbeddedDatabase server =
          EmbeddedDatabase.start(
              FOLDER,
              cacheFolder(),
              Map.of(
                  "fsync", "off",
                  "synchronous_commit", "off",
                  "full_page_writes", "off",
                  "max_connections", "300",
                  "timezone", "Pacific/Chatham"));
      Runtime.getRuntime().addShutdownHook(new Thread(server::close));
      dropLeftovers(server.address());
      sql(server.address(), "create database " + TEMPLATE);
      Migrations.apply(server.address().withDatabase(TEMPLATE));
      return server;
    }

    private static void dropLeftovers(DatabaseAddress address) {
      List<String> names = new ArrayList<>();
      try (Connection connection = Jdbc.connect(address);
          Statement statement = connection.createStatement();
          ResultSet rows =
              statement.executeQuery(
                  "select datname from pg_database where datname like 'test\\_%'")) {
        while (rows.next()) {
          names.add(rows.getString(1));
        }
      } catch (SQLException broken) {
        throw new IllegalStateException(broken);
      }
      names.forEach(name -> sql(address, "drop database " + name + " with (force)"));
    }
  }

  /// Made when first asked for.
  private static final class Shared {
    static final Vertx VERTX = Vertx.vertx();
  }

  /// A pool on a fresh, migrated, empty database. Close it or leave it to the end of the JVM.
  public static Database fresh() {
    return Database.open(vertx(), freshAddress(), POOL_SIZE);
  }

  /// The address of a fresh, migrated, empty database, for tests that start a whole desk on it.
  public static DatabaseAddress freshAddress() {
    String name = "test_" + COUNT.incrementAndGet();
    synchronized (TestDatabase.class) {
      sql(
          Server.RUNNING.address(),
          "create database " + name + " template " + TEMPLATE + " strategy file_copy");
    }
    return Server.RUNNING.address().withDatabase(name);
  }

  /// A vault with new keys of its own.
  public static Vault vault() {
    try {
      Path folder = Files.createDirectories(Path.of("target", "test-keys"));
      return Vault.open(
          Files.createTempDirectory(
              folder,
              "keys",
              PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"))));
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  /// One Vert.x for all tests of this JVM; do not close it.
  public static Vertx vertx() {
    return Shared.VERTX;
  }

  /// Where PostgreSQL's programs are unpacked, shared by all tests.
  static Path cacheFolder() {
    return Path.of("target", "test-cache");
  }

  private static void sql(DatabaseAddress address, String sql) {
    try (Connection connection = Jdbc.connect(address);
        Statement statement = connection.createStatement()) {
      boolean _ = statement.execute(sql);
    } catch (SQLException broken) {
      throw new IllegalStateException(broken);
    }
  }
}
