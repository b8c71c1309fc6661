package jp.frontdesk.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.pgclient.PgException;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import jp.frontdesk.kernel.MunicipalityCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DatabaseIT {
  private static final String COUNT = "select count(*)::int from note";
  private static final MunicipalityCode YOKOHAMA = new MunicipalityCode("141003");
  private static final MunicipalityCode KAWASAKI = new MunicipalityCode("141305");

  private DatabaseAddress address = TestDatabase.freshAddress();
  private Database database = Database.open(TestDatabase.vertx(), address, 2);

  @BeforeEach
  void aTableOfTwoTowns() throws Exception {
    try (var connection = Jdbc.connect(address);
        var statement = connection.createStatement()) {
      boolean _ =
          statement.execute(
              """
              create table note (municipality_code text not null, id int not null, words text,
                primary key (municipality_code, id));
              select frontdesk_protect('note');
              """);
    }
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void aTownSeesItsOwnRowsOnly() {
    insert(YOKOHAMA, YOKOHAMA, 1);
    insert(KAWASAKI, KAWASAKI, 1);
    insert(KAWASAKI, KAWASAKI, 2);

    assertThat(count(YOKOHAMA)).isEqualTo(1);
    assertThat(count(KAWASAKI)).isEqualTo(2);
    assertThat(database.<Integer>acrossTowns(c -> numberOf(c, COUNT))).isEqualTo(3);
  }

  @Test
  void aTownCannotWriteForAnother() {
    assertThatThrownBy(() -> insert(YOKOHAMA, KAWASAKI, 1))
        .isInstanceOf(PgException.class)
        .hasMessageContaining("row-level security");
  }

  @Test
  void aThrowRollsBackAndFreesTheConnection() {
    for (int i = 0; i < 5; i++) {
      assertThatThrownBy(() ->
              database.inTown(
                  YOKOHAMA,
                  connection -> {
                    int _ = insertRow(connection, YOKOHAMA, 7);
                    throw new IllegalArgumentException("no");
                  }))
          .isInstanceOf(IllegalArgumentException.class);
    }

    assertThat(count(YOKOHAMA)).isZero();
  }

  @Test
  void aServerThatGoesAwayInTheMiddleIsToldAsSuchAndTheNextTransactionWorks() {
    DatabaseAddress address = TestDatabase.freshAddress();
    try (Database cut = Database.open(TestDatabase.vertx(), address, 2)) {
      assertThatThrownBy(() ->
              cut.inTown(
                  YOKOHAMA,
                  connection -> {
                    endBackend(address, numberOf(connection, "select pg_backend_pid()"));
                    return numberOf(connection, "select 1");
                  }))
          .isInstanceOf(Database.AwayException.class);
      int answer = cut.inTown(YOKOHAMA, connection -> numberOf(connection, "select 1"));

      assertThat(answer).isEqualTo(1);
    }
  }

  private static void endBackend(DatabaseAddress address, int pid) {
    try (Connection owner = Jdbc.connect(address);
        Statement statement = owner.createStatement()) {
      boolean _ = statement.execute("select pg_terminate_backend(" + pid + ", 5000)");
    } catch (SQLException broken) {
      throw new IllegalStateException(broken);
    }
  }

  @Test
  void theTownOfOneTransactionIsGoneInTheNext() {
    insert(YOKOHAMA, YOKOHAMA, 1);

    String town =
        database
            .acrossTowns(
                connection -> connection.query("select frontdesk_town()").execute().await())
            .iterator()
            .next()
            .getString(0);

    assertThat(town).isEqualTo("*");
  }

  @Test
  void worksFromAVirtualThreadAndFromAWorker() throws Exception {
    insert(YOKOHAMA, YOKOHAMA, 1);

    LinkedBlockingQueue<Integer> seen = new LinkedBlockingQueue<>();
    Thread.ofVirtual().start(() -> seen.add(count(YOKOHAMA))).join();
    try (Workers workers = new Workers("test", 1, 1, Duration.ofSeconds(30))) {
      seen.add(workers.run(() -> count(YOKOHAMA)).await());
    }

    assertThat(seen).containsExactly(1, 1);
  }

  @Test
  void aSignalArrivesAfterTheCommitAndNotAfterARollback() throws Exception {
    LinkedBlockingQueue<String> heard = new LinkedBlockingQueue<>();
    try (AutoCloseable _ = database.signals().subscribe("case_moved", heard::add)) {
      assertThatThrownBy(() ->
              database.inTown(
                  YOKOHAMA,
                  connection -> {
                    Database.signal(connection, "case_moved", "rolled-back");
                    throw new IllegalArgumentException("no");
                  }))
          .isInstanceOf(IllegalArgumentException.class);
      database.runInTown(
          YOKOHAMA, connection -> Database.signal(connection, "case_moved", "committed"));

      assertThat(heard.poll(5, TimeUnit.SECONDS)).isEqualTo("committed");
    }
    assertThat(heard).isEmpty();
  }

  private void insert(MunicipalityCode as, MunicipalityCode town, int id) {
    int _ = database.inTown(as, connection -> insertRow(connection, town, id));
  }

  private static int insertRow(SqlConnection connection, MunicipalityCode town, int id) {
    return connection
        .preparedQuery("insert into note (municipality_code, id) values ($1, $2)")
        .execute(Tuple.of(town.digits(), id))
        .await()
        .rowCount();
  }

  private int count(MunicipalityCode town) {
    return database.inTown(town, c -> numberOf(c, COUNT));
  }

  private static int numberOf(SqlConnection connection, String sql) {
    return connection.query(sql).execute().await().iterator().next().getInteger(0);
  }
}
