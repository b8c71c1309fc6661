package jp.frontdesk.server;

import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import jp.frontdesk.access.Account;
import jp.frontdesk.access.Session;
import jp.frontdesk.cases.CaseFile;
import jp.frontdesk.cases.CaseStatus;
import jp.frontdesk.fees.Cashier;
import jp.frontdesk.kernel.CaseId;
import jp.frontdesk.review.CaseListView;
import jp.frontdesk.review.StateView;

/// The live list of cases at the counter desk in the order of arrival.
final class DeskRoutes {
  static final String LIST = "/";
  static final String LIST_EVENTS = "/events";

  private final Steps steps;
  private final Screens screens;
  private final Live live;
  private final ClerkGate gate;

  DeskRoutes(Steps steps, Screens screens, Live live, ClerkGate gate) {
    this.steps = steps;
    this.screens = screens;
    this.live = live;
    this.gate = gate;
  }

  void mount(Router router) {
    router.get(LIST).handler(gate.clerk(this::begin));
    router.get(LIST_EVENTS).handler(gate.clerk(this::stream));
  }

  /// Each role begins where its work is.
  private void begin(RoutingContext ctx, Session session) {
    switch (session.account().map(Account::role).orElseThrow()) {
      case CLERK, SUPERVISOR -> showList(ctx, session);
      case AUDITOR -> screens.redirect(ctx, DeskLogRoutes.LOG);
      case ADMINISTRATOR -> screens.redirect(ctx, DeskAccountRoutes.ACCOUNTS);
    }
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
        gate.isAlive(session),
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
