package jp.frontdesk.reading.evidence;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.frontdesk.kernel.GlyphVariants;
import jp.frontdesk.kernel.Texts;
import jp.frontdesk.reading.glyphs.GlyphModel;
import jp.frontdesk.reading.glyphs.GlyphReader;
import jp.frontdesk.reading.glyphs.KanaSizes;
import jp.frontdesk.reading.glyphs.ReadGlyph;

/// Decides character by character between our own reader, which knows rare forms and says how sure
/// it is, and the engine's readings, which know which characters usually stand together. An engine
/// that writes the plain form of a family speaks for all its forms: it can write no other.
final class CharacterVote {
  private static final double DISAGREES = 2.4;
  private static final double MISSING = 1.2;
  private static final double LEAST = 1e-4;
  private static final double SEEN = 0.02;
  private static final double VAGUE = 0.85;
  private static final double CLEAR = 0.97;
  private static final double BEYOND_DOUBT = 0.999;
  private static final double LEAST_TOGETHER = 0.4;
  private static final double LEAST_APART = 0.85;
  private static final double CLEARLY_TOGETHER = 0.9;

  /// One character that came out.
  ///
  /// @param codePoint the one with the most support
  /// @param probability our own reader's
  /// @param isSupported whether the engine read it too, up to look-alikes; one that the engine
  ///   cannot write needs no support where its readings differ
  /// @param isUnanimous whether all readings gave it, our own included
  /// @param votes what each reading of the engine gave there, 0 for nothing
  /// @param guesses what we could have read there
  record Letter(
      int codePoint,
      double probability,
      boolean isSupported,
      boolean isUnanimous,
      List<Integer> votes,
      List<Integer> guesses) {
    Letter {
      votes = List.copyOf(votes);
      guesses = List.copyOf(guesses);
    }

    /// Never shows the character: it is personal.
    @Override
    public String toString() {
      return "Letter";
    }

    /// The same where it is known from elsewhere what stands there: sure if it came out, or if
    /// several readings of the engine and none other gave it; else taken, but not sure.
    Letter known(int other) {
      boolean isBacked =
          Places.isSame(codePoint, other)
              || (votes.size() > 1 && votes.stream().allMatch(v -> Places.isSame(v, other)));
      return isBacked
          ? new Letter(
              Places.isSame(codePoint, other) ? codePoint : other, 1, true, true, votes, guesses)
          : new Letter(other, probability, false, false, votes, guesses);
    }
  }

  /// What came out.
  ///
  /// @param letters from the first to the last
  /// @param isWhole whether the engine read as many as we did
  record Result(List<Letter> letters, boolean isWhole) implements Places.Line {
    Result {
      letters = List.copyOf(letters);
    }

    /// Never shows the text: it is personal.
    @Override
    public String toString() {
      return "Result[" + letters.size() + " characters]";
    }

    @Override
    public int length() {
      return letters.size();
    }

    @Override
    public boolean couldBe(int at, int codePoint) {
      Letter letter = letters.get(at);
      return Places.isSame(letter.codePoint(), codePoint)
          || Stream.concat(letter.votes().stream(), letter.guesses().stream())
              .anyMatch(s -> Places.isSame(s, codePoint));
    }

    String text() {
      return letters.stream()
          .map(l -> Character.toString(l.codePoint()))
          .collect(Collectors.joining());
    }

    /// Our own reader's probability of the least likely character.
    double lowest() {
      return letters.stream().mapToDouble(Letter::probability).min().orElse(1);
    }

    /// The same, of those only that have look-alikes; 1 if there are none, 0 if our own reader does
    /// not know one of these.
    double variants() {
      return letters.stream()
          .filter(l -> GlyphVariants.isDoubtful(Character.toString(l.codePoint())))
          .mapToDouble(l -> knowsForms(l.codePoint()) ? l.probability() : 0)
          .min()
          .orElse(1);
    }

    /// Whether each character was also read by the engine, and nothing more.
    boolean isSupported() {
      return isWhole && letters.stream().allMatch(Letter::isSupported);
    }

