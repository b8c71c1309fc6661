package jp.frontdesk.platform;

import io.vertx.core.http.ConnectionPoolTooBusyException;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The one place where what broke is logged and shown: a page in Japanese with the request's id.
/// What fails because the browser has gone away is neither.
public final class ErrorPages {
  private static final Logger LOG = LoggerFactory.getLogger(ErrorPages.class);
  private static final List<Integer> STATUSES =
      List.of(400, 401, 403, 404, 405, 406, 408, 409, 410, 413, 414, 415, 422, 429, 500, 501, 503);
  private static final String STYLESHEET = "error.css";

  private final Pages pages;
  private final Optional<StaticFiles> files;

  public ErrorPages(Pages pages, StaticFiles files) {
    this.pages = pages;
    this.files = Optional.of(files).filter(each -> each.has(STYLESHEET));
  }

  /// Shows every failure of that router's handlers, and pages that do not exist.
  public void mount(Router router) {
    STATUSES.forEach(status -> router.errorHandler(status, context -> show(context, status)));
  }

  private void show(RoutingContext context, int asked) {
    Optional<Throwable> failure = Optional.ofNullable(context.failure());
    int status = failure.map(cause -> statusOf(cause, asked)).orElse(asked);
    if (context.response().closed()) {
      return;
    }
    failure
        .filter(cause -> status >= 500)
        .ifPresent(cause ->
            Requests.about(status == 503 ? LOG.atWarn() : LOG.atError(), context)
                .setCause(cause)
                .log("request failed"));
    if (context.response().headWritten()) {
      if (!context.response().ended()) {
        context.response().reset();
      }
      return;
    }
    if (status == 503) {
      context.response().putHeader("Retry-After", "5");
    }
    pages.show(context, status, "platform/error.jte", view(context, status));
  }

  private static int statusOf(Throwable failure, int asked) {
    return switch (failure) {
      case Workers.BusyException _, Database.AwayException _, ConnectionPoolTooBusyException _ ->
          503;
      case Throwable _ -> asked;
    };
  }

  private ErrorView view(RoutingContext context, int status) {
    String stylesheet = files.map(each -> each.url(STYLESHEET)).orElse("");
    String again =
        status == 503 && context.request().method().equals(HttpMethod.GET)
            ? context.normalizedPath()
            : "";
    return new ErrorView(
        titleOf(status), adviceOf(status), Requests.idOf(context), stylesheet, again, "/");
  }

  private static String titleOf(int status) {
    return switch (status) {
      case 401, 403 -> "この画面は開けません";
      case 404, 410 -> "この画面はありません";
      case 413 -> "ファイルが大きすぎます";
      case 415 -> "このファイルは使えません";
      case 429, 503 -> "ただいま混み合っています";
      case 400, 405, 406, 408, 409, 414, 422 -> "もう一度お願いします";
      default -> "うまくいきませんでした";
    };
  }

  private static String adviceOf(int status) {
    return switch (status) {
      case 401, 403 -> "時間がたったため、終わっているかもしれません。はじめの画面から、もう一度お願いします。";
      case 404, 410 -> "はじめの画面に戻ってください。";
      case 413 -> "1枚を 20MB より小さくして、もう一度置いてください。";
      case 415 -> "画像（JPEG、PNG）か PDF を使ってください。";
      case 429, 503 -> "少し待ってから、もう一度お願いします。入力した内容は残っています。";
      case 400, 405, 406, 408, 409, 414, 422 -> "前の画面に戻って、もう一度お願いします。";
      default -> "入力した内容は残っています。もう一度お願いします。同じことが続くときは、下の番号を係の人に見せてください。";
    };
  }
}
