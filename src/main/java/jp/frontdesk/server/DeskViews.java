package jp.frontdesk.server;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jp.frontdesk.cases.CaseFile;
import jp.frontdesk.cases.CaseStatus;
import jp.frontdesk.cases.HistoryEntry;
import jp.frontdesk.fees.Cashier;
import jp.frontdesk.fees.Invoice;
import jp.frontdesk.guide.GuideWords;
import jp.frontdesk.kernel.CaseId;
import jp.frontdesk.kernel.FieldKind;
import jp.frontdesk.kernel.FieldPath;
import jp.frontdesk.kernel.MunicipalityCode;
import jp.frontdesk.review.Answers;
import jp.frontdesk.review.CaseView;
import jp.frontdesk.review.Draft;
import jp.frontdesk.review.DraftValue;
import jp.frontdesk.review.FieldGroupView;
import jp.frontdesk.review.FieldView;
import jp.frontdesk.review.RuleResult;
import jp.frontdesk.review.StateView;

/// Cases in the words and pictures of the counter desk.
final class DeskViews {
  private static final Map<String, String> ROLE_WORDS =
      Map.of("SELF", "本人", "HOUSEHOLD_MEMBER", "同じ世帯の人", "PROXY", "代理人");

  private DeskViews() {}

  static StateView stateOf(CaseStatus status) {
    return new StateView(
        status.label(),
        switch (status) {
          case COLLECTING, RETURNED -> StateView.Tone.RUNNING;
          case WAITING -> StateView.Tone.TODO;
          case CONFIRMED -> StateView.Tone.RUNNING;
          case REGISTERED -> StateView.Tone.DONE;
          case REGISTRY_REFUSED -> StateView.Tone.BAD;
          case REJECTED, ABANDONED -> StateView.Tone.NONE;
        });
  }

  static StateView registryStateOf(CaseStatus status) {
    return switch (status) {
      case CONFIRMED -> new StateView("送信中", StateView.Tone.RUNNING);
      case REGISTERED -> new StateView("仮登録済み", StateView.Tone.DONE);
      case REGISTRY_REFUSED -> new StateView("受け付けられず", StateView.Tone.BAD);
      case COLLECTING, WAITING, RETURNED, REJECTED, ABANDONED -> StateView.none();
    };
  }

  static StateView feeStateOf(Invoice.Status status) {
    return switch (status) {
      case DUE -> new StateView("未払い", StateView.Tone.TODO);
      case PAID -> new StateView("支払い済み", StateView.Tone.DONE);
      case NOTHING_DUE -> new StateView("無料", StateView.Tone.NONE);
      case WITHDRAWN -> new StateView("取り下げ", StateView.Tone.NONE);
      case REFUNDED -> new StateView("返金済み", StateView.Tone.NONE);
    };
  }

  static Map<CaseId, StateView> feeStates(
      Steps steps, MunicipalityCode town, List<CaseFile> files) {
    Map<CaseId, StateView> states = new HashMap<>();
    Map<CaseId, Invoice.Status> statuses =
        steps.cashier().listStatuses(town, files.stream().map(CaseFile::id).toList());
    statuses.forEach((id, status) -> states.put(id, feeStateOf(status)));
    return states;
  }

  static CaseView.Fee fee(Optional<Cashier.FeeState> state, boolean canTakeCash) {
    return state
        .map(s ->
            new CaseView.Fee(
                s.hasException()
                    ? new StateView("入金に食い違い", StateView.Tone.BAD)
                    : feeStateOf(s.invoice().status()),
                Payments.lines(s.invoice()),
                s.invoice().total().amountYen(),
                canTakeCash && s.invoice().status() == Invoice.Status.DUE))
        .orElseGet(() -> new CaseView.Fee(StateView.none(), List.of(), 0, false));
  }

