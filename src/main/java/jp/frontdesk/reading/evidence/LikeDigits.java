package jp.frontdesk.reading.evidence;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import jp.frontdesk.kernel.Texts;
import jp.frontdesk.reading.glyphs.GlyphModel;
import jp.frontdesk.reading.glyphs.ReadGlyph;

/// Letters that look like digits: in most faces l, I and 1, or O and 0, are one shape. What stands
/// beside no other Latin letter is a digit.
final class LikeDigits {
  private static final String LETTERS = "lI|Oo";
  private static final String DIGITS = "11100";

  private LikeDigits() {}

  /// A text with digits where they are meant.
  static String told(String text) {
    int[] letters = text.codePoints().toArray();
    return IntStream.range(0, letters.length)
        .map(i -> isAmongLatin(letters, i) ? letters[i] : digit(letters[i]))
        .mapToObj(Character::toString)
        .collect(Collectors.joining());
  }

  /// The same for our own reading.
  static List<ReadGlyph> told(List<ReadGlyph> read) {
    int[] letters = read.stream().mapToInt(ReadGlyph::codePoint).toArray();
    List<ReadGlyph> told = new ArrayList<>();
    for (int i = 0; i < letters.length; i++) {
      ReadGlyph glyph = read.get(i);
      told.add(isAmongLatin(letters, i) ? glyph : asDigit(glyph));
    }
    return told;
  }

  private static ReadGlyph asDigit(ReadGlyph glyph) {
    return new ReadGlyph(
        glyph.guesses().stream()
            .map(g -> new GlyphModel.Guess(digit(g.codePoint()), g.distance(), g.rarity()))
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

  /// Whether the nearest character on either side that is no look-alike is a Latin letter.
  private static boolean isAmongLatin(int[] letters, int at) {
    return isLatin(letters, at, -1) || isLatin(letters, at, 1);
  }

  private static boolean isLatin(int[] letters, int at, int step) {
    int next = at + step;
    while (next >= 0 && next < letters.length && isEither(letters[next])) {
      next += step;
    }
    int folded = next < 0 || next >= letters.length ? 0 : Texts.folded(letters[next]);
    return (folded >= 'A' && folded <= 'Z') || (folded >= 'a' && folded <= 'z');
  }

  private static boolean isEither(int letter) {
    int folded = Texts.folded(letter);
    return LETTERS.indexOf(folded) >= 0 || folded == '0' || folded == '1';
  }
}
