package jp.frontdesk.registry;

import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.StreamSupport;
import jp.frontdesk.cases.MovingInRecord;
import jp.frontdesk.kernel.CaseId;
import jp.frontdesk.kernel.MunicipalityCode;
import jp.frontdesk.platform.CaseKey;
import jp.frontdesk.platform.Database;
import jp.frontdesk.platform.SealedKey;
import jp.frontdesk.platform.TestDatabase;
import jp.frontdesk.platform.Vault;
import jp.frontdesk.review.Confirmed;
import jp.frontdesk.review.ConfirmedFixtures;

/// What the desk is to this step: cases with keys, an outbox on a real PostgreSQL, and a listener
/// that moves the case in the transaction it is called in: here it adds a row of version 9999 that
/// holds what it was told.
final class OutboxDesk {
  static final MunicipalityCode TOWN = ConfirmedFixtures.TOWN;
  static final RetryPolicy QUICK =
      new RetryPolicy(
          Duration.ofMillis(20), Duration.ofMillis(200), 4, 3, Duration.ofMillis(50), 4);
  private static final Duration TIMEOUT = Duration.ofMillis(700);

  final Database database = TestDatabase.fresh();
  final OutboxStore store = new OutboxStore();
  private final Vault vault = TestDatabase.vault();
  private final Map<CaseId, byte[]> wrappedKeys = new ConcurrentHashMap<>();
  private final List<AutoCloseable> open = new CopyOnWriteArrayList<>();

  /// Confirms a record: the case's key and the outbox row.
  void confirm(Confirmed<MovingInRecord> confirmed) {
    MovingInRecord record = confirmed.value();
    SealedKey key = vault.createCaseKey(TOWN, record.caseId());
    byte[] before = wrappedKeys.putIfAbsent(record.caseId(), key.wrapped());
    CaseKey caseKey = before == null ? key.key() : vault.openCaseKey(TOWN, record.caseId(), before);
    database.runInTown(TOWN, connection -> store.enqueue(connection, caseKey, confirmed));
  }

  /// Confirms a case that is in the outbox already, as a later version.
  void confirmAgain(Confirmed<MovingInRecord> confirmed, int version) {
    RegistryRecord first = RegistryRecord.of(confirmed);
    RegistryRecord later = new RegistryRecord(TOWN, first.caseId(), version, first.json());
    CaseKey caseKey = vault.openCaseKey(TOWN, later.caseId(), keyOf(later.caseId()));
    byte[] sealed = OutboxStore.seal(caseKey, later);
    database.runInTown(
        TOWN, connection -> store.enqueue(connection, TOWN, later.caseId(), version, sealed));
  }

  RegistryDispatcher dispatch(int port) {
    return dispatch(port, OutboxDesk::tell);
  }

  RegistryDispatcher dispatch(int port, OutcomeListener listener) {
    RestConnector connector =
        new RestConnector(
            TestDatabase.vertx(),
            new RegistryTarget(
                RegistryTarget.Kind.REST,
                URI.create("http://127.0.0.1:" + port + "/api"),
                TIMEOUT));
    RegistryDispatcher dispatcher =
        RegistryDispatcher.start(
            database,
            store,
            (_, town, caseId) -> vault.openCaseKey(town, caseId, keyOf(caseId)),
            Map.of(TOWN, connector),
            listener,
            QUICK,
            InstantSource.system());
    open.add(connector);
    open.add(dispatcher);
    return dispatcher;
  }

  private byte[] keyOf(CaseId caseId) {
    byte[] wrapped = wrappedKeys.get(caseId);
    if (wrapped == null) {
      throw new IllegalStateException("no such case");
    }
    return wrapped;
  }

  /// Moves the case: here it leaves a note that commits or vanishes with the outbox row.
  static void tell(
      SqlConnection connection, MunicipalityCode town, CaseId caseId, PushOutcome outcome) {
    String words =
        switch (outcome) {
          case PushOutcome.Accepted(String receipt) -> "accepted " + receipt;
          case PushOutcome.Refused(String code, String reason) -> "refused " + code + " " + reason;
          case PushOutcome.Unreachable _ -> "set aside";
        };
    var _ =
        connection
            .preparedQuery(
                """
                insert into registry_outbox (municipality_code, case_id, record_version, state,
                  outcome_code)
                values ($1, gen_random_uuid(), 9999, 'REFUSED', $2)\
                """)
            .execute(Tuple.of(town.digits(), caseId + " " + words))
            .await();
  }

  /// What the listener was told and what was committed, in order: `CASE words`.
  List<String> told() {
    return database.inTown(
        TOWN,
        connection ->
            StreamSupport.stream(
                    connection
                        .query(
                            """
                            select outcome_code from registry_outbox
                            where record_version = 9999 order by position\
                            """)
                        .execute()
                        .await()
                        .spliterator(),
                    false)
                .map((Row row) -> row.getString(0))
                .toList());
  }

  /// The states of all records, in the order they were confirmed.
  List<String> states() {
    return database.inTown(
        TOWN,
        connection -> {
          List<String> states = new ArrayList<>();
          connection
              .query(
                  "select state from registry_outbox where record_version <> 9999 order by position")
              .execute()
              .await()
              .forEach(row -> states.add(row.getString(0)));
          return states;
        });
  }

  boolean allAre(String state) {
    return states().stream().allMatch(state::equals);
  }

  /// Waits until something holds, at most 30 s.
  static void await(BooleanSupplier condition) throws InterruptedException {
    Semaphore never = new Semaphore(0);
    Instant end = InstantSource.system().instant().plusSeconds(30);
    while (!condition.getAsBoolean()) {
      if (InstantSource.system().instant().isAfter(end)) {
        throw new AssertionError("waited 30 s in vain");
      }
      boolean _ = never.tryAcquire(30, TimeUnit.MILLISECONDS);
    }
  }

  /// Stops all dispatchers.
  void close() throws Exception {
    for (AutoCloseable each : open.reversed()) {
      each.close();
    }
    database.close();
  }
}
