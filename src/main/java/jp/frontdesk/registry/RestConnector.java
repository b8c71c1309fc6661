package jp.frontdesk.registry;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import jp.frontdesk.registry.PushOutcome.Accepted;
import jp.frontdesk.registry.PushOutcome.Cause;
import jp.frontdesk.registry.PushOutcome.Refused;
import jp.frontdesk.registry.PushOutcome.Unreachable;

/// Hands records over as JSON: `POST {url}/provisional-entries` with an `Idempotency-Key`, then
/// `GET {url}/provisional-entries/{key}` to see what the registry really holds.
///
/// No answer is never taken for a no: the registry may have kept the record before the line broke.
public final class RestConnector implements RegistryConnector {
  private static final String ENTRIES = "/provisional-entries";

  /// A push reads back, sends and reads back again at most.
  private static final int MOST_EXCHANGES = 3;

  private static final ObjectMapper JSON = new ObjectMapper();

  private final RegistryTarget target;
  private final RegistryHttpClient http;

  /// Opens the door to one registry; nothing is sent yet.
  public RestConnector(Vertx vertx, RegistryTarget target) {
    this.target = target;
    this.http = new RegistryHttpClient(vertx, target.timeout());
  }

  @Override
  public PushOutcome push(RegistryRecord record, boolean sentBefore) {
    if (!sentBefore) {
      return send(record, Cause.TARGET_DOWN);
    }
    return switch (readBack(record)) {
      case Held.Same(String receipt) -> new Accepted(receipt);
      case Held.Other() -> keyConflict();
      case Held.Nothing() -> send(record, Cause.RECORD_FAILED);
      case Held.Unknown(Duration retryAfter) -> new Unreachable(retryAfter, Cause.TARGET_DOWN);
    };
  }

  /// @param blame what a failure means: the registry's trouble as long as nothing else was asked of
  ///   it, the record's once the registry has answered a question about it
  private PushOutcome send(RegistryRecord record, Cause blame) {
    RegistryHttpClient.Exchange exchange =
        http.exchange(
            HttpMethod.POST,
            target.url() + ENTRIES,
            Optional.of(record.idempotencyKey()),
            Optional.of(Buffer.buffer(record.json(), StandardCharsets.UTF_8.name())));
    return switch (exchange) {
      case RegistryHttpClient.Exchange.NotSent() ->
          new Unreachable(Duration.ZERO, Cause.TARGET_DOWN);
      case RegistryHttpClient.Exchange.NoAnswer() -> new Unreachable(Duration.ZERO, blame);
      case RegistryHttpClient.Exchange.Answer(int status, Duration retryAfter, Buffer body) ->
          switch (status) {
            case 200, 201 -> verified(record);
            case 400, 409, 422 -> refusal(body).orElse(new Unreachable(retryAfter, blame));
            case 429, 502, 503, 504 -> new Unreachable(retryAfter, Cause.TARGET_DOWN);
            default -> new Unreachable(retryAfter, blame);
          };
    };
  }

  private PushOutcome verified(RegistryRecord record) {
    return switch (readBack(record)) {
      case Held.Same(String receipt) -> new Accepted(receipt);
      case Held.Other() -> keyConflict();
      case Held.Nothing() -> new Unreachable(Duration.ZERO, Cause.RECORD_FAILED);
      case Held.Unknown(Duration retryAfter) -> new Unreachable(retryAfter, Cause.TARGET_DOWN);
    };
  }

  private static Refused keyConflict() {
    return new Refused("key_conflict", "住民記録システムに、同じ連携番号で内容の異なる仮登録があります。住民記録の担当に確認してください。");
  }

  /// What the registry holds under a record's key.
  private sealed interface Held {
    record Same(String receipt) implements Held {}

    record Other() implements Held {}

    record Nothing() implements Held {}

    record Unknown(Duration retryAfter) implements Held {}
  }

  private Held readBack(RegistryRecord record) {
    RegistryHttpClient.Exchange exchange =
        http.exchange(
            HttpMethod.GET,
            target.url() + ENTRIES + "/" + record.idempotencyKey(),
            Optional.empty(),
            Optional.empty());
    return switch (exchange) {
      case RegistryHttpClient.Exchange.NotSent(), RegistryHttpClient.Exchange.NoAnswer() ->
          new Held.Unknown(Duration.ZERO);
      case RegistryHttpClient.Exchange.Answer(int status, Duration retryAfter, Buffer body) ->
          switch (status) {
            case 200 -> heldOf(record, parse(body));
            case 404 -> nothingOf(record, parse(body));
            default -> new Held.Unknown(retryAfter);
          };
    };
  }

  /// An answer about another record is worth nothing, whatever it says.
  private static Held heldOf(RegistryRecord record, JsonNode answer) {
    String receipt = answer.path("receipt").asText("");
    if (!answer.path("key").asText("").equals(record.idempotencyKey()) || receipt.isBlank()) {
      return new Held.Unknown(Duration.ZERO);
    }
    return answer.path("content_sha256").asText("").equals(record.contentSha256())
        ? new Held.Same(receipt)
        : new Held.Other();
  }

  /// A bare 404 may come from a wrong address; only one that names the key says that nothing is
  /// held.
  private static Held nothingOf(RegistryRecord record, JsonNode answer) {
    return answer.path("key").asText("").equals(record.idempotencyKey())
        ? new Held.Nothing()
        : new Held.Unknown(Duration.ZERO);
  }

  private static Optional<PushOutcome> refusal(Buffer body) {
    JsonNode answer = parse(body);
    String code = answer.path("code").asText("");
    String message = answer.path("message").asText("");
    return code.matches("[a-z_]{1,60}") && !message.isBlank()
        ? Optional.of(new Refused(code, message.substring(0, Math.min(message.length(), 1000))))
        : Optional.empty();
  }

  private static JsonNode parse(Buffer body) {
    try {
      return JSON.readTree(body.getBytes());
    } catch (JsonProcessingException notJson) {
      return MissingNode.getInstance();
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  @Override
  public Duration longestPush() {
    return target.timeout().multipliedBy(MOST_EXCHANGES);
  }

  @Override
  public void close() {
    http.close();
  }
}
