package jp.frontdesk.guide;

import java.util.Locale;

/// The ages that 手続きナビ asks for instead of birthdays. Rules that part a band are not decided by it:
/// the counter has to ask.
public enum AgeBand {
  /// 就学前.
  BEFORE_SCHOOL(0, 0, 6, 0),
  /// 小学生.
  PRIMARY(6, 1, 12, 6),
  /// 中学生.
  LOWER_SECONDARY(12, 7, 15, 9),
  /// 高校生の年: until the end of the fiscal year in which one turns 18.
  UPPER_SECONDARY(15, 10, 18, 12),
  /// 18 or 19 to 39.
  TO_39(18, 13, 39, 13),
  /// 40 to 64: the second group of the insured of 介護保険.
  TO_64(40, 13, 64, 13),
  /// 65 to 74: the first group of the insured of 介護保険.
  TO_74(65, 13, 74, 13),
  /// 75 and older: 後期高齢者医療.
  FROM_75(75, 13, 99, 13);

  private final int youngest;
  private final int lowestGrade;
  private final int oldest;
  private final int highestGrade;

  AgeBand(int youngest, int lowestGrade, int oldest, int highestGrade) {
    this.youngest = youngest;
    this.lowestGrade = lowestGrade;
    this.oldest = oldest;
    this.highestGrade = highestGrade;
  }

  /// Its name in forms and words, e.g. `to_39`.
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  int age(boolean isOldest) {
    return isOldest ? oldest : youngest;
  }

  int grade(boolean isOldest) {
    return isOldest ? highestGrade : lowestGrade;
  }
}
