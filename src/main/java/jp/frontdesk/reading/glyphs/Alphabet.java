package jp.frontdesk.reading.glyphs;

import java.util.function.IntPredicate;

/// Which characters can stand in a field. Two alphabets of one name are the same.
public final class Alphabet {
  private static final int TO_FULL_WIDTH = 0xFEE0;

  /// 氏名: kanji, kana, and what stands between the parts of a name.
  public static final Alphabet NAME =
      new Alphabet("name", c -> isKanji(c) || isKana(c) || isLatin(c) || "ー・".indexOf(c) >= 0);

  /// 振り仮名 in either width.
  public static final Alphabet KANA =
      new Alphabet(
          "kana", c -> (isKatakana(c) && c != 'ヵ' && c != 'ヶ') || isHalfKana(c) || c == '・');

  /// 住所: also digits, letters and hyphens of either width.
  public static final Alphabet ADDRESS =
      new Alphabet(
          "address",
          c ->
              isKanji(c)
                  || isKana(c)
                  || isDigit(c)
                  || isLatin(c)
                  || (c >= 0xFF21 && c <= 0xFF5A)
                  || "()（）-－‐―・ー".indexOf(c) >= 0);

  private final String name;
  private final IntPredicate has;

  private Alphabet(String name, IntPredicate has) {
    this.name = name;
    this.has = has;
  }

  /// Only these characters; digits, letters and signs in either width.
  public static Alphabet of(String characters) {
    return new Alphabet(
        "of " + characters,
        c ->
            characters.indexOf(c) >= 0
                || (c > TO_FULL_WIDTH + ' ' && characters.indexOf(c - TO_FULL_WIDTH) >= 0));
  }

  /// These characters and others.
  public Alphabet and(String characters) {
    Alphabet others = of(characters);
    return characters.isEmpty()
        ? this
        : new Alphabet(name + " and " + others.name, c -> has(c) || others.has(c));
  }

  boolean has(int codePoint) {
    return has.test(codePoint);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Alphabet alphabet && alphabet.name.equals(name);
  }

  @Override
  public int hashCode() {
    return name.hashCode();
  }

  /// The sign that repeats a kanji, as in 佐々木, is none by itself.
  private static boolean isKanji(int c) {
    return Character.isIdeographic(c) || c == '々';
  }

  private static boolean isKana(int c) {
    return (c >= 'ぁ' && c <= 'ゔ') || isKatakana(c) || isHalfKana(c);
  }

  private static boolean isKatakana(int c) {
    return (c >= 'ァ' && c <= 'ヶ') || c == 'ー';
  }

  private static boolean isHalfKana(int c) {
    return c >= 'ｦ' && c <= 'ﾟ';
  }

  private static boolean isDigit(int c) {
    return (c >= '0' && c <= '9') || (c >= '０' && c <= '９');
  }

  private static boolean isLatin(int c) {
    return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
  }
}
