package jp.frontdesk.reading.glyphs;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;
import jp.frontdesk.kernel.Texts;

/// One character read on a strip.
///
/// @param guesses what it may be, nearest first, at least one
/// @param probabilities of the guesses, in their order; they sum to at most 1
/// @param left first column with its ink
/// @param right column after the last
/// @param top first row with its ink
/// @param bottom row after the last
public record ReadGlyph(
    List<GlyphModel.Guess> guesses,
    List<Double> probabilities,
    int left,
    int right,
    int top,
    int bottom) {
  public ReadGlyph {
    guesses = List.copyOf(guesses);
    probabilities = List.copyOf(probabilities);
  }

  /// The likeliest character.
  public int codePoint() {
    return guesses.getFirst().codePoint();
  }

  /// How likely it is, in either width, 0 to 1.
  public double probability() {
    int likeliest = Texts.folded(codePoint());
    return probabilityOf(c -> Texts.folded(c) == likeliest);
  }

  /// How likely it is one of some characters, 0 to 1.
  public double probabilityOf(IntPredicate wanted) {
    double sum = 0;
    for (int i = 0; i < guesses.size(); i++) {
      sum += wanted.test(guesses.get(i).codePoint()) ? probabilities.get(i) : 0;
    }
    return sum;
  }

  /// The same place with another character in front.
  ReadGlyph as(int codePoint, double probability) {
    List<GlyphModel.Guess> others = new ArrayList<>();
    List<Double> rest = new ArrayList<>();
    others.add(new GlyphModel.Guess(codePoint, guesses.getFirst().distance(), 0));
    rest.add(probability);
    for (int i = 0; i < guesses.size(); i++) {
      if (guesses.get(i).codePoint() != codePoint) {
        others.add(guesses.get(i));
        rest.add(probabilities.get(i) * (1 - probability));
      }
    }
    return new ReadGlyph(others, rest, left, right, top, bottom);
  }

  /// Never shows the character: it is personal.
  @Override
  public String toString() {
    return "ReadGlyph[" + left + " to " + right + "]";
  }
}
