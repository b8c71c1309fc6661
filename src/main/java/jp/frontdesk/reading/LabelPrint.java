package jp.frontdesk.reading;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import jp.frontdesk.kernel.Texts;
import jp.frontdesk.reading.glyphs.ReadGlyph;

/// The print of a label as several readings have it together. Each is lost in other characters of a
/// blurred copy, so a word is likely where every character of it stands in one of them at its
/// place.
final class LabelPrint {
  private static final double SPREAD = 90;
  private static final double ADDED = 0.5;
  private static final int FIRST_KANA = 0x3041;
  private static final int LAST_KANA = 0x30FE;

  private final List<List<Place>> readings = new ArrayList<>();
  private final List<String> texts = new ArrayList<>();

  /// One character of a reading: how unlike a character of a word it is, 0 to 1.
  private interface Place {
    double unlike(int codePoint);
  }

  /// With what an engine read.
  LabelPrint with(String text) {
    String bare = LabelBook.bare(text);
    if (!bare.isEmpty()) {
      texts.add(bare);
      readings.add(bare.codePoints().mapToObj(LabelPrint::place).toList());
    }
    return this;
  }

  /// With what our own reader made of it: also what else a character may be counts.
  LabelPrint with(List<ReadGlyph> glyphs) {
    List<Place> places =
        glyphs.stream()
            .filter(g -> !LabelBook.bare(Character.toString(g.codePoint())).isEmpty())
            .map(LabelPrint::place)
            .toList();
    if (!places.isEmpty()) {
      readings.add(places);
    }
    return this;
  }

  private static Place place(int read) {
    return c -> c == read ? 0 : 1;
  }

  private static Place place(ReadGlyph glyph) {
    double nearest = glyph.guesses().getFirst().distance();
    return c ->
        glyph.guesses().stream()
            .filter(g -> Texts.folded(g.codePoint()) == c)
            .mapToDouble(g -> Math.min(1, Math.abs(g.distance() - nearest) / SPREAD))
            .min()
            .orElse(1);
  }

  /// By how many characters a word differs from the print.
  double unlike(String word) {
    int[] wanted = word.codePoints().toArray();
    double[] least = new double[wanted.length];
    Arrays.fill(least, 1);
    double added = 0;
    double nearest = Double.MAX_VALUE;
    for (List<Place> reading : readings) {
      double[] own = new double[wanted.length];
      double tooMany = ADDED * aligned(wanted, reading, own);
      double away = tooMany + Arrays.stream(own).sum();
      added = away < nearest ? tooMany : added;
      nearest = Math.min(nearest, away);
      for (int i = 0; i < own.length; i++) {
        least[i] = Math.min(least[i], own[i]);
      }
    }
    return added + Arrays.stream(least).sum();
  }

  /// Whether an engine read a character of a word at its place, or the word is of kana, which
  /// engines are lost in.
  boolean shares(String word) {
    int length = word.codePointCount(0, word.length());
    return word.codePoints().allMatch(c -> c >= FIRST_KANA && c <= LAST_KANA)
        || texts.stream().anyMatch(t -> new LabelPrint().with(t).unlike(word) <= length - 1);
  }

  /// What engines read, without white space, punctuation and width.
  List<String> texts() {
    return List.copyOf(texts);
  }

  /// Lays a word over a reading the best way.
  ///
  /// @param unlike gets how unlike each character of the word is
  /// @return characters of the reading that belong to none
  private static int aligned(int[] word, List<Place> reading, double[] unlike) {
    double[][] cost = new double[word.length + 1][reading.size() + 1];
    for (int i = 0; i <= word.length; i++) {
      for (int j = 0; j <= reading.size(); j++) {
        if (i + j == 0) {
          continue;
        }
        double left = j == 0 ? Double.MAX_VALUE : cost[i][j - 1] + ADDED;
        double above = i == 0 ? Double.MAX_VALUE : cost[i - 1][j] + 1;
        double both =
            i == 0 || j == 0
                ? Double.MAX_VALUE
                : cost[i - 1][j - 1] + reading.get(j - 1).unlike(word[i - 1]);
        cost[i][j] = Math.min(both, Math.min(left, above));
      }
    }
    int added = 0;
    int i = word.length;
    int j = reading.size();
    while (i > 0 || j > 0) {
      double own = i > 0 && j > 0 ? reading.get(j - 1).unlike(word[i - 1]) : 2;
      if (i > 0 && j > 0 && cost[i][j] >= cost[i - 1][j - 1] + own) {
        unlike[--i] = own;
        j--;
      } else if (i > 0 && cost[i][j] >= cost[i - 1][j] + 1) {
        unlike[--i] = 1;
      } else {
        added++;
        j--;
      }
    }
    return added;
  }
}
