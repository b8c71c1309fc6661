package jp.frontdesk.samples;

import java.time.LocalDate;
import java.util.Optional;

/// A date to print: a day of the calendar, or the wording with which a register says that it does
/// not know it, e.g. 昭和20年月日不詳.
///
/// @param day empty for a wording
/// @param wording empty for a day
public record SampleDate(Optional<LocalDate> day, String wording) {
  public SampleDate {
    if (day.isPresent() != wording.isEmpty()) {
      throw new IllegalArgumentException("either a day or a wording");
    }
  }

  /// A day of the calendar.
  public static SampleDate of(LocalDate day) {
    return new SampleDate(Optional.of(day), "");
  }

  /// A day of the calendar, months and days from 1.
  public static SampleDate of(int year, int month, int day) {
    return of(LocalDate.of(year, month, day));
  }

  /// A wording that is printed as it is.
  public static SampleDate worded(String wording) {
    return new SampleDate(Optional.empty(), wording);
  }
}
