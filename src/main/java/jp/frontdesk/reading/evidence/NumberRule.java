package jp.frontdesk.reading.evidence;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import jp.frontdesk.kernel.Texts;
import jp.frontdesk.reading.glyphs.Alphabet;

/// Numbers: two models and our own reader must agree, or most of five readings; where a check digit
/// exists, it must fit too.
///
/// @param shortest fewest digits
/// @param longest most digits
/// @param check whether the digits fit their check digit; always true where there is none
/// @param isChecked whether there is a check digit
record NumberRule(int shortest, int longest, Predicate<String> check, boolean isChecked)
    implements FieldRule {
  private static final double CLEAR = 0.85;
  private static final int MOST_MENDED = 4096;
  private static final String DIGITS = "0123456789";
  private static final Alphabet OWN = Alphabet.of("0123456789-");
  private static final String DIGITS_AND_HYPHEN = "0123456789-";

  @Override
  public Verdict read(Passes passes) {
    Pass own = passes.own(OWN);
    boolean isClear = isChecked || own.lowest() >= CLEAR;
    List<String> read = new ArrayList<>(List.of(digits(own), digits(passes.first())));
    if (isChecked && isOne(read)) {
      return Verdict.sure(read.getFirst(), 0.99);
    }
    read.add(digits(passes.english(DIGITS)));
    if (isClear && isOne(read)) {
      return Verdict.sure(read.getFirst(), 0.99);
    }
    read.add(digits(passes.fast(isChecked ? DIGITS : DIGITS_AND_HYPHEN)));
    if (isClear && isOne(List.of(read.get(0), read.get(2), read.get(3)))) {
      return Verdict.sure(read.getFirst(), 0.99);
    }
    read.add(digits(passes.combined(40)));
    return vote(read);
  }

  /// Whether all readings are the same number, and it can be one.
  private boolean isOne(List<String> read) {
    return read.stream().distinct().count() == 1 && fits(read.getFirst());
  }

  /// @param read our own reading, the engine's first, and others
  private Verdict vote(List<String> read) {
    Map<String, Integer> votes = new LinkedHashMap<>();
    read.stream().filter(r -> !r.isEmpty()).forEach(r -> votes.merge(r, 1, Integer::sum));
    if (votes.isEmpty()) {
      return Verdict.nothing();
    }
    String best = "";
    int bestScore = -1;
    for (Map.Entry<String, Integer> vote : votes.entrySet()) {
      int score =
          vote.getValue() + (fits(vote.getKey()) ? 10 : 0) + (hasLength(vote.getKey()) ? 4 : 0);
      if (score > bestScore) {
        bestScore = score;
        best = vote.getKey();
      }
    }
    List<String> others = List.copyOf(votes.keySet());
    Optional<String> mended = isChecked && !fits(best) ? mended(others) : Optional.empty();
    if (mended.isPresent()) {
      return Verdict.doubtful(mended.orElseThrow(), 0.6, Reasons.READINGS_DIFFER, others);
    }
    if (best.length() * 2 < shortest && read.get(1).isEmpty()) {
      return Verdict.nothing();
    }
    if (!hasLength(best)) {
      return Verdict.doubtful(best, 0.2, Reasons.DIGIT_COUNT, others);
    }
    if (!fits(best)) {
      return Verdict.doubtful(best, 0.4, Reasons.CHECK_DIGIT, others);
    }
    int needed = isChecked ? 2 : 4;
    return votes.getOrDefault(best, 0) >= needed
        ? Verdict.sure(best, 0.97)
        : Verdict.doubtful(best, 0.6, Reasons.READINGS_DIFFER, others);
  }

  /// The number whose check digit fits and whose every digit was read by some pass at its place.
  private Optional<String> mended(List<String> read) {
    List<String> whole = read.stream().filter(this::hasLength).toList();
    List<String> numbers = new ArrayList<>(List.of(""));
    for (int i = 0; i < longest && !whole.isEmpty(); i++) {
      int at = i;
      List<Character> digits = whole.stream().map(w -> w.charAt(at)).distinct().toList();
      numbers =
          numbers.stream()
              .flatMap(n -> digits.stream().map(d -> n + d))
              .limit(MOST_MENDED)
              .toList();
    }
    List<String> fitting = numbers.stream().filter(this::fits).toList();
    return fitting.size() == 1 ? Optional.of(fitting.getFirst()) : Optional.empty();
  }

  private boolean hasLength(String digits) {
    return digits.length() >= shortest && digits.length() <= longest;
  }

  private boolean fits(String digits) {
    return hasLength(digits) && check.test(digits);
  }

  private static String digits(Pass pass) {
    return Texts.digitsOf(pass.text()).replaceAll("[^0-9]", "");
  }
}
