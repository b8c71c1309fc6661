package jp.frontdesk.guide;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What 手続きナビ knows of a household without a certificate: how many people of which ages, and
/// answers. What a certificate would say besides stays open.
///
/// @param movedOn the day they move in, past or to come
/// @param people how many of each band; 1 to 20 in all
/// @param foreigners whether any of them has a foreign nationality
/// @param answers question -> `yes` or `no`
public record HouseholdOutline(
    LocalDate movedOn,
    Map<AgeBand, Integer> people,
    Foreigners foreigners,
    Map<String, String> answers) {
  /// No larger household is guided by the program.
  public static final int MOST_PEOPLE = 20;

  private static final int PENSION_FROM = 20;
  private static final int PENSION_TO = 59;
  private static final boolean[] BOTH = {false, true};

  /// How many have a foreign nationality.
  public enum Foreigners {
    NONE,
    SOME,
    ALL
  }

  public HouseholdOutline {
    people = Map.copyOf(people);
    answers = Map.copyOf(answers);
    int count = people.values().stream().mapToInt(Integer::intValue).sum();
    if (count < 1 || count > MOST_PEOPLE || people.values().stream().anyMatch(n -> n < 0)) {
      throw new IllegalArgumentException("a household has 1 to " + MOST_PEOPLE + " people");
    }
  }

  /// The same household before anything was answered.
  public HouseholdOutline withoutAnswers() {
    return new HouseholdOutline(movedOn, people, foreigners, Map.of());
  }

  /// The households it may be: with everybody as young, and as old, as the band allows, with and
  /// without what a certificate would say, and, where some are foreign, with the youngest alone and
  /// with all others. A rule that says the same of all of them counts as decided.
  List<HouseholdFacts> possible() {
    List<HouseholdFacts> all = new ArrayList<>();
    for (boolean isOldest : BOTH) {
      for (boolean isInsured : BOTH) {
        all.add(facts(isOldest, isInsured, /* isYoungestForeign= */ true));
        if (foreigners == Foreigners.SOME) {
          all.add(facts(isOldest, isInsured, /* isYoungestForeign= */ false));
        }
      }
    }
    return all;
  }

  private HouseholdFacts facts(boolean isOldest, boolean isInsured, boolean isYoungestForeign) {
    List<HouseholdFacts.Person> members = new ArrayList<>();
    new EnumMap<>(people)
        .forEach((band, count) -> {
          for (int i = 0; i < count; i++) {
            members.add(person(band, isOldest, isInsured));
          }
        });
    return new HouseholdFacts(
        Optional.of(movedOn), isInsured, foreign(members, isYoungestForeign), answers);
  }

  private List<HouseholdFacts.Person> foreign(
      List<HouseholdFacts.Person> members, boolean isYoungestForeign) {
    List<HouseholdFacts.Person> all = new ArrayList<>();
    for (int i = 0; i < members.size(); i++) {
      boolean isForeign =
          switch (foreigners) {
            case NONE -> false;
            case ALL -> true;
            case SOME -> members.size() == 1 || (i == 0) == isYoungestForeign;
          };
      all.add(members.get(i).withForeign(isForeign));
    }
    return all;
  }

  private HouseholdFacts.Person person(AgeBand band, boolean isOldest, boolean isInsured) {
    int age = band.age(isOldest);
    boolean mayPay =
        band.age(/* isOldest= */ true) >= PENSION_FROM
            && band.age(/* isOldest= */ false) <= PENSION_TO;
    boolean mayBeLateElderly = band == AgeBand.TO_74 && !isNo("disability");
    boolean mayBeCertified = band == AgeBand.TO_64 && !isNo("care_certified");
    return new HouseholdFacts.Person(
        Optional.of(age),
        band.grade(isOldest),
        false,
        false,
        false,
        isInsured && mayBeLateElderly,
        isInsured && mayBeCertified,
        isInsured && mayPay ? 1 : 0,
        false);
  }

  private boolean isNo(String question) {
    return "no".equals(answers.get(question));
  }

  @Override
  public String toString() {
    return "HouseholdOutline[***]";
  }
}
