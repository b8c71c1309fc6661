package jp.frontdesk.kernel;

import java.text.Normalizer;
import java.util.regex.Pattern;

/// Width and white space rules for text on Japanese forms.
public final class Texts {
  private static final Pattern SPACES_AND_HYPHENS = Pattern.compile("[\\s\\p{Pd}\\u2212\\u30FC]+");
  private static final Pattern SPACES = Pattern.compile("[\\s\\u3000]+");
  private static final Pattern SPACE_OF_LATIN =
      Pattern.compile("(?<=[\\p{IsLatin}\\p{Nd}.,'’-])　(?=[\\p{IsLatin}\\p{Nd}.,'’-])");

  private Texts() {}

  /// The ASCII digits of a text after compatibility folding, with spaces and every kind of hyphen
  /// left out; any other character stays, so that a caller's digit check fails on it.
  public static String digitsOf(String text) {
    return SPACES_AND_HYPHENS
        .matcher(Normalizer.normalize(text, Normalizer.Form.NFKC))
        .replaceAll("");
  }

  /// Compatibility form without any white space: for comparing, never for keeping.
  public static String folded(String text) {
    return SPACES.matcher(Normalizer.normalize(text, Normalizer.Form.NFKC)).replaceAll("");
  }

  /// Compatibility form of one character; a character whose form has several stays as it is.
  public static int folded(int codePoint) {
    boolean isPlain =
        codePoint < 0x80
            || (codePoint >= 'ぁ' && codePoint <= 0x9FFF)
            || (codePoint >= 0x20000 && codePoint < 0x2F800);
    if (isPlain) {
      return codePoint;
    }
    String form = Normalizer.normalize(Character.toString(codePoint), Normalizer.Form.NFKC);
    return form.codePointCount(0, form.length()) == 1 ? form.codePointAt(0) : codePoint;
  }

  /// White space at both ends removed and inner runs of it made one full-width space; characters
  /// stay as they are.
  public static String spaced(String text) {
    return SPACES.matcher(text.strip()).replaceAll("　");
  }

  /// As [#spaced(String)], but one ASCII space between two characters of the Latin alphabet: `ZHANG
  /// YULIN　張　玉蓮`.
  public static String nameSpaced(String text) {
    return SPACE_OF_LATIN.matcher(spaced(text)).replaceAll(" ");
  }

  /// Combining marks composed (NFC), except that compatibility ideographs stay: NFC would silently
  /// turn the printed character into its common form.
  public static String composed(String text) {
    StringBuilder result = new StringBuilder();
    StringBuilder run = new StringBuilder();
    text.codePoints()
        .forEach(c -> {
          if (isCompatibilityIdeograph(c)) {
            result.append(Normalizer.normalize(run, Normalizer.Form.NFC));
            run.setLength(0);
            result.appendCodePoint(c);
          } else {
            run.appendCodePoint(c);
          }
        });
    return result.append(Normalizer.normalize(run, Normalizer.Form.NFC)).toString();
  }

  /// Whether the text is not blank, has at most so many characters and holds no control, format or
  /// broken character.
  public static boolean isPrintable(String text, int longest) {
    return !text.isBlank()
        && text.codePointCount(0, text.length()) <= longest
        && text.codePoints().noneMatch(Texts::isUnprintable);
  }

  /// Whether a character is a second code of another, to print the same or nearly so.
  public static boolean isCompatibilityIdeograph(int codePoint) {
    return (codePoint >= 0xF900 && codePoint <= 0xFAFF)
        || (codePoint >= 0x2F800 && codePoint <= 0x2FA1F);
  }

  static boolean isVariationSelector(int codePoint) {
    return (codePoint >= 0xFE00 && codePoint <= 0xFE0F)
        || (codePoint >= 0xE0100 && codePoint <= 0xE01EF);
  }

  private static boolean isUnprintable(int codePoint) {
    int type = Character.getType(codePoint);
    return type == Character.CONTROL
        || type == Character.FORMAT
        || type == Character.SURROGATE
        || type == Character.LINE_SEPARATOR
        || type == Character.PARAGRAPH_SEPARATOR;
  }
}
