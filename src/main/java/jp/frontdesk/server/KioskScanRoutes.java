package jp.frontdesk.server;

import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jp.frontdesk.cases.CaseStatus;
import jp.frontdesk.intake.Intake;
import jp.frontdesk.intake.ScanView;
import jp.frontdesk.intake.Sheet;
import jp.frontdesk.kernel.Problem;
import jp.frontdesk.reading.PageReading;
import jp.frontdesk.reading.ReadingWarning;
import jp.frontdesk.review.Picture;
import jp.frontdesk.review.VersionedDraft;
import jp.frontdesk.samples.Shelf;

/// The pages of the certificate come in: by file, by camera, from the shelf of samples.
final class KioskScanRoutes {
  static final String SCAN = "/scan";
  static final String SAMPLE = "/scan/sample";
  static final String REMOVE = "/scan/remove";
  static final String DONE = "/scan/done";
  static final String SHEET_PICTURE = "/scan/sheet/:sheet";
  static final String SHELF_PICTURE = "/shelf/:sample";

  private final Steps steps;
  private final Screens screens;
  private final KioskGate gate;

  KioskScanRoutes(Steps steps, Screens screens, KioskGate gate) {
    this.steps = steps;
    this.screens = screens;
    this.gate = gate;
  }

  void mount(Router router) {
    router.get(SCAN).handler(gate.visit((ctx, visit) -> show(ctx, visit, 200, List.of())));
    router.post(SCAN).handler(gate.visit(this::takeFiles));
    router.post(SAMPLE).handler(gate.visit(this::takeSample));
    router.post(REMOVE).handler(gate.visit(this::remove));
    router.post(DONE).handler(gate.visit(this::done));
    router.get(SHEET_PICTURE).handler(gate.visit(this::sheetPicture));
    router.get(SHELF_PICTURE).handler(this::shelfPicture);
  }

  private boolean isCollecting(KioskGate.Visit visit) {
    return visit.file().status() == CaseStatus.COLLECTING
        || visit.file().status() == CaseStatus.RETURNED;
  }

  private void takeFiles(RoutingContext ctx, KioskGate.Visit visit) {
    List<byte[]> contents = MemoryUploads.of(ctx);
    if (contents.isEmpty()) {
      Problem none = new Problem("page", "no_file", "紙の写真かPDFを えらんでください。");
      show(ctx, visit, 422, List.of(none));
      return;
    }
    takeIn(ctx, visit, contents);
  }

  private void takeSample(RoutingContext ctx, KioskGate.Visit visit) {
    Optional<Shelf.Item> sample =
        Optional.ofNullable(ctx.request().getFormAttribute("sample")).flatMap(steps.shelf()::find);
    if (sample.isEmpty()) {
      Problem unknown = new Problem("page", "unknown_sample", "その見本はありません。ほかの見本を えらんでください。");
      show(ctx, visit, 422, List.of(unknown));
      return;
    }
    List<byte[]> contents = new ArrayList<>();
    for (int i = 0; i < sample.get().files().size(); i++) {
      contents.add(steps.shelf().read(sample.get(), i));
    }
    takeIn(ctx, visit, contents);
  }

  /// Every good file is kept even where another one is refused.
  private void takeIn(RoutingContext ctx, KioskGate.Visit visit, List<byte[]> contents) {
    if (!isCollecting(visit)) {
      screens.redirect(ctx, KioskSlipRoutes.SLIP);
      return;
    }
    List<Problem> problems = new ArrayList<>();
    for (byte[] content : contents) {
      switch (steps.intake().takeIn(visit.file(), content)) {
        case Intake.Outcome.Stored _ -> {}
        case Intake.Outcome.AlreadyHere() ->
            problems.add(
                new Problem("page", "same_file", "その紙は もう入っています。つぎの紙を入れるか、「読みとりをはじめる」を押してください。"));
        case Intake.Outcome.Refused(Problem problem) -> problems.add(problem);
      }
    }
    if (problems.isEmpty()) {
      screens.redirect(ctx, SCAN);
    } else {
      show(ctx, visit, 422, problems);
    }
  }

