package jp.frontdesk.registry;

import io.vertx.core.Vertx;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `frontdesk registry-simulator`: a registry to work against, until it is told to stop.
@Command(
    name = "registry-simulator",
    mixinStandardHelpOptions = true,
    description =
        "Stands in for the town's resident registry: takes provisional entries over HTTP and as files.")
public final class RegistrySimulatorCommand implements Callable<Integer> {
  @Option(
      names = "--port",
      defaultValue = "8084",
      description = "on 127.0.0.1; default ${DEFAULT-VALUE}")
  private int port;

  @Option(
      names = "--data",
      defaultValue = "data/registry-simulator",
      description = "the folder its journal is kept in; default ${DEFAULT-VALUE}")
  private Path folder = Path.of("data/registry-simulator");

  @Option(
      names = "--allow-same-person",
      description = "do not refuse a person or case that stands in another entry")
  private boolean allowSamePerson;

  @Option(
      names = "--import-for",
      paramLabel = "FOLDER",
      description =
          "a town's folder, e.g. kiosk-config/999997: imports files from the drop folder of its"
              + " registry.yaml; can be repeated")
  private List<Path> towns = List.of();

  @Override
  public Integer call() throws Exception {
    List<CsvTarget> drops = new ArrayList<>();
    for (Path town : towns) {
      switch (RegistryConfig.load(town)) {
        case RegistryConfig.Loaded.Target(RegistryTarget target) when target.csv().isPresent() ->
            drops.add(target.csv().get());
        case RegistryConfig.Loaded.Target _ -> {
          System.err.println(town + ": the registry is not of `kind: csv`");
          return 1;
        }
        case RegistryConfig.Loaded.Faulty(List<String> faults) -> {
          faults.forEach(System.err::println);
          return 1;
        }
      }
    }
    Vertx vertx = Vertx.vertx();
    RegistrySimulator simulator =
        RegistrySimulator.start(vertx, port, folder, !allowSamePerson, InstantSource.system());
    drops.forEach(simulator::watch);
    CountDownLatch stopped = new CountDownLatch(1);
    Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(stopped::countDown));
    System.out.println("registry simulator: http://127.0.0.1:" + simulator.port() + "/");
    stopped.await();
    simulator.close();
    vertx.close().await();
    return 0;
  }
}