    boolean isUnanimous() {
      return letters.stream().allMatch(Letter::isUnanimous);
    }

    /// The same where it is known from elsewhere how the text begins.
    Result beginning(String known) {
      List<Letter> all = new ArrayList<>(letters);
      for (int i = 0; i < known.length(); i++) {
        all.set(i, all.get(i).known(known.charAt(i)));
      }
      return new Result(all, isWhole);
    }

    /// Our own reader's probability of the least likely character that the engine cannot write and
    /// that is no known form of another; 1 if there is none.
    double unknown() {
      return letters.stream()
          .filter(l -> !EngineKanji.canWrite(l.codePoint()))
          .filter(l -> GlyphVariants.familyOf(l.codePoint()).isEmpty())
          .mapToDouble(Letter::probability)
          .min()
          .orElse(1);
    }

    /// Whether a person need not look, forms of names left aside.
    boolean isTrusted() {
      return isSupported() && lowest() >= (isUnanimous() ? LEAST_TOGETHER : LEAST_APART);
    }

    /// Whether one reading of the engine was enough, and no second one has to be made.
    boolean isClear() {
      return isUnanimous() && isSupported() && lowest() >= CLEARLY_TOGETHER;
    }
  }

  private CharacterVote() {}

  /// Votes.
  ///
  /// @param read our own reading, at least one character
  /// @param others the engine's readings, folded; empty ones do not vote
  /// @param keepsForms whether rare forms are to be expected, as in names; places are written
  ///   plainly
  static Result of(List<ReadGlyph> read, List<String> others, boolean keepsForms) {
    List<ReadGlyph> own = keepsForms ? read : LikeDigits.told(read);
    int[] base = own.stream().mapToInt(ReadGlyph::codePoint).toArray();
    List<int[]> votes = new ArrayList<>();
    boolean hasWhole = false;
    for (String other : others) {
      if (!other.isEmpty()) {
        int[] letters = (keepsForms ? other : LikeDigits.told(other)).codePoints().toArray();
        votes.add(aligned(base, letters));
        hasWhole |= letters.length == base.length;
      }
    }
    int[] ends = ends(own, votes);
    List<Letter> letters = new ArrayList<>();
    for (int i = ends[0]; i < ends[1]; i++) {
      int at = i;
      letters.add(letter(own.get(i), votes.stream().map(v -> v[at]).toList(), keepsForms));
    }
    return new Result(letters, hasWhole && ends[0] == 0 && ends[1] == base.length);
  }

  private static Letter letter(ReadGlyph own, List<Integer> votes, boolean keepsForms) {
    int best = best(own, votes, keepsForms);
    boolean isSaidByAll =
        Character.isIdeographic(best)
            && !votes.isEmpty()
            && votes.stream().allMatch(v -> v == best);
    double probability =
        own.probabilityOf(
            c -> isIn(c, best, keepsForms) || (isSaidByAll && LookAlikes.areSame(c, best)));
    long agreed = votes.stream().filter(v -> isAlike(v, best)).count();
    List<Integer> guesses =
        own.guesses().stream()
            .map(GlyphModel.Guess::codePoint)
            .filter(c -> own.probabilityOf(g -> g == c) >= SEEN)
            .toList();
    return new Letter(
        best,
        probability,
        agreed > 0 || isBeyondEngine(best, probability, votes),
        agreed == votes.size() && isOwn(own, best, keepsForms),
        votes,
        guesses);
  }

  private static boolean isOwn(ReadGlyph own, int best, boolean keepsForms) {
    return keepsForms
        ? isAlike(own.codePoint(), best)
        : isAlike(KanaSizes.large(own.codePoint()), KanaSizes.large(best));
  }

  /// A clear character that the engine cannot write; a very clear one where its readings agree.
  private static boolean isBeyondEngine(int c, double probability, List<Integer> votes) {
    boolean isAgreed = votes.stream().distinct().count() < votes.size();
    return probability >= (isAgreed ? BEYOND_DOUBT : CLEAR) && !EngineKanji.canWrite(c);
  }

