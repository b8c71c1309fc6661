package jp.frontdesk.server;

import io.vertx.core.Promise;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import java.util.function.Supplier;
import jp.frontdesk.platform.Signals;
import jp.frontdesk.platform.Sse;
import jp.frontdesk.platform.TimedWait;

/// Live parts of pages: what a page shows is made again at each signal that concerns it, and every
/// two seconds anyway, and sent when it changed. A stream ends with its page.
final class Live {
  /// One event.
  ///
  /// @param name the page's listener
  /// @param text its content; may have several lines
  record Event(String name, String text) {}

  private static final Duration ASK_AGAIN = Duration.ofSeconds(2);

  private final Signals signals;

  Live(Signals signals) {
    this.signals = signals;
  }

  /// Streams until the browser closes it, or the stream is no longer allowed.
  ///
  /// @param topics signals to wake on
  /// @param concerns whether a signal's payload concerns this page
  /// @param isAllowed asked before anything is sent, every two seconds at least
  /// @param events makes what the page shows now
  void stream(
      RoutingContext ctx,
      List<String> topics,
      Predicate<String> concerns,
      BooleanSupplier isAllowed,
      Supplier<List<Event>> events) {
    AtomicReference<Promise<Void>> wake = new AtomicReference<>(Promise.promise());
    Sse stream = Sse.open(ctx);
    for (String topic : topics) {
      AutoCloseable subscription =
          signals.subscribe(
              topic,
              payload -> {
                if (concerns.test(payload)) {
                  boolean _ = wake.get().tryComplete();
                }
              });
      stream.onClose(() -> closeQuietly(subscription));
    }
    Map<String, String> sent = new HashMap<>();
    try (stream) {
      while (stream.isOpen() && isAllowed.getAsBoolean()) {
        wake.set(Promise.promise());
        for (Event event : events.get()) {
          if (!event.text().equals(sent.put(event.name(), event.text()))) {
            stream.send(event.name(), event.text());
          }
        }
        waitFor(wake.get());
      }
    }
  }

  /// As [#stream(RoutingContext, List, Predicate, BooleanSupplier, Supplier)], allowed as long as
  /// it is open.
  void stream(
      RoutingContext ctx,
      List<String> topics,
      Predicate<String> concerns,
      Supplier<List<Event>> events) {
    stream(ctx, topics, concerns, () -> true, events);
  }

  private static void closeQuietly(AutoCloseable subscription) {
    try {
      subscription.close();
    } catch (Exception alreadyGone) {
      // the subscription ends with the connection in any case
    }
  }

  private static void waitFor(Promise<Void> wake) {
    try {
      TimedWait.await(wake.future(), ASK_AGAIN);
    } catch (TimeoutException quiet) {
      // nothing was signalled; the loop asks anyway
    }
  }
}
