package jp.frontdesk.fees.simulator;

import io.vertx.core.Vertx;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import jp.frontdesk.platform.Secret;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `frontdesk payment-simulator`: runs the simulated provider, agent and app until it is ended.
@Command(
    name = "payment-simulator",
    mixinStandardHelpOptions = true,
    description = "A simulated payment provider, collection agent and payment app.")
public final class PaymentSimulatorCommand implements Callable<Integer> {
  @Option(
      names = "--port",
      defaultValue = "8083",
      description = "Port on 127.0.0.1 (default: ${DEFAULT-VALUE}).")
  private int port;

  @Option(
      names = "--data",
      defaultValue = "data/payment-simulator",
      description = "Folder that keeps what was charged (default: ${DEFAULT-VALUE}).")
  private Path data = Path.of("data/payment-simulator");

  @Option(
      names = "--config",
      defaultValue = "kiosk-config",
      description = "Folder of the towns that can be paid (default: ${DEFAULT-VALUE}).")
  private Path config = Path.of("kiosk-config");

  @Option(
      names = "--notify",
      defaultValue = "http://127.0.0.1:8081/callbacks/payment",
      description = "The desk's address for notifications (default: ${DEFAULT-VALUE}).")
  private URI callback = URI.create("http://127.0.0.1:8081/callbacks/payment");

  @Option(
      names = "--secret",
      defaultValue = "${env:FRONTDESK_PAYMENT_SECRET:-simulated-payment-secret}",
      description =
          "Secret shared with the desk (default: FRONTDESK_PAYMENT_SECRET, else a demo secret).")
  private String secret = "simulated-payment-secret";

  @Override
  public Integer call() throws IOException, InterruptedException {
    Vertx vertx = Vertx.vertx();
    CountDownLatch ended = new CountDownLatch(1);
    PaymentSimulator simulator =
        PaymentSimulator.start(
            vertx,
            new PaymentSimulator.Options(
                port, data.resolve("journal"), config, callback, new Secret(secret)),
            InstantSource.system());
    Runtime.getRuntime().addShutdownHook(new Thread(ended::countDown));
    System.out.println("payment-simulator " + simulator.address() + "/app");
    ended.await();
    simulator.close();
    return 0;
  }
}
