package jp.frontdesk.kernel;

/// The parts of a date for the boxes of a form: a circle around the era, then three numbers.
///
/// @param era the era 元号
/// @param year the year of the era, 1 for 元年
/// @param month 1 to 12
/// @param day 1 to 31, as printed; the month need not have that day
public record WarekiParts(Era era, int year, int month, int day) {
  public WarekiParts {
    if (year < 1 || year > era.lastYear() || month < 1 || month > 12 || day < 1 || day > 31) {
      throw new IllegalArgumentException("not the parts of a date in a Japanese era");
    }
  }

  /// The year as printed: 元 for the first, else the number.
  public String yearText() {
    return year == 1 ? "元" : Integer.toString(year);
  }

  /// 昭和49年12月1日.
  public String wareki() {
    return era.kanji() + yearText() + "年" + month + "月" + day + "日";
  }

  @Override
  public String toString() {
    return "WarekiParts(***)";
  }
}
