package jp.frontdesk.fees;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import jp.frontdesk.fees.LedgerEntry.Account;
import jp.frontdesk.fees.simulator.PaymentSimulatorCommand;
import jp.frontdesk.fees.simulator.SimulatorFault;
import jp.frontdesk.fees.simulator.SimulatorFaults;
import jp.frontdesk.kernel.MunicipalityCode;
import jp.frontdesk.platform.TestHttp;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The desk or the provider dies between a call and its booking: nothing is charged or booked
/// twice, and nothing is lost.
class PaymentCrashIT {
  @TempDir Path folder;

  private PaymentBench bench;

  @BeforeEach
  void start() throws IOException {
    bench = new PaymentBench();
  }

  @AfterEach
  void stop() throws IOException {
    bench.close();
  }

  /// Calls the real provider, then dies before the answer reaches the books.
  private record Dying(PaymentProvider real) implements PaymentProvider {
    @Override
    public Answer createCode(CodeOrder order) {
      throw killedAfter(real.createCode(order));
    }

    @Override
    public Answer findPayment(MunicipalityCode town, String key) {
      throw killedAfter(real.findPayment(town, key));
    }

    @Override
    public Answer closeCode(MunicipalityCode town, String key) {
      throw killedAfter(real.closeCode(town, key));
    }

    @Override
    public Answer findCollection(MunicipalityCode town, String digits) {
      throw killedAfter(real.findCollection(town, digits));
    }

    @Override
    public RefundAnswer refund(RefundOrder order) {
      throw killedAfter(real.refund(order));
    }

    private static IllegalStateException killedAfter(RefundAnswer answer) {
      return new IllegalStateException("killed after " + answer.getClass().getSimpleName());
    }

    private static IllegalStateException killedAfter(Answer answer) {
      return new IllegalStateException("killed after " + answer.getClass().getSimpleName());
    }
  }

  @Test
  void aDeskKilledAfterTheCodeWasMadeGivesOutTheSameCodeAfterItsRestart() throws Exception {
    Invoice invoice = bench.invoice();
    bench.startDesk(new Dying(bench.client));
    assertThatThrownBy(() -> bench.cashier.openCode(invoice)).hasMessage("killed after Open");
    String key = bench.state(invoice).attempts().getFirst().key();

    bench.startDesk();
    bench.runUntil(() -> bench.state(invoice).openCode().isPresent());

    assertThat(bench.openCode(invoice).key()).isEqualTo(key);
    assertThat(bench.state(invoice).attempts()).hasSize(1);
  }

  @Test
  void aDeskKilledAfterItLearntOfThePaymentBooksItOnceAfterItsRestart() throws Exception {
    Invoice invoice = bench.invoice();
    PaymentAttempt code = bench.openCode(invoice);
    bench.simulator.setFaults(SimulatorFaults.of(SimulatorFault.DROPS_NOTIFICATIONS));
    assertThat(bench.pay(code.code().orElseThrow())).isEqualTo(303);
    bench.startDesk(new Dying(bench.client));
    assertThatThrownBy(() -> bench.cashier.refresh(code)).hasMessage("killed after Paid");

    bench.startDesk();
    bench.runUntil(() -> bench.state(invoice).paidBy().isPresent());
    PaymentAttempt again = bench.cashier.refresh(code);

    assertThat(again.status()).isEqualTo(PaymentStatus.PAID);
    assertThat(bench.balance(Account.PROVIDER_CLEARING)).isEqualTo(600);
    assertThat(bench.balance(Account.RECEIVABLE)).isZero();
  }

  @Test
  void aDeskKilledWhileTakingCashHasNotTakenIt() {
    Invoice invoice = bench.invoice();
    PaymentAttempt _ = bench.openCode(invoice);
    bench.startDesk(new Dying(bench.client));
    assertThatThrownBy(() -> bench.cashier.payInCash(invoice, "R-0001", "clerk-1"))
        .hasMessage("killed after Closed");

    bench.startDesk();
    Cashier.CashOutcome outcome = bench.cashier.payInCash(invoice, "R-0001", "clerk-1");

    assertThat(outcome).isInstanceOf(Cashier.CashOutcome.Taken.class);
    assertThat(bench.balance(Account.CASH_DRAWER)).isEqualTo(600);
  }

  @Test
  void aProviderKilledAfterChargingStillKnowsOfTheCharge() throws Exception {
    int port = freePort();
    Process first = startProcess(port);
    bench.client.close();
    bench.client =
        new SimulatorClient(
            bench.vertx,
            URI.create("http://127.0.0.1:" + port),
            PaymentBench.SECRET,
            bench.clock,
            Duration.ofSeconds(3));
    bench.startDesk();
    Invoice invoice = bench.invoice();
    PaymentAttempt code = bench.openCode(invoice);
    int paid = pay(port, code.code().orElseThrow());
    first.destroyForcibly().waitFor();

    PaymentAttempt unanswered = bench.cashier.refresh(code);
    Process second = startProcess(port);
    int paidAgain = pay(port, code.code().orElseThrow());
    bench.runUntil(() -> bench.state(invoice).paidBy().isPresent());
    second.destroyForcibly().waitFor();

    assertThat(paid).isEqualTo(303);
    assertThat(paidAgain).isEqualTo(422);
    assertThat(unanswered.unansweredChecks()).isEqualTo(1);
    assertThat(bench.balance(Account.PROVIDER_CLEARING)).isEqualTo(600);
  }

  @Test
  void aTornLastLineOfTheJournalIsDropped() throws IOException {
    bench.simulator.close();
    Files.writeString(
        bench.journal,
        "{\"type\":\"payment\",\"id\":\"P1",
        java.nio.file.StandardOpenOption.CREATE,
        java.nio.file.StandardOpenOption.APPEND);

    bench.simulator = bench.startSimulator(0);

    assertThat(Files.readString(bench.journal)).doesNotContain("P1");
  }

  private int pay(int port, String text) throws IOException, InterruptedException {
    return TestHttp.newClient()
        .send(
            HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/app/pay"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(
                    HttpRequest.BodyPublishers.ofString(
                        "text=" + URLEncoder.encode(text, StandardCharsets.UTF_8)))
                .build(),
            HttpResponse.BodyHandlers.discarding())
        .statusCode();
  }

  /// A simulator of its own, with a callback address where nobody listens.
  private Process startProcess(int port) throws IOException {
    Process process =
        new ProcessBuilder(
                List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-cp",
                    System.getProperty("java.class.path"),
                    OneCommand.class.getName(),
                    "--port=" + port,
                    "--data=" + folder.resolve("simulator"),
                    "--notify=http://127.0.0.1:1/callbacks/payment",
                    "--secret=" + PaymentBench.SECRET.value()))
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    BufferedReader output =
        new BufferedReader(
            new java.io.InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    String line = output.readLine();
    while (line != null && !line.startsWith("payment-simulator ")) {
      line = output.readLine();
    }
    assertThat(line).isNotNull();
    return process;
  }

  private static int freePort() throws IOException {
    try (ServerSocket free = new ServerSocket(0)) {
      return free.getLocalPort();
    }
  }

  /// Runs the one command without the rest of the program.
  public static final class OneCommand {
    private OneCommand() {}

    /// Starts the simulator.
    public static void main(String[] args) {
      System.exit(new picocli.CommandLine(new PaymentSimulatorCommand()).execute(args));
    }
  }
}
