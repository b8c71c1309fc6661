package jp.frontdesk.guide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import jp.frontdesk.guide.HouseholdOutline.Foreigners;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a household does not tell is asked at the counter; what the navigator says for certain is
/// what the certificate would have said.
class HouseholdOutlineTest {
  private static final Path CONFIG = Path.of("kiosk-config");
  private static final LocalDate DAY = LocalDate.of(2026, 6, 10);
  private static final int HOUSEHOLDS = 3_000;

  @TempDir Path folder;

  private final GuideBook book =
      Optional.ofNullable(GuideBook.loadAll(CONFIG, List.of("999997")).get("999997")).orElseThrow();

  @Test
  void whatIsSaidForCertainIsWhatACertificateWouldHaveSaid() {
    Random random = new Random(20260610);
    int certain = 0;
    for (int i = 0; i < HOUSEHOLDS; i++) {
      Household household = randomHousehold(random);
      Map<String, Need> real = needsOf(book.guideFor(household.facts(), DAY));
      Map<String, Need> told = needsOf(book.guideFor(LifeEvent.MOVE_IN, household.outline(), DAY));
      for (Procedure procedure : book.procedures()) {
        Need said = told.getOrDefault(procedure.id(), Need.NOT_NEEDED);
        if (said != Need.DEPENDS) {
          certain++;
          assertThat(said)
              .as("%s of %s", procedure.id(), household.facts().members())
              .isEqualTo(real.getOrDefault(procedure.id(), Need.NOT_NEEDED));
        }
      }
    }
    assertThat(certain).isGreaterThan(HOUSEHOLDS * book.procedures().size() * 8 / 10);
  }

  @Test
  void aFamilyIsToldWhatItNeedsAndAskedWhatIsOpen() {
    Map<AgeBand, Integer> people = Map.of(AgeBand.TO_39, 2, AgeBand.PRIMARY, 1);

    Guide open = book.guideFor(LifeEvent.MOVE_IN, outline(people, Map.of()), DAY);
    Map<String, Need> needs = needsOf(open);

    assertThat(needs)
        .containsEntry("moving_in", Need.NEEDED)
        .containsEntry("school", Need.NEEDED)
        .containsEntry("child_allowance", Need.NEEDED)
        .containsEntry("national_pension", Need.DEPENDS)
        .containsEntry("dog", Need.DEPENDS)
        .doesNotContainKeys("late_elderly", "care_insurance", "nursery", "residence_card");
    assertThat(open.open()).extracting(Question::id).contains("no_insurance", "dog", "card");
    assertThat(open.open()).extracting(Question::id).doesNotContain("nursery", "care_certified");
    assertThat(
            needsOf(book.guideFor(LifeEvent.MOVE_IN, outline(people, Map.of("dog", "yes")), DAY)))
        .containsEntry("dog", Need.NEEDED);
  }

  @Test
  void aRuleOfAnotherEventIsReadAndIsNoneOfMovingIn() throws Exception {
    Files.createDirectories(folder.resolve("999997/procedures"));
    copyCommon();
    String dog = Files.readString(folder.resolve("common/procedures/dog.yaml"));
    Files.writeString(
        folder.resolve("999997/procedures/dog.yaml"), "events: [move_out, bereavement]\n" + dog);
    Files.writeString(
        folder.resolve("999997/procedures/moped.yaml"),
        "events: [moving]\n" + Files.readString(folder.resolve("common/procedures/moped.yaml")));

    GuideBook changed =
        Optional.ofNullable(GuideBook.loadAll(folder, List.of("999997")).get("999997"))
            .orElseThrow();
    HouseholdOutline outline = outline(Map.of(AgeBand.TO_39, 1), Map.of("dog", "yes"));

    assertThat(changed.faults())
        .singleElement()
        .asString()
        .contains("moped.yaml", "no event 'moving'");
    assertThat(needsOf(changed.guideFor(LifeEvent.MOVE_IN, outline, DAY))).doesNotContainKey("dog");
    assertThat(needsOf(changed.guideFor(LifeEvent.BEREAVEMENT, outline, DAY)))
        .containsOnlyKeys("dog");
  }

