package jp.frontdesk.guide;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GuideBookTest {
  private static final Path SHIPPED = Path.of("kiosk-config");
  private static final LocalDate MOVED = LocalDate.of(2026, 4, 1);

  @TempDir Path config;

  @BeforeEach
  void copyShippedFiles() throws IOException {
    try (Stream<Path> files = Files.walk(SHIPPED.resolve("common"))) {
      for (Path file : files.toList()) {
        Path copy = config.resolve(SHIPPED.relativize(file).toString());
        if (Files.isDirectory(file)) {
          Files.createDirectories(copy);
        } else {
          Files.copy(file, copy);
        }
      }
    }
  }

  @Test
  void everyExampleOfTheShippedRulesHolds() throws IOException {
    try (Stream<Path> towns = Files.list(SHIPPED)) {
      for (Path town : towns.toList()) {
        GuideBook book = load(SHIPPED, String.valueOf(town.getFileName()));

        assertThat(book.faults()).isEmpty();
        assertThat(book.procedures()).hasSizeGreaterThan(20);
      }
    }
  }

  @Test
  void aBrokenExampleAnUnknownNameAndAWrongTypeAreAllNamedAtOnce() throws IOException {
    change("dog", "until: 2026-05-01", "until: 2026-05-02");
    change("moped", "answers.moped == 'yes'", "answers.bicycle == 'yes'");
    change("election", "m.age >= 18", "m.years >= 18");
    change("school", "m.grade >= 1", "m.grade >= 'one'");
    change("water", "counter: elsewhere", "counter: nowhere");

    assertThat(load(config, "999997").faults())
        .anyMatch(f -> f.contains("dog.yaml") && f.contains("is due 2026-05-01"))
        .anyMatch(f -> f.contains("moped.yaml") && f.contains("no question 'bicycle'"))
        .anyMatch(f -> f.contains("election.yaml") && f.contains("undefined field 'years'"))
        .anyMatch(f -> f.contains("school.yaml") && f.contains("no matching overload"))
        .anyMatch(f -> f.contains("water.yaml") && f.contains("no counter 'nowhere'"));
  }

  @Test
  void aTownReplacesOrLeavesOutAProcedure() throws IOException {
    Path own = Files.createDirectories(config.resolve("999997/procedures"));
    Files.writeString(own.resolve("garbage.yaml"), "off: true\n");
    Files.writeString(
        own.resolve("water.yaml"),
        Files.readString(config.resolve("common/procedures/water.yaml"))
            .replace("水道・下水道の使い始め", "架空町水道の使い始め"));

    GuideBook book = load(config, "999997");
    Guide guide = book.guideFor(adult(Map.of()), MOVED);

    assertThat(book.faults()).isEmpty();
    assertThat(guide.steps()).noneMatch(s -> s.procedure().id().equals("garbage"));
    assertThat(guide.steps())
        .anyMatch(s ->
            Optional.ofNullable(s.procedure().texts().get("ja"))
                .orElseThrow()
                .name()
                .startsWith("架空町"));
  }

  @Test
  void onlyQuestionsWhoseAnswerChangesSomethingAreAsked() {
    GuideBook book = load(SHIPPED, "999997");

    List<String> ofAdult = asked(book, adult(Map.of()));
    List<String> ofInsured =
        asked(
            book,
            new HouseholdFacts(
                Optional.of(MOVED),
                false,
                List.of(
                    new HouseholdFacts.Person(
                        Optional.of(30), 13, true, false, true, false, false, 1, false)),
                Map.of("dog", "no")));

    assertThat(ofAdult)
        .contains("no_insurance", "dog")
        .doesNotContain("nursery", "single_parent", "care_certified");
    assertThat(ofInsured).doesNotContain("no_insurance", "dog").contains("card");
  }

  @Test
  void aSkippedQuestionLeavesTheProcedureToTheCounter() {
    GuideBook book = load(SHIPPED, "999997");

    assertThat(step(book, Map.of(), "dog"))
        .hasValueSatisfying(s -> assertThat(s.isMaybe()).isTrue());
    assertThat(step(book, Map.of("dog", "yes"), "dog"))
        .hasValueSatisfying(s -> assertThat(s.isMaybe()).isFalse());
    assertThat(step(book, Map.of("dog", "no"), "dog")).isEmpty();
  }

  @Test
  void anUnknownBirthDateMakesNoAge() {
    GuideBook book = load(SHIPPED, "999997");
    HouseholdFacts unknown =
        new HouseholdFacts(
            Optional.of(MOVED),
            false,
            List.of(
                new HouseholdFacts.Person(
                    Optional.empty(), -1, true, false, false, false, false, 0, false)),
            Map.of());

    assertThat(book.guideFor(unknown, MOVED).steps())
        .extracting(s -> s.procedure().id())
        .doesNotContain("late_elderly", "child_allowance", "school", "care_insurance");
  }

  @ParameterizedTest
  @CsvSource({
    "2026-04-01, 2026-04-15", // a Wednesday
    "2026-04-04, 2026-04-20", // the 14th day is a Saturday
    "2026-01-30, 2026-02-13", // over the month's end
    "2028-02-15, 2028-02-29", // leap day
    "2026-12-18, 2027-01-04", // 1 January and the days around it
    "2026-04-20, 2026-05-07", // Golden Week
  })
  void theFourteenthDayIsCarriedOverClosedDays(LocalDate moved, LocalDate due) {
    GuideBook book = load(SHIPPED, "999997");
    HouseholdFacts facts =
        new HouseholdFacts(Optional.of(moved), false, adult(Map.of()).members(), Map.of());

    Guide.Step onTime = step(book.guideFor(facts, due), "moving_in").orElseThrow();
    Guide.Step late = step(book.guideFor(facts, due.plusDays(1)), "moving_in").orElseThrow();

    assertThat(onTime.lastDay()).contains(due);
    assertThat(onTime.isLate()).isFalse();
    assertThat(late.isLate()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "2019-04-02, 2026-04-01, 1", "2019-04-01, 2026-03-31, 1", "2019-04-02, 2026-03-31, 0",
    "2010-04-02, 2026-03-31, 9", "2010-04-02, 2026-04-01, 10", "1990-01-01, 2026-04-01, 13"
  })
  void schoolBeginsOnTheFirstOfAprilAfterTheSixthBirthday(
      LocalDate born, LocalDate day, int grade) {
    assertThat(HouseholdFacts.gradeOn(born, day)).isEqualTo(grade);
  }

  @Test
  void everyLanguageMakesAWholePaperAndFallsBackToEasyJapanese() {
    GuideBook book = load(SHIPPED, "999997");
    Guide guide = book.guideFor(adult(Map.of("dog", "yes")), MOVED);

    for (String language : book.words().languages()) {
      GuidePaper paper =
          new GuidePapers(book, language, id -> Optional.of("様式 " + id))
              .paper(guide, "架空町", "012", MOVED);

      assertThat(paper.title()).as(language).isNotBlank();
      assertThat(paper.stops()).as(language).isNotEmpty();
      assertThat(paper.stops())
          .flatExtracting(GuidePaper.Stop::tasks)
          .allSatisfy(task -> assertThat(task.name()).isNotBlank());
    }
  }

  private static GuideBook load(Path config, String town) {
    return Optional.ofNullable(GuideBook.loadAll(config, List.of(town)).get(town)).orElseThrow();
  }

  private static HouseholdFacts adult(Map<String, String> answers) {
    return new HouseholdFacts(
        Optional.of(MOVED),
        false,
        List.of(HouseholdFacts.born(LocalDate.of(1996, 5, 3), MOVED)),
        answers);
  }

  private static List<String> asked(GuideBook book, HouseholdFacts facts) {
    return book.guideFor(facts, MOVED).open().stream().map(Question::id).toList();
  }

  private static Optional<Guide.Step> step(
      GuideBook book, Map<String, String> answers, String procedure) {
    return step(book.guideFor(adult(answers), MOVED), procedure);
  }

  private static Optional<Guide.Step> step(Guide guide, String procedure) {
    return guide.steps().stream().filter(s -> s.procedure().id().equals(procedure)).findFirst();
  }

  private void change(String procedure, String from, String to) throws IOException {
    Path file = config.resolve("common/procedures/" + procedure + ".yaml");
    String text = Files.readString(file);
    assertThat(text).contains(from);
    Files.writeString(file, text.replace(from, to));
  }
}
