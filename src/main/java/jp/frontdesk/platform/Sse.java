package jp.frontdesk.platform;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;

/// One browser's stream of server-sent events. A browser that does not keep up is cut off and comes
/// again by itself; what it missed it asks for with a new page.
public final class Sse implements AutoCloseable {
  private static final long KEEP_ALIVE_MS = 15_000;
  private static final int RETRY_MS = 2_000;

  private final Vertx vertx;
  private final HttpServerResponse response;
  private final long keepAliveTimer;
  private final AtomicBoolean isClosed = new AtomicBoolean();
  private final List<Runnable> onClose = new CopyOnWriteArrayList<>();

  private Sse(Vertx vertx, HttpServerResponse response) {
    this.vertx = vertx;
    this.response = response;
    this.keepAliveTimer = vertx.setPeriodic(KEEP_ALIVE_MS, tick -> write(":\n\n"));
  }

  /// Answers with an open stream; the handler then just returns.
  public static Sse open(RoutingContext context) {
    HttpServerResponse response =
        context
            .response()
            .setChunked(true)
            .putHeader("Content-Type", "text/event-stream; charset=utf-8")
            .putHeader("X-Accel-Buffering", "no");
    Sse stream = new Sse(context.vertx(), response);
    response.closeHandler(gone -> stream.end());
    response.exceptionHandler(gone -> stream.end());
    stream.write("retry: " + RETRY_MS + "\n\n");
    return stream;
  }

  /// Sends one event; from any thread, never blocks. Nothing happens when the stream is closed.
  ///
  /// @param event its name, one word
  /// @param text may have several lines
  public void send(String event, String text) {
    StringBuilder lines = new StringBuilder("event: ").append(event).append('\n');
    text.lines().forEach(line -> lines.append("data: ").append(line).append('\n'));
    if (text.isEmpty()) {
      lines.append("data:\n");
    }
    write(lines.append('\n').toString());
  }

  /// Runs once when browser or server has closed the stream, at once when that was before.
  public void onClose(Runnable action) {
    onClose.add(action);
    if (isClosed.get() && onClose.remove(action)) {
      action.run();
    }
  }

  /// True until either side closes.
  public boolean isOpen() {
    return !isClosed.get();
  }

  @Override
  public void close() {
    if (end()) {
      response.end();
    }
  }

  private void write(String text) {
    if (isClosed.get()) {
      return;
    }
    if (response.writeQueueFull()) {
      if (end()) {
        response.reset();
      }
      return;
    }
    response.write(text);
  }

  @CanIgnoreReturnValue
  private boolean end() {
    if (!isClosed.compareAndSet(false, true)) {
      return false;
    }
    vertx.cancelTimer(keepAliveTimer);
    onClose.forEach(action -> {
      if (onClose.remove(action)) {
        action.run();
      }
    });
    return true;
  }
}
