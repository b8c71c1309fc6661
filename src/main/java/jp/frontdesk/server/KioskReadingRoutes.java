package jp.frontdesk.server;

import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import jp.frontdesk.intake.ReadingView;
import jp.frontdesk.intake.Sheet;
import jp.frontdesk.kernel.Problem;
import jp.frontdesk.reading.CertificateReading;
import jp.frontdesk.reading.PageReading;
import jp.frontdesk.reading.ReadingProgress;
import jp.frontdesk.review.EarlyReadings;
import jp.frontdesk.review.VersionedDraft;

/// The page that shows how far the reading is, live.
final class KioskReadingRoutes {
  static final String READING = "/reading";
  static final String READING_EVENTS = "/events/reading";

  private final Steps steps;
  private final Screens screens;
  private final Live live;
  private final KioskGate gate;

  KioskReadingRoutes(Steps steps, Screens screens, Live live, KioskGate gate) {
    this.steps = steps;
    this.screens = screens;
    this.live = live;
    this.gate = gate;
  }

  void mount(Router router) {
    router.get(READING).handler(gate.visit(this::show));
    router.get(READING_EVENTS).handler(gate.visit(this::stream));
  }

  private void show(RoutingContext ctx, KioskGate.Visit visit) {
    screens.show(
        ctx,
        200,
        "kiosk/reading.jte",
        new ReadingView(
            screens.kioskFrame(
                ctx, visit.session(), "紙を読んでいます", KioskScanRoutes.isHelpCalled(visit)),
            progress(visit),
            2));
  }

  private void stream(RoutingContext ctx, KioskGate.Visit visit) {
    String mine = visit.file().town() + ":" + visit.caseId();
    live.stream(
        ctx,
        List.of("reading", EarlyReadings.TOPIC),
        mine::equals,
        () -> {
          ReadingView.Progress progress = progress(visit);
          List<Live.Event> events = new ArrayList<>();
          events.add(
              new Live.Event("progress", screens.text("kiosk/reading-progress.jte", progress)));
          if (progress.isFinished() && progress.problems().isEmpty()) {
            events.add(new Live.Event("go", progress.nextPath()));
          }
          return events;
        });
  }

  /// What is read early is asked for first: so a file read meanwhile shows what was stored, and no
  /// value goes away before the final one is there.
  private ReadingView.Progress progress(KioskGate.Visit visit) {
    Map<UUID, List<ReadingProgress>> early = steps.early().of(visit.file().town(), visit.caseId());
    record Found(List<Sheet> sheets, List<PageReading> readings) {}
    Found found =
        steps
            .database()
            .inTown(
                visit.file().town(),
                c ->
                    new Found(
                        steps.sheets().listSheets(c, visit.file().town(), visit.caseId()),
                        steps.readings().listReadings(c, visit.file().town(), visit.caseId())));
    boolean isFinished =
        !found.sheets().isEmpty() && found.sheets().stream().allMatch(s -> s.state().isEnded());
    CertificateReading merged = steps.review().merged(found.readings());
    if (isFinished) {
      VersionedDraft _ = steps.review().refreshDraft(visit.file().town(), visit.caseId());
    }
    List<Problem> problems =
        isFinished
            ? merged.warnings().stream().map(KioskScanRoutes::problemOf).toList()
            : List.of();
    boolean canCheck = merged.fields().size() >= 3;
    return new ReadingView.Progress(
        ReadingLines.pages(found.sheets(), early),
        ReadingLines.rows(merged.fields(), found.sheets(), early),
        isFinished,
        canCheck ? KioskCheckRoutes.CHECK : KioskScanRoutes.SCAN,
        problems);
  }
}
