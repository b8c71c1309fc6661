package jp.frontdesk.server;

import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import jp.frontdesk.cases.CaseEvent;
import jp.frontdesk.cases.CaseFile;
import jp.frontdesk.cases.CaseStatus;
import jp.frontdesk.cases.HistoryEntry;
import jp.frontdesk.cases.MoveOutcome;
import jp.frontdesk.cases.MovingInRecord;
import jp.frontdesk.fees.Cashier;
import jp.frontdesk.kernel.CaseId;
import jp.frontdesk.kernel.FieldPath;
import jp.frontdesk.reading.PageReading;
import jp.frontdesk.review.CaseView;
import jp.frontdesk.review.ConfirmOutcome;
import jp.frontdesk.review.Confirmed;
import jp.frontdesk.review.DraftValue;
import jp.frontdesk.review.FieldGroupView;
import jp.frontdesk.review.RuleResult;
import jp.frontdesk.review.StateView;
import jp.frontdesk.review.VersionedDraft;

/// One case at the counter desk: the clerk compares, corrects, confirms, sends back or rejects.
final class DeskCaseRoutes {
  static final String CASE = "/cases/:case";
  static final String SAVE = CASE + "/save";
  static final String CONFIRM = CASE + "/confirm";
  static final String RETURN = CASE + "/return";
  static final String REJECT = CASE + "/reject";
  static final String RETRY = CASE + "/retry";
  static final String CASE_EVENTS = "/events/cases/:case";

  private static final String STALE = "ほかの職員か来庁者が内容を変えました。今の内容を確かめて、もう一度お願いします。";

  private final Steps steps;
  private final Screens screens;
  private final Live live;
  private final Documents documents;
  private final Signings signings;
  private final ClerkGate gate;

  DeskCaseRoutes(
      Steps steps,
      Screens screens,
      Live live,
      Documents documents,
      Signings signings,
      ClerkGate gate) {
    this.steps = steps;
    this.screens = screens;
    this.live = live;
    this.documents = documents;
    this.signings = signings;
    this.gate = gate;
  }

  static String pathOf(CaseId id) {
    return "/cases/" + id;
  }

  void mount(Router router) {
    router.get(CASE).handler(gate.work((ctx, work) -> open(ctx, work)));
    router.post(SAVE).handler(gate.work(this::save));
    router.post(CONFIRM).handler(gate.work(this::confirm));
    router.post(RETURN).handler(gate.work((ctx, work) -> decide(ctx, work, CaseEvent.SENT_BACK)));
    router.post(REJECT).handler(gate.work((ctx, work) -> decide(ctx, work, CaseEvent.REJECTED)));
    router.post(RETRY).handler(gate.work(this::retry));
    router.get(CASE_EVENTS).handler(gate.work(this::stream));
  }

  /// Everything a case page shows, read in one transaction.
  private record Found(
      CaseFile file,
      VersionedDraft draft,
      List<RuleResult> results,
      List<PageReading> pages,
      List<HistoryEntry> history,
      Optional<Confirmed<MovingInRecord>> confirmed,
      Optional<CaseFile> next) {}

  private Found find(ClerkGate.Work work) {
    CaseFile seen = work.file();
    return steps
        .database()
        .inTown(
            seen.town(),
            c -> {
              CaseFile file = steps.cases().findCase(c, seen.town(), seen.id()).orElseThrow();
              VersionedDraft draft = steps.drafts().getDraft(c, seen.town(), seen.id());
              return new Found(
                  file,
                  draft,
                  canEdit(file)
                      ? steps.review().check(c, file, draft.draft())
                      : List.<RuleResult>of(),
                  steps.readings().listReadings(c, seen.town(), seen.id()),
                  steps.cases().listHistory(c, seen.town(), seen.id()),
                  steps.drafts().findConfirmed(c, seen.town(), seen.id()),
                  steps.cases().listCases(c, seen.town()).stream()
                      .filter(f -> f.status() == CaseStatus.WAITING && !f.id().equals(seen.id()))
                      .filter(f -> gate.maySee(work.session(), f))
                      .findFirst());
            });
  }

  private static boolean canEdit(CaseFile file) {
    return file.status() == CaseStatus.WAITING || file.status() == CaseStatus.REGISTRY_REFUSED;
  }

