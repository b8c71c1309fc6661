package jp.frontdesk.server;

import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import jp.frontdesk.guide.AgeBand;
import jp.frontdesk.guide.Guide;
import jp.frontdesk.guide.GuideBook;
import jp.frontdesk.guide.GuidePaper;
import jp.frontdesk.guide.HouseholdOutline;
import jp.frontdesk.guide.LifeEvent;
import jp.frontdesk.guide.NaviView;
import jp.frontdesk.kernel.MunicipalityCode;
import jp.frontdesk.kernel.RubyText;

/// 手続きナビ: the guide from questions alone, without a certificate and without a case, on a kiosk or
/// on a phone. Nothing is stored; what was answered travels in the pages' forms.
final class KioskNaviRoutes {
  static final String NAVI = "/t/:code/navi";
  static final String PDF = "/t/:code/navi/guide.pdf";

  private static final int CODE_MM = 46;
  private static final String FOREIGN = "foreign";

  private final Steps steps;
  private final Screens screens;
  private final Guides guides;
  private final KioskGate gate;

  KioskNaviRoutes(Steps steps, Screens screens, Guides guides, KioskGate gate) {
    this.steps = steps;
    this.screens = screens;
    this.guides = guides;
    this.gate = gate;
  }

  void mount(Router router) {
    router.get(NAVI).handler(ctx -> inTown(ctx, this::begin));
    router.post(NAVI).handler(ctx -> inTown(ctx, this::goOn));
    router.post(PDF).handler(ctx -> inTown(ctx, this::sendPdf));
  }

  static String pathOf(MunicipalityCode town) {
    return "/t/" + town + "/navi";
  }

  /// One request, with the town it is about and the language it asks for.
  private record Asked(RoutingContext ctx, Town town, GuideBook book, String language) {
    String word(String key) {
      return book.words().word(language, key);
    }

    int number(String field) {
      String text = FormTexts.text(ctx, field);
      return text.matches("\\d{1,4}") ? Integer.parseInt(text) : -1;
    }
  }

  private void inTown(RoutingContext ctx, Consumer<Asked> handler) {
    Optional<Town> town =
        MunicipalityCode.parse(FormTexts.pathPart(ctx, "code")).flatMap(steps.towns()::find);
    if (town.isEmpty()) {
      ctx.fail(404);
      return;
    }
    GuideBook book = steps.files().guide(town.get().code());
    String wanted = ctx.request().getParam("lang", "easy");
    handler.accept(new Asked(ctx, town.get(), book, book.words().has(wanted) ? wanted : "easy"));
  }

  private void begin(Asked asked) {
    show(asked, 200, "household", Map.of(), household(asked, steps.today(), ""));
  }

  private void goOn(Asked asked) {
    String page = FormTexts.text(asked.ctx(), "show");
    Optional<LocalDate> movedOn = movedOn(asked);
    Optional<HouseholdOutline> outline = movedOn.flatMap(day -> outline(asked, day));
    if (page.equals("household") || outline.isEmpty()) {
      boolean isWrong = !page.equals("household");
      String problem = movedOn.isEmpty() ? asked.word("naviDay") : asked.word("naviNobody");
      show(
          asked,
          isWrong ? 422 : 200,
          "household",
          answers(asked),
          household(asked, movedOn.orElse(steps.today()), isWrong ? problem : ""));
      return;
    }
    Guide unanswered = guide(asked, outline.get().withoutAnswers());
    Map<String, String> state = new LinkedHashMap<>(householdFields(asked));
    if (page.equals("guide") || unanswered.open().isEmpty()) {
      state.putAll(answers(asked));
      GuidePaper paper = paper(asked, guide(asked, outline.get()));
      show(
          asked,
          200,
          "guide",
          state,
          new NaviView.Result(
              paper,
              paper.takeAlong().stream().map(text -> Codes.takeAlongSvg(text, CODE_MM)).toList()));
    } else {
      show(
          asked,
          200,
          "questions",
          state,
          new NaviView.Questions(Guides.asked(asked.ctx(), unanswered.open(), asked.language())));
    }
  }

  private Guide guide(Asked asked, HouseholdOutline outline) {
    return asked.book().guideFor(LifeEvent.MOVE_IN, outline, steps.today());
  }

  private GuidePaper paper(Asked asked, Guide guide) {
    return guides
        .papers(asked.town().code(), asked.language())
        .paperOfAnswers(guide, asked.town().name(), steps.today());
  }

