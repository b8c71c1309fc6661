package jp.frontdesk.platform;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HexFormat;
import java.util.Optional;
import org.flywaydb.core.Flyway;

/// Brings the tables to the version of this program, from `db/migration` on the class path. When
/// several nodes start at once, one migrates and the others wait.
///
/// What was applied is kept as one hash over all scripts: where it is the same, Flyway with its
/// half second of start is not needed.
public final class Migrations {
  private static final String FOLDER = "db/migration";
  private static final String UNDEFINED_TABLE = "42P01";

  private Migrations() {}

  /// Migrates; quick when there is nothing to do.
  ///
  /// @throws org.flywaydb.core.api.FlywayException when a script fails or a landed one was edited
  public static void apply(DatabaseAddress address) {
    String wanted = hash();
    try (Connection connection = Jdbc.connect(address)) {
      if (applied(connection).filter(wanted::equals).isPresent()) {
        return;
      }
      migrate(address);
      remember(connection, wanted);
    } catch (SQLException failure) {
      throw new IllegalStateException("the database refuses the migration", failure);
    }
  }

  private static void migrate(DatabaseAddress address) {
    int _ =
        Flyway.configure()
            .dataSource(address.jdbcUrl(), address.user(), address.password().value())
            .locations("classpath:" + FOLDER)
            .load()
            .migrate()
            .migrationsExecuted;
  }

  private static Optional<String> applied(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("select hash from frontdesk_schema")) {
      return row.next() ? Optional.of(row.getString(1)) : Optional.empty();
    } catch (SQLException failure) {
      if (UNDEFINED_TABLE.equals(failure.getSQLState())) {
        return Optional.empty();
      }
      throw failure;
    }
  }

  private static void remember(Connection connection, String hash) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(
            """
            insert into frontdesk_schema (id, hash) values (1, ?)
            on conflict (id) do update set hash = excluded.hash
            """)) {
      statement.setString(1, hash);
      int _ = statement.executeUpdate();
    }
  }

  private static String hash() {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      for (String name : ClassPathFolder.names(FOLDER)) {
        digest.update(name.getBytes(StandardCharsets.UTF_8));
        digest.update(ClassPathFolder.bytes(FOLDER + "/" + name));
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException broken) {
      throw new IllegalStateException("no SHA-256 in this Java", broken);
    }
  }
}
