package jp.frontdesk.server;

import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Optional;
import jp.frontdesk.access.Session;
import jp.frontdesk.cases.CaseEvent;
import jp.frontdesk.cases.CaseFile;
import jp.frontdesk.cases.CaseStatus;
import jp.frontdesk.cases.MoveOutcome;
import jp.frontdesk.intake.NoticeView;
import jp.frontdesk.intake.StartView;
import jp.frontdesk.intake.TownsView;
import jp.frontdesk.kernel.MunicipalityCode;
import jp.frontdesk.platform.Csrf;

/// The beginning and the end of a visit at a kiosk.
final class KioskStartRoutes {
  static final String TOWNS = "/";
  static final String TOWN = "/t/:code";
  static final String START = "/start";
  static final String HELP = "/help";
  static final String END = "/end";
  static final String STILL_HERE = "/still-here";

  private static final String INVENTED_TOWN = "999997";

  private final Steps steps;
  private final Screens screens;
  private final KioskGate gate;

  KioskStartRoutes(Steps steps, Screens screens, KioskGate gate) {
    this.steps = steps;
    this.screens = screens;
    this.gate = gate;
  }

  void mount(Router router) {
    router.get(TOWNS).handler(this::showTowns);
    router.get(TOWN).handler(this::showTown);
    router.post(START).handler(this::start);
    router.post(HELP).handler(this::callForHelp);
    router.get(END).handler(this::askToEnd);
    router.post(END).handler(this::end);
    router
        .post(STILL_HERE)
        .handler(gate.visit((ctx, _) -> ctx.response().setStatusCode(204).end().await()));
  }

  private void showTowns(RoutingContext ctx) {
    if (steps.towns().all().size() == 1) {
      screens.redirect(ctx, "/t/" + steps.towns().all().getFirst().code());
      return;
    }
    List<TownsView.Town> towns =
        steps.towns().all().stream()
            .map(t ->
                new TownsView.Town(
                    t.code().digits(), t.name(), t.code().digits().equals(INVENTED_TOWN)))
            .toList();
    screens.show(
        ctx,
        200,
        "kiosk/towns.jte",
        new TownsView(screens.plainKioskFrame(ctx, "市区町村をえらぶ", ""), towns));
  }

  private void showTown(RoutingContext ctx) {
    Optional<Town> town =
        MunicipalityCode.parse(FormTexts.pathPart(ctx, "code")).flatMap(steps.towns()::find);
    if (town.isEmpty()) {
      ctx.fail(404);
      return;
    }
    screens.show(
        ctx,
        200,
        "kiosk/start.jte",
        new StartView(
            screens.plainKioskFrame(ctx, "手続きをえらぶ", town.get().name()),
            town.get().code().digits(),
            List.of()));
  }

  /// Opens a session and its case; a visit that was still open in this browser is ended first.
  private void start(RoutingContext ctx) {
    Optional<Town> town =
        MunicipalityCode.parse(
                Optional.ofNullable(ctx.request().getFormAttribute("town")).orElse(""))
            .flatMap(steps.towns()::find);
    if (town.isEmpty()) {
      ctx.fail(404);
      return;
    }
    boolean hasNoPaper = "no_paper".equals(ctx.request().getFormAttribute("procedure"));
    Session session = open(ctx, town.get().code(), hasNoPaper);
    if (hasNoPaper) {
      showNoPaper(ctx, session, town.get());
    } else {
      screens.redirect(ctx, KioskScanRoutes.SCAN);
    }
  }

  private Session open(RoutingContext ctx, MunicipalityCode code, boolean isHelpCalled) {
    gate.findSession(ctx).ifPresent(this::leave);
    Session session =
        steps.kioskSessions().createSession(Session.Kind.KIOSK, code, Optional.empty());
    steps
        .database()
        .runInTown(
            code,
            connection -> {
              CaseFile file = steps.cases().createCase(connection, code, "kiosk");
              if (!steps.kioskSessions().bindCase(connection, session, file.id())) {
                throw new IllegalStateException("a new session has a case already");
              }
              if (isHelpCalled) {
                steps.cases().setHelpCalled(connection, code, file.id(), true);
              }
            });
    KioskGate.giveCookie(ctx, KioskGate.COOKIE, session.token());
    return session;
  }

