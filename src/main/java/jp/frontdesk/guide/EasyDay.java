package jp.frontdesk.guide;

import java.time.LocalDate;

/// A day in やさしい日本語, with the readings of its numbers, many of which are irregular.
final class EasyDay {
  private static final String[] MONTHS = {
    "いち", "に", "さん", "し", "ご", "ろく", "しち", "はち", "く", "じゅう", "じゅういち", "じゅうに"
  };
  private static final String[] FIRST_TEN = {
    "ついたち", "ふつか", "みっか", "よっか", "いつか", "むいか", "なのか", "ようか", "ここのか", "とおか"
  };
  private static final String[] DIGITS = {"", "いち", "に", "さん", "よっか", "ご", "ろく", "しち", "はち", "く"};
  private static final String[] WEEKDAYS = {
    "月《げつ》", "火《か》", "水《すい》", "木《もく》", "金《きん》", "土《ど》", "日《にち》"
  };

  private EasyDay() {}

  /// E.g. 2026年《ねん》 ｜4月《しがつ》 ｜14日《じゅうよっか》（火《か》）.
  static String of(LocalDate day) {
    return "%d年《ねん》 ｜%d月《%sがつ》 ｜%d日《%s》（%s）"
        .formatted(
            day.getYear(),
            day.getMonthValue(),
            MONTHS[day.getMonthValue() - 1],
            day.getDayOfMonth(),
            dayOfMonth(day.getDayOfMonth()),
            WEEKDAYS[day.getDayOfWeek().getValue() - 1]);
  }

  private static String dayOfMonth(int day) {
    if (day <= FIRST_TEN.length) {
      return FIRST_TEN[day - 1];
    }
    if (day == 20) {
      return "はつか";
    }
    String tens =
        switch (day / 10) {
          case 1 -> "じゅう";
          case 2 -> "にじゅう";
          default -> "さんじゅう";
        };
    return tens + DIGITS[day % 10] + (day % 10 == 4 ? "" : "にち");
  }
}
