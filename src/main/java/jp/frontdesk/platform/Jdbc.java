package jp.frontdesk.platform;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;

/// Plain JDBC connections, for what happens before the pool: migrations, locks, take-over.
final class Jdbc {
  private static final String TIMEOUT_SECONDS = "5";

  private Jdbc() {}

  static Connection connect(DatabaseAddress address) throws SQLException {
    Properties properties = new Properties();
    properties.setProperty("user", address.user());
    properties.setProperty("password", address.password().value());
    properties.setProperty("connectTimeout", TIMEOUT_SECONDS);
    properties.setProperty("loginTimeout", TIMEOUT_SECONDS);
    properties.setProperty("ApplicationName", "frontdesk");
    return DriverManager.getConnection(address.jdbcUrl(), properties);
  }

  /// True when that login works now.
  static boolean answers(DatabaseAddress address) {
    try (Connection connection = connect(address)) {
      return connection.isValid(2);
    } catch (SQLException refused) {
      return false;
    }
  }
}