  private void showNoPaper(RoutingContext ctx, Session session, Town town) {
    screens.show(
        ctx,
        200,
        "kiosk/notice.jte",
        new NoticeView(
            screens.kioskFrame(ctx, session, "係が受け付けます", true),
            NoticeView.Tone.TELL,
            "係が受け付けます",
            List.of("マイナンバーカードで転出届をした人は、紙の転出証明書がありません。", "係の人を呼びました。この場所でお待ちください。"),
            List.of("マイナンバーカードを手に持ってください", "暗証番号（4けた）を思い出してください", town.counter() + "で手続きします"),
            "",
            "",
            List.of(
                new NoticeView.Action("おわる", END, true),
                new NoticeView.Action(
                    "待つあいだに 手続きナビを見る", KioskNaviRoutes.pathOf(town.code()), false)),
            0,
            "/"));
  }

  /// Calls a clerk, also where no visit has begun yet: then one begins for that.
  private void callForHelp(RoutingContext ctx) {
    String from = Optional.ofNullable(ctx.request().getFormAttribute("from")).orElse("");
    Optional<Town> town =
        from.matches("/t/\\d{6}")
            ? MunicipalityCode.parse(from.substring(3)).flatMap(steps.towns()::find)
            : Optional.empty();
    if (gate.findSession(ctx).isPresent() || town.isEmpty()) {
      gate.visit(this::callForHelp).handle(ctx);
    } else if (Csrf.comesFromUs(ctx.request())) {
      showHelpCalled(ctx, open(ctx, town.get().code(), /* isHelpCalled= */ true));
    } else {
      ctx.fail(403);
    }
  }

  private void showHelpCalled(RoutingContext ctx, Session session) {
    screens.show(
        ctx,
        200,
        "kiosk/notice.jte",
        new NoticeView(
            screens.kioskFrame(ctx, session, "係の人を呼びました", true),
            NoticeView.Tone.TELL,
            "この場所で、お待ちください",
            List.of("係の人が来ます。"),
            List.of(),
            "",
            "",
            List.of(new NoticeView.Action("おわる", END, true)),
            0,
            "/"));
  }

  private void callForHelp(RoutingContext ctx, KioskGate.Visit visit) {
    steps
        .database()
        .runInTown(
            visit.session().town(),
            c -> steps.cases().setHelpCalled(c, visit.session().town(), visit.caseId(), true));
    String back = Optional.ofNullable(ctx.request().getFormAttribute("from")).orElse("");
    screens.redirect(ctx, screens.isOwnPath(back) ? back : KioskScanRoutes.SCAN);
  }

  private void askToEnd(RoutingContext ctx) {
    Optional<Session> session = gate.findSession(ctx);
    if (session.isEmpty()) {
      screens.showEnded(ctx);
      return;
    }
    screens.show(
        ctx,
        200,
        "kiosk/notice.jte",
        new NoticeView(
            screens.kioskFrame(ctx, session.get(), "おわりますか", false),
            NoticeView.Tone.ASK,
            "おわりますか？",
            List.of("まだ出していない内容は、消えます。"),
            List.of(),
            "",
            "",
            List.of(
                new NoticeView.Action("おわる", END, true),
                new NoticeView.Action("つづける", KioskScanRoutes.SCAN, false)),
            0,
            "/"));
  }

  private void end(RoutingContext ctx) {
    Optional<Session> session = gate.findSession(ctx);
    if (session.isPresent() && KioskGate.isForged(ctx, session.get())) {
      ctx.fail(403);
      return;
    }
    String town = session.map(s -> "/t/" + s.town()).orElse("/");
    session.ifPresent(s -> {
      leave(s);
      KioskGate.endSession(ctx, steps.kioskSessions(), s, KioskGate.COOKIE);
    });
    screens.showGoodbye(ctx, town);
  }

  /// A case that was not handed in ends with its visit.
  private void leave(Session session) {
    session
        .caseId()
        .ifPresent(id ->
            steps
                .database()
                .runInTown(
                    session.town(),
                    connection -> {
                      CaseFile file = steps.cases().getCaseLocked(connection, session.town(), id);
                      if (file.status() == CaseStatus.COLLECTING && file.helpCalledAt().isEmpty()) {
                        MoveOutcome _ =
                            steps.cases().move(connection, file, CaseEvent.ABANDONED, "kiosk");
                      }
                    }));
    steps.kioskSessions().endSession(session);
  }
}
