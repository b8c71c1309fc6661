package jp.frontdesk.server;

import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import jp.frontdesk.access.Account;
import jp.frontdesk.access.Accounts;
import jp.frontdesk.access.Demonstration;
import jp.frontdesk.access.Session;
import jp.frontdesk.access.SignIn;
import jp.frontdesk.intake.NoticeView;
import jp.frontdesk.kernel.Problem;
import jp.frontdesk.platform.Csrf;
import jp.frontdesk.review.EnrolView;
import jp.frontdesk.review.LoginView;

/// Signing in and out at the counter desk, and the way of an invited person to an account.
final class DeskSignInRoutes {
  static final String LOGIN = "/login";
  static final String LOGOUT = "/logout";
  static final String ENROL = "/enrol";
  static final String ENROL_FINISH = "/enrol/finish";

  private static final double QR_MM = 50;

  private final Steps steps;
  private final Screens screens;
  private final ClerkGate gate;

  DeskSignInRoutes(Steps steps, Screens screens, ClerkGate gate) {
    this.steps = steps;
    this.screens = screens;
    this.gate = gate;
  }

  void mount(Router router) {
    router.get(LOGIN).handler(ctx -> showLogin(ctx, 200, "", List.of()));
    router.post(LOGIN).handler(this::signIn);
    router.post(LOGOUT).handler(gate.clerk(this::signOut));
    router.get(ENROL).handler(ctx -> showEnrol(ctx, 200, List.of()));
    router.post(ENROL).handler(this::beginEnrol);
    router.post(ENROL_FINISH).handler(this::finishEnrol);
  }

  private void showLogin(RoutingContext ctx, int status, String account, List<Problem> problems) {
    String towns =
        String.join(
            "、", steps.towns().all().stream().map(t -> t.code() + "（" + t.name() + "）").toList());
    screens.show(
        ctx,
        status,
        "desk/login.jte",
        new LoginView(
            screens.plainDeskFrame(ctx, "職員の入口"),
            account,
            "職員番号は「団体コード-名前」です。町：" + towns,
            demonstrationHint(),
            DeskProviderRoutes.waysOf(steps),
            problems));
  }

  /// The demonstration's code stands on the page, for nobody has its authenticator.
  private String demonstrationHint() {
    return steps
        .settings()
        .demoPassword()
        .filter(_ -> steps.towns().find(Demonstration.TOWN).isPresent())
        .map(word ->
            "見本の町（"
                + Demonstration.TOWN
                + "-mihon など）の今の確認コード："
                + Demonstration.codeAt(word, steps.clock().instant()))
        .orElse("");
  }

  private void signIn(RoutingContext ctx) {
    if (!Csrf.comesFromUs(ctx.request())) {
      ctx.fail(403);
      return;
    }
    String typed = FormTexts.text(ctx, "account");
    switch (steps
        .identity()
        .signIn()
        .signIn(typed, raw(ctx, "password"), FormTexts.text(ctx, "code"), addressOf(ctx))) {
      case SignIn.Outcome.SignedIn(Account account) -> {
        gate.begin(ctx, account);
        screens.redirect(ctx, DeskRoutes.LIST);
      }
      case SignIn.Outcome.Refused() ->
          showLogin(
              ctx,
              422,
              typed,
              List.of(
                  new Problem(
                      "account", "not_known", "職員番号、パスワード、確認コードのどれかが違います。同じ確認コードは1回しか使えません。")));
      case SignIn.Outcome.Wait(Duration left) ->
          showLogin(ctx, 429, typed, List.of(waiting(ctx, left)));
    }
  }

  /// A password as it was typed: spaces and signs count.
  private static String raw(RoutingContext ctx, String name) {
    return Optional.ofNullable(ctx.request().getFormAttribute(name)).orElse("");
  }

  /// What the connection says; a header would be the sender's own word.
  private static String addressOf(RoutingContext ctx) {
    return Optional.ofNullable(ctx.request().remoteAddress().hostAddress()).orElse("");
  }

