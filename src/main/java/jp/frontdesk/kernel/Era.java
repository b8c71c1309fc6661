package jp.frontdesk.kernel;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Optional;

/// 元号, the eras that people alive or in the registers were born in (元号法, 昭和54年法律第43号). An era's
/// first day belongs to it; the same day may also be printed in the era before (明治45年7月30日).
public enum Era {
  /// 明治. Its days before 1873 are taken in the Gregorian calendar, as registries convert them.
  MEIJI("明治", "M", 1, LocalDate.of(1868, 1, 25), 45),
  /// 大正.
  TAISHO("大正", "T", 2, LocalDate.of(1912, 7, 30), 15),
  /// 昭和.
  SHOWA("昭和", "S", 3, LocalDate.of(1926, 12, 25), 64),
  /// 平成.
  HEISEI("平成", "H", 4, LocalDate.of(1989, 1, 8), 31),
  /// 令和, the present one; years up to 99 are taken.
  REIWA("令和", "R", 5, LocalDate.of(2019, 5, 1), 99);

  private final String kanji;
  private final String letter;
  private final int code;
  private final LocalDate firstDay;
  private final int lastYear;

  Era(String kanji, String letter, int code, LocalDate firstDay, int lastYear) {
    this.kanji = kanji;
    this.letter = letter;
    this.code = code;
    this.firstDay = firstDay;
    this.lastYear = lastYear;
  }

  /// The era of a name, its first character or its letter in either case: 明治, 明, M, m. Any width.
  public static Optional<Era> of(String kanjiOrLetter) {
    String name = Texts.folded(kanjiOrLetter);
    return Arrays.stream(values())
        .filter(era ->
            era.kanji.equals(name)
                || era.kanji.substring(0, 1).equals(name)
                || era.letter.equalsIgnoreCase(name))
        .findFirst();
  }

  /// The era a day belongs to; empty before 明治.
  public static Optional<Era> at(LocalDate date) {
    return Arrays.stream(values())
        .filter(era -> !date.isBefore(era.firstDay))
        .max(Comparator.naturalOrder());
  }

  /// 明治, 大正, 昭和, 平成 or 令和.
  public String kanji() {
    return kanji;
  }

  /// M, T, S, H or R.
  public String letter() {
    return letter;
  }

  /// The first day of the era.
  public LocalDate firstDay() {
    return firstDay;
  }

  /// The number registries code the era with: 1 明治 to 5 令和.
  public int code() {
    return code;
  }

  /// The number of the era's last year, e.g. 64 for 昭和.
  public int lastYear() {
    return lastYear;
  }

  /// The western year of a year of this era; year 1 is 元年.
  public int westernYear(int eraYear) {
    return firstDay.getYear() + eraYear - 1;
  }
}
