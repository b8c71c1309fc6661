package jp.frontdesk.reading.glyphs;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/// How well given words fit a print: each word is laid over the pieces of the print the best way,
/// and every piece has to be explained. Where only a few hundred words are possible this tells a
/// blurred one that no reading character by character does. Not safe for threads; one object a
/// print.
public final class Spelling {
  private static final double SKIPPED = 1.2;
  private static final double SKIPPED_EACH = 0.1;

  private static final double LEAST_EMS = 0.35;
  private static final double MOST_EMS = 1.15;
  private static final double SLACK_EMS = 1;

  private final GlyphModel model;
  private final double ems;
  private final double freely;
  private final List<Piece> pieces = new ArrayList<>();
  private final Map<Long, Optional<Part>> parts = new HashMap<>();

  /// A piece of ink of one of the lines.
  private record Piece(GlyphLine line, int index) {}

  /// Neighbouring pieces taken together.
  private static final class Part {
    final float[] point;
    final double width;
    final Map<Integer, Double> unlike = new HashMap<>();

    Part(float[] point, double width) {
      this.point = point;
      this.width = width;
    }
  }

  /// @param lines of the print from top to bottom
  Spelling(GlyphModel model, List<GlyphLine> lines) {
    this.model = model;
    for (GlyphLine line : lines) {
      for (int i = 0; i < line.pieceCount(); i++) {
        pieces.add(new Piece(line, i));
      }
    }
    ems =
        lines.stream()
                .mapToDouble(
                    line -> IntStream.range(0, line.pieceCount()).map(i -> line.width(i, i)).sum())
                .sum()
            / LineStrip.INK_PX;
    freely =
        lines.stream()
            .flatMap(line -> line.read().stream())
            .mapToDouble(g ->
                GlyphLine.cost(
                    (g.right() - g.left()) / (double) LineStrip.INK_PX,
                    g.guesses().getFirst().distance()))
            .average()
            .orElse(0);
  }

  /// How unlike the print is to what it looks most like, any characters allowed; as of [#unlike].
  public double freely() {
    return freely;
  }

  /// How unlike the print is to a word, over the number of its characters: about 1 for clear print
  /// of it, 3 for blurred print of it or clear print of others. Infinite where a character is
  /// unknown to the model or the print has another length.
  ///
  /// @param word in full or half width, as printed, without punctuation
  public double unlike(String word) {
    int[] wanted = word.codePoints().toArray();
    int n = pieces.size();
    if (ems < LEAST_EMS * wanted.length || ems > MOST_EMS * wanted.length + SLACK_EMS) {
      return Double.POSITIVE_INFINITY;
    }
    double[] before = new double[n + 1];
    for (int i = 1; i <= n; i++) {
      before[i] = before[i - 1] + skipped(i - 1);
    }
    for (int c : wanted) {
      if (!model.knows(c)) {
        return Double.POSITIVE_INFINITY;
      }
      double[] own = new double[n + 1];
      Arrays.fill(own, Double.POSITIVE_INFINITY);
      for (int end = 1; end <= n; end++) {
        own[end] = own[end - 1] + skipped(end - 1);
        for (int first = end - 1; first >= 0; first--) {
          Optional<Part> part = part(first, end - 1);
          if (part.isEmpty()) {
            break;
          }
          own[end] = Math.min(own[end], before[first] + cost(part.orElseThrow(), c));
        }
      }
      before = own;
    }
    return before[n] / wanted.length;
  }

  private double skipped(int index) {
    Piece piece = pieces.get(index);
    return SKIPPED_EACH
        + SKIPPED * piece.line().width(piece.index(), piece.index()) / LineStrip.INK_PX;
  }

  private double cost(Part part, int codePoint) {
    return part.unlike.computeIfAbsent(
        codePoint,
        c -> GlyphLine.cost(part.width / LineStrip.INK_PX, model.distance(part.point, c)));
  }

  /// Nothing where the pieces are of two lines or too wide for one character.
  private Optional<Part> part(int first, int last) {
    Piece from = pieces.get(first);
    Piece to = pieces.get(last);
    if (from.line() != to.line()
        || (first < last && from.line().width(from.index(), to.index()) > GlyphLine.WIDEST)) {
      return Optional.empty();
    }
    return parts.computeIfAbsent(
        (long) first << 32 | last,
        _ ->
            from.line()
                .described(from.index(), to.index())
                .map(d -> new Part(model.project(d.values()), d.right() - d.left())));
  }
}