  private static Problem waiting(RoutingContext ctx, Duration left) {
    long seconds = left.plusMillis(999).toSeconds();
    ctx.response().putHeader("Retry-After", Long.toString(seconds));
    return new Problem("page", "wait", "間違いが続いたので、あと" + seconds + "秒待ってから、もう一度入力してください。");
  }

  /// Whoever signed in at a provider is shown the way out there, too.
  private void signOut(RoutingContext ctx, Session session) {
    session.account().ifPresent(steps.identity().signIn()::signedOut);
    KioskGate.endSession(ctx, steps.clerkSessions(), session, ClerkGate.COOKIE);
    Optional<String> provider =
        session
            .account()
            .filter(Account::isFromProvider)
            .flatMap(a -> steps.identity().providerSignIn().logoutAddress(a.town()));
    if (provider.isPresent()) {
      screens.deskNotice(
          ctx,
          200,
          NoticeView.Tone.DONE,
          "ログアウトしました",
          List.of("認証基盤にはまだログインしたままです。席を離れるときは、そちらからもログアウトしてください。"),
          List.of(
              new NoticeView.Action("認証基盤からもログアウト", provider.get(), false),
              new NoticeView.Action("ログインの画面へ", LOGIN, false)));
    } else {
      screens.redirect(ctx, LOGIN);
    }
  }

  private void showEnrol(RoutingContext ctx, int status, List<Problem> problems) {
    show(ctx, status, Optional.empty(), problems, false);
  }

  private void beginEnrol(RoutingContext ctx) {
    if (!Csrf.comesFromUs(ctx.request())) {
      ctx.fail(403);
      return;
    }
    answer(
        ctx,
        steps
            .identity()
            .accounts()
            .begin(FormTexts.text(ctx, "account"), FormTexts.text(ctx, "code"), addressOf(ctx)));
  }

  private void finishEnrol(RoutingContext ctx) {
    if (!Csrf.comesFromUs(ctx.request())) {
      ctx.fail(403);
      return;
    }
    answer(
        ctx,
        steps
            .identity()
            .accounts()
            .finish(
                FormTexts.text(ctx, "account"),
                FormTexts.text(ctx, "code"),
                raw(ctx, "password"),
                raw(ctx, "again"),
                FormTexts.text(ctx, "totp"),
                addressOf(ctx)));
  }

  private void answer(RoutingContext ctx, Accounts.Step step) {
    switch (step) {
      case Accounts.Step.Open(Accounts.Enrolment enrolment) ->
          show(ctx, 200, Optional.of(enrolment), List.of(), false);
      case Accounts.Step.Faulty(Accounts.Enrolment enrolment, List<Problem> problems) ->
          show(ctx, 422, Optional.of(enrolment), problems, false);
      case Accounts.Step.Done(Account _) -> show(ctx, 200, Optional.empty(), List.of(), true);
      case Accounts.Step.Refused() ->
          showEnrol(
              ctx,
              422,
              List.of(
                  new Problem(
                      "code", "not_known", "職員番号か登録コードが違うか、時間が切れています。管理者に新しいコードをもらってください。")));
      case Accounts.Step.Wait(Duration left) -> showEnrol(ctx, 429, List.of(waiting(ctx, left)));
    }
  }

  private void show(
      RoutingContext ctx,
      int status,
      Optional<Accounts.Enrolment> enrolment,
      List<Problem> problems,
      boolean isDone) {
    screens.show(
        ctx,
        status,
        "desk/enrol.jte",
        new EnrolView(
            screens.plainDeskFrame(ctx, "職員アカウントの登録"),
            FormTexts.text(ctx, "account"),
            enrolment.isPresent() ? FormTexts.text(ctx, "code") : "",
            enrolment.map(e -> Codes.takeAlongSvg(e.uri(), QR_MM)).orElse(""),
            enrolment.map(e -> e.secret().replaceAll("(.{4})(?=.)", "$1 ")).orElse(""),
            problems,
            isDone));
  }
}
