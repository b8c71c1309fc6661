package jp.frontdesk.server;

import io.vertx.core.Handler;
import io.vertx.core.http.Cookie;
import io.vertx.ext.web.RoutingContext;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.BooleanSupplier;
import jp.frontdesk.access.Account;
import jp.frontdesk.access.Role;
import jp.frontdesk.access.Session;
import jp.frontdesk.cases.CaseFile;
import jp.frontdesk.kernel.CaseId;
import jp.frontdesk.platform.Requests;

/// Lets a clerk's request through to the cases of the clerk's own town; another town's case does
/// not exist for them.
final class ClerkGate {
  static final String COOKIE = "frontdesk_desk";

  private final Steps steps;
  private final Screens screens;

  ClerkGate(Steps steps, Screens screens) {
    this.steps = steps;
    this.screens = screens;
  }

  /// A clerk at a case.
  record Work(Session session, CaseFile file) {
    String clerk() {
      return session.clerk().orElseThrow();
    }
  }

  /// Begins the session of an account, in place of any the browser had.
  void begin(RoutingContext ctx, Account account) {
    findSession(ctx).ifPresent(steps.clerkSessions()::endSession);
    Session session =
        steps
            .clerkSessions()
            .createSession(Session.Kind.CLERK, account.town(), Optional.of(account));
    KioskGate.giveCookie(ctx, COOKIE, session.token());
  }

  /// The living session of a request.
  Optional<Session> findSession(RoutingContext ctx) {
    return Optional.ofNullable(ctx.request().getCookie(COOKIE))
        .map(Cookie::getValue)
        .flatMap(token -> steps.clerkSessions().findSession(token, Session.Kind.CLERK));
  }

  /// Handles requests of a signed-in account whose role may use the address; others who are signed
  /// in learn that there is no such page, and strangers are asked to sign in.
  Handler<RoutingContext> clerk(BiConsumer<RoutingContext, Session> handler) {
    return ctx -> {
      Optional<Session> session = findSession(ctx);
      if (session.isEmpty()) {
        screens.redirect(ctx, DeskSignInRoutes.LOGIN);
      } else if (!mayUse(session.get(), ctx)) {
        steps.metrics().count("access.refused", "role", roleOf(session.get()).key());
        ctx.fail(404);
      } else if (KioskGate.isForged(ctx, session.get())) {
        ctx.fail(403);
      } else {
        handler.accept(ctx, session.get());
      }
    };
  }

  private static boolean mayUse(Session session, RoutingContext ctx) {
    return Optional.ofNullable(ctx.currentRoute())
        .map(route -> RouteRoles.mayUse(roleOf(session), ctx.request().method(), route))
        .orElse(false);
  }

  private static Role roleOf(Session session) {
    return session.account().map(Account::role).orElseThrow();
  }

  /// Whether a session still lives and belongs to an active account; for streams, which outlast
  /// their request.
  BooleanSupplier isAlive(Session session) {
    return () -> steps.clerkSessions().isAlive(session);
  }

  /// Whether a case exists for the clerk: one whose address is protected only does for those the
  /// town names.
  boolean maySee(Session session, CaseFile file) {
    return !file.isProtected()
        || steps.towns().getTown(session.town()).isTrustedWithProtected(session.clerk().orElse(""));
  }

  /// Handles requests about one case of the clerk's town that the clerk may see.
  Handler<RoutingContext> work(BiConsumer<RoutingContext, Work> handler) {
    return clerk((ctx, session) -> {
      Optional<CaseFile> file =
          CaseId.parse(FormTexts.pathPart(ctx, "case"))
              .flatMap(id ->
                  steps
                      .database()
                      .inTown(session.town(), c -> steps.cases().findCase(c, session.town(), id)));
      if (file.filter(found -> maySee(session, found)).isEmpty()) {
        ctx.fail(404);
      } else {
        Requests.concerns(ctx, file.get().id());
        handler.accept(ctx, new Work(session, file.get()));
      }
    });
  }
}