  @Test
  void aHouseholdHasOneToTwentyPeopleAndShowsNothing() {
    assertThatThrownBy(() -> outline(Map.of(), Map.of()))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> outline(Map.of(AgeBand.TO_39, 21), Map.of()))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> outline(Map.of(AgeBand.TO_39, 2, AgeBand.TO_64, -1), Map.of()))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(outline(Map.of(AgeBand.TO_39, 1), Map.of())).hasToString("HouseholdOutline[***]");
  }

  private static HouseholdOutline outline(
      Map<AgeBand, Integer> people, Map<String, String> answers) {
    return new HouseholdOutline(DAY, people, Foreigners.NONE, answers);
  }

  private void copyCommon() throws Exception {
    try (var files = Files.walk(CONFIG.resolve("common"))) {
      for (Path file : files.toList()) {
        Path copy = folder.resolve(CONFIG.relativize(file).toString());
        if (Files.isDirectory(file)) {
          Files.createDirectories(copy);
        } else {
          Files.copy(file, copy);
        }
      }
    }
  }

  private static Map<String, Need> needsOf(Guide guide) {
    Map<String, Need> needs = new TreeMap<>();
    guide
        .steps()
        .forEach(
            step -> needs.put(step.procedure().id(), step.isMaybe() ? Need.DEPENDS : Need.NEEDED));
    return needs;
  }

  /// The same people once with everything a certificate says, once as the navigator knows them.
  private record Household(HouseholdFacts facts, HouseholdOutline outline) {}

  private Household randomHousehold(Random random) {
    Map<String, String> answers = new HashMap<>();
    book.questionIds().forEach(q -> answers.put(q, random.nextBoolean() ? "yes" : "no"));
    Map<AgeBand, Integer> people = new EnumMap<>(AgeBand.class);
    List<HouseholdFacts.Person> members = new ArrayList<>();
    int count = 1 + random.nextInt(5);
    int foreign = 0;
    for (int i = 0; i < count; i++) {
      LocalDate born = DAY.minusDays(random.nextInt(95 * 365));
      AgeBand band = bandOf(born);
      people.merge(band, 1, Integer::sum);
      boolean isForeign = random.nextInt(4) == 0;
      foreign += isForeign ? 1 : 0;
      members.add(person(random, born, band, isForeign, answers));
    }
    Foreigners foreigners =
        foreign == 0 ? Foreigners.NONE : foreign == count ? Foreigners.ALL : Foreigners.SOME;
    return new Household(
        new HouseholdFacts(Optional.of(DAY), random.nextBoolean(), members, answers),
        new HouseholdOutline(DAY, people, foreigners, answers));
  }

  private static HouseholdFacts.Person person(
      Random random, LocalDate born, AgeBand band, boolean isForeign, Map<String, String> answers) {
    int age = Period.between(born, DAY).getYears();
    boolean isDisabled = "yes".equals(answers.get("disability"));
    boolean isLateElderly =
        age >= 75 || (band == AgeBand.TO_74 && isDisabled && random.nextBoolean());
    boolean isCertified = "yes".equals(answers.get("care_certified"));
    return new HouseholdFacts.Person(
        Optional.of(age),
        HouseholdFacts.gradeOn(born, DAY),
        false,
        isForeign,
        !isLateElderly && "yes".equals(answers.get("no_insurance")) && random.nextBoolean(),
        isLateElderly,
        age >= 65 || (band == AgeBand.TO_64 && isCertified && random.nextBoolean()),
        age >= 20 && age < 60 && random.nextBoolean() ? 1 : 0,
        false);
  }

  private static AgeBand bandOf(LocalDate born) {
    int age = Period.between(born, DAY).getYears();
    int grade = HouseholdFacts.gradeOn(born, DAY);
    if (grade == 0) {
      return AgeBand.BEFORE_SCHOOL;
    }
    if (grade <= 12) {
      return grade <= 6
          ? AgeBand.PRIMARY
          : grade <= 9 ? AgeBand.LOWER_SECONDARY : AgeBand.UPPER_SECONDARY;
    }
    return age < 40
        ? AgeBand.TO_39
        : age < 65 ? AgeBand.TO_64 : age < 75 ? AgeBand.TO_74 : AgeBand.FROM_75;
  }
}
