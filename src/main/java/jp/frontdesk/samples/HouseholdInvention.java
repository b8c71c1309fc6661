package jp.frontdesk.samples;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import jp.frontdesk.samples.FamilyShape.Role;
import jp.frontdesk.samples.SamplePerson.Insurance;
import jp.frontdesk.samples.SamplePerson.Origin;
import jp.frontdesk.samples.SampleWords.Foreigner;
import jp.frontdesk.samples.SampleWords.Town;
import jp.frontdesk.samples.SampleWords.Word;

/// Invents a household that moves out of a town.
final class HouseholdInvention {
  private static final LocalDate FIRST_DAY = LocalDate.of(2024, 6, 1);
  private static final int DAYS = 900;
  private static final double OLD_FORMS = 0.3;
  private static final double FOREIGN_SPOUSE = 0.06;
  private static final Set<String> SPOUSES = Set.of("妻", "夫");
  private static final Pattern NUMBER = Pattern.compile("(?<![0-9])9([年月日])");

  private final Luck luck;
  private final SampleWords words;
  private final AddressInvention addresses;
  private final Set<String> usedNames = new HashSet<>();

  HouseholdInvention(Luck luck, SampleWords words) {
    this.luck = luck;
    this.words = words;
    this.addresses = new AddressInvention(luck, words);
  }

  /// A household of that many people.
  SampleHousehold household(int count, boolean foreign) {
    Town from = luck.pick(words.towns());
    Town to = otherThan(from);
    LocalDate notified = FIRST_DAY.plusDays(luck.below(DAYS));
    LocalDate moves = notified.plusDays(luck.between(0, 14));
    List<Role> roles = new FamilyShape(luck).roles(count);
    List<SamplePerson> members = foreign ? foreigners(roles, moves) : family(roles, moves);
    String head = members.getFirst().name();
    boolean headStays = count >= 2 && !foreign && luck.chance(0.08);
    if (headStays) {
      members = members.subList(1, members.size());
    }
    boolean joins = luck.chance(0.12);
    String newHead = joins ? newName("男").text() : headStays ? members.getFirst().name() : head;
    return new SampleHousehold(
        from.issuer(),
        newName("男").text(),
        notified,
        Integer.toString(luck.between(101, 99999)),
        moves,
        notified,
        addresses.address(from),
        addresses.destination(to),
        head,
        newHead,
        members);
  }

  private Town otherThan(Town from) {
    Town to = luck.pick(words.towns());
    while (to.equals(from)) {
      to = luck.pick(words.towns());
    }
    return to;
  }

  private List<SamplePerson> family(List<Role> roles, LocalDate day) {
    Word surname = surname();
    String domicile = addresses.domicile();
    Word founder = given("男");
    String domicileHead = surname.text() + "　" + founder.text();
    List<SamplePerson> members = new ArrayList<>();
    for (Role role : roles) {
      if (SPOUSES.contains(role.relation()) && luck.chance(FOREIGN_SPOUSE)) {
        members.add(foreigner(role, day));
        continue;
      }
      Word family = role.sharesName() ? surname : surname();
      Word given = given(role.sex());
      String name = family.text() + "　" + given.text();
      boolean own = !role.sharesName() || luck.chance(0.1);
      String former =
          role.sex().equals("女") && role.ageYears() > 20 && luck.chance(0.12)
              ? surname().text()
              : "";
      members.add(
          new SamplePerson(
              name,
              family.kana() + "　" + given.kana(),
              former,
              birth(role, day),
              role.sex(),
              role.relation(),
              new Origin.Domestic(
                  own ? addresses.domicile() : domicile,
                  own || luck.chance(0.4) ? name : domicileHead),
              luck.residentRecordCode(),
              luck.individualNumber(),
              insurance(role.ageYears(), role.relation())));
    }
    return members;
  }

  private List<SamplePerson> foreigners(List<Role> roles, LocalDate day) {
    return roles.stream().map(role -> foreigner(role, day)).toList();
  }

  private SamplePerson foreigner(Role role, LocalDate day) {
    Foreigner names = luck.pick(words.foreigners());
    while (!usedNames.add(names.name())) {
      names = luck.pick(words.foreigners());
    }
    LocalDate until = day.plusDays(luck.between(60, 1800));
    return new SamplePerson(
        names.name(),
        names.kana(),
        "",
        SampleDate.of(birthday(role.ageYears(), day)),
        role.sex(),
        role.relation(),
        new Origin.Foreign(
            names.nationality(),
            luck.pick(words.residenceStatuses()),
            luck.letters(2) + luck.digits(8) + luck.letters(2),
            until,
            names.alias()),
        luck.residentRecordCode(),
        luck.individualNumber(),
        insurance(role.ageYears(), role.relation()));
  }

  private SampleDate birth(Role role, LocalDate day) {
    boolean unknown = luck.chance(role.ageYears() >= 70 ? 0.3 : 0.02);
    return unknown
        ? SampleDate.worded(numbered(luck.pick(words.unknownDates())))
        : SampleDate.of(birthday(role.ageYears(), day));
  }

  /// Puts numbers into a wording.
  private String numbered(String wording) {
    return NUMBER
        .matcher(wording)
        .replaceAll(m ->
            Integer.toString(
                    switch (m.group(1)) {
                      case "年" -> luck.between(2, wording.contains("大正") ? 14 : 25);
                      case "月" -> luck.between(1, 12);
                      default -> luck.between(1, 28);
                    })
                + m.group(1));
  }

  private LocalDate birthday(int ageYears, LocalDate day) {
    return day.minusYears(ageYears).minusDays(luck.between(1, 364));
  }

  private Insurance insurance(int age, String relation) {
    boolean working = age >= 20 && age < 60;
    int kind = working && luck.chance(0.6) ? luck.pick(List.of(1, 1, 2, 3)) : 0;
    boolean health = age < 75 && kind <= 1 && luck.chance(0.5);
    boolean care = age >= 65;
    boolean allowance = age < 18 && relation.startsWith("子") && luck.chance(0.8);
    String number = kind == 0 ? "" : luck.digits(4) + "-" + luck.digits(6);
    return new Insurance(health, age >= 75, care, kind, number, allowance);
  }

  private Word surname() {
    return luck.pick(luck.chance(OLD_FORMS) ? words.rareSurnames() : words.surnames());
  }

  private Word given(String sex) {
    List<Word> names = sex.equals("男") ? words.maleNames() : words.femaleNames();
    Word name = luck.pick(names);
    while (!usedNames.add(name.text())) {
      name = luck.pick(names);
    }
    return name;
  }

  private Word newName(String sex) {
    Word family = surname();
    Word given = given(sex);
    return new Word(family.text() + "　" + given.text(), family.kana() + "　" + given.kana());
  }
}
