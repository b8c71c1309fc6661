package jp.frontdesk.guide;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/// The procedures, counters, questions and words of one town, read and checked whole.
public final class GuideBook {
  private final List<Procedure> procedures;
  private final Map<String, GuideLines> lines;
  private final Map<String, Counter> counters;
  private final TownFloors floors;
  private final Map<String, Question> questions;
  private final GuideWords words;
  private final ClosedDays closed;
  private final List<String> faults;
  private final List<String> gaps;

  GuideBook(
      List<Procedure> procedures,
      Map<String, GuideLines> lines,
      Map<String, Counter> counters,
      TownFloors floors,
      Map<String, Question> questions,
      GuideWords words,
      ClosedDays closed,
      List<String> faults,
      List<String> gaps) {
    this.procedures = List.copyOf(procedures);
    this.lines = Map.copyOf(lines);
    this.counters = Map.copyOf(counters);
    this.floors = floors;
    this.questions = Map.copyOf(questions);
    this.words = words;
    this.closed = closed;
    this.faults = List.copyOf(faults);
    this.gaps = List.copyOf(gaps);
  }

  /// Reads `common/procedures` and the towns' own files, each file once. Every rule's examples are
  /// tried.
  ///
  /// @param config the folder of all towns
  /// @param towns the names of the towns' folders in it
  /// @return by those names
  public static Map<String, GuideBook> loadAll(Path config, List<String> towns) {
    GuideFiles files = new GuideFiles();
    Map<String, GuideBook> books = new TreeMap<>();
    towns.forEach(
        town -> books.put(town, new GuideReader(config, config.resolve(town), files).read()));
    return books;
  }

  /// Everything wrong, each with file and line; empty when all is well.
  public List<String> faults() {
    return faults;
  }

  /// The procedures that name a form the town does not have, each with file and line.
  ///
  /// @param forms the names of the town's forms
  public List<String> faultsWith(Set<String> forms) {
    List<String> missing = new ArrayList<>();
    for (Procedure procedure : procedures) {
      GuideLines own = Optional.ofNullable(lines.get(procedure.id())).orElseThrow();
      for (int i = 0; i < procedure.forms().size(); i++) {
        String form = procedure.forms().get(i);
        if (!forms.contains(form)) {
          missing.add(own.at("forms/" + i) + ": forms: no form '" + form + "'");
        }
      }
    }
    return missing;
  }

  /// Which words a language lacks, each with its file; those languages show やさしい日本語 there.
  public List<String> gaps() {
    return gaps;
  }

  /// The fixed words.
  public GuideWords words() {
    return words;
  }

  /// What a household that moves in has to do.
  ///
  /// @param today tells which rules hold and whether a day is over
  public Guide guideFor(HouseholdFacts facts, LocalDate today) {
    return guideFor(LifeEvent.MOVE_IN, List.of(facts), today);
  }

  /// What a household has to do of which no certificate is there. What it depends on that nobody
  /// knows is asked at the counter.
  public Guide guideFor(LifeEvent event, HouseholdOutline outline, LocalDate today) {
    return guideFor(event, outline.possible(), today);
  }

  /// @param possible households that it may be, all with the same day of moving; one or more
  private Guide guideFor(LifeEvent event, List<HouseholdFacts> possible, LocalDate today) {
    List<Guide.Step> steps = new ArrayList<>();
    Set<String> open = new TreeSet<>();
    for (Procedure procedure : procedures) {
      if (!procedure.events().contains(event) || !procedure.isValidOn(today)) {
        continue;
      }
      Need need = possible.stream().map(procedure::needOf).reduce(Need::orDepends).orElseThrow();
      if (need != Need.NOT_NEEDED) {
        steps.add(step(procedure, need, possible, today));
      }
      possible.forEach(facts -> open.addAll(procedure.openQuestions(facts)));
    }
    steps.sort(
        Comparator.comparingInt((Guide.Step step) -> step.counter().order())
            .thenComparing(step -> step.counter().id())
            .thenComparing(Guide.Step::isMaybe)
            .thenComparingInt(step -> step.procedure().order())
            .thenComparing(step -> step.procedure().id()));
    List<Question> asked =
        open.stream()
            .flatMap(id -> Optional.ofNullable(questions.get(id)).stream())
            .sorted(Comparator.comparingInt(Question::order))
            .toList();
    return new Guide(steps, asked);
  }

  private Guide.Step step(
      Procedure procedure, Need need, List<HouseholdFacts> possible, LocalDate today) {
    Optional<LocalDate> lastDay =
        procedure
            .deadline()
            .flatMap(until -> possible.getFirst().movedOn().map(day -> until.lastDay(day, closed)));
    List<Integer> counts = possible.stream().map(procedure::countOf).distinct().toList();
    return new Guide.Step(
        procedure,
        Optional.ofNullable(counters.get(procedure.counter())).orElseThrow(),
        need == Need.DEPENDS,
        counts.size() == 1 ? counts.getFirst() : 0,
        lastDay,
        lastDay.filter(today::isAfter).isPresent());
  }

  /// Every procedure there is.
  List<Procedure> procedures() {
    return procedures;
  }

  /// The counters, by their names.
  Map<String, Counter> counters() {
    return counters;
  }

  /// The buildings and their plans.
  TownFloors floors() {
    return floors;
  }

  /// When the town hall is closed.
  ClosedDays closed() {
    return closed;
  }

  /// The names of all questions.
  public List<String> questionIds() {
    return questions.keySet().stream().sorted().toList();
  }

  /// The questions, by their names.
  Map<String, Question> questions() {
    return questions;
  }
}