  /// Where what any engine saw begins and ends: what stands beyond, such as the frame of a seal, is
  /// no part of the value.
  private static int[] ends(List<ReadGlyph> own, List<int[]> votes) {
    int from = 0;
    int to = own.size();
    while (from < to && isUnseen(own, votes, from)) {
      from++;
    }
    while (to > from && isUnseen(own, votes, to - 1)) {
      to--;
    }
    return from == to ? new int[] {0, own.size()} : new int[] {from, to};
  }

  private static boolean isUnseen(List<ReadGlyph> own, List<int[]> votes, int at) {
    long missing = votes.stream().filter(v -> v[at] == 0).count();
    return missing > 0 && (missing == votes.size() || own.get(at).probability() < VAGUE);
  }

  private static int best(ReadGlyph own, List<Integer> votes, boolean keepsForms) {
    int best = own.codePoint();
    double most = score(own, best, votes, keepsForms);
    List<Integer> candidates = new ArrayList<>();
    own.guesses().stream().map(GlyphModel.Guess::codePoint).forEach(candidates::add);
    votes.stream().filter(v -> v != 0).forEach(candidates::add);
    for (int candidate : candidates) {
      double score = score(own, candidate, votes, keepsForms);
      if (score > most) {
        most = score;
        best = candidate;
      }
    }
    return best;
  }

  private static double score(
      ReadGlyph own, int candidate, List<Integer> votes, boolean keepsForms) {
    double score = Math.log(Math.max(LEAST, probability(own, candidate, keepsForms)));
    for (int vote : votes) {
      boolean agrees =
          keepsForms ? isAlike(vote, candidate) : Texts.folded(vote) == Texts.folded(candidate);
      score -= vote == 0 ? MISSING : agrees ? 0 : DISAGREES;
    }
    return score;
  }

  /// Our own reader's probability of a character in either width and, where forms do not matter, in
  /// any form and size.
  private static double probability(ReadGlyph own, int candidate, boolean keepsForms) {
    return own.probabilityOf(c -> isIn(c, candidate, keepsForms));
  }

  private static boolean isIn(int c, int candidate, boolean keepsForms) {
    return keepsForms
        ? Texts.folded(c) == Texts.folded(candidate)
        : isAlike(KanaSizes.large(c), KanaSizes.large(candidate));
  }

  /// Whether our own reader knows all forms of a character, compatibility ideographs left aside:
  /// those look the same.
  private static boolean knowsForms(int codePoint) {
    return GlyphVariants.familyOf(codePoint).orElse(List.of()).stream()
        .map(form -> form.codePointAt(0))
        .filter(form -> Character.isIdeographic(form) && !Texts.isCompatibilityIdeograph(form))
        .allMatch(GlyphReader::knows);
  }

  /// Whether two characters are the same, or forms of one.
  static boolean isAlike(int a, int b) {
    return a == b
        || Texts.folded(a) == Texts.folded(b)
        || GlyphVariants.familyOf(a).filter(f -> f.contains(Character.toString(b))).isPresent();
  }

  /// For each character of the base the one the other has there, 0 for none.
  private static int[] aligned(int[] base, int[] other) {
    int[][] cost = new int[base.length + 1][other.length + 1];
    for (int i = 0; i <= base.length; i++) {
      for (int j = 0; j <= other.length; j++) {
        if (i == 0 || j == 0) {
          cost[i][j] = 2 * (i + j);
        } else {
          int change = cost[i - 1][j - 1] + (isAlike(base[i - 1], other[j - 1]) ? 0 : 3);
          cost[i][j] = Math.min(change, 2 + Math.min(cost[i - 1][j], cost[i][j - 1]));
        }
      }
    }
    int[] aligned = new int[base.length];
    int i = base.length;
    int j = other.length;
    while (i > 0 && j > 0) {
      int change = cost[i - 1][j - 1] + (isAlike(base[i - 1], other[j - 1]) ? 0 : 3);
      if (cost[i][j] == change) {
        aligned[--i] = other[--j];
      } else if (cost[i][j] == cost[i][j - 1] + 2) {
        j--;
      } else {
        i--;
      }
    }
    return aligned;
  }
}
