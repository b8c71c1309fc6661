package jp.frontdesk.samples.score;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Three ways to say that two texts of a field are the same: as printed, after compatibility
/// folding, and by meaning (a date as a day, digits without hyphens, one dash in addresses).
public final class FieldComparison {
  private static final Pattern VARIATION_SELECTORS =
      Pattern.compile("[\\x{E0100}-\\x{E01EF}\\x{FE00}-\\x{FE0F}]");
  private static final Pattern WHITE_SPACE =
      Pattern.compile("\\s+", Pattern.UNICODE_CHARACTER_CLASS);
  private static final String DASHES = "[‐‑‒–—―−－ｰー-]";
  private static final Pattern DASH = Pattern.compile(DASHES);
  private static final Pattern DASH_IN_NUMBERS =
      Pattern.compile("(?<=[0-9])" + DASHES + "(?=[0-9])");
  private static final Pattern WESTERN =
      Pattern.compile("(\\d{4})[-/.年](\\d{1,2})[-/.月](\\d{1,2})日?");
  private static final Pattern JAPANESE =
      Pattern.compile("(令和|平成|昭和|大正|明治|[令平昭大明RHSTM])(元|\\d{1,2})[年.](\\d{1,2})[月.](\\d{1,2})日?");

  /// The year before the first year of an era, by the first letter of its name.
  private static final Map<String, Integer> YEAR_ZERO =
      Map.of(
          "令", 2018, "R", 2018, "平", 1988, "H", 1988, "昭", 1925, "S", 1925, "大", 1911, "T", 1911,
          "明", 1867);

  private FieldComparison() {}

  /// Whether both are the same characters, glyph variants and white space at the ends aside.
  public static boolean areStrictlyEqual(String truth, String read) {
    return withoutSelectors(truth).strip().equals(withoutSelectors(read).strip());
  }

  /// Compatibility form without any white space or variation selector.
  public static String folded(String text) {
    String folded = Normalizer.normalize(withoutSelectors(text), Normalizer.Form.NFKC);
    return WHITE_SPACE.matcher(folded).replaceAll("");
  }

  /// The meaning of a text of that type (`date`, `digits`, `code`, `address`, anything else).
  public static String meaning(String type, String text) {
    String folded = folded(text);
    return switch (type) {
      case "date" -> day(folded);
      case "digits" -> DASH.matcher(folded).replaceAll("");
      case "code" -> folded.toUpperCase(Locale.ROOT);
      case "address" -> DASH_IN_NUMBERS.matcher(folded).replaceAll("-");
      default -> folded;
    };
  }

  private static String day(String folded) {
    Matcher western = WESTERN.matcher(folded);
    if (western.matches()) {
      return day(Integer.parseInt(western.group(1)), western.group(2), western.group(3));
    }
    Matcher japanese = JAPANESE.matcher(folded);
    if (japanese.matches()) {
      int zero = YEAR_ZERO.getOrDefault(japanese.group(1).substring(0, 1), 1867);
      String year = japanese.group(2);
      int years = year.equals("元") ? 1 : Integer.parseInt(year);
      return day(zero + years, japanese.group(3), japanese.group(4));
    }
    return folded;
  }

  private static String day(int year, String month, String day) {
    return String.format(
        Locale.ROOT, "%04d-%02d-%02d", year, Integer.parseInt(month), Integer.parseInt(day));
  }

  private static String withoutSelectors(String text) {
    String composed = Normalizer.normalize(text, Normalizer.Form.NFC);
    return VARIATION_SELECTORS.matcher(composed).replaceAll("");
  }
}
