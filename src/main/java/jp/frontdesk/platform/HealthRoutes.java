package jp.frontdesk.platform;

import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.function.BooleanSupplier;

/// What the operator's tools ask, on a port that listens on the loopback address only: whether this
/// node lives, whether it can take work, and its metrics.
public final class HealthRoutes {
  private static final String LIVE = "/health/live";
  private static final String READY = "/health/ready";
  private static final String METRICS = "/metrics";
  private static final String PLAIN = "text/plain; charset=utf-8";

  /// One thing this node needs before it takes work.
  ///
  /// @param name one word, e.g. `database`
  /// @param isGood asked on each request; may block up to a few seconds
  public record Check(String name, BooleanSupplier isGood) {}

  private final Metrics metrics;
  private final Drain drain;
  private final List<Check> checks;

  public HealthRoutes(Metrics metrics, Drain drain, List<Check> checks) {
    this.metrics = metrics;
    this.drain = drain;
    this.checks = List.copyOf(checks);
  }

  /// Adds the three paths.
  public void mount(Router router) {
    router.get(LIVE).handler(context -> answer(context, 200, "live\n"));
    router.get(READY).handler(this::ready);
    router
        .get(METRICS)
        .handler(context ->
            context
                .response()
                .putHeader("Content-Type", "text/plain; version=0.0.4; charset=utf-8")
                .end(metrics.scrape()));
  }

  private void ready(RoutingContext context) {
    if (drain.hasBegun()) {
      answer(context, 503, "stopping\n");
      return;
    }
    StringBuilder lines = new StringBuilder();
    boolean isReady = true;
    for (Check check : checks) {
      boolean isGood = check.isGood().getAsBoolean();
      isReady &= isGood;
      lines.append(check.name()).append(isGood ? " ok\n" : " down\n");
    }
    answer(context, isReady ? 200 : 503, lines.toString());
  }

  private static void answer(RoutingContext context, int status, String text) {
    context.response().setStatusCode(status).putHeader("Content-Type", PLAIN).end(text);
  }
}
