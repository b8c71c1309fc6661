package jp.frontdesk.fees.simulator;

import io.vertx.core.DeploymentOptions;
import io.vertx.core.Future;
import io.vertx.core.ThreadingModel;
import io.vertx.core.VerticleBase;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.ext.web.Router;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicReference;
import jp.frontdesk.fees.PaymentSignature;
import jp.frontdesk.platform.Secret;
import jp.frontdesk.platform.WebServer;

/// The running simulator. One can be started in a test on a free port; {@link
/// PaymentSimulatorCommand} starts one as a process.
public final class PaymentSimulator implements AutoCloseable {
  private static final String HOST = "127.0.0.1";

  private final Vertx vertx;
  private final SimulatorBook book;
  private final AtomicReference<SimulatorFaults> faults;
  private final String deployment;
  private final int port;

  private PaymentSimulator(
      Vertx vertx,
      SimulatorBook book,
      AtomicReference<SimulatorFaults> faults,
      String deployment,
      int port) {
    this.vertx = vertx;
    this.book = book;
    this.faults = faults;
    this.deployment = deployment;
    this.port = port;
  }

  /// What a simulator is started with.
  ///
  /// @param port 0 for a free one
  /// @param journal file that keeps codes and payments over a restart
  /// @param config folder whose `<code>/payment.yaml` files name the billers
  /// @param callback the desk's address for notifications
  /// @param secret shared with the desk
  public record Options(int port, Path journal, Path config, URI callback, Secret secret) {}

  /// Starts and returns when it listens on the loopback address.
  ///
  /// @throws IOException when the journal or the configuration cannot be read
  public static PaymentSimulator start(Vertx vertx, Options options, InstantSource clock)
      throws IOException {
    SimulatorBook book = SimulatorBook.open(options.journal());
    SimulatorPayees payees = SimulatorPayees.load(options.config());
    AtomicReference<SimulatorFaults> faults = new AtomicReference<>(SimulatorFaults.NONE);
    PaymentSignature signature = new PaymentSignature(options.secret());
    AtomicReference<Integer> port = new AtomicReference<>(options.port());
    Router router = Router.router(vertx);
    new ProviderApiRoutes(
            vertx,
            book,
            signature,
            faults,
            clock,
            code -> "http://" + HOST + ":" + port.get() + SimulatorPurse.CODE_PATH + code.id())
        .mount(router);
    new AppRoutes(
            book,
            new SimulatorPurse(book, payees, faults, clock),
            new SimulatorNotifier(vertx, options.callback(), signature, clock),
            faults)
        .mount(router);
    String deployment =
        vertx
            .deployVerticle(
                () -> new Listener(router, port),
                new DeploymentOptions().setThreadingModel(ThreadingModel.VIRTUAL_THREAD))
            .await();
    return new PaymentSimulator(vertx, book, faults, deployment, port.get());
  }

  /// The port it listens on.
  public int port() {
    return port;
  }

  /// Its address, for the desk and for a browser.
  public URI address() {
    return URI.create("http://" + HOST + ":" + port);
  }

  /// How many payments were given back.
  public int refundCount() {
    return book.refundCount();
  }

  /// Makes it misbehave, or stop misbehaving.
  public void setFaults(SimulatorFaults now) {
    faults.set(now);
  }

  @Override
  public void close() throws IOException {
    Void _ = vertx.undeploy(deployment).await();
    book.close();
  }

  private static final class Listener extends VerticleBase {
    private final Router router;
    private final AtomicReference<Integer> port;

    Listener(Router router, AtomicReference<Integer> port) {
      this.router = router;
      this.port = port;
    }

    @Override
    public Future<HttpServer> start() {
      return WebServer.create(vertx, 0)
          .requestHandler(router)
          .listen(port.get(), HOST)
          .onSuccess(server -> port.set(server.actualPort()));
    }
  }
}
