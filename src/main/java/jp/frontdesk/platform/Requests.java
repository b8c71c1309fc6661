package jp.frontdesk.platform;

import io.vertx.core.Handler;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Route;
import io.vertx.ext.web.RoutingContext;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import jp.frontdesk.kernel.CaseId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.spi.LoggingEventBuilder;

/// The first handler of every router: gives the request an id and the answer its security headers
/// with a fresh nonce, and writes one log line and one metric when it has ended.
///
/// The line names the route's pattern, never the address that was asked for: what somebody types
/// into an address bar may be personal.
public final class Requests implements Handler<RoutingContext> {
  private static final Logger LOG = LoggerFactory.getLogger("request");
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final String ID = "frontdesk.request";
  private static final String NONCE = "frontdesk.nonce";
  private static final String CASE = "frontdesk.case";

  private final String site;
  private final Metrics metrics;

  /// @param site which door, a label of log and metrics: `kiosk`, `desk` ...
  public Requests(String site, Metrics metrics) {
    this.site = site;
    this.metrics = metrics;
  }

  @Override
  public void handle(RoutingContext context) {
    long startedNanos = System.nanoTime();
    context.put(ID, random(6));
    context.put(NONCE, random(16));
    SecurityHeaders.put(context.response(), nonceOf(context));
    context.addEndHandler(
        ended -> log(context, Duration.ofNanos(System.nanoTime() - startedNanos)));
    context.next();
  }

  /// What the log calls this request, and the error page shows: 8 letters, digits, `-` or `_`.
  public static String idOf(RoutingContext context) {
    return Optional.<String>ofNullable(context.get(ID)).orElse("-");
  }

  /// For the `nonce` of every script element of this answer.
  public static String nonceOf(RoutingContext context) {
    return Optional.<String>ofNullable(context.get(NONCE))
        .orElseThrow(
            () -> new IllegalStateException("Requests must be the router's first handler"));
  }

  /// Puts the case into the request's log line.
  public static void concerns(RoutingContext context, CaseId id) {
    context.put(CASE, id.toString());
  }

  /// The request id, and the case if one is known, on a log event of this request.
  public static LoggingEventBuilder about(LoggingEventBuilder event, RoutingContext context) {
    LoggingEventBuilder withRequest = event.addKeyValue("request", idOf(context));
    return Optional.<String>ofNullable(context.get(CASE))
        .map(id -> withRequest.addKeyValue("case", id))
        .orElse(withRequest);
  }

  private void log(RoutingContext context, Duration duration) {
    HttpServerResponse response = context.response();
    String route = Optional.ofNullable(context.currentRoute()).map(Route::getPath).orElse("-");
    String status = String.valueOf(response.getStatusCode());
    metrics.time("requests", duration, "site", site, "route", route, "status", status);
    about(LOG.atInfo(), context)
        .addKeyValue("site", site)
        .addKeyValue("method", context.request().method().name())
        .addKeyValue("route", route)
        .addKeyValue("status", status)
        .addKeyValue("ms", duration.toMillis())
        .log("answered");
  }

  private static String random(int bytes) {
    byte[] random = new byte[bytes];
    RANDOM.nextBytes(random);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(random);
  }
}
