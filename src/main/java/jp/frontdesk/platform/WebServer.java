package jp.frontdesk.platform;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;

/// The one place where HTTP servers are made: HTTP/1.1 alone. Clear-text HTTP/2 is not offered,
/// since neither browsers nor providers use it and clients that try an upgrade only meet its
/// faults.
public final class WebServer {
  private WebServer() {}

  /// A server that does not listen yet.
  ///
  /// @param idleTimeoutS a connection silent for so long is closed; 0 for never
  public static HttpServer create(Vertx vertx, int idleTimeoutS) {
    return vertx.createHttpServer(
        new HttpServerOptions().setHttp2ClearTextEnabled(false).setIdleTimeout(idleTimeoutS));
  }
}
