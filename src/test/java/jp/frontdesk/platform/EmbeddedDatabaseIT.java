package jp.frontdesk.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.sqlclient.Tuple;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import jp.frontdesk.kernel.MunicipalityCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedDatabaseIT {
  private static final MunicipalityCode TOWN = new MunicipalityCode("141003");

  @TempDir private Path temporary;
  private Path folder = Path.of("");

  @BeforeEach
  void aFolder() {
    folder = temporary.resolve("database");
  }

  @Test
  void keepsItsRowsAndStartsFastTheSecondTime() throws Exception {
    try (EmbeddedDatabase first = start()) {
      Migrations.apply(first.address());
      execute(first.address(), "create table kept as select 42 as answer");
    }

    long startedNanos = System.nanoTime();
    try (EmbeddedDatabase second = start()) {
      Duration took = Duration.ofNanos(System.nanoTime() - startedNanos);
      long migratedNanos = System.nanoTime();
      Migrations.apply(second.address());
      Duration tookMigrations = Duration.ofNanos(System.nanoTime() - migratedNanos);
      System.err.println(
          "start ms=" + took.toMillis() + " migrate ms=" + tookMigrations.toMillis());

      assertThat(ask(second.address(), "select answer::text from kept")).isEqualTo("42");
      assertThat(took).isLessThan(Duration.ofSeconds(2));
      assertThat(tookMigrations).isLessThan(Duration.ofMillis(700));
    }
  }

  @Test
  void isDurableAndAsksForThePassword() throws Exception {
    try (EmbeddedDatabase database = start()) {
      DatabaseAddress address = database.address();

      assertThat(ask(address, "show fsync")).isEqualTo("on");
      assertThat(ask(address, "show synchronous_commit")).isEqualTo("on");
      assertThat(ask(address, "show full_page_writes")).isEqualTo("on");
      assertThat(ask(address, "show data_checksums")).isEqualTo("on");
      assertThat(ask(address, "show listen_addresses")).isEqualTo("127.0.0.1");
      assertThat(
              Jdbc.answers(
                  new DatabaseAddress(
                      address.host(),
                      address.port(),
                      address.database(),
                      address.user(),
                      new Secret("wrong"))))
          .isFalse();
      assertThat(mode(folder)).isEqualTo("rwx------");
      assertThat(mode(folder.resolve("password"))).isEqualTo("rw-------");
    }
  }

  @Test
  void aSecondStartOnTheSameFolderIsRefused() throws Exception {
    try (EmbeddedDatabase _ = start()) {
      assertThatThrownBy(this::start)
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("another process uses the database");
    }
  }

  @Test
  void afterAKillOfTheServerTheDeskGoesOnWithEveryCommittedRow() throws Exception {
    try (EmbeddedDatabase embedded = start();
        Database database = Database.open(TestDatabase.vertx(), embedded.address(), 4)) {
      Migrations.apply(embedded.address());
      execute(
          embedded.address(),
          "create table note (municipality_code text, id int);"
              + " select frontdesk_protect('note')");
      LinkedBlockingQueue<String> heard = new LinkedBlockingQueue<>();
      AutoCloseable _ = database.signals().subscribe("note", heard::add);
      for (int round = 1; round <= 3; round++) {
        insert(database, round);
        long killed = embedded.process().pid();

        kill(killed);
        awaitAnother(embedded, killed);

        assertThat(count(database)).isEqualTo(round);
        assertThat(hears(database, heard)).isTrue();
      }
    }
  }

  @Test
  void aServerLeftByAKilledProcessIsTakenOver() throws Exception {
    long left = leaveAServerBehind();

    try (EmbeddedDatabase next = start()) {
      assertThat(next.process().pid()).isEqualTo(left);
      assertThat(ask(next.address(), "select 'well'")).isEqualTo("well");
    }

    assertThat(ProcessHandle.of(left).filter(ProcessHandle::isAlive)).isEmpty();
  }

  @Test
  void aServerLeftWithOtherSettingsIsReplaced() throws Exception {
    long left = leaveAServerBehind();

    try (EmbeddedDatabase next =
        EmbeddedDatabase.start(folder, TestDatabase.cacheFolder(), Map.of("work_mem", "5MB"))) {
      assertThat(next.process().pid()).isNotEqualTo(left);
      assertThat(ask(next.address(), "show work_mem")).isEqualTo("5MB");
    }
  }

  @Test
  void aNumberGivenOutAgainIsNotTakenForTheServer() throws Exception {
    try (EmbeddedDatabase first = start()) {
      execute(first.address(), "create table kept as select 1 as one");
    }
    long somebodyElse = ProcessHandle.current().pid();
    Files.writeString(
        folder.resolve("cluster/postmaster.pid"),
        somebodyElse + "\n" + folder + "/cluster\n0\n5\n\n127.0.0.1\n0 0\nready\n");

    try (EmbeddedDatabase second = start()) {
      assertThat(ask(second.address(), "select one::text from kept")).isEqualTo("1");
    }

    assertThat(ProcessHandle.current().isAlive()).isTrue();
  }

  private EmbeddedDatabase start() {
    return EmbeddedDatabase.start(folder, TestDatabase.cacheFolder());
  }

  private long leaveAServerBehind() throws Exception {
    Process child =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty(
                    "surefire.test.class.path", System.getProperty("java.class.path")),
                EmbeddedDatabaseChild.class.getName(),
                folder.toString(),
                TestDatabase.cacheFolder().toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    long server = Long.parseLong(child.inputReader().readLine());
    child.destroyForcibly();
    assertThat(child.waitFor(10, TimeUnit.SECONDS)).isTrue();
    assertThat(ProcessHandle.of(server)).isPresent();
    return server;
  }

  /// A signal sent before the listener is back is lost, as it may be.
  private static boolean hears(Database database, LinkedBlockingQueue<String> heard)
      throws InterruptedException {
    for (int i = 0; i < 20; i++) {
      database.runInTown(TOWN, connection -> Database.signal(connection, "note", "1"));
      if (heard.poll(250, TimeUnit.MILLISECONDS) != null) {
        heard.clear();
        return true;
      }
    }
    return false;
  }

  /// Until then a transaction may still begin on a session that is about to end, and fail.
  private static void awaitAnother(EmbeddedDatabase embedded, long killed) {
    for (int i = 0; i < 3_000 && embedded.process().pid() == killed; i++) {
      Postmaster.pause(20);
    }
    assertThat(embedded.process().pid()).isNotEqualTo(killed);
  }

  private static void kill(long pid) {
    assertThat(ProcessHandle.of(pid).orElseThrow().destroyForcibly()).isTrue();
  }

  private static void insert(Database database, int id) {
    database.runInTown(
        TOWN,
        connection ->
            assertThat(
                    connection
                        .preparedQuery("insert into note values ($1, $2)")
                        .execute(Tuple.of(TOWN.digits(), id))
                        .await()
                        .rowCount())
                .isEqualTo(1));
  }

  private static int count(Database database) {
    return database.inTown(
        TOWN,
        connection ->
            connection
                .query("select count(*)::int from note")
                .execute()
                .await()
                .iterator()
                .next()
                .getInteger(0));
  }

  private static void execute(DatabaseAddress address, String sql) throws SQLException {
    try (Connection connection = Jdbc.connect(address);
        Statement statement = connection.createStatement()) {
      boolean _ = statement.execute(sql);
    }
  }

  private static String ask(DatabaseAddress address, String sql) throws SQLException {
    try (Connection connection = Jdbc.connect(address);
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      assertThat(rows.next()).isTrue();
      return rows.getString(1);
    }
  }

  private static String mode(Path path) throws Exception {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
  }
}
