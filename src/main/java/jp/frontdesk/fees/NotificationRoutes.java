package jp.frontdesk.fees;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Optional;
import jp.frontdesk.kernel.MunicipalityCode;
import jp.frontdesk.platform.Secret;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Where the payment provider tells us of payments. Size, signature and shape are checked before
/// the database is touched; a good message is kept and answered at once, and acted on afterwards.
/// Mount on a virtual-thread verticle.
public final class NotificationRoutes {
  /// The address the provider calls.
  public static final String CALLBACK = "/callbacks/payment";

  private static final Logger LOG = LoggerFactory.getLogger(NotificationRoutes.class);
  private static final int MOST_BYTES = 16_384;
  private static final int MOST_ID = 100;

  private final PaymentNotices notices;
  private final PaymentSignature signature;
  private final InstantSource clock;

  /// @param secret shared with the provider
  public NotificationRoutes(PaymentNotices notices, Secret secret, InstantSource clock) {
    this.notices = notices;
    this.signature = new PaymentSignature(secret);
    this.clock = clock;
  }

  /// Adds the address. It needs no session and no login: the signature is the proof.
  public void mount(Router router) {
    router
        .post(CALLBACK)
        .handler(BodyHandler.create(false).setBodyLimit(MOST_BYTES))
        .handler(this::receive);
  }

  private void receive(RoutingContext ctx) {
    byte[] body = Optional.ofNullable(ctx.body().buffer()).orElseGet(Buffer::buffer).getBytes();
    String header =
        Optional.ofNullable(ctx.request().getHeader(PaymentSignature.HEADER)).orElse("");
    if (!signature.isRight(header, "POST", CALLBACK, body, clock.instant())) {
      answer(ctx, 401);
      return;
    }
    Optional<PaymentNotification> notification = read(body);
    if (notification.isEmpty()) {
      answer(ctx, 400);
      return;
    }
    PaymentNotification told = notification.get();
    if (!notices.isServed(told.town())) {
      answer(ctx, 404);
      return;
    }
    boolean isNew = notices.keep(told, new String(body, StandardCharsets.UTF_8));
    answer(ctx, 200);
    if (isNew) {
      Thread _ = Thread.ofVirtual().name("payment-notice").start(() -> settle(told));
    }
  }

  private void settle(PaymentNotification notification) {
    try {
      notices.settle(notification);
    } catch (RuntimeException broken) {
      LOG.warn("a payment notification waits for the poller: {}", broken.getClass().getName());
    }
  }

  private static Optional<PaymentNotification> read(byte[] body) {
    try {
      JsonObject json = new JsonObject(Buffer.buffer(body));
      Optional<MunicipalityCode> town = MunicipalityCode.parse(textOf(json, "merchantId"));
      String id = textOf(json, "notificationId");
      String reference = textOf(json, "reference");
      if (town.isEmpty() || id.isEmpty() || reference.isEmpty()) {
        return Optional.empty();
      }
      PaymentNotification.Kind kind = PaymentNotification.Kind.valueOf(textOf(json, "kind"));
      return Optional.of(new PaymentNotification(town.get(), id, kind, reference));
    } catch (DecodeException | ClassCastException | IllegalArgumentException unreadable) {
      return Optional.empty();
    }
  }

  /// A short text, or nothing.
  private static String textOf(JsonObject json, String name) {
    return Optional.ofNullable(json.getString(name))
        .filter(text -> text.length() <= MOST_ID)
        .orElse("");
  }

  private static void answer(RoutingContext ctx, int status) {
    ctx.response().setStatusCode(status).end();
  }
}
