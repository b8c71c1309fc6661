package jp.frontdesk.fees;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import jp.frontdesk.fees.simulator.SimulatorFault;
import jp.frontdesk.fees.simulator.SimulatorFaults;
import jp.frontdesk.platform.Secret;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class NotificationRoutesIT {
  private static final PaymentSignature SIGNATURE = new PaymentSignature(PaymentBench.SECRET);

  private PaymentBench bench;

  @BeforeEach
  void start() throws IOException {
    bench = new PaymentBench();
  }

  @AfterEach
  void stop() throws IOException {
    bench.close();
  }

  @Test
  void anUnsignedOrWronglySignedOrOldMessageIsRefused() throws Exception {
    byte[] body = message("n-1", "key");
    PaymentSignature stranger = new PaymentSignature(new Secret("the secret of a stranger"));
    Instant now = bench.clock.instant();

    assertThat(post(body, "")).isEqualTo(401);
    assertThat(post(body, "x:y:z")).isEqualTo(401);
    assertThat(post(body, stranger.sign("POST", NotificationRoutes.CALLBACK, body, now)))
        .isEqualTo(401);
    assertThat(
            post(
                body,
                SIGNATURE.sign(
                    "POST", NotificationRoutes.CALLBACK, body, now.minus(Duration.ofMinutes(6)))))
        .isEqualTo(401);
    assertThat(post(message("n-2", "key"), signed(body))).isEqualTo(401);
    assertThat(keptCount()).isZero();
  }

  @Test
  void badJsonAStrangeTownAndTenMegabytesAreRefused() throws Exception {
    byte[] broken = "{\"notificationId\":".getBytes(StandardCharsets.UTF_8);
    byte[] wrongTypes = "{\"notificationId\":{},\"kind\":1}".getBytes(StandardCharsets.UTF_8);
    byte[] elsewhere =
        new String(message("n-1", "k"), StandardCharsets.UTF_8)
            .replace("999997", "141003")
            .getBytes(StandardCharsets.UTF_8);
    byte[] huge = new byte[10_000_000];
    Arrays.fill(huge, (byte) '1');

    assertThat(post(broken, signed(broken))).isEqualTo(400);
    assertThat(post(wrongTypes, signed(wrongTypes))).isEqualTo(400);
    assertThat(post(elsewhere, signed(elsewhere))).isEqualTo(404);
    assertThat(postOrDropped(huge)).isIn(413, -1);
    assertThat(keptCount()).isZero();
  }

  @Test
  void aRepeatIsAnsweredAndKeptOnce() throws Exception {
    byte[] body = message("n-1", "no-such-key");

    assertThat(post(body, signed(body))).isEqualTo(200);
    assertThat(post(body, signed(body))).isEqualTo(200);

    assertThat(keptCount()).isEqualTo(1);
  }

  @Test
  void aLieAboutAPaymentBooksNothing() throws Exception {
    Invoice invoice = bench.invoice();
    PaymentAttempt code = bench.openCode(invoice);
    byte[] body = message("n-1", code.key());

    assertThat(post(body, signed(body))).isEqualTo(200);
    int _ = bench.poller.runOnce();

    assertThat(bench.state(invoice).invoice().status()).isEqualTo(Invoice.Status.DUE);
  }

  @Test
  void aNotificationForAClosedCodeThatCameWhileTheProviderWasSilentIsTakenUpLater()
      throws Exception {
    Invoice invoice = bench.invoice();
    String slip = bench.slip(invoice);
    assertThat(bench.cashier.payInCash(invoice, "R-0001", "clerk-1"))
        .isInstanceOf(Cashier.CashOutcome.Taken.class);
    bench.simulator.setFaults(SimulatorFaults.of(SimulatorFault.FAILS_WITH_5XX));
    assertThat(bench.pay(slip)).isEqualTo(303);
    Thread.sleep(500);
    assertThat(bench.state(invoice).hasException()).isFalse();

    bench.simulator.setFaults(SimulatorFaults.NONE);
    bench.ahead.set(Duration.ofSeconds(10));
    bench.runUntil(() -> bench.state(invoice).hasException());
  }

  private int keptCount() {
    return bench.database.inTown(
        PaymentBench.TOWN,
        c -> c.query("select 1 from payment_notification").execute().await().size());
  }

  private static byte[] message(String id, String reference) {
    return """
    {"notificationId":"%s","kind":"PAYMENT","merchantId":"999997","reference":"%s"}\
    """
        .formatted(id, reference)
        .getBytes(StandardCharsets.UTF_8);
  }

  private String signed(byte[] body) {
    return SIGNATURE.sign("POST", NotificationRoutes.CALLBACK, body, bench.clock.instant());
  }

  private int post(byte[] body, String signature) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(bench.callback())
            .header(PaymentSignature.HEADER, signature)
            .POST(HttpRequest.BodyPublishers.ofByteArray(body))
            .build();
    return bench.http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
  }

  /// The status, or -1 where the desk closed the connection instead of reading all of it.
  private int postOrDropped(byte[] body) throws InterruptedException {
    try {
      return post(body, "");
    } catch (IOException dropped) {
      return -1;
    }
  }
}
