package jp.frontdesk.kernel;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;

/// A date as a certificate prints it. Registers hold days that no calendar has and wordings for
/// days nobody knows, and both must be taken as they are (住民記録システム標準仕様書 1.1.8). Its text form is
/// masked, so that no birth date reaches a log by accident; [#wareki()] and [#western()] show it.
public sealed interface PrintedDate {
  /// Reads a date in any of the usual notations: 昭和49年12月1日, 令和 7年 9月28日, 令和元年5月1日, S49.12.1,
  /// 1971年3月18日, 1971-03-18, 2028/1/19, in full or half width, or a permitted wording for an
  /// unknown date. Empty for anything else, for months and days out of range, for days before an
  /// era's first and years after its last.
  static Optional<PrintedDate> parse(String text) {
    return DateNotation.parse(text);
  }

  /// The day meant; empty when no calendar has it or nobody knows it.
  Optional<LocalDate> date();

  /// In a Japanese era: 昭和49年12月1日, 令和元年5月1日; the wording itself for an unknown date.
  String wareki();

  /// In western years: 1971年3月18日; the wording itself for an unknown date.
  String western();

  /// The parts for the boxes of a form; empty for an unknown date.
  Optional<WarekiParts> parts();

  /// A day of the calendar, in the era that day belongs to.
  ///
  /// @param day from the first day of 明治 to the end of 令和99年
  record Calendar(LocalDate day) implements PrintedDate {
    public Calendar {
      if (Era.at(day).isEmpty() || day.getYear() > Era.REIWA.westernYear(Era.REIWA.lastYear())) {
        throw new IllegalArgumentException("a printed date lies between Meiji 1 and Reiwa 99");
      }
    }

    @Override
    public Optional<LocalDate> date() {
      return Optional.of(day);
    }

    @Override
    public String wareki() {
      return toParts().wareki();
    }

    @Override
    public String western() {
      return day.getYear() + "年" + day.getMonthValue() + "月" + day.getDayOfMonth() + "日";
    }

    @Override
    public Optional<WarekiParts> parts() {
      return Optional.of(toParts());
    }

    private WarekiParts toParts() {
      Era era = Era.at(day).orElseThrow();
      int year = day.getYear() - era.firstDay().getYear() + 1;
      return new WarekiParts(era, year, day.getMonthValue(), day.getDayOfMonth());
    }

    @Override
    public String toString() {
      return "PrintedDate(***)";
    }
  }

  /// A date kept as printed because the calendar or the era does not have it: 29 February of a
  /// common year, 31 April, 明治45年7月30日, 大正15年12月25日, 平成31年5月1日.
  ///
  /// @param era the era printed
  /// @param year the year of the era, 1 for 元年
  /// @param month 1 to 12
  /// @param day 1 to 31
  record NonCalendar(Era era, int year, int month, int day) implements PrintedDate {
    public NonCalendar {
      WarekiParts checked = new WarekiParts(era, year, month, day);
      if (dayOf(checked).flatMap(Era::at).filter(checked.era()::equals).isPresent()) {
        throw new IllegalArgumentException("the calendar has that day of that era");
      }
    }

    /// The day itself where only the era has changed, e.g. 1912-07-30 for 明治45年7月30日.
    @Override
    public Optional<LocalDate> date() {
      return dayOf(new WarekiParts(era, year, month, day));
    }

    @Override
    public String wareki() {
      return new WarekiParts(era, year, month, day).wareki();
    }

    @Override
    public String western() {
      return era.westernYear(year) + "年" + month + "月" + day + "日";
    }

    @Override
    public Optional<WarekiParts> parts() {
      return Optional.of(new WarekiParts(era, year, month, day));
    }

    private static Optional<LocalDate> dayOf(WarekiParts parts) {
      YearMonth month = YearMonth.of(parts.era().westernYear(parts.year()), parts.month());
      return month.isValidDay(parts.day())
          ? Optional.of(month.atDay(parts.day()))
          : Optional.empty();
    }

    @Override
    public String toString() {
      return "PrintedDate(***)";
    }
  }

  /// A date nobody knows exactly, in a permitted wording: 年月日不詳, 令和3年頃, 推定昭和20年8月15日, 昭和49年12月上旬.
  ///
  /// @param wording as printed, without spaces, digits in ASCII
  record Unknown(String wording) implements PrintedDate {
    public Unknown {
      if (!DateNotation.isUnknownWording(wording)) {
        throw new IllegalArgumentException("not a permitted wording for an unknown date");
      }
    }

    @Override
    public Optional<LocalDate> date() {
      return Optional.empty();
    }

    @Override
    public String wareki() {
      return wording;
    }

    @Override
    public String western() {
      return wording;
    }

    @Override
    public Optional<WarekiParts> parts() {
      return Optional.empty();
    }

    @Override
    public String toString() {
      return "PrintedDate(***)";
    }
  }
}
