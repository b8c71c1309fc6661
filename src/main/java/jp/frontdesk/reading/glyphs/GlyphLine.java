package jp.frontdesk.reading.glyphs;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jp.frontdesk.reading.page.Gray;

/// Reads a strip character by character: cuts it wherever characters could end, asks the model what
/// each piece and each few neighbouring pieces together look like, and takes the way through that
/// looks most like print of an even pitch. Not safe for threads; one object a strip.
public final class GlyphLine {
  private static final double GAP = 0.4;
  static final double WIDEST = 1.3 * LineStrip.INK_PX;
  private static final double USUAL_DISTANCE = 118;
  private static final double STANDING = 0.4;
  private static final double EACH = 0.3;
  private static final double RARE = 0.08;
  private static final double CROWDED = 0.82;
  private static final double CROWDED_COST = 1.2;
  private static final double SOFTNESS = 14;
  private static final double RARER = 1;
  private static final int KEPT_GUESSES = 12;

  private final GlyphModel.Choice known;
  private final Gray strip;
  private final float[] profile;
  private final List<int[]> pieces = new ArrayList<>();
  private final Map<Long, Optional<Span>> spans = new HashMap<>();

  /// Pieces read as one character.
  private record Span(GlyphFeatures.Described ink, List<GlyphModel.Guess> guesses) {
    int left() {
      return ink.left();
    }

    int right() {
      return ink.right();
    }

    double middle() {
      return (left() + right()) / 2.0;
    }

    double distance() {
      return guesses.getFirst().distance();
    }
  }

  private record Step(double cost, int from, int before) {}

  /// @param strip from [LineStrip]
  /// @param known the only characters that may come out
  public GlyphLine(GlyphModel.Choice known, Gray strip) {
    this.known = known;
    this.strip = strip;
    profile = profile(strip);
    cut();
  }

  /// The characters, from left to right.
  public List<ReadGlyph> read() {
    if (pieces.isEmpty()) {
      return List.of();
    }
    List<Span> first = way(0);
    double pitch = pitch(first);
    List<Span> way = pitch > 0 ? way(pitch) : first;
    return VoicedMarks.told(KanaSizes.told(way.stream().map(GlyphLine::read).toList()));
  }

  private static ReadGlyph read(Span span) {
    double nearest = span.distance();
    Map<GlyphModel.Guess, Double> weights = new LinkedHashMap<>();
    for (GlyphModel.Guess guess : span.guesses) {
      double unlike = (guess.distance() - nearest) / SOFTNESS + RARER * guess.rarity();
      weights.put(guess, Math.exp(-unlike));
    }
    double sum = weights.values().stream().mapToDouble(Double::doubleValue).sum();
    List<GlyphModel.Guess> order =
        weights.keySet().stream()
            .sorted(Comparator.comparingDouble(g -> -weights.getOrDefault(g, 0.0)))
            .toList();
    List<Double> probabilities =
        order.stream().map(g -> weights.getOrDefault(g, 0.0) / sum).toList();
    return new ReadGlyph(
        order, probabilities, span.left(), span.right(), span.ink.top(), span.ink.bottom());
  }

  private static float[] profile(Gray strip) {
    float[] sums = new float[strip.width()];
    for (int y = 0; y < strip.height(); y++) {
      for (int x = 0; x < strip.width(); x++) {
        sums[x] += GlyphFeatures.darkness(strip.at(x, y));
      }
    }
    return sums;
  }

  private void cut() {
    int x = 0;
    while (x < profile.length) {
      while (x < profile.length && profile[x] < GAP) {
        x++;
      }
      int from = x;
      while (x < profile.length && profile[x] >= GAP) {
        x++;
      }
      if (x > from && mass(from, x) > 3) {
        split(from, x);
      }
    }
  }

  private double mass(int from, int to) {
    double sum = 0;
    for (int x = from; x < to; x++) {
      sum += profile[x];
    }
    return sum;
  }

  /// Cuts a run of ink at its thinnest columns where characters may touch.
  private void split(int from, int to) {
    int start = from;
    if (to - from > 0.5 * LineStrip.INK_PX) {
      double mean = mass(from, to) / (to - from);
      int last = from;
      for (int x = from + 4; x < to - 4; x++) {
        boolean isValley = profile[x] <= min(x - 4, x + 5) && profile[x] < 0.4 * mean;
        if (isValley && x - last >= 5) {
          pieces.add(new int[] {start, x});
          start = x;
          last = x;
        }
      }
    }
    pieces.add(new int[] {start, to});
  }

  private float min(int from, int to) {
    float least = Float.MAX_VALUE;
    for (int x = from; x < to; x++) {
      least = Math.min(least, profile[x]);
    }
    return least;
  }

  private Optional<Span> span(int first, int last) {
    return spans.computeIfAbsent(
        (long) first << 32 | last,
        _ -> {
          Optional<GlyphFeatures.Described> ink =
              GlyphFeatures.of(strip, pieces.get(first)[0], pieces.get(last)[1]);
          return ink.flatMap(d -> {
            List<GlyphModel.Guess> guesses = known.nearest(d.values(), KEPT_GUESSES);
            return guesses.isEmpty() ? Optional.empty() : Optional.of(new Span(d, guesses));
          });
        });
  }

