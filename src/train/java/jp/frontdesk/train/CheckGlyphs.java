package jp.frontdesk.train;

import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import jp.frontdesk.kernel.Texts;
import jp.frontdesk.reading.glyphs.GlyphModel;

/// How many characters of unseen faces and scans a model names right, by kind.
///
/// @param counts by kind: characters, right, right among the five nearest
/// @param mistakes the character printed and the one read, and how often
record CheckGlyphs(Map<String, int[]> counts, Map<String, Integer> mistakes) {
  private static final int LINE_PX = 620;
  private static final int SHOWN = 120;

  /// @param dotted share of the lines of faces with outlines that are printed dot by dot
  /// @param lines how many lines of print to check
  static CheckGlyphs of(GlyphModel model, GlyphSet set, FontShelf faces, double dotted, int lines) {
    LinePress press = new LinePress(set, faces, dotted, new Random(4711));
    GlyphModel.Choice all = model.only(_ -> true);
    CheckGlyphs check = new CheckGlyphs(new TreeMap<>(), new TreeMap<>());
    for (int i = 0; i < lines; i++) {
      for (TrainGlyphs.Sample sample : TrainGlyphs.samples(press.line(LINE_PX))) {
        check.count(set.codePoint(sample.number()), all.nearest(sample.values(), 5));
      }
    }
    return check;
  }

  private void count(int truth, List<GlyphModel.Guess> guesses) {
    boolean isRight = isSame(guesses.getFirst(), truth);
    int[] count = counts.computeIfAbsent(kind(truth), _ -> new int[3]);
    count[0]++;
    count[1] += isRight ? 1 : 0;
    count[2] += guesses.stream().anyMatch(g -> isSame(g, truth)) ? 1 : 0;
    if (!isRight) {
      String mistake =
          Character.toString(truth) + Character.toString(guesses.getFirst().codePoint());
      mistakes.merge(mistake, 1, Integer::sum);
    }
  }

  /// Whether it is the character, for signs in either width.
  private static boolean isSame(GlyphModel.Guess guess, int truth) {
    int c = guess.codePoint();
    return c == truth
        || (!Character.isIdeographic(truth) && Texts.folded(c) == Texts.folded(truth));
  }

  private static String kind(int c) {
    for (GlyphSet.KanjiLevel level : GlyphSet.KanjiLevel.values()) {
      if (level.has(c)) {
        return "kanji " + level;
      }
    }
    return c >= 0x3041 && c <= 0x30FF
        ? "kana"
        : c >= 0xFF66 && c <= 0xFF9F ? "half kana" : c < 0x80 ? "ascii" : "signs";
  }

  /// Share of characters named right.
  double right() {
    int all = counts.values().stream().mapToInt(c -> c[0]).sum();
    return counts.values().stream().mapToInt(c -> c[1]).sum() / (double) Math.max(1, all);
  }

  void print() {
    counts.forEach((kind, c) ->
        System.out.printf(
            "%-12s %6d  right %.2f %%  among five %.2f %%%n",
            kind, c[0], 100.0 * c[1] / c[0], 100.0 * c[2] / c[0]));
    System.out.printf("all right %.2f %%%n", 100 * right());
    mistakes.entrySet().stream()
        .sorted((a, b) -> b.getValue() - a.getValue())
        .limit(SHOWN)
        .forEach(e -> System.out.print(e.getKey() + " "));
    System.out.println();
  }
}
