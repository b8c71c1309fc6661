package jp.frontdesk.forms;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import jp.frontdesk.forms.FormGroup.Belongs;
import jp.frontdesk.kernel.PrintedDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AgeRangeTest {
  @ParameterizedTest
  @CsvSource({
    "2008-04-01, 2026-03-31, YES",
    "2008-04-01, 2026-04-01, NO",
    "2008-04-02, 2026-04-01, YES",
    "2008-04-02, 2027-03-31, YES",
    "2008-04-02, 2027-04-01, NO",
    "2008-02-29, 2026-03-31, YES",
    "2026-04-06, 2026-04-06, YES"
  })
  void aChildIsOneUpToTheMarchAfterEighteen(String birth, String on, Belongs expected) {
    assertThat(ages(birth, on).isChild()).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "2019-04-01, 2025-04-01, 1",
    "2019-04-02, 2026-03-31, 0",
    "2019-04-02, 2026-04-01, 1",
    "2014-04-02, 2027-03-31, 6",
    "2011-04-02, 2026-04-06, 9",
    "2011-04-01, 2026-04-06, 0",
    "2011-04-01, 2026-03-31, 9"
  })
  void theSchoolYearChangesOnTheFirstOfApril(String birth, String on, int year) {
    AgeRange ages = ages(birth, on);

    assertThat(ages.schoolYear().orElse(0)).isEqualTo(year);
    assertThat(ages.isOfSchoolAge()).isEqualTo(year > 0 ? Belongs.YES : Belongs.NO);
  }

  @ParameterizedTest
  @CsvSource({
    "1951-04-07, 2026-04-05, NO",
    "1951-04-07, 2026-04-06, YES",
    "1952-02-29, 2027-02-27, NO",
    "1952-02-29, 2027-02-28, YES"
  })
  void aYearIsCompletedOnTheDayBeforeTheBirthday(String birth, String on, Belongs expected) {
    assertThat(ages(birth, on).atLeast(75)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "昭和20年頃, YES, NO",
    "平成12年頃, NO, NO",
    "平成20年頃, NO, PERHAPS",
    "令和3年頃, NO, YES",
    "年月日不詳, PERHAPS, PERHAPS",
    "昭和50年2月29日, NO, NO"
  })
  void anUnknownDateTellsAsMuchAsItsYear(String printed, Belongs elderly, Belongs child) {
    AgeRange ages = AgeRange.of(PrintedDate.parse(printed).orElseThrow(), LocalDate.of(2026, 4, 6));

    assertThat(ages.atLeast(75)).isEqualTo(elderly);
    assertThat(ages.isChild()).isEqualTo(child);
  }

  @Test
  void theAgeIsCountedInCompletedYears() {
    assertThat(ages("2000-04-07", "2026-04-06").years()).isEqualTo(26);
    assertThat(ages("2000-04-08", "2026-04-06").years()).isEqualTo(25);
  }

  private static AgeRange ages(String birth, String on) {
    return AgeRange.of(new PrintedDate.Calendar(LocalDate.parse(birth)), LocalDate.parse(on));
  }
}