  private void remove(RoutingContext ctx, KioskGate.Visit visit) {
    String id = Optional.ofNullable(ctx.request().getFormAttribute("sheet")).orElse("");
    if (isCollecting(visit) && id.matches("[0-9a-f-]{36}")) {
      steps
          .database()
          .runInTown(
              visit.file().town(),
              c ->
                  steps
                      .sheets()
                      .removeSheet(c, visit.file().town(), visit.caseId(), UUID.fromString(id)));
      VersionedDraft _ = steps.review().refreshDraft(visit.file().town(), visit.caseId());
    }
    screens.redirect(ctx, SCAN);
  }

  private void done(RoutingContext ctx, KioskGate.Visit visit) {
    boolean hasSheets =
        !steps
            .database()
            .inTown(
                visit.file().town(),
                c -> steps.sheets().listSheets(c, visit.file().town(), visit.caseId()))
            .isEmpty();
    if (hasSheets) {
      screens.redirect(ctx, KioskReadingRoutes.READING);
    } else {
      Problem none = new Problem("page", "no_file", "まだ紙が入っていません。転出証明書を入れてください。");
      show(ctx, visit, 422, List.of(none));
    }
  }

  private void show(RoutingContext ctx, KioskGate.Visit visit, int status, List<Problem> problems) {
    if (!isCollecting(visit)) {
      screens.redirect(ctx, KioskSlipRoutes.SLIP);
      return;
    }
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
    List<ScanView.Sheet> sheets = new ArrayList<>();
    for (Sheet sheet : found.sheets()) {
      boolean isRead = sheet.state() == Sheet.State.DONE;
      sheets.add(
          new ScanView.Sheet(
              sheet.id().toString(),
              sheets.size() + 1,
              isRead ? "/scan/sheet/" + sheet.id() : "",
              sheet.state() == Sheet.State.FAILED ? "読めませんでした" : ""));
    }
    List<Problem> all = new ArrayList<>(problems);
    found.readings().stream()
        .flatMap(r -> r.warnings().stream())
        .distinct()
        .map(KioskScanRoutes::problemOf)
        .forEach(all::add);
    screens.show(
        ctx,
        status,
        "kiosk/scan.jte",
        new ScanView(
            screens.kioskFrame(ctx, visit.session(), "転出証明書を読みとる", isHelpCalled(visit)),
            sheets,
            samples(),
            all,
            Intake.MAX_FILES,
            Intake.MAX_BYTES / 1024 / 1024));
  }

  static Problem problemOf(ReadingWarning warning) {
    return new Problem("page", warning.code(), warning.message());
  }

  static boolean isHelpCalled(KioskGate.Visit visit) {
    return visit.file().helpCalledAt().isPresent();
  }

  private List<ScanView.Sample> samples() {
    return steps.shelf().samples().stream()
        .map(s -> new ScanView.Sample(s.id(), s.title(), "", "/shelf/" + s.id(), s.files().size()))
        .toList();
  }

  private void sheetPicture(RoutingContext ctx, KioskGate.Visit visit) {
    String id = FormTexts.pathPart(ctx, "sheet");
    Optional<Picture> picture =
        id.matches("[0-9a-f-]{36}")
            ? steps
                .database()
                .inTown(
                    visit.file().town(),
                    c ->
                        steps
                            .readings()
                            .findFirstPage(
                                c, visit.file().town(), visit.caseId(), UUID.fromString(id)))
            : Optional.empty();
    screens.sendPicture(ctx, visit.caseId(), picture);
  }

  private void shelfPicture(RoutingContext ctx) {
    Optional<Shelf.Item> sample = steps.shelf().find(FormTexts.pathPart(ctx, "sample"));
    if (sample.isEmpty()) {
      ctx.fail(404);
    } else {
      boolean isPng = sample.get().files().getFirst().endsWith(".png");
      screens.sendPublic(
          ctx, isPng ? "image/png" : "image/jpeg", steps.shelf().read(sample.get(), 0));
    }
  }
}
