package jp.frontdesk.server;

import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import jp.frontdesk.cases.CaseStatus;
import jp.frontdesk.kernel.CertificateField;
import jp.frontdesk.kernel.FieldPath;
import jp.frontdesk.kernel.Problem;
import jp.frontdesk.kernel.Texts;
import jp.frontdesk.review.Answers;
import jp.frontdesk.review.Draft;
import jp.frontdesk.review.DraftValue;
import jp.frontdesk.review.QuestionsView;
import jp.frontdesk.review.VersionedDraft;

/// The resident answers what the paper cannot know (住民基本台帳法 第22条, 第27条).
final class KioskQuestionRoutes {
  static final String QUESTIONS = "/questions";

  private static final int YEARS_OFFERED = 3;

  private final Steps steps;
  private final Screens screens;
  private final KioskGate gate;

  KioskQuestionRoutes(Steps steps, Screens screens, KioskGate gate) {
    this.steps = steps;
    this.screens = screens;
    this.gate = gate;
  }

  void mount(Router router) {
    router.get(QUESTIONS).handler(gate.visit(this::ask));
    router.post(QUESTIONS).handler(gate.visit(this::save));
  }

  private void ask(RoutingContext ctx, KioskGate.Visit visit) {
    if (visit.file().status() != CaseStatus.COLLECTING
        && visit.file().status() != CaseStatus.RETURNED) {
      screens.redirect(ctx, KioskSlipRoutes.SLIP);
      return;
    }
    VersionedDraft draft = steps.review().refreshDraft(visit.file().town(), visit.caseId());
    show(ctx, visit, 200, draft, Typed.of(draft.draft()), List.of());
  }

  /// The inputs of the page as they were typed, so that a refused form comes back whole.
  private record Typed(
      String address,
      String postcode,
      String year,
      String month,
      String day,
      String head,
      String headName,
      String phone,
      String role,
      String notifier,
      String notifierName,
      String notifierAddress) {

    static Typed of(RoutingContext ctx) {
      return new Typed(
          FormTexts.text(ctx, "address"),
          FormTexts.text(ctx, "postcode"),
          FormTexts.text(ctx, "moved_on_year"),
          FormTexts.text(ctx, "moved_on_month"),
          FormTexts.text(ctx, "moved_on_day"),
          FormTexts.text(ctx, "head"),
          FormTexts.text(ctx, "head_name"),
          FormTexts.text(ctx, "phone"),
          FormTexts.text(ctx, "role"),
          FormTexts.text(ctx, "notifier"),
          FormTexts.text(ctx, "notifier_name"),
          FormTexts.text(ctx, "notifier_address"));
    }

    /// The answers given before, or what the paper suggests.
    static Typed of(Draft draft) {
      Answers answers = draft.answers();
      String paperAddress = draft.text(CertificateField.NEW_ADDRESS);
      String[] day =
          answers.movedOn().isBlank() ? new String[] {"", "", ""} : answers.movedOn().split("-");
      String head = memberNamed(draft, answers.newHead());
      boolean hasOtherHead = !answers.newHead().isBlank() && head.isBlank();
      String paperHead = memberNamed(draft, draft.text(CertificateField.NEW_HOUSEHOLDER));
      return new Typed(
          answers.newAddress().isBlank()
              ? (isComplete(paperAddress) ? paperAddress : "")
              : answers.newAddress(),
          answers.postcode(),
          day[0],
          day[1].replaceFirst("^0", ""),
          day[2].replaceFirst("^0", ""),
          hasOtherHead ? "other" : head.isBlank() ? paperHead : head,
          hasOtherHead ? answers.newHead() : "",
          answers.phone(),
          answers.notifierRole(),
          memberNamed(draft, answers.notifierName()),
          answers.notifierRole().equals("SELF") ? "" : answers.notifierName(),
          answers.notifierAddress());
    }

    private static boolean isComplete(String address) {
      return address.matches(".*[0-9０-９].*");
    }
  }

  private static String memberNamed(Draft draft, String name) {
    return draft.movingMembers().stream()
        .filter(m -> !name.isBlank() && Texts.folded(nameOf(draft, m)).equals(Texts.folded(name)))
        .map(m -> "member:" + m)
        .findFirst()
        .orElse("");
  }

  private static String nameOf(Draft draft, int member) {
    return draft.text(FieldPath.of(CertificateField.NAME, member));
  }

  private void save(RoutingContext ctx, KioskGate.Visit visit) {
    Typed typed = Typed.of(ctx);
    VersionedDraft draft = steps.review().refreshDraft(visit.file().town(), visit.caseId());
    List<Problem> problems = new ArrayList<>();
    Answers answers = answersOf(typed, draft.draft(), problems);
    if (problems.isEmpty()
        && !steps
            .review()
            .changeDraft(
                visit.file().town(),
                visit.caseId(),
                DraftValue.Origin.RESIDENT,
                FormTexts.number(ctx, "version"),
                d -> d.withAnswers(answers))) {
      problems.add(new Problem("page", "stale", "別の画面で内容が変わりました。もう一度 確かめてください。"));
    }
    if (FormTexts.text(ctx, "protect").equals("yes")) {
      protect(visit);
    }
    if (problems.isEmpty()) {
      screens.redirect(ctx, KioskGuideRoutes.PROCEDURES);
    } else {
      show(ctx, visit, 422, draft, typed, problems);
    }
  }