  /// What the resident answered, as a group of values that a clerk may correct.
  static FieldGroupView answers(Draft draft, Map<String, String> problems) {
    Answers answers = draft.answers();
    List<String> members =
        draft.movingMembers().stream()
            .map(m -> draft.text(FieldPath.of(jp.frontdesk.kernel.CertificateField.NAME, m)))
            .filter(n -> !n.isBlank())
            .toList();
    return new FieldGroupView(
        "answers",
        "本人の答え",
        "",
        -1,
        false,
        List.of(
            answer(
                "new_address",
                "新しい住所",
                FieldKind.ADDRESS,
                answers.newAddress(),
                List.of(),
                problems),
            answer("postcode", "郵便番号", FieldKind.DIGITS, answers.postcode(), List.of(), problems),
            answer("moved_on", "住み始めた日", FieldKind.TEXT, answers.movedOn(), List.of(), problems),
            answer("new_head", "新しい世帯主", FieldKind.NAME, answers.newHead(), List.of(), problems),
            answer(
                "notifier_role",
                "届出人",
                FieldKind.CHOICE,
                ROLE_WORDS.getOrDefault(answers.notifierRole(), ""),
                roleWords(),
                problems),
            answer(
                "notifier_name",
                "届出人の氏名",
                FieldKind.NAME,
                answers.notifierName(),
                members,
                problems),
            answer(
                "notifier_address",
                "代理人の住所",
                FieldKind.ADDRESS,
                answers.notifierAddress(),
                List.of(),
                problems),
            answer("phone", "電話番号", FieldKind.DIGITS, answers.phone(), List.of(), problems)));
  }

  private static List<String> roleWords() {
    return ROLE_WORDS.values().stream().sorted().toList();
  }

  /// The role a clerk chose by its word; the text itself when it is no such word.
  static String roleOf(String word) {
    return ROLE_WORDS.entrySet().stream()
        .filter(e -> e.getValue().equals(word))
        .map(Map.Entry::getKey)
        .findFirst()
        .orElse(word);
  }

  private static FieldView answer(
      String name,
      String label,
      FieldKind kind,
      String value,
      List<String> choices,
      Map<String, String> problems) {
    return new FieldView(
        "answers." + name,
        label,
        "",
        kind,
        value,
        FieldView.Secret.open(),
        "",
        value.isBlank() ? FieldView.Origin.NONE : FieldView.Origin.RESIDENT,
        "",
        false,
        List.of(),
        choices,
        problems.getOrDefault("answers." + name, ""));
  }

  static List<CaseView.Finding> findings(List<RuleResult> results, List<FieldGroupView> groups) {
    List<CaseView.Finding> findings = new ArrayList<>();
    for (RuleResult result : results) {
      findings.add(
          new CaseView.Finding(
              result.severity() == RuleResult.Severity.ERROR
                  ? CaseView.Severity.STOP
                  : CaseView.Severity.LOOK,
              subjectOf(result, groups) + result.message(),
              "",
              result.remedy(),
              result.source(),
              domIdOf(result.field(), groups)));
    }
    return findings;
  }

  private static String subjectOf(RuleResult result, List<FieldGroupView> groups) {
    return groups.stream()
        .flatMap(g -> g.fields().stream())
        .filter(f -> f.path().equals(result.field()) && !f.who().isBlank())
        .map(f -> f.who() + "：")
        .findFirst()
        .orElse("");
  }

  private static String domIdOf(String field, List<FieldGroupView> groups) {
    return groups.stream()
        .flatMap(g -> g.fields().stream())
        .filter(f -> f.path().equals(field))
        .map(FieldView::domId)
        .findFirst()
        .orElse("");
  }

  /// The fields printed on a page, with their places.
  static List<CaseView.Box> boxes(Draft draft, int page, List<FieldGroupView> groups) {
    List<CaseView.Box> boxes = new ArrayList<>();
    draft
        .values()
        .forEach((path, value) ->
            value
                .place()
                .filter(p -> p.page() == page)
                .ifPresent(p -> boxes.add(box(path, p, groups))));
    return boxes;
  }

  private static CaseView.Box box(
      FieldPath path, DraftValue.Place place, List<FieldGroupView> groups) {
    return new CaseView.Box(
        domIdOf(path.toString(), groups),
        path.field().label(),
        path.field().isSecretNumber(),
        place.x(),
        place.y(),
        place.width(),
        place.height());
  }

  static List<CaseView.HistoryLine> history(List<HistoryEntry> entries) {
    return entries.reversed().stream()
        .map(e -> new CaseView.HistoryLine(Words.dayAndTime(e.at()), actorOf(e.actor()), e.label()))
        .toList();
  }

  private static String actorOf(String actor) {
    return switch (actor) {
      case "kiosk" -> "来庁者";
      case "registry" -> "住民記録";
      default -> "職員 " + actor;
    };
  }

  /// The languages that guides of a town are printed in.
  static List<CaseView.GuideLanguage> guideLanguages(Steps steps, MunicipalityCode town) {
    GuideWords words = steps.files().guide(town).words();
    return words.languages().stream()
        .map(code -> new CaseView.GuideLanguage(code, words.word(code, "language")))
        .toList();
  }
}
