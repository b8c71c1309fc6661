package jp.frontdesk.server;

import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import jp.frontdesk.cases.CaseFile;
import jp.frontdesk.cases.CaseStatus;
import jp.frontdesk.kernel.CertificateField;
import jp.frontdesk.kernel.FieldPath;
import jp.frontdesk.kernel.MunicipalityCode;
import jp.frontdesk.kernel.Problem;
import jp.frontdesk.review.CheckView;
import jp.frontdesk.review.Draft;
import jp.frontdesk.review.DraftValue;
import jp.frontdesk.review.FieldView;
import jp.frontdesk.review.Picture;
import jp.frontdesk.review.RecordBuilder;
import jp.frontdesk.review.RuleResult;
import jp.frontdesk.review.SentBackView;
import jp.frontdesk.review.VersionedDraft;

/// The resident compares every value with the image of the paper.
final class KioskCheckRoutes {
  static final String CHECK = "/check";
  static final String CROP = "/crop";
  static final String SENT_BACK = "/sent-back";

  private final Steps steps;
  private final Screens screens;
  private final KioskGate gate;

  KioskCheckRoutes(Steps steps, Screens screens, KioskGate gate) {
    this.steps = steps;
    this.screens = screens;
    this.gate = gate;
  }

  void mount(Router router) {
    router.get(CHECK).handler(gate.visit(this::showCheck));
    router.post(CHECK).handler(gate.visit(this::saveCheck));
    router.get(CROP).handler(gate.visit(this::crop));
    router.get(SENT_BACK).handler(gate.visit(this::showSentBack));
  }

  private boolean isInResidentsHands(KioskGate.Visit visit) {
    return visit.file().status() == CaseStatus.COLLECTING
        || visit.file().status() == CaseStatus.RETURNED;
  }

  private VersionedDraft draftOf(KioskGate.Visit visit) {
    return steps.review().refreshDraft(visit.file().town(), visit.caseId());
  }

  private void showCheck(RoutingContext ctx, KioskGate.Visit visit) {
    if (isInResidentsHands(visit)) {
      show(ctx, visit, 200, draftOf(visit), List.of(), Set.of());
    } else {
      screens.redirect(ctx, KioskSlipRoutes.SLIP);
    }
  }

  private void show(
      RoutingContext ctx,
      KioskGate.Visit visit,
      int status,
      VersionedDraft draft,
      List<Problem> problems,
      Set<FieldPath> settled) {
    Map<String, String> messages =
        problems.stream()
            .collect(Collectors.toMap(Problem::field, Problem::message, (first, _) -> first));
    screens.show(
        ctx,
        status,
        "kiosk/check.jte",
        new CheckView(
            screens.kioskFrame(
                ctx, visit.session(), "紙と同じか確かめる", KioskScanRoutes.isHelpCalled(visit)),
            draft.version(),
            new FieldViews(
                    draft.draft(),
                    FieldViews.Screen.KIOSK,
                    path -> CROP + "?field=" + path,
                    messages,
                    settled)
                .groups(),
            problems));
  }

  private void saveCheck(RoutingContext ctx, KioskGate.Visit visit) {
    if (!isInResidentsHands(visit)) {
      screens.redirect(ctx, KioskSlipRoutes.SLIP);
      return;
    }
    FormTexts form = FormTexts.of(ctx);
    MunicipalityCode town = visit.file().town();
    boolean isSaved =
        steps
            .review()
            .changeDraft(
                town,
                visit.caseId(),
                DraftValue.Origin.RESIDENT,
                form.version(),
                draft ->
                    draft
                        .withTexts(DraftValue.Origin.RESIDENT, form.texts(), form.looked())
                        .withAnswers(draft.answers().withStaying(form.staying())));
    VersionedDraft draft = draftOf(visit);
    List<Problem> problems = new ArrayList<>(problemsOf(visit, draft.draft()));
    if (!isSaved) {
      problems.addFirst(new Problem("page", "stale", "別の画面で内容が変わりました。もう一度 確かめてから「つぎへ」を押してください。"));
    }
    if (!problems.isEmpty() || form.isPick()) {
      show(ctx, visit, problems.isEmpty() ? 200 : 422, draft, problems, form.looked());
    } else {
      screens.redirect(ctx, KioskQuestionRoutes.QUESTIONS);
    }
  }

  /// A resident can go on with doubtful values, but not with a text of their own that cannot be
  /// right, nor alone with nobody named.
  private List<Problem> problemsOf(KioskGate.Visit visit, Draft draft) {
    List<Problem> problems = new ArrayList<>();
    if (draft.movingMembers().isEmpty()) {
      problems.add(new Problem("page", "nobody_moves", "引っ越してくる人を 1人以上 えらんでください。"));
    }
    if (RecordBuilder.build(visit.file(), draft, steps.today())
        instanceof RecordBuilder.Outcome.Blocked(List<RuleResult> results)) {
      for (RuleResult result : results) {
        Optional<DraftValue> value =
            FieldPath.parse(result.field()).map(draft.values()::get).filter(v -> v != null);
        boolean isTyped = value.map(v -> v.origin() == DraftValue.Origin.RESIDENT).orElse(false);
        boolean lacksName =
            result.code().equals("missing")
                && result.field().endsWith("." + CertificateField.NAME.path().substring(8));
        if (isTyped || lacksName) {
          problems.add(
              new Problem(result.field(), result.code(), result.message() + result.remedy()));
        }
      }
    }
    return problems;
  }

  private void crop(RoutingContext ctx, KioskGate.Visit visit) {
    screens.sendPicture(
        ctx,
        visit.caseId(),
        CropFinder.find(steps, visit.file(), ctx.request().getParam("field", "")));
  }

  private void showSentBack(RoutingContext ctx, KioskGate.Visit visit) {
    Draft draft = draftOf(visit).draft();
    if (visit.file().status() != CaseStatus.RETURNED) {
      screens.redirect(ctx, KioskSlipRoutes.SLIP);
      return;
    }
    List<SentBackView.Fix> fixes =
        new FieldViews(draft, FieldViews.Screen.KIOSK, _ -> "", Map.of(), Set.of())
            .groups().stream()
                .flatMap(g -> g.toLookAt().stream())
                .map(f -> new SentBackView.Fix(fixLabel(f), CHECK + "#" + f.domId()))
                .toList();
    screens.show(
        ctx,
        200,
        "kiosk/sent-back.jte",
        new SentBackView(
            screens.kioskFrame(
                ctx, visit.session(), "なおすところがあります", KioskScanRoutes.isHelpCalled(visit)),
            visit.file().receptionLabel(),
            draft.sentBackReason().orElse(""),
            fixes));
  }

  private static String fixLabel(FieldView field) {
    return field.who().isBlank() ? field.label() : field.who() + " " + field.label();
  }

  /// Finds the crop of a value in its own case.
  static final class CropFinder {
    private CropFinder() {}

    static Optional<Picture> find(Steps steps, CaseFile file, String field) {
      Optional<FieldPath> path = FieldPath.parse(field);
      if (path.isEmpty()) {
        return Optional.empty();
      }
      return steps
          .database()
          .inTown(
              file.town(),
              c -> {
                Draft draft = steps.drafts().getDraft(c, file.town(), file.id()).draft();
                return Optional.ofNullable(draft.values().get(path.get()))
                    .flatMap(DraftValue::place)
                    .flatMap(place -> steps.readings().findCrop(c, file.town(), file.id(), place));
              });
    }
  }
}