  /// The cheapest way through the pieces.
  ///
  /// @param pitch usual columns from one full-width character to the next; 0 if not known
  private List<Span> way(double pitch) {
    int n = pieces.size();
    Step[][] best = new Step[n + 1][];
    best[0] = new Step[] {new Step(0, -1, -1)};
    double widest = pitch > 0 ? Math.max(pitch * 1.12, 12) : WIDEST;
    for (int end = 1; end <= n; end++) {
      List<Step> steps = new ArrayList<>();
      for (int first = end - 1; first >= 0; first--) {
        int width = pieces.get(end - 1)[1] - pieces.get(first)[0];
        if (first < end - 1 && width > widest) {
          break;
        }
        Step step = step(best, first, end, pitch);
        steps.add(step);
      }
      best[end] = steps.toArray(Step[]::new);
    }
    return walked(best, n);
  }

  private Step step(Step[][] best, int first, int end, double pitch) {
    Optional<Span> span = span(first, end - 1);
    double own = span.map(s -> cost(s)).orElse(0.3);
    Step cheapest = new Step(Double.MAX_VALUE, first, -1);
    for (int i = 0; i < best[first].length; i++) {
      Step before = best[first][i];
      double crowded = 0;
      if (pitch > 0 && before.from() >= 0 && span.isPresent()) {
        Optional<Span> last = span(before.from(), first - 1);
        crowded = last.map(l -> crowded(l, span.orElseThrow(), pitch)).orElse(0.0);
      }
      double cost = before.cost() + own + crowded;
      if (cost < cheapest.cost()) {
        cheapest = new Step(cost, first, i);
      }
    }
    return cheapest;
  }

  private static double cost(Span span) {
    double width = (span.right() - span.left()) / (double) LineStrip.INK_PX;
    return cost(width, span.distance()) + rarity(span);
  }

  /// What it costs to believe in a character.
  ///
  /// @param width of its ink in heights of a line
  /// @param distance as of [GlyphModel.Guess]
  static double cost(double width, double distance) {
    double unlike = distance / USUAL_DISTANCE;
    return (STANDING + (1 - STANDING) * width) * unlike * unlike + EACH;
  }

  /// How many pieces of ink the line was cut into.
  int pieceCount() {
    return pieces.size();
  }

  /// Columns from the start of a piece to the end of another.
  int width(int first, int last) {
    return pieces.get(last)[1] - pieces.get(first)[0];
  }

  /// What neighbouring pieces look like together.
  Optional<GlyphFeatures.Described> described(int first, int last) {
    return GlyphFeatures.of(strip, pieces.get(first)[0], pieces.get(last)[1]);
  }

  /// What it costs to believe in a character of its kind: signs and letters are rare, and parts of
  /// kanji look like them.
  private static double rarity(Span span) {
    GlyphModel.Guess guess = span.guesses.getFirst();
    int c = guess.codePoint();
    if (guess.rarity() > 0) {
      return RARE * guess.rarity();
    }
    return Character.isIdeographic(c)
            || (c >= 0x3041 && c <= 0x30FF)
            || (c >= 0xFF66 && c <= 0xFF9F)
        ? 0
        : Character.isDigit(c) ? 0.03 : Character.isLetter(c) ? 0.2 : 0.3;
  }

  private static double crowded(Span a, Span b, double pitch) {
    double expected = (cell(a) + cell(b)) / 2 * pitch;
    double share = (b.middle() - a.middle()) / expected;
    return share < CROWDED ? CROWDED_COST * (CROWDED - share) / CROWDED : 0;
  }

  /// The width of a character's cell in full-width cells.
  private static double cell(Span span) {
    int c = span.guesses.getFirst().codePoint();
    return c < 0x2000 || (c >= 0xFF61 && c <= 0xFF9F) ? 0.5 : 1;
  }

  private List<Span> walked(Step[][] best, int n) {
    int at = 0;
    for (int i = 1; i < best[n].length; i++) {
      at = best[n][i].cost() < best[n][at].cost() ? i : at;
    }
    List<Span> way = new ArrayList<>();
    int end = n;
    while (end > 0) {
      Step step = best[end][at];
      span(step.from(), end - 1).ifPresent(way::addFirst);
      at = step.before();
      end = step.from();
    }
    return way;
  }

  /// The usual distance of full-width characters that stand side by side; 0 if none do.
  private static double pitch(List<Span> way) {
    List<Double> distances = new ArrayList<>();
    for (int i = 1; i < way.size(); i++) {
      double cells = (cell(way.get(i - 1)) + cell(way.get(i))) / 2;
      distances.add((way.get(i).middle() - way.get(i - 1).middle()) / cells);
    }
    double[] sorted = distances.stream().mapToDouble(Double::doubleValue).toArray();
    Arrays.sort(sorted);
    return sorted.length < 2 ? 0 : sorted[sorted.length / 2];
  }
}