  /// Only a clerk takes it back: whoever stands beside the resident cannot.
  private void protect(KioskGate.Visit visit) {
    steps
        .database()
        .runInTown(
            visit.file().town(),
            c -> steps.cases().setProtected(c, visit.file().town(), visit.caseId(), true, "kiosk"));
  }

  private Answers answersOf(Typed typed, Draft draft, List<Problem> problems) {
    if (typed.address().isBlank()) {
      problems.add(new Problem("address", "missing", "新しい住所を入れてください。"));
    }
    Optional<LocalDate> movedOn = dayOf(typed);
    if (movedOn.isEmpty()) {
      problems.add(new Problem("moved_on", "not_a_date", "住み始めた日を、年・月・日でえらんでください。"));
    } else if (movedOn.get().isAfter(steps.today())) {
      problems.add(new Problem("moved_on", "date_in_future", "引っ越しの前には届け出できません。住み始めた日をえらんでください。"));
    }
    String head = personOf(typed.head(), typed.headName(), draft);
    if (head.isBlank()) {
      problems.add(new Problem("head", "missing", "新しい家の世帯主を えらぶか、名前を入れてください。"));
    }
    boolean isSelf = typed.role().equals("SELF");
    String notifier = isSelf ? personOf(typed.notifier(), "", draft) : typed.notifierName();
    if (!List.of("SELF", "HOUSEHOLD_MEMBER", "PROXY").contains(typed.role())) {
      problems.add(new Problem("role", "missing", "あなたがどなたか、えらんでください。"));
    } else if (notifier.isBlank()) {
      problems.add(
          new Problem(isSelf ? "notifier" : "notifier_name", "missing", "あなたの名前を入れてください。"));
    }
    if (!typed.phone().matches("[0-9０-９+＋()（）\\-－ー ]{0,20}")) {
      problems.add(new Problem("phone", "not_a_number", "電話番号は数字で入れてください。なければ空けてください。"));
    }
    return new Answers(
        typed.postcode(),
        typed.address(),
        movedOn.map(LocalDate::toString).orElse(""),
        head,
        typed.phone(),
        typed.role(),
        notifier,
        typed.role().equals("PROXY") ? typed.notifierAddress() : "",
        draft.answers().staying(),
        draft.answers().wishes(),
        draft.answers().procedures());
  }

  private static Optional<LocalDate> dayOf(Typed typed) {
    try {
      return Optional.of(
          LocalDate.of(
              Integer.parseInt(typed.year()),
              Integer.parseInt(typed.month()),
              Integer.parseInt(typed.day())));
    } catch (NumberFormatException | DateTimeException notADay) {
      return Optional.empty();
    }
  }

  private static String personOf(String choice, String otherName, Draft draft) {
    if (choice.matches("member:\\d{1,2}")) {
      int member = Integer.parseInt(choice.substring(7));
      return draft.movingMembers().contains(member) ? nameOf(draft, member) : "";
    }
    return otherName;
  }

  private void show(
      RoutingContext ctx,
      KioskGate.Visit visit,
      int status,
      VersionedDraft stored,
      Typed typed,
      List<Problem> problems) {
    Draft draft = stored.draft();
    LocalDate today = steps.today();
    List<QuestionsView.Year> years =
        IntStream.range(0, YEARS_OFFERED)
            .mapToObj(i -> today.getYear() - i)
            .map(y ->
                new QuestionsView.Year(Integer.toString(y), "令和" + (y - 2018) + "年（" + y + "年）"))
            .toList();
    screens.show(
        ctx,
        status,
        "kiosk/questions.jte",
        new QuestionsView(
            screens.kioskFrame(ctx, visit.session(), "質問", KioskScanRoutes.isHelpCalled(visit)),
            stored.version(),
            typed.address(),
            draft.answers().newAddress().isBlank() && !typed.address().isBlank(),
            typed.postcode(),
            new QuestionsView.MovedOn(
                years,
                typed.year(),
                typed.month(),
                typed.day(),
                today.toString(),
                draft.text(CertificateField.MOVE_DATE)),
            draft.movingMembers().stream()
                .map(m -> new QuestionsView.Person("member:" + m, nameOf(draft, m)))
                .toList(),
            new QuestionsView.Head(typed.head(), typed.headName()),
            typed.phone(),
            new QuestionsView.Notifier(
                typed.role(), typed.notifier(), typed.notifierName(), typed.notifierAddress()),
            visit.file().isProtected() || FormTexts.text(ctx, "protect").equals("yes"),
            problems));
  }
}
