package jp.frontdesk.guide;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Set;

/// When a town hall is closed: weekends, holidays 国民の祝日, the turn of the year (地方自治法 第4条の2).
///
/// @param holidays listed one by one; only for the years listed
record ClosedDays(Set<LocalDate> holidays) {
  ClosedDays {
    holidays = Set.copyOf(holidays);
  }

  boolean isClosed(LocalDate day) {
    boolean isTurnOfYear =
        (day.getMonthValue() == 12 && day.getDayOfMonth() >= 29)
            || (day.getMonthValue() == 1 && day.getDayOfMonth() <= 3);
    return day.getDayOfWeek() == DayOfWeek.SATURDAY
        || day.getDayOfWeek() == DayOfWeek.SUNDAY
        || isTurnOfYear
        || holidays.contains(day);
  }

  /// The day itself or the next on which the town hall is open.
  LocalDate nextOpen(LocalDate day) {
    LocalDate open = day;
    while (isClosed(open)) {
      open = open.plusDays(1);
    }
    return open;
  }
}
