package jp.frontdesk.guide;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import jp.frontdesk.kernel.RubyText;
import jp.frontdesk.paper.Face;
import jp.frontdesk.paper.MmPoint;

/// Puts a guide into a language, ready to print or show. What a language lacks is said in やさしい日本語.
public final class GuidePapers {
  private static final int LONGEST_TAKE_ALONG = 1200;

  private final GuideBook book;
  private final String language;
  private final Function<String, Optional<String>> titles;

  /// @param language one of the book's
  /// @param titles a form's title by its id; empty where the town has no such form
  public GuidePapers(GuideBook book, String language, Function<String, Optional<String>> titles) {
    this.book = book;
    this.language = language;
    this.titles = titles;
  }

  /// The guide as a paper.
  ///
  /// @param number the reception number; empty without one
  public GuidePaper paper(Guide guide, String town, String number, LocalDate today) {
    return paper(
        guide,
        word("subtitle")
            .replace("{town}", town)
            .replace("{number}", number.isEmpty() ? "―" : number)
            .replace("{day}", written(today)),
        word("footer"));
  }

  /// The guide of a household that only answered questions, as a paper.
  public GuidePaper paperOfAnswers(Guide guide, String town, LocalDate today) {
    return paper(guide, town + "　" + written(today), word("naviFooter"));
  }

  private GuidePaper paper(Guide guide, String subtitle, String footer) {
    List<GuidePaper.Stop> stops = new ArrayList<>();
    List<GuidePaper.Task> tasks = new ArrayList<>();
    for (int i = 0; i < guide.steps().size(); i++) {
      Guide.Step step = guide.steps().get(i);
      tasks.add(task(step));
      boolean isLast =
          i + 1 == guide.steps().size()
              || !guide.steps().get(i + 1).counter().id().equals(step.counter().id());
      if (isLast) {
        stops.add(stop(step.counter(), tasks));
        tasks.clear();
      }
    }
    return new GuidePaper(
        language.equals("easy") ? "ja" : language,
        face(),
        word("title"),
        subtitle,
        word("lead"),
        new GuidePaper.Words(
            word("deadline"),
            word("bring"),
            word("missed"),
            word("forms"),
            word("law"),
            word("takeAlong"),
            word("maps"),
            word("mapsLead")),
        stops,
        maps(guide),
        footer,
        takeAlong(stops));
  }

  /// The plans of the floors on the way, with each counter under the number of its stop.
  private List<GuidePaper.FloorMap> maps(Guide guide) {
    List<Counter> way = guide.steps().stream().map(Guide.Step::counter).distinct().toList();
    Map<String, List<GuidePaper.Mark>> marks = new LinkedHashMap<>();
    Map<String, Counter.Place> floors = new LinkedHashMap<>();
    for (int i = 0; i < way.size(); i++) {
      Counter counter = way.get(i);
      Optional<MmPoint> at = counter.place().flatMap(Counter.Place::onPlan);
      if (at.isPresent()) {
        Counter.Place place = counter.place().orElseThrow();
        floors.putIfAbsent(place.plan(), place);
        marks
            .computeIfAbsent(place.plan(), _ -> new ArrayList<>())
            .add(
                new GuidePaper.Mark(
                    i + 1, at.get(), counter.name(language), counter.where(language)));
      }
    }
    List<GuidePaper.FloorMap> maps = new ArrayList<>();
    floors.forEach((key, place) ->
        book.floors()
            .plan(place)
            .ifPresent(plan ->
                maps.add(
                    new GuidePaper.FloorMap(
                        caption(place), plan, marks.getOrDefault(key, List.of())))));
    return maps;
  }

  private String caption(Counter.Place place) {
    return word(place.floor() > 0 ? "floor" : "basement")
        .replace("{building}", book.floors().name(place, language))
        .replace("{floor}", Integer.toString(Math.abs(place.floor())));
  }

