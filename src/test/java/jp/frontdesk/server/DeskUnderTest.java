package jp.frontdesk.server;

import io.vertx.core.Vertx;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import jp.frontdesk.access.Identity;
import jp.frontdesk.fees.simulator.PaymentSimulator;
import jp.frontdesk.kernel.MunicipalityCode;
import jp.frontdesk.platform.Database;
import jp.frontdesk.platform.DatabaseAddress;
import jp.frontdesk.platform.Secret;
import jp.frontdesk.platform.TestDatabase;
import jp.frontdesk.platform.Vault;
import jp.frontdesk.platform.Workers;
import jp.frontdesk.registry.RegistrySimulator;

/// A whole desk in this JVM on a fresh database, with real reader processes and both simulators
/// over real HTTP.
public final class DeskUnderTest implements AutoCloseable {
  /// The password of every account of the tests.
  public static final String PASSWORD = "aikotoba-wa-kazaguruma";

  private static final String SECRET = "a-secret-of-the-tests-only";

  private final Vertx vertx = Vertx.vertx();
  private final DatabaseAddress address = TestDatabase.freshAddress();
  private final PaymentSimulator payments;
  private final RegistrySimulator registry;
  private final Node node;
  private final Database database;
  private final Identity identity;

  private DeskUnderTest(Map<String, String> moreSettings, Workers drawers) {
    try {
      Path folder =
          Files.createTempDirectory(Files.createDirectories(Path.of("target", "desks")), "desk");
      int deskPort = freePort();
      this.payments =
          PaymentSimulator.start(
              vertx,
              new PaymentSimulator.Options(
                  0,
                  folder.resolve("payments"),
                  Path.of("kiosk-config"),
                  URI.create("http://127.0.0.1:" + deskPort + "/callbacks/payment"),
                  new Secret(SECRET)),
              InstantSource.system());
      this.registry =
          RegistrySimulator.start(
              vertx, 0, folder.resolve("registry"), true, InstantSource.system());
      this.database = Database.open(vertx, address, 4);
      this.node = startNode(folder, deskPort, moreSettings, drawers);
      this.identity =
          new Identity(
              database,
              Vault.open(folder.resolve("data").resolve("keys")),
              InstantSource.system(),
              Set.of(new MunicipalityCode("141003"), new MunicipalityCode("999997")));
      TestAccounts.know(desk(), identity);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  /// Starts one; closing it stops everything it started.
  public static DeskUnderTest start() {
    return start(Map.of());
  }

  /// Starts one with settings of its own.
  public static DeskUnderTest start(Map<String, String> moreSettings) {
    return new DeskUnderTest(moreSettings, Assembly.drawers());
  }

  /// Starts one whose documents are drawn by those.
  public static DeskUnderTest start(Workers drawers) {
    return new DeskUnderTest(Map.of(), drawers);
  }

  private Node startNode(
      Path folder, int deskPort, Map<String, String> moreSettings, Workers drawers) {
    Map<String, String> settings = new HashMap<>();
    settings.put("FRONTDESK_DATABASE_URL", urlOf(address));
    settings.put("FRONTDESK_CLUSTER", "true");
    settings.put("FRONTDESK_DATA_DIR", folder.resolve("data").toString());
    settings.put("FRONTDESK_KIOSK_PORT", "0");
    settings.put("FRONTDESK_DESK_PORT", Integer.toString(deskPort));
    settings.put("FRONTDESK_OPERATIONS_PORT", "0");
    settings.put("FRONTDESK_DEMO", "true");
    settings.put("FRONTDESK_DEMO_PASSWORD", PASSWORD);
    settings.put("FRONTDESK_PAYMENT_URL", payments.address().toString());
    settings.put("FRONTDESK_PAYMENT_SECRET", SECRET);
    settings.put("FRONTDESK_REGISTRY_URL", "http://127.0.0.1:" + registry.port() + "/api");
    settings.put("FRONTDESK_READERS", "2");
    settings.put("FRONTDESK_KIOSK_IDLE_S", "900"); // visitors of a test wait for one another
    settings.putAll(moreSettings);
    return switch (Settings.read(settings)) {
      case Settings.Outcome.Faulty(List<String> faults) ->
          throw new IllegalStateException(String.join("; ", faults));
      case Settings.Outcome.Usable(Settings usable) ->
          switch (Node.start(usable, drawers, () -> {})) {
            case Node.Outcome.Faulty(List<String> faults) ->
                throw new IllegalStateException(String.join("; ", faults));
            case Node.Outcome.Started(Node started) -> started;
          };
    };
  }

  /// An address as `postgresql://user:password@host:port/database`.
  public static String urlOf(DatabaseAddress address) {
    return "postgresql://%s:%s@%s:%d/%s"
        .formatted(
            address.user(),
            address.password().value(),
            address.host(),
            address.port(),
            address.database());
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  /// How many rows all tables hold together.
  public long rowsOfAllTables() {
    return database.acrossTowns(c -> {
      long rows = 0;
      for (var table :
          c.query(
                  "select tablename from pg_tables where tablename in (select table_name from information_schema.role_table_grants where privilege_type = 'SELECT' and table_schema = 'public')")
              .execute()
              .await()) {
        rows +=
            c.query("select count(*) from " + table.getString(0))
                .execute()
                .await()
                .iterator()
                .next()
                .getLong(0);
      }
      return rows;
    });
  }

  /// The running node.
  Node node() {
    return node;
  }

  /// The accounts of this desk.
  public Identity identity() {
    return identity;
  }

  /// Where residents are.
  public URI kiosk() {
    return URI.create("http://127.0.0.1:" + node.kioskPort());
  }

  /// Where clerks are.
  public URI desk() {
    return URI.create("http://127.0.0.1:" + node.deskPort());
  }

  /// Health and metrics.
  public URI operations() {
    return URI.create("http://127.0.0.1:" + node.operationsPort());
  }

  /// The town's registry.
  public URI registry() {
    return URI.create("http://127.0.0.1:" + registry.port());
  }

  /// The registry itself, for its faults.
  public RegistrySimulator registrySimulator() {
    return registry;
  }

  /// The payment provider and app.
  public PaymentSimulator payments() {
    return payments;
  }

  /// The desk's own database, for looking into it.
  public Database database() {
    return database;
  }

  @Override
  public void close() {
    node.close();
    identity.close();
    database.close();
    try {
      payments.close();
      registry.close();
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
    vertx.close().await();
  }
}
