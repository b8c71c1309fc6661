package jp.frontdesk.guide;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import jp.frontdesk.guide.floors.FloorPlan;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The way through the buildings, and the plans that go with it.
class CounterReaderTest {
  private static final Path SHIPPED = Path.of("kiosk-config");

  @TempDir Path config;

  private static GuideBook book(Path config) {
    return Optional.ofNullable(GuideBook.loadAll(config, List.of("999997")).get("999997"))
        .orElseThrow();
  }

  private static List<String> way(GuideBook book) {
    return book.counters().values().stream()
        .sorted(Comparator.comparingInt(Counter::order))
        .map(Counter::id)
        .toList();
  }

  /// A town with the shipped rules and counters of its own.
  private Path ownCounters(String counters) throws IOException {
    try (Stream<Path> files = Files.walk(SHIPPED.resolve("common"))) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path copy = config.resolve(SHIPPED.relativize(file).toString());
        Files.createDirectories(Optional.ofNullable(copy.getParent()).orElseThrow());
        Files.copy(file, copy);
      }
    }
    Path town = Files.createDirectories(config.resolve("999997"));
    Files.writeString(town.resolve("counters.yaml"), counters);
    return town;
  }

  private static String counter(String id, String place) {
    return id + ": {name: {ja: 見本課}, where: {ja: 見本}, hours: 8:30–17:15" + place + "}\n";
  }

  @Test
  void theShippedWayGoesUpTheMainBuildingThenToTheAnnexThenOut() {
    assertThat(way(book(SHIPPED)))
        .containsExactly(
            "residents",
            "card",
            "insurance",
            "pension",
            "tax",
            "children",
            "education",
            "care",
            "welfare",
            "environment",
            "election",
            "health_centre",
            "elsewhere");
  }

  @Test
  void theOrderOfTheFileCountsOnlyOnOneFloor() throws IOException {
    Path town =
        ownCounters(
            counter("nowhere", "")
                + counter("annex_1", ", building: annex, floor: 1")
                + counter("cellar", ", building: main, floor: -1")
                + counter("third", ", building: main, floor: 3")
                + counter("first_b", ", building: main, floor: 1")
                + counter("first_a", ", building: main, floor: 1")
                + counter("deep", ", building: main, floor: -2"));
    Path floors = Files.createDirectories(town.resolve("floors"));
    Files.writeString(floors.resolve("buildings.yaml"), "main: {ja: 見本庁舎}\nannex: {ja: 見本別館}\n");

    assertThat(way(book(config)))
        .containsExactly("first_b", "first_a", "third", "cellar", "deep", "annex_1", "nowhere");
  }

  @Test
  void aTownWithCountersOfItsOwnNeverGetsThePlansOfAnotherHouse() throws IOException {
    Path town = ownCounters(counter("residents", ", building: main, floor: 1, x: 30, y: 30"));

    GuideBook book = book(config);

    assertThat(book.floors().plans()).isEmpty();
    assertThat(book.faults())
        .contains(
            town.resolve("counters.yaml")
                + ":1: no building 'main' in "
                + town.resolve("floors/buildings.yaml"));
  }

  @Test
  void everyStopWithAPlaceIsOnItsPlanUnderItsNumber() {
    GuideBook book = book(SHIPPED);
    Guide guide =
        book.guideFor(
            LifeEvent.MOVE_IN,
            new HouseholdOutline(
                LocalDate.of(2026, 4, 1),
                Map.of(AgeBand.TO_39, 2, AgeBand.PRIMARY, 1, AgeBand.BEFORE_SCHOOL, 1),
                HouseholdOutline.Foreigners.NONE,
                Map.of("dog", "yes", "card", "yes")),
            LocalDate.of(2026, 4, 2));

    GuidePaper paper =
        new GuidePapers(book, "ja", _ -> Optional.empty())
            .paperOfAnswers(guide, "架空町", LocalDate.of(2026, 4, 2));

    assertThat(paper.maps()).hasSizeGreaterThan(2);
    assertThat(paper.maps().getFirst().caption()).isEqualTo("本庁舎 1階");
    assertThat(paper.maps().stream().flatMap(m -> m.marks().stream()))
        .hasSize(paper.stops().size() - 1)
        .allSatisfy(mark -> {
          GuidePaper.Stop stop = paper.stops().get(mark.number() - 1);
          assertThat(mark.counter()).isEqualTo(stop.counter());
          assertThat(mark.where()).isEqualTo(stop.where());
        })
        .extracting(GuidePaper.Mark::number)
        .isSorted();
    for (GuidePaper.FloorMap map : paper.maps()) {
      FloorPlan plan = map.plan();
      assertThat(map.marks()).allMatch(mark -> plan.contains(mark.at().xMm(), mark.at().yMm()));
    }
  }
}
