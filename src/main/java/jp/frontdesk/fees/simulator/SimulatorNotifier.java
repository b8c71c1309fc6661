package jp.frontdesk.fees.simulator;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpResponseExpectation;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.client.WebClient;
import java.net.URI;
import java.time.InstantSource;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import jp.frontdesk.fees.PaymentSignature;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Tells the desk of payments, signed, and again a few times while the desk does not take it. Like
/// real providers it gives up at last: the desk has to ask by itself.
final class SimulatorNotifier {
  private static final Logger LOG = LoggerFactory.getLogger(SimulatorNotifier.class);
  private static final int MOST_TRIES = 4;
  private static final int TIMEOUT_MS = 2_000;

  private final Vertx vertx;
  private final WebClient client;
  private final URI callback;
  private final PaymentSignature signature;
  private final InstantSource clock;

  SimulatorNotifier(Vertx vertx, URI callback, PaymentSignature signature, InstantSource clock) {
    this.vertx = vertx;
    this.client = WebClient.create(vertx);
    this.callback = callback;
    this.signature = signature;
    this.clock = clock;
  }

  /// Sends a notification in the background.
  ///
  /// @param copies how many times at once; a good provider sends one
  /// @param longestDelayMs each copy waits a random time up to this, so that their order is lost
  void send(SimulatorBook.Payment payment, int copies, int longestDelayMs) {
    Buffer body =
        new JsonObject()
            .put("notificationId", payment.id())
            .put("kind", payment.isSlip() ? "COLLECTION" : "PAYMENT")
            .put("recordType", payment.isSlip() ? "01" : "PAID")
            .put("merchantId", payment.merchantId())
            .put("reference", payment.reference())
            .put("amount", payment.amountYen())
            .put("currency", payment.currency())
            .put("paidAt", payment.paidAt().toString())
            .toBuffer();
    for (int i = 0; i < copies; i++) {
      Thread _ = Thread.ofVirtual().name("notify").start(() -> deliver(body, longestDelayMs));
    }
  }

  private void deliver(Buffer body, int longestDelayMs) {
    if (longestDelayMs > 0) {
      int delayMs = 1 + ThreadLocalRandom.current().nextInt(longestDelayMs);
      Void _ = vertx.timer(delayMs, TimeUnit.MILLISECONDS).await();
    }
    for (int i = 0; i < MOST_TRIES; i++) {
      boolean isTaken =
          client
              .postAbs(callback.toString())
              .timeout(TIMEOUT_MS)
              .putHeader("Content-Type", "application/json")
              .putHeader(
                  PaymentSignature.HEADER,
                  signature.sign("POST", callback.getPath(), body.getBytes(), clock.instant()))
              .sendBuffer(body)
              .expecting(HttpResponseExpectation.SC_SUCCESS)
              .map(true)
              .otherwise(SimulatorNotifier::refused)
              .await();
      if (isTaken) {
        return;
      }
      Void _ = vertx.timer(1L << i, TimeUnit.SECONDS).await();
    }
  }

  private static boolean refused(Throwable failure) {
    LOG.info("notification not taken: {}", failure.getClass().getSimpleName());
    return false;
  }
}
