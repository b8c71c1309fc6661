package jp.frontdesk.registry;

import io.vertx.core.DeploymentOptions;
import io.vertx.core.Future;
import io.vertx.core.ThreadingModel;
import io.vertx.core.VerticleBase;
import io.vertx.core.Vertx;
import io.vertx.ext.web.Router;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import jp.frontdesk.platform.WebServer;

/// A stand-in for a town's resident registry 住民記録システム: a real HTTP server on loopback with a
/// journal on disk. It takes provisional entries only. One request at a time is looked at, so
/// checking and keeping an entry is one step.
public final class RegistrySimulator implements AutoCloseable {
  private final Vertx vertx;
  private final SimulatorJournal journal;
  private final AtomicReference<SimulatorFaults> faults;
  private final SimulatorEntries entries;
  private final List<SimulatorDrop> drops = new CopyOnWriteArrayList<>();
  private final String deployment;
  private final int port;

  private RegistrySimulator(
      Vertx vertx,
      SimulatorJournal journal,
      AtomicReference<SimulatorFaults> faults,
      SimulatorEntries entries,
      String deployment,
      int port) {
    this.vertx = vertx;
    this.journal = journal;
    this.faults = faults;
    this.entries = entries;
    this.deployment = deployment;
    this.port = port;
  }

  /// Starts to listen on 127.0.0.1.
  ///
  /// @param port 0 for any free one
  /// @param folder where the journal is kept
  /// @param checkOtherEntries whether a person who stands in another entry of the town is refused
  public static RegistrySimulator start(
      Vertx vertx, int port, Path folder, boolean checkOtherEntries, InstantSource clock)
      throws IOException {
    SimulatorJournal journal = SimulatorJournal.open(folder, clock);
    AtomicReference<SimulatorFaults> faults = new AtomicReference<>(SimulatorFaults.NONE);
    SimulatorEntries entries = new SimulatorEntries(journal, checkOtherEntries);
    Listener listener = new Listener(port, journal, faults, entries);
    try {
      String deployment =
          vertx
              .deployVerticle(
                  listener,
                  new DeploymentOptions().setThreadingModel(ThreadingModel.VIRTUAL_THREAD))
              .await();
      return new RegistrySimulator(
          vertx, journal, faults, entries, deployment, listener.boundPort.get());
    } catch (RuntimeException notListening) {
      journal.close();
      throw notListening;
    }
  }

  private static final class Listener extends VerticleBase {
    private final int port;
    private final SimulatorJournal journal;
    private final AtomicReference<SimulatorFaults> faults;
    private final SimulatorEntries entries;
    private final AtomicReference<Integer> boundPort = new AtomicReference<>(0);

    Listener(
        int port,
        SimulatorJournal journal,
        AtomicReference<SimulatorFaults> faults,
        SimulatorEntries entries) {
      this.port = port;
      this.journal = journal;
      this.faults = faults;
      this.entries = entries;
    }

    @Override
    public Future<?> start() {
      Router router = Router.router(vertx);
      new SimulatorRoutes(vertx, journal, faults, entries).mount(router);
      new SimulatorPageRoutes(vertx, journal, faults).mount(router);
      return WebServer.create(vertx, 0)
          .requestHandler(router)
          .listen(port, "127.0.0.1")
          .onSuccess(listening -> boundPort.set(listening.actualPort()));
    }
  }

  /// The port it listens on.
  public int port() {
    return port;
  }

  /// Imports files from a drop folder, too, from now on.
  ///
  /// @param target of `kind: csv`
  void watch(CsvTarget target) {
    drops.add(SimulatorDrop.start(target, entries, faults));
  }

  /// Sets the faults it shows from now on.
  public void setFaults(SimulatorFaults now) {
    faults.set(now);
  }

  @Override
  public void close() throws IOException {
    drops.forEach(SimulatorDrop::close);
    var _ = vertx.undeploy(deployment).await();
    journal.close();
  }
}
