package jp.frontdesk.registry;

import io.vertx.sqlclient.SqlConnection;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import jp.frontdesk.kernel.MunicipalityCode;
import jp.frontdesk.platform.Database;
import jp.frontdesk.registry.OutboxStore.Leased;
import jp.frontdesk.registry.PushOutcome.Accepted;
import jp.frontdesk.registry.PushOutcome.Cause;
import jp.frontdesk.registry.PushOutcome.Refused;
import jp.frontdesk.registry.PushOutcome.Unreachable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Empties the outbox: leases rows, hands each to its town's connector, settles it and tells the
/// listener. Woken by a signal, but looks by itself as well; any number of nodes may run one.
///
/// A worker that dies at any point leaves a row whose lease runs out. The next worker reads it back
/// from the registry before it sends anything, so the registry holds the record once.
public final class RegistryDispatcher implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(RegistryDispatcher.class);
  private static final Duration SHORTEST_LEASE = Duration.ofSeconds(5);

  private final Database database;
  private final OutboxStore store;
  private final CaseKeys keys;
  private final Map<MunicipalityCode, RegistryConnector> connectors;
  private final OutcomeListener listener;
  private final RetryPolicy policy;
  private final InstantSource clock;
  private final Duration lease;
  private final RandomGenerator chance = RandomGenerator.getDefault();
  private final Map<MunicipalityCode, CircuitBreaker> breakers = new ConcurrentHashMap<>();
  private final Semaphore wake = new Semaphore(0);
  private final Semaphore free;
  private final AutoCloseable subscription;
  private final Thread loop;
  private volatile boolean stopping;

  private RegistryDispatcher(
      Database database,
      OutboxStore store,
      CaseKeys keys,
      Map<MunicipalityCode, RegistryConnector> connectors,
      OutcomeListener listener,
      RetryPolicy policy,
      InstantSource clock) {
    this.database = database;
    this.store = store;
    this.keys = keys;
    this.connectors = Map.copyOf(connectors);
    this.listener = listener;
    this.policy = policy;
    this.clock = clock;
    this.lease = longer(SHORTEST_LEASE, longestPush().multipliedBy(2));
    this.free = new Semaphore(policy.atOnce());
    this.connectors.keySet().forEach(t -> breakers.put(t, new CircuitBreaker(policy, chance)));
    this.subscription = database.signals().subscribe(OutboxStore.TOPIC, _ -> wake.release());
    this.loop = Thread.ofVirtual().name("registry-dispatcher").unstarted(this::run);
  }

  /// Starts to work at once.
  ///
  /// @param connectors one for each town; rows of other towns stay where they are
  public static RegistryDispatcher start(
      Database database,
      OutboxStore store,
      CaseKeys keys,
      Map<MunicipalityCode, RegistryConnector> connectors,
      OutcomeListener listener,
      RetryPolicy policy,
      InstantSource clock) {
    RegistryDispatcher dispatcher =
        new RegistryDispatcher(database, store, keys, connectors, listener, policy, clock);
    dispatcher.loop.start();
    return dispatcher;
  }

  /// The towns whose registry does not answer at present.
  public Set<MunicipalityCode> townsDown() {
    return breakers.entrySet().stream()
        .filter(entry -> entry.getValue().isOpen())
        .map(Map.Entry::getKey)
        .collect(Collectors.toUnmodifiableSet());
  }

  private void run() {
    while (!stopping) {
      try {
        if (leaseAndStart() == 0) {
          boolean _ = wake.tryAcquire(policy.poll().toMillis(), TimeUnit.MILLISECONDS);
          int _ = wake.drainPermits();
        }
      } catch (InterruptedException stopped) {
        return;
      } catch (RuntimeException broken) {
        report("looking at the outbox", broken);
        pauseAfterFailure();
      }
    }
  }

  private void pauseAfterFailure() {
    try {
      boolean _ = wake.tryAcquire(policy.poll().toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException stopped) {
      stopping = true;
    }
  }

  /// @return how many rows were taken; 0 also when nothing may be sent now
  private int leaseAndStart() throws InterruptedException {
    Instant now = clock.instant();
    Set<MunicipalityCode> due =
        breakers.entrySet().stream()
            .filter(entry -> entry.getValue().isDue(now))
            .map(Map.Entry::getKey)
            .collect(Collectors.toUnmodifiableSet());
    int limit = free.availablePermits();
    if (due.isEmpty() || limit == 0) {
      return 0;
    }
    List<Leased> rows =
        database.acrossTowns(connection -> store.lease(connection, due, limit, lease));
    for (Leased row : rows) {
      free.acquire();
      var _ = Thread.ofVirtual().name("registry-push").start(() -> pushAndFree(row));
    }
    return rows.size();
  }

  private void pushAndFree(Leased row) {
    try {
      push(row);
    } catch (RuntimeException broken) {
      report("record " + row.key(), broken);
      retryQuietly(row);
    } finally {
      free.release();
      wake.release();
    }
  }

  private void push(Leased row) {
    RegistryConnector connector = connectorOf(row.town());
    CircuitBreaker breaker = breakerOf(row.town());
    if (!breaker.tryBegin(clock.instant(), connector.longestPush())) {
      retry(row, policy.firstWait(), false);
      return;
    }
    RegistryRecord record =
        database.inTown(
            row.town(),
            connection ->
                OutboxStore.unseal(keys.openKey(connection, row.town(), row.caseId()), row));
    PushOutcome outcome = connector.push(record, row.sentBefore());
    switch (outcome) {
      case Accepted(String receipt) -> {
        breaker.answered();
        settle(row, outcome, connection -> store.accept(connection, row, receipt));
      }
      case Refused(String code, _) -> {
        breaker.answered();
        settle(row, outcome, connection -> store.refuse(connection, row, code));
      }
      case Unreachable(Duration retryAfter, Cause cause) ->
          unreachable(row, breaker, outcome, retryAfter, cause);
    }
  }

  private void unreachable(
      Leased row, CircuitBreaker breaker, PushOutcome outcome, Duration retryAfter, Cause cause) {
    switch (cause) {
      case TARGET_DOWN -> {
        Duration wait = longer(breaker.failed(clock.instant()), retryAfter);
        LOG.warn("registry of {} does not answer, next try in {} ms", row.town(), wait.toMillis());
        retry(row, wait, false);
      }
      case RECORD_FAILED -> {
        breaker.answered();
        int failures = row.failedTries() + 1;
        if (failures >= policy.mostTries()) {
          settle(row, outcome, connection -> store.setAside(connection, row));
        } else {
          retry(row, longer(policy.waitAfter(failures, chance), retryAfter), true);
        }
      }
      case RESULT_PENDING -> {
        breaker.answered();
        retry(row, longer(policy.firstWait(), retryAfter), false);
      }
    }
  }

  /// Work that ends a row; false when the row is another worker's by now.
  @FunctionalInterface
  private interface Ending {
    boolean end(SqlConnection connection);
  }

  private void settle(Leased row, PushOutcome outcome, Ending ending) {
    boolean isOurs =
        database.inTown(
            row.town(),
            connection -> {
              boolean isEnded = ending.end(connection);
              if (isEnded) {
                listener.onOutcome(connection, row.town(), row.caseId(), outcome);
              }
              return isEnded;
            });
    LOG.info(
        "registry record {}: {}",
        row.key(),
        isOurs ? outcome.getClass().getSimpleName() : "left to another worker");
  }

  private void retry(Leased row, Duration wait, boolean isCounted) {
    database.runInTown(
        row.town(), connection -> store.retryLater(connection, row, wait, isCounted));
  }

  /// After a failure of our own; when this fails too the lease runs out by itself.
  private void retryQuietly(Leased row) {
    try {
      int failures = (int) Math.min(row.fence(), Integer.MAX_VALUE);
      retry(row, policy.waitAfter(failures, chance), false);
    } catch (RuntimeException broken) {
      report("giving back record " + row.key(), broken);
    }
  }

  private RegistryConnector connectorOf(MunicipalityCode town) {
    RegistryConnector connector = connectors.get(town);
    if (connector == null) {
      throw new IllegalStateException("no registry for this town");
    }
    return connector;
  }

  private CircuitBreaker breakerOf(MunicipalityCode town) {
    return breakers.computeIfAbsent(town, _ -> new CircuitBreaker(policy, chance));
  }

  private static Duration longer(Duration a, Duration b) {
    return a.compareTo(b) > 0 ? a : b;
  }

  /// The kind of failure only: its message may quote what was sent.
  private static void report(String doing, RuntimeException broken) {
    LOG.error("{} failed: {}", doing, broken.getClass().getName());
  }

  /// Takes nothing more and waits for what is on its way; a row that is not settled then is taken
  /// up by another worker when its lease ends. Leaves the connectors open.
  @Override
  public void close() {
    stopping = true;
    wake.release();
    try {
      subscription.close();
      loop.join();
      if (!free.tryAcquire(policy.atOnce(), longestPush().toMillis(), TimeUnit.MILLISECONDS)) {
        LOG.warn("stopped with registry records on their way; they are taken up again later");
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    } catch (Exception notClosed) {
      throw new IllegalStateException("the subscription did not close", notClosed);
    }
  }

  private Duration longestPush() {
    return connectors.values().stream()
        .map(RegistryConnector::longestPush)
        .reduce(Duration.ZERO, RegistryDispatcher::longer);
  }
}
