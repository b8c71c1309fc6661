package jp.frontdesk.registry;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import jp.frontdesk.kernel.Problem;

/// The simulated registry's interface for machines: entries are posted, read back by key and
/// listed; faults are read and set.
final class SimulatorRoutes {
  static final String ENTRIES = "/api/provisional-entries";
  static final String ENTRY = "/api/provisional-entries/:key";
  static final String FAULTS = "/faults";
  static final String HEALTH = "/health";

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final long LARGEST_BODY_BYTES = 1024 * 1024;
  private static final String ASCII_KEY = "[A-Za-z0-9:._-]{1,200}";

  private final Vertx vertx;
  private final SimulatorJournal journal;
  private final AtomicReference<SimulatorFaults> faults;
  private final SimulatorEntries entries;

  SimulatorRoutes(
      Vertx vertx,
      SimulatorJournal journal,
      AtomicReference<SimulatorFaults> faults,
      SimulatorEntries entries) {
    this.vertx = vertx;
    this.journal = journal;
    this.faults = faults;
    this.entries = entries;
  }

  void mount(Router router) {
    router.route("/api/*").handler(this::cutWhenDown);
    router.route().handler(BodyHandler.create(false).setBodyLimit(LARGEST_BODY_BYTES));
    router.post(ENTRIES).handler(this::register);
    router.get(ENTRIES).handler(this::list);
    router.get(ENTRY).handler(this::readBack);
    router.get(FAULTS).handler(routing -> answer(routing, 200, JSON.valueToTree(faults.get())));
    router.put(FAULTS).handler(this::setFaults);
    router
        .get(HEALTH)
        .handler(routing -> answer(routing, 200, JSON.createObjectNode().put("status", "up")));
  }

  private void cutWhenDown(RoutingContext routing) {
    if (faults.get().down()) {
      cut(routing);
    } else {
      routing.next();
    }
  }

  private static void cut(RoutingContext routing) {
    var _ = routing.request().connection().close();
  }

  private void register(RoutingContext routing) {
    SimulatorFaults now = faults.getAndUpdate(SimulatorFaults::afterOneEntry);
    if (now.delayMs() > 0) {
      var _ = vertx.timer(now.delayMs()).await();
    }
    if (now.serverError() != 0) {
      answer(routing, 500, problem("fault", "故障の設定により、エラーを返しています。"));
      return;
    }
    String key = Optional.ofNullable(routing.request().getHeader("idempotency-key")).orElse("");
    byte[] body = bodyOf(routing);
    Optional<JsonNode> record = parse(body);
    if (!key.matches(ASCII_KEY) || record.isEmpty()) {
      answer(routing, 400, problem("not_readable", "連携番号または本文が読めません。"));
      return;
    }
    answerEntry(routing, now, keep(key, body, record.get()));
  }

  /// What an entry is answered with.
  private record Reply(int status, ObjectNode body) {}

  private Reply keep(String key, byte[] body, JsonNode record) {
    String sha256 = RegistryRecord.sha256(body);
    return switch (entries.take(key, sha256, record)) {
      case SimulatorEntries.Taken.Refused refused -> new Reply(422, refusal(refused));
      case SimulatorEntries.Taken.Known(SimulatorJournal.Kept kept) -> replyTo(kept);
    };
  }

  private static Reply replyTo(SimulatorJournal.Kept kept) {
    return switch (kept) {
      case SimulatorJournal.Kept.Created(ProvisionalEntry entry) -> new Reply(201, describe(entry));
      case SimulatorJournal.Kept.Replayed(ProvisionalEntry entry) ->
          new Reply(200, describe(entry));
      case SimulatorJournal.Kept.Conflict() ->
          new Reply(409, problem("key_conflict", "同じ連携番号で、内容の異なる仮登録があります。"));
    };
  }

  private void answerEntry(RoutingContext routing, SimulatorFaults now, Reply reply) {
    if (now.dropAfterCommit() != 0) {
      cut(routing);
    } else if (now.answerTwice() != 0) {
      answerTwice(routing, reply);
    } else {
      answer(routing, reply.status(), reply.body());
    }
  }

  /// The second answer follows the first on the same connection, where a careless client takes it
  /// for the answer to its next question.
  private static void answerTwice(RoutingContext routing, Reply reply) {
    Buffer body = Buffer.buffer(reply.body().toString(), StandardCharsets.UTF_8.name());
    Buffer again =
        Buffer.buffer("HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: ")
            .appendString(body.length() + "\r\n\r\n")
            .appendBuffer(body);
    HttpServerResponse response = routing.response().setStatusCode(reply.status());
    response.putHeader("content-type", "application/json");
    response.putHeader("content-length", Integer.toString(body.length()));
    var _ = response.write(body);
    var _ = response.end(again);
  }

  private void readBack(RoutingContext routing) {
    String key = Optional.ofNullable(routing.pathParam("key")).orElse("");
    Optional<ProvisionalEntry> entry = journal.findEntry(key);
    if (entry.isPresent()) {
      answer(routing, 200, describe(entry.get()));
    } else {
      answer(routing, 404, problem("not_registered", "この連携番号の仮登録はありません。").put("key", key));
    }
  }

  private void list(RoutingContext routing) {
    ArrayNode all = JSON.createArrayNode();
    for (ProvisionalEntry entry : journal.listEntries()) {
      ObjectNode described = describe(entry);
      described.set("record", entry.record());
      all.add(described);
    }
    answer(routing, 200, all);
  }

  private void setFaults(RoutingContext routing) {
    try {
      faults.set(JSON.readValue(bodyOf(routing), SimulatorFaults.class));
      answer(routing, 200, JSON.valueToTree(faults.get()));
    } catch (IOException notFaults) {
      answer(routing, 400, problem("not_readable", "故障の設定が読めません。"));
    }
  }

  private static ObjectNode describe(ProvisionalEntry entry) {
    return JSON.createObjectNode()
        .put("key", entry.key())
        .put("receipt", entry.receipt())
        .put("status", "provisional")
        .put("content_sha256", entry.contentSha256())
        .put("reception_number", entry.record().path("受付番号").asText(""))
        .put("registered_at", entry.registeredAt().toString())
        .put("times_received", entry.timesReceived())
        .put("alerts", entry.alerts());
  }

  private static ObjectNode problem(String code, String message) {
    return JSON.createObjectNode().put("code", code).put("message", message);
  }

  private static ObjectNode refusal(SimulatorEntries.Taken.Refused refused) {
    ObjectNode body = problem("invalid_entry", refused.words());
    ArrayNode problems = body.putArray("problems");
    for (Problem error : refused.errors()) {
      problems.add(problem(error.code(), error.message()).put("field", error.field()));
    }
    return body;
  }

  private static byte[] bodyOf(RoutingContext routing) {
    return Optional.ofNullable(routing.body().buffer()).map(Buffer::getBytes).orElse(new byte[0]);
  }

  private static Optional<JsonNode> parse(byte[] body) {
    try {
      return Optional.of(JSON.readTree(body)).filter(JsonNode::isObject);
    } catch (JsonProcessingException notJson) {
      return Optional.empty();
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  private static void answer(RoutingContext routing, int status, JsonNode body) {
    var _ =
        routing
            .response()
            .setStatusCode(status)
            .putHeader("content-type", "application/json; charset=utf-8")
            .putHeader("cache-control", "no-store")
            .end(body.toString());
  }
}
