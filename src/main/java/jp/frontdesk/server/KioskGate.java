package jp.frontdesk.server;

import io.vertx.core.Handler;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.CookieSameSite;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import java.util.Optional;
import java.util.function.BiConsumer;
import jp.frontdesk.access.Session;
import jp.frontdesk.access.SessionStore;
import jp.frontdesk.cases.CaseFile;
import jp.frontdesk.kernel.CaseId;
import jp.frontdesk.platform.Csrf;
import jp.frontdesk.platform.Requests;
import jp.frontdesk.platform.Secret;

/// Lets a kiosk's request through to its own case and to no other: which case it is comes from the
/// session in the database alone, never from an address or a form.
final class KioskGate {
  static final String COOKIE = "frontdesk_kiosk";

  private final Steps steps;
  private final Screens screens;

  KioskGate(Steps steps, Screens screens) {
    this.steps = steps;
    this.screens = screens;
  }

  /// A visit that has its case.
  ///
  /// @param file as it is at the start of the request
  record Visit(Session session, CaseFile file) {
    CaseId caseId() {
      return file.id();
    }
  }

  /// The living session of a request.
  Optional<Session> findSession(RoutingContext ctx) {
    return Optional.ofNullable(ctx.request().getCookie(COOKIE))
        .map(Cookie::getValue)
        .flatMap(token -> steps.kioskSessions().findSession(token, Session.Kind.KIOSK));
  }

  /// Handles requests of a living visit; all others see that the visit is over. A post without the
  /// session's form token is refused.
  Handler<RoutingContext> visit(BiConsumer<RoutingContext, Visit> handler) {
    return ctx -> {
      Optional<Session> session = findSession(ctx);
      Optional<CaseFile> file =
          session.flatMap(s ->
              s.caseId()
                  .flatMap(id ->
                      steps
                          .database()
                          .inTown(s.town(), c -> steps.cases().findCase(c, s.town(), id))));
      if (file.isEmpty()) {
        screens.showEnded(ctx);
      } else if (isForged(ctx, session.orElseThrow())) {
        ctx.fail(403);
      } else {
        Requests.concerns(ctx, file.get().id());
        handler.accept(ctx, new Visit(session.orElseThrow(), file.get()));
      }
    };
  }

  /// Whether a changing request lacks the token that only our own pages of this session hold.
  static boolean isForged(RoutingContext ctx, Session session) {
    return !ctx.request().method().equals(HttpMethod.GET)
        && !Csrf.isFromOurPage(ctx, new Secret(session.token()));
  }

  /// Gives the browser the cookie of a session.
  static void giveCookie(RoutingContext ctx, String name, String token) {
    ctx.response()
        .addCookie(
            Cookie.cookie(name, token)
                .setHttpOnly(true)
                .setSameSite(CookieSameSite.STRICT)
                .setPath("/")
                .setSecure(ctx.request().isSSL()));
  }

  /// Ends a session here and in the browser.
  static void endSession(RoutingContext ctx, SessionStore sessions, Session session, String name) {
    sessions.endSession(session);
    ctx.response()
        .addCookie(Cookie.cookie(name, "").setPath("/").setMaxAge(0).setHttpOnly(true))
        .putHeader("Clear-Site-Data", "\"cache\", \"cookies\", \"storage\"");
  }
}
