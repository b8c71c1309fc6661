package jp.frontdesk.platform;

import org.flywaydb.core.Flyway;

/// Brings the tables to the version of this program, from `db/migration` on the class path. When
/// several nodes start at once, one migrates and the others wait.
public final class Migrations {
  private Migrations() {}

  /// Migrates; quick when there is nothing to do.
  ///
  /// @throws org.flywaydb.core.api.FlywayException when a script fails or a landed one was edited
  public static void apply(DatabaseAddress address) {
    int _ =
        Flyway.configure()
            .dataSource(address.jdbcUrl(), address.user(), address.password().value())
            .locations("classpath:db/migration")
            .load()
            .migrate()
            .migrationsExecuted;
  }
}
