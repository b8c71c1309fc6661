package jp.frontdesk.server;

import io.vertx.core.DeploymentOptions;
import io.vertx.core.ThreadingModel;
import io.vertx.core.Vertx;
import io.vertx.ext.web.Route;
import io.vertx.ext.web.Router;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Supplier;
import jp.frontdesk.platform.Database;
import jp.frontdesk.platform.DatabaseAddress;
import jp.frontdesk.platform.Drain;
import jp.frontdesk.platform.EmbeddedDatabase;
import jp.frontdesk.platform.ErrorPages;
import jp.frontdesk.platform.HealthRoutes;
import jp.frontdesk.platform.Metrics;
import jp.frontdesk.platform.Migrations;
import jp.frontdesk.platform.NodeLock;
import jp.frontdesk.platform.Pages;
import jp.frontdesk.platform.StaticFiles;
import jp.frontdesk.platform.Workers;

/// A running desk: its database, its ports, its workers, and how they stop.
public final class Node implements AutoCloseable {
  private static final int CONNECTIONS = 16;
  private static final int KIOSK_INSTANCES = 2;

  /// What came of a start.
  sealed interface Outcome {
    /// It runs.
    record Started(Node node) implements Outcome {}

    /// It does not; each fault in one line.
    record Faulty(List<String> faults) implements Outcome {
      public Faulty {
        faults = List.copyOf(faults);
      }
    }
  }

  private final Settings settings;
  private final Vertx vertx = Vertx.vertx();
  private final Drain drain = new Drain();
  private final Metrics metrics = new Metrics();
  private final Pages pages = new Pages();
  private final StaticFiles files = StaticFiles.load();
  private final ErrorPages errors = new ErrorPages(pages, files);
  private final AtomicInteger kioskPort = new AtomicInteger();
  private final AtomicInteger deskPort = new AtomicInteger();
  private final AtomicInteger operationsPort = new AtomicInteger();
  private final Runnable onEnd;
  private final Deque<Stop> started = new ArrayDeque<>();
  private String isolation = "";
  private FirstAccounts firstAccounts = new FirstAccounts(false, List.of());
  private final Map<String, Supplier<Consumer<Router>>> doors = new LinkedHashMap<>();

  private record Stop(String name, Runnable work) {}

  private Node(Settings settings, Runnable onEnd) {
    this.settings = settings;
    this.onEnd = onEnd;
  }

  /// Starts everything; whatever was started is stopped again where a later part cannot start.
  ///
  /// @param onEnd called when the node has to end by itself
  static Outcome start(Settings settings, Runnable onEnd) {
    return start(settings, Assembly.drawers(), onEnd);
  }

  /// As [#start(Settings, Runnable)], with drawers of one's own.
  static Outcome start(Settings settings, Workers drawers, Runnable onEnd) {
    TownSettings towns = TownSettings.load(settings);
    if (!towns.faults().isEmpty()) {
      return new Outcome.Faulty(towns.faults());
    }
    Node node = new Node(settings, onEnd);
    try {
      return node.startAll(towns, drawers);
    } catch (RuntimeException cannotStart) {
      node.close();
      throw cannotStart;
    }
  }

  private Outcome startAll(TownSettings towns, Workers drawers) {
    Optional<DatabaseAddress> address = databaseAddress();
    if (address.isEmpty()) {
      return new Outcome.Faulty(
          List.of("FRONTDESK_DATABASE_URL: must be postgresql://user:password@host:port/database"));
    }
    if (!settings.isCluster()) {
      Optional<NodeLock> lock = NodeLock.take(address.get(), onEnd);
      if (lock.isEmpty()) {
        close();
        return new Outcome.Faulty(
            List.of(
                "another desk runs on this database; set FRONTDESK_CLUSTER=true on all of them if that is meant"));
      }
      started.push(new Stop("node lock", lock.get()::close));
    }
    Migrations.apply(address.get());
    Database database = Database.open(vertx, address.get(), CONNECTIONS);
    started.push(new Stop("database", database::close));
    Assembly assembly = new Assembly(settings, towns, vertx, database, drawers, metrics);
    started.push(new Stop("workers", assembly::close));
    isolation = assembly.isolation();
    firstAccounts = assembly.firstAccounts();
    Screens screens = new Screens(pages, files, settings, towns.towns());
    openSites(assembly, screens, database);
    return new Outcome.Started(this);
  }

  private Optional<DatabaseAddress> databaseAddress() {
    if (settings.databaseUrl().isPresent()) {
      return DatabaseAddress.parse(settings.databaseUrl().get());
    }
    EmbeddedDatabase embedded =
        EmbeddedDatabase.start(
            settings.dataDir().resolve("postgresql"),
            ServeCommand.cacheDir().resolve("postgresql"));
    started.push(new Stop("embedded database", embedded::close));
    return Optional.of(embedded.address());
  }

  private void openSites(Assembly assembly, Screens screens, Database database) {
    HealthRoutes health =
        new HealthRoutes(
            metrics, drain, List.of(new HealthRoutes.Check("database", database::isAlive)));
    String desk =
        open(
            "desk",
            settings.host(),
            settings.deskPort(),
            deskPort,
            1,
            () -> assembly.deskRoutes(screens));
    String kiosk =
        open(
            "kiosk",
            settings.host(),
            settings.kioskPort(),
            kioskPort,
            KIOSK_INSTANCES,
            () -> assembly.kioskRoutes(screens));
    String operations =
        open(
            "operations",
            "127.0.0.1",
            settings.operationsPort(),
            operationsPort,
            1,
            () -> health::mount);
    for (String site : List.of(operations, desk, kiosk)) {
      started.push(new Stop("site", () -> vertx.undeploy(site).await()));
    }
  }

  private String open(
      String name,
      String host,
      int port,
      AtomicInteger boundPort,
      int instances,
      Supplier<Consumer<Router>> routes) {
    doors.put(name, routes);
    return vertx
        .deployVerticle(
            () -> new Site(name, host, port, metrics, files, errors, routes.get(), boundPort),
            new DeploymentOptions()
                .setThreadingModel(ThreadingModel.VIRTUAL_THREAD)
                .setInstances(port == 0 ? 1 : instances))
        .await();
  }

  /// Stops cleanly on SIGTERM and Ctrl-C: what was started last stops first.
  void stopOnSignal() {
    orderStops();
    drain.onSignal();
  }

  private void orderStops() {
    while (!started.isEmpty()) {
      Stop stop = started.pop();
      drain.then(stop.name(), stop.work());
    }
  }

  String isolation() {
    return isolation;
  }

  FirstAccounts firstAccounts() {
    return firstAccounts;
  }

  /// Every route of a site, in the order in which they are asked.
  List<Route> routesOf(String site) {
    Router router = Router.router(vertx);
    files.mount(router);
    Optional.ofNullable(doors.get(site)).orElseThrow().get().accept(router);
    return router.getRoutes();
  }

  int kioskPort() {
    return kioskPort.get();
  }

  int deskPort() {
    return deskPort.get();
  }

  int operationsPort() {
    return operationsPort.get();
  }

  /// Stops accepting, ends what runs, closes the database; takes 20 seconds at most.
  @Override
  public void close() {
    orderStops();
    drain.run();
    vertx.close().await();
    metrics.close();
  }
}
