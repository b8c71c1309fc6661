package jp.frontdesk.server;

import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jp.frontdesk.access.Session;
import jp.frontdesk.access.Tokens;
import jp.frontdesk.cases.CaseFile;
import jp.frontdesk.cases.CaseStatus;
import jp.frontdesk.fees.Cashier;
import jp.frontdesk.kernel.CaseId;
import jp.frontdesk.kernel.MunicipalityCode;
import jp.frontdesk.kernel.Problem;
import jp.frontdesk.platform.Csrf;
import jp.frontdesk.review.CaseListView;
import jp.frontdesk.review.LoginView;
import jp.frontdesk.review.StateView;

/// Signing in at the counter desk, and the live list of cases in the order of arrival.
final class DeskRoutes {
  static final String LIST = "/";
  static final String LIST_EVENTS = "/events";
  static final String LOGIN = "/login";
  static final String LOGOUT = "/logout";

  private final Steps steps;
  private final Screens screens;
  private final Live live;
  private final ClerkGate gate;
  private final String password;

  /// @param password the sign-in word of this desk
  DeskRoutes(Steps steps, Screens screens, Live live, ClerkGate gate, String password) {
    this.steps = steps;
    this.screens = screens;
    this.live = live;
    this.gate = gate;
    this.password = password;
  }

  void mount(Router router) {
    router.get(LOGIN).handler(ctx -> showLogin(ctx, 200, "", List.of()));
    router.post(LOGIN).handler(this::signIn);
    router.post(LOGOUT).handler(gate.clerk(this::signOut));
    router.get(LIST).handler(gate.clerk(this::showList));
    router.get(LIST_EVENTS).handler(gate.clerk(this::stream));
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
            "職員番号は「団体コード-名前」（例：" + steps.towns().all().getLast().code() + "-mihon）です。町：" + towns,
            problems));
  }

  /// An account is the town's code, a hyphen, and a name of the clerk's own choice; the word is the
  /// desk's.
  private void signIn(RoutingContext ctx) {
    if (!Csrf.comesFromUs(ctx.request())) {
      ctx.fail(403);
      return;
    }
    String account = FormTexts.text(ctx, "account");
    Optional<MunicipalityCode> town =
        account.matches("\\d{6}-[a-z0-9]{1,20}")
            ? MunicipalityCode.parse(account.substring(0, 6))
                .filter(code -> steps.towns().find(code).isPresent())
            : Optional.empty();
    if (town.isEmpty() || !Tokens.areEqual(FormTexts.text(ctx, "password"), password)) {
      showLogin(
          ctx,
          422,
          account,
          List.of(new Problem("account", "not_known", "職員番号か合言葉が違います。もう一度入力してください。")));
      return;
    }
    Session session =
        steps
            .clerkSessions()
            .createSession(Session.Kind.CLERK, town.get(), Optional.of(account.substring(7)));
    KioskGate.giveCookie(ctx, ClerkGate.COOKIE, session.token());
    screens.redirect(ctx, LIST);
  }

  private void signOut(RoutingContext ctx, Session session) {
    KioskGate.endSession(ctx, steps.clerkSessions(), session, ClerkGate.COOKIE);
    screens.redirect(ctx, LOGIN);
  }

  private void showList(RoutingContext ctx, Session session) {
    boolean showsAll = "all".equals(ctx.request().getParam("show"));
    List<CaseFile> all = cases(session);
    List<CaseFile> open = all.stream().filter(f -> !f.status().isFinal()).toList();
    screens.show(
        ctx,
        200,
        "desk/list.jte",
        new CaseListView(
            screens.deskFrame(ctx, session, "受付の一覧"),
            List.of(
                new CaseListView.Tab("受付中", LIST, open.size(), !showsAll),
                new CaseListView.Tab("きょうのすべて", LIST + "?show=all", all.size(), showsAll)),
            rows(session, showsAll ? all : open),
            steps.towns().getTown(session.town()).isCashOfficer(session.clerk().orElse(""))));
  }

  private void stream(RoutingContext ctx, Session session) {
    live.stream(
        ctx,
        List.of("cases", Cashier.TOPIC),
        payload -> payload.startsWith(session.town().digits()),
        () ->
            List.of(
                new Live.Event(
                    "rows",
                    screens.text(
                        "desk/rows.jte",
                        rows(
                            session,
                            cases(session).stream()
                                .filter(f -> !f.status().isFinal())
                                .toList())))));
  }

  private List<CaseFile> cases(Session session) {
    return steps
        .database()
        .inTown(session.town(), c -> steps.cases().listCases(c, session.town()))
        .stream()
        .filter(file -> gate.maySee(session, file))
        .toList();
  }

  private CaseListView.Rows rows(Session session, List<CaseFile> files) {
    Map<CaseId, StateView> fees = DeskViews.feeStates(steps, session.town(), files);
    Instant now = steps.clock().instant();
    List<CaseListView.Row> rows = new ArrayList<>();
    for (CaseFile file : files) {
      if (file.status() == CaseStatus.COLLECTING && file.helpCalledAt().isEmpty()) {
        continue;
      }
      rows.add(
          new CaseListView.Row(
              DeskCaseRoutes.pathOf(file.id()),
              file.receptionNumber().isPresent() ? file.receptionLabel() : "",
              Words.shortTime(file.submittedAt().orElse(file.openedAt())),
              Duration.between(file.submittedAt().orElse(file.openedAt()), now).toMinutes(),
              file.memberCount(),
              file.doubtfulCount(),
              DeskViews.stateOf(file.status()),
              fees.getOrDefault(file.id(), StateView.none()),
              DeskViews.registryStateOf(file.status()),
              file.helpCalledAt().isPresent(),
              file.isProtected(),
              ""));
    }
    return new CaseListView.Rows(rows, Words.shortTime(now));
  }
}
