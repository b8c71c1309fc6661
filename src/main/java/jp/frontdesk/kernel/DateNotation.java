package jp.frontdesk.kernel;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The notations of [PrintedDate]. All patterns run on text folded to half width without spaces.
final class DateNotation {
  private static final String ERA = "明治|大正|昭和|平成|令和|[明大昭平令MTSHRmtshr]";
  private static final String REST = "(?<month>\\d{1,2})%s(?<day>\\d{1,2})%s生?";
  private static final String SEPARATOR = "[./\\-‐−–・]";

  private static final Pattern WAREKI =
      Pattern.compile("(?<era>" + ERA + ")(?<year>元|\\d{1,2})年" + REST.formatted("月", "日"));
  private static final Pattern WAREKI_SHORT =
      Pattern.compile(
          "(?<era>" + ERA + ")(?<year>元|\\d{1,2})" + SEPARATOR + REST.formatted(SEPARATOR, ""));
  private static final Pattern WESTERN =
      Pattern.compile("(?:西暦)?(?<year>\\d{4})年" + REST.formatted("月", "日"));
  private static final Pattern WESTERN_SHORT =
      Pattern.compile("(?<year>\\d{4})" + SEPARATOR + REST.formatted(SEPARATOR, ""));

  private static final String YEAR = "(?:(?:明治|大正|昭和|平成|令和)(?:元|\\d{1,2})|\\d{4})年";
  private static final String MONTH = "(?:[1-9]|0[1-9]|1[0-2])月";
  private static final String DAY = "(?:[1-9]|0[1-9]|[12]\\d|3[01])日";
  private static final String ABOUT = "(?:頃|ころ|ごろ)";

  /// The wordings of 標準仕様書 1.1.8 that are known: nothing known, only the year or the month known,
  /// about a time, presumed, a third of a month, between two days.
  private static final Pattern UNKNOWN =
      Pattern.compile(
          String.join(
              "|",
              "(?:生?年月日)?不詳",
              "(?:" + YEAR + ")?月日不詳",
              "(?:" + YEAR + MONTH + "|" + MONTH + ")?日不詳",
              "(?:推定)?" + YEAR + "(?:" + MONTH + "(?:" + DAY + ")?)?" + ABOUT,
              "推定" + YEAR + "(?:" + MONTH + "(?:" + DAY + ")?)?",
              "(?:推定)?(?:" + YEAR + ")?" + MONTH + "[上中下]旬" + ABOUT + "?",
              "(?:推定)?(?:(?:(?:"
                  + YEAR
                  + ")?"
                  + MONTH
                  + ")?"
                  + DAY
                  + ABOUT
                  + "?から"
                  + "(?:(?:"
                  + YEAR
                  + ")?"
                  + MONTH
                  + ")?"
                  + DAY
                  + ABOUT
                  + "?まで(?:の間)?)"));

  private DateNotation() {}

  static boolean isUnknownWording(String wording) {
    return UNKNOWN.matcher(wording).matches();
  }

  static Optional<PrintedDate> parse(String text) {
    String folded = Texts.folded(text);
    for (Pattern pattern : new Pattern[] {WAREKI, WAREKI_SHORT}) {
      Matcher matcher = pattern.matcher(folded);
      if (matcher.matches()) {
        return Era.of(matcher.group("era")).flatMap(era -> dateOf(era, matcher));
      }
    }
    for (Pattern pattern : new Pattern[] {WESTERN, WESTERN_SHORT}) {
      Matcher matcher = pattern.matcher(folded);
      if (matcher.matches()) {
        return westernDateOf(matcher);
      }
    }
    return isUnknownWording(folded)
        ? Optional.of(new PrintedDate.Unknown(folded))
        : Optional.empty();
  }

  private static Optional<PrintedDate> dateOf(Era era, Matcher matcher) {
    String yearText = matcher.group("year");
    int year = "元".equals(yearText) ? 1 : Integer.parseInt(yearText);
    return dateOf(era, year, number(matcher, "month"), number(matcher, "day"));
  }

  private static Optional<PrintedDate> westernDateOf(Matcher matcher) {
    int year = number(matcher, "year");
    int month = number(matcher, "month");
    int day = number(matcher, "day");
    if (!isInRange(month, day)) {
      return Optional.empty();
    }
    YearMonth yearMonth = YearMonth.of(year, month);
    LocalDate nearest = yearMonth.atDay(Math.min(day, yearMonth.lengthOfMonth()));
    return Era.at(nearest)
        .flatMap(era -> dateOf(era, year - era.firstDay().getYear() + 1, month, day));
  }

  private static Optional<PrintedDate> dateOf(Era era, int year, int month, int day) {
    if (year < 1 || year > era.lastYear() || !isInRange(month, day)) {
      return Optional.empty();
    }
    YearMonth yearMonth = YearMonth.of(era.westernYear(year), month);
    LocalDate nearest = yearMonth.atDay(Math.min(day, yearMonth.lengthOfMonth()));
    if (nearest.isBefore(era.firstDay())) {
      return Optional.empty();
    }
    boolean isOfCalendar =
        yearMonth.isValidDay(day) && Era.at(nearest).filter(era::equals).isPresent();
    return Optional.of(
        isOfCalendar
            ? new PrintedDate.Calendar(nearest)
            : new PrintedDate.NonCalendar(era, year, month, day));
  }

  private static boolean isInRange(int month, int day) {
    return month >= 1 && month <= 12 && day >= 1 && day <= 31;
  }

  private static int number(Matcher matcher, String group) {
    return Integer.parseInt(matcher.group(group));
  }
}
