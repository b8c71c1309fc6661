package jp.frontdesk.kernel;

/// Full-width and half-width forms, as old and new registry systems print them.
public final class Widths {
  private static final String FULL =
      "。「」、・ヲァィゥェォャュョッーアイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワン゛゜";
  private static final String VOICED = "ガギグゲゴザジズゼゾダヂヅデドバビブベボヴ";
  private static final String UNVOICED = "カキクケコサシスセソタチツテトハヒフヘホウ";
  private static final String HALF_VOICED = "パピプペポ";
  private static final String HALF_UNVOICED = "ハヒフヘホ";

  private Widths() {}

  /// ASCII digits made full-width, all else kept.
  public static String fullWidthDigits(String text) {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      out.append(c >= '0' && c <= '9' ? (char) (c - '0' + '０') : c);
    }
    return out.toString();
  }

  /// Katakana made half-width, sound marks as characters of their own, full-width spaces as ASCII
  /// ones.
  public static String halfWidthKana(String text) {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      int voiced = VOICED.indexOf(c);
      int half = HALF_VOICED.indexOf(c);
      if (voiced >= 0) {
        out.append(halfWidth(UNVOICED.charAt(voiced))).append('ﾞ');
      } else if (half >= 0) {
        out.append(halfWidth(HALF_UNVOICED.charAt(half))).append('ﾟ');
      } else {
        out.append(c == '　' ? ' ' : halfWidth(c));
      }
    }
    return out.toString();
  }

  private static char halfWidth(char c) {
    int index = FULL.indexOf(c);
    return index < 0 ? c : (char) ('｡' + index);
  }
}
