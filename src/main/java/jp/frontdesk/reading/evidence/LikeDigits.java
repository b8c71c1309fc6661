package jp.frontdesk.reading.evidence;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntUnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import jp.frontdesk.kernel.Texts;
import jp.frontdesk.reading.glyphs.GlyphModel;
import jp.frontdesk.reading.glyphs.ReadGlyph;

/// Letters that look like digits: in most faces l, I and 1, or O and 0, are one shape. What stands
/// beside no other Latin letter is a digit, what stands between small ones is a small letter.
final class LikeDigits {
  private static final String LETTERS = "lI|Oo";
  private static final String DIGITS = "11100";

  private LikeDigits() {}

  /// A text with digits where they are meant.
  static String told(String text) {
    int[] letters = text.codePoints().toArray();
    return IntStream.range(0, letters.length)
        .map(i -> meant(letters, i).applyAsInt(letters[i]))
        .mapToObj(Character::toString)
        .collect(Collectors.joining());
  }

  /// The same for our own reading.
  static List<ReadGlyph> told(List<ReadGlyph> read) {
    int[] letters = read.stream().mapToInt(ReadGlyph::codePoint).toArray();
    List<ReadGlyph> told = new ArrayList<>();
    for (int i = 0; i < letters.length; i++) {
      told.add(as(read.get(i), meant(letters, i)));
    }
    return told;
  }

  /// What the characters of that place are taken for.
  private static IntUnaryOperator meant(int[] letters, int at) {
    if (isSmall(beside(letters, at, -1)) && isSmall(beside(letters, at, 1))) {
      return LikeDigits::small;
    }
    boolean isAmongLatin = isLatin(beside(letters, at, -1)) || isLatin(beside(letters, at, 1));
    return isAmongLatin ? IntUnaryOperator.identity() : LikeDigits::digit;
  }

  private static ReadGlyph as(ReadGlyph glyph, IntUnaryOperator meant) {
    return new ReadGlyph(
        glyph.guesses().stream()
            .map(g ->
                new GlyphModel.Guess(meant.applyAsInt(g.codePoint()), g.distance(), g.rarity()))
            .toList(),
        glyph.probabilities(),
        glyph.left(),
        glyph.right(),
        glyph.top(),
        glyph.bottom());
  }

  private static int digit(int letter) {
    int at = LETTERS.indexOf(Texts.folded(letter));
    return at < 0 ? letter : DIGITS.charAt(at);
  }

  private static int small(int digit) {
    int folded = Texts.folded(digit);
    return folded == '1' ? 'l' : folded == '0' ? 'o' : digit;
  }

  /// The nearest character on a side that is no look-alike, in its plain form; 0 if there is none.
  private static int beside(int[] letters, int at, int step) {
    int next = at + step;
    while (next >= 0 && next < letters.length && isEither(letters[next])) {
      next += step;
    }
    return next < 0 || next >= letters.length ? 0 : Texts.folded(letters[next]);
  }

  private static boolean isLatin(int folded) {
    return isSmall(folded) || (folded >= 'A' && folded <= 'Z');
  }

  private static boolean isSmall(int folded) {
    return folded >= 'a' && folded <= 'z';
  }

  private static boolean isEither(int letter) {
    int folded = Texts.folded(letter);
    return LETTERS.indexOf(folded) >= 0 || folded == '0' || folded == '1';
  }
}
