package jp.frontdesk.server;

import io.vertx.core.http.Cookie;
import io.vertx.core.http.CookieSameSite;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Optional;
import jp.frontdesk.access.Account;
import jp.frontdesk.access.ProviderSignIn;
import jp.frontdesk.intake.NoticeView;
import jp.frontdesk.kernel.MunicipalityCode;
import jp.frontdesk.review.LoginView;

/// The way to a town's identity provider and back.
final class DeskProviderRoutes {
  static final String PROVIDER = "/login/provider";

  private static final String COOKIE = "frontdesk_provider";
  private static final int COOKIE_S = 600;

  private final Steps steps;
  private final Screens screens;
  private final ClerkGate gate;

  DeskProviderRoutes(Steps steps, Screens screens, ClerkGate gate) {
    this.steps = steps;
    this.screens = screens;
    this.gate = gate;
  }

  void mount(Router router) {
    router.get(PROVIDER).handler(this::begin);
    router.get(ProviderSignIn.CALLBACK).handler(this::finish);
  }

  /// The providers to choose from on the sign-in page, in the order of the towns.
  static List<LoginView.Way> waysOf(Steps steps) {
    return steps.towns().all().stream()
        .filter(town -> steps.identity().providerSignIn().towns().contains(town.code()))
        .map(town -> new LoginView.Way(town.name(), PROVIDER + "?town=" + town.code()))
        .toList();
  }

  private void begin(RoutingContext ctx) {
    Optional<MunicipalityCode> town =
        MunicipalityCode.parse(parameter(ctx, "town"))
            .filter(steps.identity().providerSignIn().towns()::contains);
    if (town.isEmpty()) {
      ctx.fail(404);
      return;
    }
    Optional<ProviderSignIn.Begun> begun = steps.identity().providerSignIn().begin(town.get());
    if (begun.isEmpty()) {
      refuse(ctx, 503, "認証基盤につながりません。少し待って、もう一度はじめてください。");
      return;
    }
    ctx.response().addCookie(cookie(ctx, begun.get().browser(), COOKIE_S));
    screens.redirect(ctx, begun.get().address());
  }

  /// Comes back from another site, so it cannot be Strict as a session's cookie is.
  private static Cookie cookie(RoutingContext ctx, String value, int seconds) {
    return Cookie.cookie(COOKIE, value)
        .setHttpOnly(true)
        .setSameSite(CookieSameSite.LAX)
        .setPath(PROVIDER)
        .setMaxAge(seconds)
        .setSecure(ctx.request().isSSL());
  }

  private void finish(RoutingContext ctx) {
    String browser =
        Optional.ofNullable(ctx.request().getCookie(COOKIE)).map(Cookie::getValue).orElse("");
    ProviderSignIn.Answer answer =
        new ProviderSignIn.Answer(
            parameter(ctx, "code"),
            parameter(ctx, "state"),
            parameter(ctx, "iss"),
            parameter(ctx, "error"));
    ctx.response().addCookie(cookie(ctx, "", 0));
    switch (steps.identity().providerSignIn().finish(answer, browser)) {
      case ProviderSignIn.Outcome.SignedIn(Account account) -> welcome(ctx, account);
      case ProviderSignIn.Outcome.Refused(String message) -> refuse(ctx, 403, message);
    }
  }

  /// A page of our own between: a redirect that began at another site would not carry the session's
  /// Strict cookie.
  private void welcome(RoutingContext ctx, Account account) {
    gate.begin(ctx, account);
    ctx.response().putHeader("Refresh", "0; url=" + DeskRoutes.LIST);
    screens.deskNotice(
        ctx,
        200,
        NoticeView.Tone.DONE,
        "ログインしました",
        List.of(),
        List.of(new NoticeView.Action("進む", DeskRoutes.LIST, false)));
  }

  private void refuse(RoutingContext ctx, int status, String message) {
    screens.deskNotice(
        ctx,
        status,
        NoticeView.Tone.ERROR,
        "ログインできません",
        List.of(message),
        List.of(new NoticeView.Action("ログインの画面へ", DeskSignInRoutes.LOGIN, false)));
  }

  private static String parameter(RoutingContext ctx, String name) {
    return Optional.ofNullable(ctx.request().getParam(name)).orElse("");
  }
}
