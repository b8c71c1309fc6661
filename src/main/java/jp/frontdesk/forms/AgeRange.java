package jp.frontdesk.forms;

import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jp.frontdesk.kernel.Era;
import jp.frontdesk.kernel.PrintedDate;
import jp.frontdesk.kernel.WarekiParts;

/// How old somebody is on a day, as far as the birth date tells: from the youngest to the oldest it
/// allows. A year of age is completed on the day before the birthday (年齢計算ニ関する法律).
///
/// @param latest the latest day of birth the record allows
/// @param earliest the earliest
/// @param on the day asked about
record AgeRange(LocalDate earliest, LocalDate latest, LocalDate on) {
  private static final Pattern YEAR =
      Pattern.compile("(明治|大正|昭和|平成|令和)(元|[0-9]{1,2})年|([0-9]{4})年");
  private static final int OLDEST_YEARS = 130;

  /// How far a year may be off that is printed with 頃 or 推定.
  private static final int ABOUT_YEARS = 2;

  private static final int SCHOOL_STARTS = 6;
  private static final int COMPULSORY_YEARS = 9;
  private static final int CHILD_YEARS = 12;

  /// What a birth date says on a day. A wording with a year in it means that year, two more or
  /// less; a wording without one any age.
  static AgeRange of(PrintedDate birth, LocalDate on) {
    Optional<LocalDate> day = birth.date().or(() -> birth.parts().map(AgeRange::lastOfMonth));
    return day.map(known -> new AgeRange(known, known, on))
        .or(() ->
            yearIn(birth.wareki())
                .map(year ->
                    new AgeRange(
                        LocalDate.of(year - ABOUT_YEARS, Month.JANUARY, 1),
                        LocalDate.of(year + ABOUT_YEARS, Month.DECEMBER, 31),
                        on)))
        .orElseGet(() -> new AgeRange(on.minusYears(OLDEST_YEARS), on, on));
  }

  /// Whether the age is known to the year.
  boolean isExact() {
    return earliest.equals(latest);
  }

  /// The age in completed years, of the youngest the record allows.
  int years() {
    return yearsOf(latest);
  }

  FormGroup.Belongs atLeast(int years) {
    return both(yearsOf(latest) >= years, yearsOf(earliest) >= years);
  }

  private int yearsOf(LocalDate birth) {
    return Math.max(0, birth.until(on.plusDays(1)).getYears());
  }

  /// Up to the 31 March on or after the day 18 years are completed.
  FormGroup.Belongs isChild() {
    return both(
        isBeforeEnd(earliest, CHILD_YEARS) && isBeforeEnd(latest, CHILD_YEARS),
        isBeforeEnd(latest, CHILD_YEARS));
  }

  /// From the 1 April after six years are completed, for nine school years.
  FormGroup.Belongs isOfSchoolAge() {
    boolean isSure = isAtSchool(earliest) && isAtSchool(latest);
    boolean isPossible =
        !schoolStart(earliest).isAfter(on) && isBeforeEnd(latest, COMPULSORY_YEARS);
    return both(isSure, isPossible);
  }

  /// The school year 1 to 9 on that day; empty outside compulsory education or where the birth date
  /// does not tell.
  Optional<Integer> schoolYear() {
    if (!isExact() || !isAtSchool(latest)) {
      return Optional.empty();
    }
    return Optional.of(schoolStart(latest).until(on).getYears() + 1);
  }

  private boolean isAtSchool(LocalDate birth) {
    return !schoolStart(birth).isAfter(on) && isBeforeEnd(birth, COMPULSORY_YEARS);
  }

  private boolean isBeforeEnd(LocalDate birth, int schoolYears) {
    return on.isBefore(schoolStart(birth).plusYears(schoolYears));
  }

  /// The first 1 April on or after the sixth birthday.
  private static LocalDate schoolStart(LocalDate birth) {
    LocalDate sixth = birth.plusYears(SCHOOL_STARTS);
    LocalDate april = LocalDate.of(sixth.getYear(), Month.APRIL, 1);
    return sixth.isAfter(april) ? april.plusYears(1) : april;
  }

  private static FormGroup.Belongs both(boolean isSure, boolean isPossible) {
    return isSure
        ? FormGroup.Belongs.YES
        : isPossible ? FormGroup.Belongs.PERHAPS : FormGroup.Belongs.NO;
  }

  private static LocalDate lastOfMonth(WarekiParts parts) {
    return YearMonth.of(parts.era().westernYear(parts.year()), parts.month()).atEndOfMonth();
  }

  private static Optional<Integer> yearIn(String wording) {
    Matcher found = YEAR.matcher(wording);
    if (!found.find()) {
      return Optional.empty();
    }
    if (found.group(3) != null) {
      return Optional.of(Integer.valueOf(found.group(3)));
    }
    int year = found.group(2).equals("元") ? 1 : Integer.parseInt(found.group(2));
    return Era.of(found.group(1)).map(era -> era.westernYear(year));
  }
}
