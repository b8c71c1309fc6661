package jp.frontdesk.fees;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.client.HttpRequest;
import io.vertx.ext.web.client.HttpResponse;
import io.vertx.ext.web.client.WebClient;
import io.vertx.ext.web.client.WebClientOptions;
import java.net.URI;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import jp.frontdesk.kernel.MunicipalityCode;
import jp.frontdesk.platform.Secret;

/// Speaks to the payment simulator over HTTP, signed both ways in spirit of real providers.
/// Whatever is not a clear answer in time (refused connection, timeout, 5xx, broken JSON) is {@link
/// PaymentProvider.Answer.Missing}.
public final class SimulatorClient implements PaymentProvider, AutoCloseable {
  private static final int CONNECT_TIMEOUT_MS = 2_000;
  private static final int MOST_CONNECTIONS = 16;

  private final WebClient client;
  private final URI base;
  private final PaymentSignature signature;
  private final InstantSource clock;
  private final Duration timeout;

  /// @param base the simulator's address, e.g. `http://127.0.0.1:8083`
  /// @param timeout how long an answer may take
  public SimulatorClient(
      Vertx vertx, URI base, Secret secret, InstantSource clock, Duration timeout) {
    this.client =
        WebClient.create(
            vertx,
            new WebClientOptions()
                .setConnectTimeout(CONNECT_TIMEOUT_MS)
                .setFollowRedirects(false)
                .setUserAgentEnabled(false),
            new io.vertx.core.http.PoolOptions().setHttp1MaxSize(MOST_CONNECTIONS));
    this.base = base;
    this.signature = new PaymentSignature(secret);
    this.clock = clock;
    this.timeout = timeout;
  }

  @Override
  public Answer createCode(CodeOrder order) {
    JsonObject body =
        new JsonObject()
            .put("merchantId", order.town().digits())
            .put("merchantPaymentId", order.key())
            .put("amount", order.amount().amountYen())
            .put("currency", "JPY")
            .put("payee", order.payee())
            .put("expiresAt", order.expiresAt().toString());
    return call(HttpMethod.POST, "/v1/codes", body.toBuffer());
  }

  @Override
  public Answer findPayment(MunicipalityCode town, String key) {
    return call(HttpMethod.GET, "/v1/codes/" + key, Buffer.buffer());
  }

  @Override
  public Answer closeCode(MunicipalityCode town, String key) {
    return call(HttpMethod.DELETE, "/v1/codes/" + key, Buffer.buffer());
  }

  @Override
  public Answer findCollection(MunicipalityCode town, String digits) {
    return call(HttpMethod.GET, "/v1/collections/" + digits, Buffer.buffer());
  }

  @Override
  public RefundAnswer refund(RefundOrder order) {
    JsonObject body =
        new JsonObject()
            .put("merchantRefundId", order.refundKey())
            .put("merchantPaymentId", order.key())
            .put("paymentId", order.paymentId())
            .put("amount", order.amount().amountYen());
    return send(HttpMethod.POST, "/v1/refunds", body.toBuffer())
        .map(response -> refundAnswerOf(response.statusCode()))
        .otherwise(failure -> new RefundAnswer.Missing(failure.getClass().getSimpleName()))
        .await();
  }

  private static RefundAnswer refundAnswerOf(int status) {
    if (status == 200) {
      return new RefundAnswer.Done();
    }
    boolean isNo = status == 400 || status == 404 || status == 409;
    return isNo
        ? new RefundAnswer.Refused("status " + status)
        : new RefundAnswer.Missing("status " + status);
  }

  @Override
  public void close() {
    client.close();
  }

  private Answer call(HttpMethod method, String path, Buffer body) {
    return send(method, path, body)
        .map(SimulatorClient::answerOf)
        .otherwise(failure -> new Answer.Missing(failure.getClass().getSimpleName()))
        .await();
  }

  private Future<HttpResponse<Buffer>> send(HttpMethod method, String path, Buffer body) {
    HttpRequest<Buffer> request =
        client
            .requestAbs(method, base.resolve(path).toString())
            .timeout(timeout.toMillis())
            .putHeader("Content-Type", "application/json")
            .putHeader(
                PaymentSignature.HEADER,
                signature.sign(method.name(), path, body.getBytes(), clock.instant()));
    return body.length() == 0 ? request.send() : request.sendBuffer(body);
  }

  private static Answer answerOf(HttpResponse<Buffer> response) {
    int status = response.statusCode();
    if (status == 404) {
      return new Answer.NotKnown();
    }
    if (status >= 500 || status == 429) {
      return new Answer.Missing("status " + status);
    }
    if (status >= 400) {
      return new Answer.Refused("status " + status);
    }
    try {
      return readAnswer(
          Optional.ofNullable(response.bodyAsJsonObject()).orElseGet(JsonObject::new));
    } catch (DecodeException
        | ClassCastException
        | NullPointerException
        | DateTimeException unreadable) {
      return new Answer.Missing("unreadable answer");
    }
  }

  private static Answer readAnswer(JsonObject answer) {
    String status = Optional.ofNullable(answer.getString("status")).orElse("");
    return switch (status) {
      case "CREATED" ->
          new Answer.Open(answer.getString("url"), Instant.parse(answer.getString("expiresAt")));
      case "COMPLETED" -> {
        JsonObject payment = answer.getJsonObject("payment");
        yield new Answer.Paid(
            new ProviderPayment(
                payment.getString("paymentId"),
                payment.getString("reference"),
                payment.getLong("amount"),
                payment.getString("currency"),
                Instant.parse(payment.getString("paidAt"))));
      }
      case "CANCELED", "EXPIRED" -> new Answer.Closed();
      default -> new Answer.Missing("unknown status");
    };
  }
}
