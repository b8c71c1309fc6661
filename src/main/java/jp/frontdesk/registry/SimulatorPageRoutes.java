package jp.frontdesk.registry;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;

/// The simulated registry's page for people: 仮登録一覧, live, and the faults as buttons.
final class SimulatorPageRoutes {
  static final String PAGE = "/";
  static final String ENTRIES_FRAGMENT = "/entries";
  static final String EVENTS = "/events";
  static final String SET_FAULT = "/faults/set";
  static final String CSS = "/simulator.css";
  static final String SCRIPT = "/simulator.js";

  private static final String POLICY =
      "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; img-src 'self';"
          + " form-action 'self'; frame-ancestors 'none'; base-uri 'none'";
  private static final long LOOK_EVERY_MS = 300;

  private final Vertx vertx;
  private final SimulatorJournal journal;
  private final AtomicReference<SimulatorFaults> faults;
  private final Map<String, String> townNames = loadTownNames();
  private final TemplateEngine templates = TemplateEngine.createPrecompiled(ContentType.Html);

  SimulatorPageRoutes(
      Vertx vertx, SimulatorJournal journal, AtomicReference<SimulatorFaults> faults) {
    this.vertx = vertx;
    this.journal = journal;
    this.faults = faults;
  }

  void mount(Router router) {
    router.get(PAGE).handler(routing -> show(routing, "registry/simulator.jte"));
    router.get(ENTRIES_FRAGMENT).handler(routing -> show(routing, "registry/entries.jte"));
    router.get(EVENTS).handler(this::stream);
    router.post(SET_FAULT).handler(this::setFault);
    router.get(CSS).handler(routing -> asset(routing, "simulator.css", "text/css"));
    router.get(SCRIPT).handler(routing -> asset(routing, "simulator.js", "text/javascript"));
  }

  private void show(RoutingContext routing, String template) {
    StringOutput html = new StringOutput();
    templates.render(
        template, SimulatorPage.of(journal.listEntries(), faults.get(), townNames), html);
    answer(routing, "text/html", html.toString());
  }

  private void setFault(RoutingContext routing) {
    Optional<String> fault = Optional.ofNullable(routing.request().getFormAttribute("fault"));
    Optional<String> value = Optional.ofNullable(routing.request().getFormAttribute("value"));
    try {
      SimulatorFaults.Fault chosen = SimulatorFaults.Fault.valueOf(fault.orElse(""));
      int number = Integer.parseInt(value.orElse(""));
      var _ = faults.updateAndGet(now -> now.with(chosen, number));
    } catch (IllegalArgumentException notAFault) {
      var _ = routing.response().setStatusCode(400);
      answer(routing, "text/plain", "故障の設定が読めません。");
      return;
    }
    var _ = routing.response().setStatusCode(303).putHeader("location", PAGE).end();
  }

  /// Sends the number of the last change whenever it has grown; the page then fetches the list.
  private void stream(RoutingContext routing) {
    HttpServerResponse response = routing.response();
    response
        .setChunked(true)
        .putHeader("content-type", "text/event-stream; charset=utf-8")
        .putHeader("cache-control", "no-store");
    AtomicLong shown = new AtomicLong(-1);
    long timer =
        vertx.setPeriodic(
            1,
            LOOK_EVERY_MS,
            _ -> {
              long revision = journal.revision();
              if (shown.getAndSet(revision) != revision && !response.closed()) {
                var _ = response.write("data: " + revision + "\n\n");
              }
            });
    response.closeHandler(_ -> {
      boolean _ = vertx.cancelTimer(timer);
    });
  }

  private static void asset(RoutingContext routing, String name, String type) {
    answer(routing, type, new String(resource(name), StandardCharsets.UTF_8));
  }

  private static void answer(RoutingContext routing, String type, String text) {
    var _ =
        routing
            .response()
            .putHeader("content-type", type + "; charset=utf-8")
            .putHeader("content-security-policy", POLICY)
            .putHeader("x-content-type-options", "nosniff")
            .putHeader("referrer-policy", "no-referrer")
            .putHeader("cache-control", "no-store")
            .end(text);
  }

  private static byte[] resource(String name) {
    try (InputStream stream = SimulatorPageRoutes.class.getResourceAsStream("/registry/" + name)) {
      if (stream == null) {
        throw new IllegalStateException("missing resource registry/" + name);
      }
      return stream.readAllBytes();
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  private static Map<String, String> loadTownNames() {
    Properties names = new Properties();
    try (InputStreamReader reader =
        new InputStreamReader(
            new java.io.ByteArrayInputStream(resource("simulator-towns.properties")),
            StandardCharsets.UTF_8)) {
      names.load(reader);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
    Map<String, String> byCode = new LinkedHashMap<>();
    names.stringPropertyNames().forEach(code -> byCode.put(code, names.getProperty(code)));
    return Map.copyOf(byCode);
  }
}
