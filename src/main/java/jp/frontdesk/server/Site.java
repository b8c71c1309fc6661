package jp.frontdesk.server;

import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.handler.BodyHandler;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import jp.frontdesk.fees.NotificationRoutes;
import jp.frontdesk.platform.ErrorPages;
import jp.frontdesk.platform.Metrics;
import jp.frontdesk.platform.Requests;
import jp.frontdesk.platform.StaticFiles;
import jp.frontdesk.platform.WebServer;

/// One door of the desk: a port with its routes. Only listens; what happens is in the routes.
final class Site extends VerticleBase {
  private static final int IDLE_S = 60;
  private static final int FORM_BYTES = 256 * 1024;
  private static final int UPLOAD_BYTES = 40 * 1024 * 1024;
  private static final int FILE_BYTES = 12 * 1024 * 1024;

  private final String name;
  private final String host;
  private final int port;
  private final Metrics metrics;
  private final StaticFiles files;
  private final ErrorPages errors;
  private final Consumer<Router> routes;
  private final AtomicInteger boundPort;

  /// @param port 0 for any free one
  /// @param boundPort is told the port that was taken
  Site(
      String name,
      String host,
      int port,
      Metrics metrics,
      StaticFiles files,
      ErrorPages errors,
      Consumer<Router> routes,
      AtomicInteger boundPort) {
    this.name = name;
    this.host = host;
    this.port = port;
    this.metrics = metrics;
    this.files = files;
    this.errors = errors;
    this.routes = routes;
    this.boundPort = boundPort;
  }

  @Override
  public Future<?> start() {
    Router router = Router.router(vertx);
    errors.mount(router);
    router.route().handler(new Requests(name, metrics));
    files.mount(router);
    MemoryUploads uploads = new MemoryUploads(UPLOAD_BYTES);
    MemoryUploads settlements = new MemoryUploads(FILE_BYTES);
    BodyHandler forms = BodyHandler.create(false).setBodyLimit(FORM_BYTES);
    router
        .route()
        .handler(ctx -> {
          boolean isPost = ctx.request().method().equals(HttpMethod.POST);
          if (!isPost || FormTexts.pathOf(ctx).equals(NotificationRoutes.CALLBACK)) {
            ctx.next();
          } else if (FormTexts.pathOf(ctx).equals(KioskScanRoutes.SCAN)) {
            uploads.handle(ctx);
          } else if (FormTexts.pathOf(ctx).equals(DeskCloseRoutes.FILE)) {
            settlements.handle(ctx);
          } else {
            forms.handle(ctx);
          }
        });
    routes.accept(router);
    return WebServer.create(vertx, IDLE_S)
        .requestHandler(router)
        .listen(port, host)
        .onSuccess(server -> boundPort.set(server.actualPort()));
  }
}