  private GuidePaper.Stop stop(Counter counter, List<GuidePaper.Task> tasks) {
    return new GuidePaper.Stop(
        counter.name(language),
        counter.name("ja"),
        counter.where(language),
        counter.hours(),
        tasks);
  }

  private GuidePaper.Task task(Guide.Step step) {
    Map<String, Procedure.Texts> texts = step.procedure().texts();
    Procedure.Texts japanese = Optional.ofNullable(texts.get("ja")).orElseThrow();
    Procedure.Texts easy = texts.getOrDefault("easy", japanese);
    Procedure.Texts own =
        Optional.ofNullable(texts.get(language)).filter(t -> t.isWhole(japanese)).orElse(easy);
    return new GuidePaper.Task(
        own.name(),
        RubyText.plain(own.name()).equals(japanese.name()) ? "" : japanese.name(),
        own.about() + people(step),
        step.isLate()
            ? word("today")
            : step.lastDay().map(day -> word("until").replace("{date}", written(day))).orElse(""),
        own.bring(),
        own.missed(),
        step.procedure().forms().stream().flatMap(form -> titles.apply(form).stream()).toList(),
        step.procedure().sources().stream()
            .map(Procedure.Source::law)
            .collect(Collectors.joining("、")),
        step.isMaybe());
  }

  private String people(Guide.Step step) {
    return step.people() == 0
        ? ""
        : "　" + word("people").replace("{n}", Integer.toString(step.people()));
  }

  /// The list as plain text, in parts short enough for codes that a phone reads.
  private static List<String> takeAlong(List<GuidePaper.Stop> stops) {
    List<String> parts = new ArrayList<>();
    StringBuilder part = new StringBuilder();
    for (String line : linesOf(stops)) {
      if (bytesOf(part) + bytesOf(line) > LONGEST_TAKE_ALONG) {
        parts.add(part.toString());
        part.setLength(0);
      }
      part.append(line);
    }
    if (!part.isEmpty()) {
      parts.add(part.toString());
    }
    return IntStream.range(0, parts.size())
        .mapToObj(i ->
            parts.size() == 1 ? parts.get(i) : (i + 1) + "/" + parts.size() + "\n" + parts.get(i))
        .toList();
  }

  private static List<String> linesOf(List<GuidePaper.Stop> stops) {
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < stops.size(); i++) {
      GuidePaper.Stop stop = stops.get(i);
      lines.add(RubyText.plain((i + 1) + " " + stop.counter() + " " + stop.where()) + "\n");
      for (GuidePaper.Task task : stop.tasks()) {
        String until = task.deadline().isEmpty() ? "" : " " + task.deadline();
        lines.add(RubyText.plain((task.isMaybe() ? "? " : "- ") + task.name() + until) + "\n");
      }
    }
    return lines;
  }

  private static int bytesOf(CharSequence text) {
    return text.toString().getBytes(StandardCharsets.UTF_8).length;
  }

  private String word(String key) {
    return book.words().word(language, key);
  }

  private Face face() {
    return switch (language) {
      case "ja", "easy" -> Face.GOTHIC;
      case "zh-Hans", "zh-Hant" -> Face.CHINESE;
      case "ko" -> Face.KOREAN;
      case "ne" -> Face.DEVANAGARI;
      default -> Face.LATIN;
    };
  }

  /// A day as people of the language write it; Japanese with the day of the week.
  private String written(LocalDate day) {
    return switch (language) {
      case "easy" -> EasyDay.of(day);
      case "ja" -> DateTimeFormatter.ofPattern("y年M月d日（E）", Locale.JAPAN).format(day);
      case "zh-Hans", "zh-Hant" -> DateTimeFormatter.ofPattern("y年M月d日").format(day);
      case "ko" -> DateTimeFormatter.ofPattern("y년 M월 d일").format(day);
      case "en" -> DateTimeFormatter.ofPattern("EEEE, d MMMM y", Locale.ENGLISH).format(day);
      default -> day.toString();
    };
  }
}
