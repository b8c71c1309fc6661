package jp.frontdesk.kernel;

import java.text.Normalizer;

/// Width and white space rules for text on Japanese forms.
public final class Texts {
  private Texts() {}

  /// The ASCII digits of a text after compatibility folding, with spaces and every kind of hyphen
  /// left out; any other character stays, so that a caller's digit check fails on it.
  public static String digitsOf(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFKC)
        .replaceAll("[\\s\\p{Pd}\\u2212\\u30FC]", "");
  }

  /// Compatibility form without any white space: for comparing, never for keeping.
  public static String folded(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFKC).replaceAll("\\s+", "");
  }

  /// White space at both ends removed and inner runs of it made one full-width space; characters
  /// stay as they are.
  public static String spaced(String text) {
    return text.strip().replaceAll("[\\s\\u3000]+", "　");
  }
}
