package jp.frontdesk.fees;

import io.vertx.core.DeploymentOptions;
import io.vertx.core.Future;
import io.vertx.core.ThreadingModel;
import io.vertx.core.VerticleBase;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.ext.web.Router;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import jp.frontdesk.cases.CertificateWish;
import jp.frontdesk.fees.simulator.PaymentSimulator;
import jp.frontdesk.kernel.CaseId;
import jp.frontdesk.kernel.MunicipalityCode;
import jp.frontdesk.platform.Database;
import jp.frontdesk.platform.Secret;
import jp.frontdesk.platform.TestDatabase;
import jp.frontdesk.platform.TestHttp;
import jp.frontdesk.platform.WebServer;

/// A till on real PostgreSQL and a real simulator over HTTP, with the desk's callback address open.
/// The time can be set forward.
final class PaymentBench implements AutoCloseable {
  static final MunicipalityCode TOWN = new MunicipalityCode("999997");
  static final Secret SECRET = new Secret("a secret of the test bench");
  static final Duration PROVIDER_TIMEOUT = Duration.ofMillis(600);

  final Vertx vertx = TestDatabase.vertx();
  final Database database = TestDatabase.fresh();
  final AtomicReference<Duration> ahead = new AtomicReference<>(Duration.ZERO);
  final InstantSource clock = () -> Instant.now().plus(ahead.get());
  final Path journal;
  final int callbackPort;
  final HttpClient http = TestHttp.newClient();
  final HttpServer desk;
  PaymentSimulator simulator;
  SimulatorClient client;
  Cashier cashier;
  PaymentNotices notices;
  PaymentPoller poller;

  PaymentBench() throws IOException {
    journal = Files.createTempDirectory("simulator").resolve("journal");
    Router router = Router.router(vertx);
    try (ServerSocket free = new ServerSocket(0)) {
      callbackPort = free.getLocalPort();
    }
    simulator = startSimulator(0);
    client = new SimulatorClient(vertx, simulator.address(), SECRET, clock, PROVIDER_TIMEOUT);
    cashier = cashierOf(client);
    notices = new PaymentNotices(database, cashier, clock);
    poller = new PaymentPoller(database, cashier, notices, clock, Duration.ofMillis(200));
    new NotificationRoutes(notices, SECRET, clock).mount(router);
    AtomicReference<HttpServer> server = new AtomicReference<>();
    String _ =
        vertx
            .deployVerticle(
                () ->
                    new VerticleBase() {
                      @Override
                      public Future<HttpServer> start() {
                        return WebServer.create(vertx, 0)
                            .requestHandler(router)
                            .listen(callbackPort, "127.0.0.1")
                            .onSuccess(server::set);
                      }
                    },
                new DeploymentOptions().setThreadingModel(ThreadingModel.VIRTUAL_THREAD))
            .await();
    desk = server.get();
  }

  /// A desk that remembers nothing, as after a kill.
  void startDesk() {
    startDesk(client);
  }

  void startDesk(PaymentProvider provider) {
    cashier = cashierOf(provider);
    notices = new PaymentNotices(database, cashier, clock);
    poller = new PaymentPoller(database, cashier, notices, clock, Duration.ofMillis(200));
  }

  private Cashier cashierOf(PaymentProvider provider) {
    Map<MunicipalityCode, TownFees> towns =
        TownFees.loadAll(Path.of("kiosk-config"), List.of(TOWN)).orThrow();
    return new Cashier(database, provider, towns, clock);
  }

  PaymentSimulator startSimulator(int port) throws IOException {
    return PaymentSimulator.start(
        vertx,
        new PaymentSimulator.Options(port, journal, Path.of("kiosk-config"), callback(), SECRET),
        clock);
  }

  URI callback() {
    return URI.create("http://127.0.0.1:" + callbackPort + NotificationRoutes.CALLBACK);
  }

  Invoice invoice() {
    return invoice(CaseId.random());
  }

  Invoice invoice(CaseId caseId) {
    return cashier.createInvoice(TOWN, caseId, twoCopies(), today());
  }

  LocalDate today() {
    return clock.instant().atZone(Cashier.ZONE).toLocalDate();
  }

  static List<CertificateWish> twoCopies() {
    return List.of(new CertificateWish("resident_record_copy", 2));
  }

  /// Pays in the app by the text of a code; the status of the answer.
  int pay(String text) throws IOException, InterruptedException {
    return http.send(
            HttpRequest.newBuilder(simulator.address().resolve("/app/pay"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(
                    HttpRequest.BodyPublishers.ofString(
                        "text=" + URLEncoder.encode(text, StandardCharsets.UTF_8)))
                .build(),
            HttpResponse.BodyHandlers.ofString())
        .statusCode();
  }

  Cashier.FeeState state(Invoice invoice) {
    return cashier.findState(TOWN, invoice.caseId()).orElseThrow();
  }

  PaymentAttempt openCode(Invoice invoice) {
    return ((Cashier.CodeOutcome.Ready) cashier.openCode(invoice)).attempt();
  }

  String slip(Invoice invoice) {
    return ((Cashier.SlipOutcome.Ready) cashier.slipOf(invoice)).code().digits();
  }

  /// Balance of an account in yen, debit minus credit.
  long balance(LedgerEntry.Account account) {
    return database
        .inTown(TOWN, c -> new LedgerStore(clock).balances(c, TOWN))
        .getOrDefault(account, 0L);
  }

  void runUntil(java.util.function.BooleanSupplier isDone) throws InterruptedException {
    Instant end = Instant.now().plusSeconds(15);
    while (!isDone.getAsBoolean()) {
      if (Instant.now().isAfter(end)) {
        throw new AssertionError("it did not happen within 15 seconds");
      }
      int _ = poller.runOnce();
      Thread.sleep(50);
    }
  }

  @Override
  public void close() throws IOException {
    poller.close();
    simulator.close();
    client.close();
    Void _ = desk.close().await();
    database.close();
  }
}