  private void open(RoutingContext ctx, ClerkGate.Work work) {
    if (work.file().helpCalledAt().isPresent()) {
      steps
          .database()
          .runInTown(
              work.file().town(),
              c -> steps.cases().setHelpCalled(c, work.file().town(), work.file().id(), false));
    }
    show(ctx, work, 200, List.of(), Set.of());
  }

  private void show(
      RoutingContext ctx,
      ClerkGate.Work work,
      int status,
      List<CaseView.Message> messages,
      Set<FieldPath> settled) {
    Found found = find(work);
    Map<String, String> problems = new HashMap<>();
    found.results().stream()
        .filter(r -> r.severity() == RuleResult.Severity.ERROR && !r.code().equals("doubtful"))
        .forEach(r -> problems.putIfAbsent(r.field(), r.message() + r.remedy()));
    String path = pathOf(found.file().id());
    List<FieldGroupView> groups =
        new ArrayList<>(
            new FieldViews(
                    found.draft().draft(),
                    FieldViews.Screen.DESK,
                    p -> path + "/crop?field=" + p,
                    problems,
                    settled)
                .groups());
    groups.add(1, DeskViews.answers(found.draft().draft(), problems));
    List<CaseView.Message> all = new ArrayList<>(messages);
    found
        .draft()
        .draft()
        .sentBackReason()
        .filter(r -> !r.isBlank())
        .ifPresent(r -> all.add(new CaseView.Message(StateView.Tone.NONE, "職員から来庁者へ：" + r)));
    screens.show(
        ctx,
        status,
        "desk/case.jte",
        new CaseView(
            screens.deskFrame(ctx, work.session(), "受付 " + found.file().receptionLabel()),
            path,
            head(found),
            found.draft().version(),
            canEdit(found.file()),
            all,
            pageImages(found, path, groups),
            groups,
            DeskViews.findings(found.results(), groups),
            outcome(found, path),
            DeskViews.history(found.history()),
            signings.view(found.file(), found.draft().draft()),
            found
                .confirmed()
                .map(_ -> DeskViews.guideLanguages(steps, found.file().town()))
                .orElse(List.of())));
  }

  private CaseView.Head head(Found found) {
    CaseFile file = found.file();
    boolean isWaiting = file.status() == CaseStatus.WAITING;
    return new CaseView.Head(
        file.receptionLabel(),
        "転入届",
        DeskViews.stateOf(file.status()),
        Words.timeOfDay(file.submittedAt().orElse(file.openedAt())),
        isWaiting
            ? Duration.between(file.submittedAt().orElse(file.openedAt()), steps.clock().instant())
                .toMinutes()
            : -1,
        file.memberCount(),
        found.next().map(n -> pathOf(n.id())).orElse(""),
        file.isProtected());
  }

  private static List<CaseView.PageImage> pageImages(
      Found found, String path, List<FieldGroupView> groups) {
    List<CaseView.PageImage> images = new ArrayList<>();
    for (PageReading page : found.pages()) {
      if (page.widthPx() > 0) {
        images.add(
            new CaseView.PageImage(
                page.page(),
                path + "/pages/" + page.page(),
                page.widthPx(),
                page.heightPx(),
                DeskViews.boxes(found.draft().draft(), page.page(), groups)));
      }
    }
    return images;
  }

  private CaseView.Outcome outcome(Found found, String path) {
    CaseFile file = found.file();
    return new CaseView.Outcome(
        found.confirmed().map(c -> documents.links(c, path)).orElse(List.of()),
        found.confirmed().map(c -> documents.linksOnRequest(c, path)).orElse(List.of()),
        found.confirmed().map(c -> documents.notes(file, c)).orElse(List.of()),
        DeskViews.fee(
            steps.cashier().findState(file.town(), file.id()),
            file.status() != CaseStatus.REJECTED),
        documents.registryState(file));
  }

  private boolean isCurrent(RoutingContext ctx, ClerkGate.Work work) {
    int seen = FormTexts.number(ctx, "version");
    return steps
            .database()
            .inTown(
                work.file().town(),
                c -> steps.drafts().getDraft(c, work.file().town(), work.file().id()))
            .version()
        == seen;
  }

