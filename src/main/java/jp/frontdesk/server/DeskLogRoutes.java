package jp.frontdesk.server;

import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import jp.frontdesk.access.Session;
import jp.frontdesk.review.LogView;

/// The auditor's page: who did what and when, with the numbers of cases and without their content.
final class DeskLogRoutes {
  static final String LOG = "/log";

  private static final int MOST = 300;

  private final Steps steps;
  private final Screens screens;
  private final ClerkGate gate;

  DeskLogRoutes(Steps steps, Screens screens, ClerkGate gate) {
    this.steps = steps;
    this.screens = screens;
    this.gate = gate;
  }

  void mount(Router router) {
    router.get(LOG).handler(gate.clerk(this::show));
  }

  private record Line(Instant at, LogView.Row row) {}

  private void show(RoutingContext ctx, Session session) {
    Stream<Line> onAccounts =
        steps.identity().accounts().listEvents(session.town(), MOST).stream()
            .map(e -> line(e.at(), e.label(), e.account(), e.actor()));
    Stream<Line> onCases =
        steps
            .database()
            .inTown(session.town(), c -> steps.cases().listMoves(c, session.town(), MOST))
            .stream()
            .map(m ->
                line(m.entry().at(), m.entry().label(), "受付 " + m.caseId(), m.entry().actor()));
    List<LogView.Row> rows =
        Stream.concat(onAccounts, onCases)
            .sorted(Comparator.comparing(Line::at).reversed())
            .limit(MOST)
            .map(Line::row)
            .toList();
    screens.show(
        ctx, 200, "desk/log.jte", new LogView(screens.deskFrame(ctx, session, "記録"), rows));
  }

  private static Line line(Instant at, String what, String about, String actor) {
    return new Line(at, new LogView.Row(Words.dayAndTime(at), what, about, actor));
  }
}
