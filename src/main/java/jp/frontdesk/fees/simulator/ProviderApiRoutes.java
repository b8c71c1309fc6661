package jp.frontdesk.fees.simulator;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import jp.frontdesk.fees.PaymentSignature;

/// What the simulated provider and collection agent offer the desk: make, find and close a code,
/// find the payment of a slip, give a payment back. Every call is signed.
final class ProviderApiRoutes {
  private static final String CODES = "/v1/codes";
  private static final String CODE = "/v1/codes/:key";
  private static final String REFUNDS = "/v1/refunds";
  private static final String COLLECTION = "/v1/collections/:digits";
  private static final int MOST_BYTES = 8_192;
  private static final long LOST_ANSWER_SECONDS = 30;

  private final Vertx vertx;
  private final SimulatorBook book;
  private final PaymentSignature signature;
  private final AtomicReference<SimulatorFaults> faults;
  private final InstantSource clock;
  private final Function<SimulatorBook.Code, String> urlOf;
  private final AtomicInteger calls = new AtomicInteger();

  /// @param urlOf the text of a code's QR code
  ProviderApiRoutes(
      Vertx vertx,
      SimulatorBook book,
      PaymentSignature signature,
      AtomicReference<SimulatorFaults> faults,
      InstantSource clock,
      Function<SimulatorBook.Code, String> urlOf) {
    this.vertx = vertx;
    this.book = book;
    this.signature = signature;
    this.faults = faults;
    this.clock = clock;
    this.urlOf = urlOf;
  }

  void mount(Router router) {
    router.route("/v1/*").handler(BodyHandler.create(false).setBodyLimit(MOST_BYTES));
    router.route("/v1/*").handler(this::admit);
    router.post(CODES).handler(ctx -> answer(ctx, this::createCode));
    router.get(CODE).handler(ctx -> answer(ctx, this::findCode));
    router.delete(CODE).handler(ctx -> answer(ctx, this::closeCode));
    router.post(REFUNDS).handler(ctx -> answer(ctx, this::refund));
    router.get(COLLECTION).handler(ctx -> answer(ctx, this::findCollection));
  }

  private record Reply(int status, JsonObject body) {}

  private void admit(RoutingContext ctx) {
    SimulatorFaults now = faults.get();
    if (now.slowMs() > 0) {
      Void _ = vertx.timer(now.slowMs(), TimeUnit.MILLISECONDS).await();
    }
    boolean fails =
        now.has(SimulatorFault.FAILS_WITH_5XX)
            || (now.has(SimulatorFault.FAILS_EVERY_SECOND_CALL)
                && calls.incrementAndGet() % 2 == 1);
    if (fails) {
      ctx.response().setStatusCode(503).end();
      return;
    }
    String header =
        Optional.ofNullable(ctx.request().getHeader(PaymentSignature.HEADER)).orElse("");
    byte[] body = Optional.ofNullable(ctx.body().buffer()).orElseGet(Buffer::buffer).getBytes();
    String method = ctx.request().method().name();
    String path = Optional.ofNullable(ctx.request().path()).orElse("");
    if (signature.isRight(header, method, path, body, clock.instant())) {
      ctx.next();
    } else {
      ctx.response().setStatusCode(401).end();
    }
  }

  private void answer(RoutingContext ctx, Function<RoutingContext, Reply> work) {
    Reply reply = work.apply(ctx);
    if (faults.get().has(SimulatorFault.LOSES_ANSWERS)) {
      Void _ = vertx.timer(LOST_ANSWER_SECONDS, TimeUnit.SECONDS).await();
      ctx.request().connection().close();
      return;
    }
    ctx.response()
        .setStatusCode(reply.status())
        .putHeader("Content-Type", "application/json; charset=utf-8")
        .end(reply.body().toBuffer());
  }

  private Reply createCode(RoutingContext ctx) {
    try {
      JsonObject order = Optional.ofNullable(ctx.body().asJsonObject()).orElseGet(JsonObject::new);
      String key = order.getString("merchantPaymentId");
      long amountYen = order.getLong("amount");
      boolean isFair =
          key.length() <= 64 && amountYen > 0 && order.getString("currency").equals("JPY");
      if (!isFair) {
        return new Reply(400, problem("order"));
      }
      SimulatorBook.Code code =
          book.createCode(
              key,
              order.getString("merchantId"),
              amountYen,
              order.getString("payee"),
              Instant.parse(order.getString("expiresAt")));
      boolean isSame = code.isClosed() || code.amountYen() == amountYen;
      return isSame ? stateOf(code) : new Reply(409, problem("amount"));
    } catch (DecodeException
        | ClassCastException
        | NullPointerException
        | DateTimeException unreadable) {
      return new Reply(400, problem("body"));
    }
  }

  private Reply findCode(RoutingContext ctx) {
    return book.findCode(pathPart(ctx, "key"))
        .map(this::stateOf)
        .orElseGet(() -> new Reply(404, problem("key")));
  }

  private Reply closeCode(RoutingContext ctx) {
    return stateOf(book.close(pathPart(ctx, "key"), clock.instant()));
  }

  private Reply findCollection(RoutingContext ctx) {
    return book.findPayment(pathPart(ctx, "digits"))
        .map(payment -> new Reply(200, completed(payment)))
        .orElseGet(() -> new Reply(404, problem("digits")));
  }

  /// Gives the whole payment of a code back, once: the same refund again is told as done, another
  /// one is refused.
  private Reply refund(RoutingContext ctx) {
    if (faults.get().has(SimulatorFault.REFUSES_REFUNDS)) {
      return new Reply(409, problem("refund"));
    }
    try {
      JsonObject order = Optional.ofNullable(ctx.body().asJsonObject()).orElseGet(JsonObject::new);
      boolean isDone =
          book.refund(
              order.getString("merchantRefundId"),
              order.getString("paymentId"),
              order.getLong("amount"),
              clock.instant());
      return isDone
          ? new Reply(200, new JsonObject().put("status", "REFUNDED"))
          : new Reply(409, problem("payment"));
    } catch (DecodeException | ClassCastException | NullPointerException unreadable) {
      return new Reply(400, problem("body"));
    }
  }

  private Reply stateOf(SimulatorBook.Code code) {
    Optional<SimulatorBook.Payment> payment = book.findPayment(code.key());
    if (payment.isPresent()) {
      return new Reply(200, completed(payment.get()));
    }
    if (!code.isOpen(clock.instant())) {
      String status = code.isClosed() ? "CANCELED" : "EXPIRED";
      return new Reply(200, new JsonObject().put("status", status));
    }
    return new Reply(
        200,
        new JsonObject()
            .put("status", "CREATED")
            .put("url", urlOf.apply(code))
            .put("expiresAt", code.expiresAt().toString()));
  }

  private static String pathPart(RoutingContext ctx, String name) {
    return Optional.ofNullable(ctx.pathParam(name)).orElse("");
  }

  private static JsonObject completed(SimulatorBook.Payment payment) {
    return new JsonObject()
        .put("status", "COMPLETED")
        .put(
            "payment",
            new JsonObject()
                .put("paymentId", payment.id())
                .put("reference", payment.reference())
                .put("amount", payment.amountYen())
                .put("currency", payment.currency())
                .put("paidAt", payment.paidAt().toString()));
  }

  private static JsonObject problem(String field) {
    return new JsonObject().put("status", "REFUSED").put("field", field);
  }
}