  private boolean saveForm(RoutingContext ctx, ClerkGate.Work work, FormTexts form) {
    return steps
        .review()
        .changeDraft(
            work.file().town(),
            work.file().id(),
            DraftValue.Origin.CLERK,
            form.version(),
            draft ->
                draft
                    .withTexts(DraftValue.Origin.CLERK, form.texts(), form.looked())
                    .withAnswers(FormTexts.answers(ctx, draft.answers())));
  }

  private void save(RoutingContext ctx, ClerkGate.Work work) {
    FormTexts form = FormTexts.of(ctx);
    if (saveForm(ctx, work, form)) {
      screens.redirect(ctx, pathOf(work.file().id()));
    } else {
      show(ctx, work, 409, List.of(new CaseView.Message(StateView.Tone.BAD, STALE)), Set.of());
    }
  }

  private void confirm(RoutingContext ctx, ClerkGate.Work work) {
    FormTexts form = FormTexts.of(ctx);
    if (!saveForm(ctx, work, form)) {
      show(ctx, work, 409, List.of(new CaseView.Message(StateView.Tone.BAD, STALE)), Set.of());
      return;
    }
    ConfirmOutcome outcome =
        steps
            .review()
            .confirm(
                work.file().town(),
                work.file().id(),
                work.file().version(),
                form.version() + 1,
                work.clerk());
    switch (outcome) {
      case ConfirmOutcome.Done _ -> screens.redirect(ctx, pathOf(work.file().id()));
      case ConfirmOutcome.Blocked(List<RuleResult> results) ->
          show(
              ctx,
              work,
              422,
              List.of(
                  new CaseView.Message(
                      StateView.Tone.BAD, "まだ確定できません。下の" + results.size() + "件を直すか、確かめてください。")),
              form.looked());
      case ConfirmOutcome.Refused(String why) ->
          show(ctx, work, 409, List.of(new CaseView.Message(StateView.Tone.BAD, why)), Set.of());
      case ConfirmOutcome.Stale() ->
          show(ctx, work, 409, List.of(new CaseView.Message(StateView.Tone.BAD, STALE)), Set.of());
    }
  }

  private void decide(RoutingContext ctx, ClerkGate.Work work, CaseEvent event) {
    String reason = FormTexts.text(ctx, "reason");
    if (reason.isBlank()) {
      show(
          ctx,
          work,
          422,
          List.of(new CaseView.Message(StateView.Tone.BAD, "理由を書いてください。")),
          Set.of());
      return;
    }
    MoveOutcome outcome =
        isCurrent(ctx, work)
            ? steps
                .review()
                .decide(
                    work.file().town(),
                    work.file().id(),
                    work.file().version(),
                    event,
                    work.clerk(),
                    reason)
            : new MoveOutcome.Stale();
    switch (outcome) {
      case MoveOutcome.Moved _ -> screens.redirect(ctx, pathOf(work.file().id()));
      case MoveOutcome.Refused(String why) ->
          show(ctx, work, 409, List.of(new CaseView.Message(StateView.Tone.BAD, why)), Set.of());
      case MoveOutcome.Stale() ->
          show(ctx, work, 409, List.of(new CaseView.Message(StateView.Tone.BAD, STALE)), Set.of());
    }
  }

  private void retry(RoutingContext ctx, ClerkGate.Work work) {
    boolean _ =
        steps
            .database()
            .inTown(
                work.file().town(),
                c -> steps.outbox().requeue(c, work.file().town(), work.file().id()));
    screens.redirect(ctx, pathOf(work.file().id()));
  }

  private void stream(RoutingContext ctx, ClerkGate.Work work) {
    String mine = work.file().town() + ":" + work.file().id();
    String seen = ctx.request().getParam("seen", "");
    live.stream(
        ctx,
        List.of("cases", Cashier.TOPIC),
        mine::equals,
        gate.isAlive(work.session()),
        () -> {
          String now = markOf(work);
          return now.equals(seen) ? List.of() : List.of(new Live.Event("changed", now));
        });
  }

  /// The page sends the mark it was made with, so that nothing is missed between page and stream.
  private String markOf(ClerkGate.Work work) {
    Found found = find(work);
    Optional<Cashier.FeeState> fee =
        steps.cashier().findState(work.file().town(), work.file().id());
    return CaseView.markOf(
        found.draft().version(),
        DeskViews.stateOf(found.file().status()).label(),
        DeskViews.fee(fee, false).state().label(),
        signings.view(found.file(), found.draft().draft()).map(s -> s.state().label()));
  }
}