  /// Empty where there is no such day, or none near enough to move.
  private Optional<LocalDate> movedOn(Asked asked) {
    try {
      LocalDate day =
          LocalDate.of(asked.number("year"), asked.number("month"), asked.number("day"));
      return years().contains(day.getYear()) ? Optional.of(day) : Optional.empty();
    } catch (DateTimeException noSuchDay) {
      return Optional.empty();
    }
  }

  private List<Integer> years() {
    int year = steps.today().getYear();
    return List.of(year - 1, year, year + 1);
  }

  /// Empty where nobody comes, or too many.
  private static Optional<HouseholdOutline> outline(Asked asked, LocalDate movedOn) {
    Map<AgeBand, Integer> people = new EnumMap<>(AgeBand.class);
    int count = 0;
    for (AgeBand band : AgeBand.values()) {
      int number = asked.number(band.key());
      if (number > HouseholdOutline.MOST_PEOPLE || isFilledWrongly(asked, band)) {
        return Optional.empty();
      }
      people.put(band, Math.max(0, number));
      count += Math.max(0, number);
    }
    if (count < 1 || count > HouseholdOutline.MOST_PEOPLE) {
      return Optional.empty();
    }
    return Optional.of(
        new HouseholdOutline(
            movedOn,
            people,
            foreigners(asked),
            Guides.answersIn(asked.ctx(), asked.book().questionIds())));
  }

  private static boolean isFilledWrongly(Asked asked, AgeBand band) {
    return asked.number(band.key()) < 0 && !FormTexts.text(asked.ctx(), band.key()).isBlank();
  }

  private static HouseholdOutline.Foreigners foreigners(Asked asked) {
    String text = FormTexts.text(asked.ctx(), FOREIGN).toUpperCase(Locale.ROOT);
    return Arrays.stream(HouseholdOutline.Foreigners.values())
        .filter(f -> f.name().equals(text))
        .findFirst()
        .orElse(HouseholdOutline.Foreigners.NONE);
  }

  /// What was answered of the questions there are, as fields to be sent again.
  private static Map<String, String> answers(Asked asked) {
    Map<String, String> fields = new LinkedHashMap<>();
    Guides.answersIn(asked.ctx(), asked.book().questionIds())
        .forEach((question, answer) -> fields.put("answer." + question, answer));
    return fields;
  }

  private static Map<String, String> householdFields(Asked asked) {
    Map<String, String> fields = new LinkedHashMap<>();
    for (String name : List.of("year", "month", "day")) {
      fields.put(name, String.valueOf(asked.number(name)));
    }
    for (AgeBand band : AgeBand.values()) {
      fields.put(band.key(), String.valueOf(Math.max(0, asked.number(band.key()))));
    }
    fields.put(FOREIGN, foreigners(asked).name().toLowerCase(Locale.ROOT));
    return fields;
  }

  private NaviView.Household household(Asked asked, LocalDate day, String problem) {
    List<NaviView.Band> bands = new ArrayList<>();
    for (AgeBand band : AgeBand.values()) {
      int count = Math.clamp(asked.number(band.key()), 0, HouseholdOutline.MOST_PEOPLE);
      bands.add(new NaviView.Band(band.key(), asked.word("band_" + band.key()), count));
    }
    return new NaviView.Household(
        years(),
        day.getYear(),
        day.getMonthValue(),
        day.getDayOfMonth(),
        bands,
        foreigners(asked).name().toLowerCase(Locale.ROOT),
        problem);
  }

  private void show(
      Asked asked, int status, String page, Map<String, String> state, NaviView.Content content) {
    MunicipalityCode town = asked.town().code();
    screens.show(
        asked.ctx(),
        status,
        "kiosk/navi-" + page + ".jte",
        new NaviView(
            screens.watchedKioskFrame(
                asked.ctx(),
                gate.findSession(asked.ctx()),
                RubyText.plain(asked.word("navi")),
                asked.town().name()),
            pathOf(town),
            "/t/" + town,
            asked.language(),
            Guides.languages(asked.book(), asked.language()),
            asked::word,
            page,
            state,
            content));
  }

  private void sendPdf(Asked asked) {
    Optional<HouseholdOutline> outline = movedOn(asked).flatMap(day -> outline(asked, day));
    if (outline.isEmpty()) {
      show(
          asked,
          422,
          "household",
          answers(asked),
          household(asked, steps.today(), asked.word("naviNobody")));
      return;
    }
    boolean isLarge = FormTexts.text(asked.ctx(), "large").equals("1");
    byte[] pdf = guides.pdf(paper(asked, guide(asked, outline.get())), isLarge);
    screens.sendPublicPdf(asked.ctx(), pdf, "guide");
  }
}
