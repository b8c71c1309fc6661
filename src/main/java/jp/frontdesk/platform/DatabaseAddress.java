package jp.frontdesk.platform;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// Where a PostgreSQL database is and who logs in there.
///
/// @param host name or address
/// @param port 1 to 65535
/// @param database its name on that server
/// @param user the login that owns the tables; work runs as the lesser role `frontdesk_app`
/// @param password empty only where the server asks for none
public record DatabaseAddress(
    String host, int port, String database, String user, Secret password) {
  private static final int DEFAULT_PORT = 5432;

  public DatabaseAddress {
    if (host.isBlank() || database.isBlank() || user.isBlank()) {
      throw new IllegalArgumentException("a database address needs host, database and user");
    }
    if (port < 1 || port > 65_535) {
      throw new IllegalArgumentException("a database port is between 1 and 65535");
    }
  }

  /// Reads `postgresql://user:password@host:port/database` (also `postgres://`). Empty when a part
  /// is missing, or options follow: a wish for TLS must not be ignored silently, and there is none
  /// yet. The text itself is never echoed, because it holds the password.
  public static Optional<DatabaseAddress> parse(String url) {
    try {
      URI uri = URI.create(url.strip());
      String scheme = Optional.ofNullable(uri.getScheme()).orElse("");
      String login = Optional.ofNullable(uri.getRawUserInfo()).orElse("");
      String path = Optional.ofNullable(uri.getPath()).orElse("");
      if (!scheme.equals("postgresql") && !scheme.equals("postgres")) {
        return Optional.empty();
      }
      if (uri.getHost() == null || path.length() < 2 || uri.getRawQuery() != null) {
        return Optional.empty();
      }
      int colon = login.indexOf(':');
      String user = decoded(colon < 0 ? login : login.substring(0, colon));
      String password = colon < 0 ? "" : decoded(login.substring(colon + 1));
      int port = uri.getPort() < 0 ? DEFAULT_PORT : uri.getPort();
      return Optional.of(
          new DatabaseAddress(uri.getHost(), port, path.substring(1), user, new Secret(password)));
    } catch (IllegalArgumentException notAnAddress) {
      return Optional.empty();
    }
  }

  /// The same server and login, another database.
  public DatabaseAddress withDatabase(String name) {
    return new DatabaseAddress(host, port, name, user, password);
  }

  /// For JDBC, without the login.
  String jdbcUrl() {
    return "jdbc:postgresql://" + host + ":" + port + "/" + database;
  }

  private static String decoded(String text) {
    return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
  }
}
