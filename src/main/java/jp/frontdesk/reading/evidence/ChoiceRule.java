package jp.frontdesk.reading.evidence;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import jp.frontdesk.kernel.Texts;
import jp.frontdesk.reading.glyphs.Alphabet;

/// A field that can hold only few words: the engine and our own reader must agree on one of them,
/// or three readings and none against them.
///
/// @param allowed the characters the words are made of
/// @param wordOf the word a text is, or an empty text when it is none
record ChoiceRule(String allowed, UnaryOperator<String> wordOf) implements FieldRule {
  /// Words of a list, compared in half width without spaces.
  static ChoiceRule of(List<String> words) {
    StringBuilder characters = new StringBuilder();
    words.stream()
        .flatMap(w -> (w + Texts.folded(w)).codePoints().distinct().mapToObj(Character::toString))
        .distinct()
        .forEach(characters::append);
    return new ChoiceRule(
        characters.toString(),
        text ->
            words.stream()
                .filter(w -> Texts.folded(w).equals(Texts.folded(text)))
                .findFirst()
                .orElse(""));
  }

  @Override
  public Verdict read(Passes passes) {
    Pass own = passes.own(Alphabet.of(allowed));
    boolean isHinted = passes.isOneCharacter();
    List<Pass> all =
        new ArrayList<>(List.of(own, isHinted ? passes.fast(allowed) : passes.first()));
    Optional<Verdict> early = agreed(all, 2);
    if (early.isPresent()) {
      return early.orElseThrow();
    }
    all.add(isHinted ? passes.first() : passes.fast(allowed));
    Optional<Verdict> second =
        wordOf.apply(own.text()).isEmpty() ? Optional.empty() : agreed(all, 2);
    if (second.isPresent()) {
      return second.orElseThrow();
    }
    all.add(passes.combined(40));
    Optional<Verdict> third = agreed(all, 3);
    if (third.isPresent()) {
      return third.orElseThrow();
    }
    if (allowed.chars().noneMatch(c -> c >= '0' && c <= '9')) {
      all.add(passes.combinedOnly(36, allowed));
      Optional<Verdict> fourth = agreed(all, 3);
      if (fourth.isPresent()) {
        return fourth.orElseThrow();
      }
    }
    all.add(passes.combined(28));
    return agreed(all, 3).orElseGet(() -> undecided(all));
  }

  private Optional<Verdict> agreed(List<Pass> passes, int needed) {
    Map<String, Integer> votes = votes(passes);
    return votes.size() == 1 && votes.values().iterator().next() >= needed
        ? Optional.of(Verdict.sure(votes.keySet().iterator().next(), 0.97))
        : Optional.empty();
  }

  private Map<String, Integer> votes(List<Pass> passes) {
    Map<String, Integer> votes = new LinkedHashMap<>();
    for (Pass pass : passes) {
      String word = wordOf.apply(pass.text());
      if (!word.isEmpty()) {
        votes.merge(word, 1, Integer::sum);
      }
    }
    return votes;
  }

  private Verdict undecided(List<Pass> passes) {
    Map<String, Integer> votes = votes(passes);
    String best = "";
    for (Map.Entry<String, Integer> vote : votes.entrySet()) {
      best = best.isEmpty() || vote.getValue() > votes.getOrDefault(best, 0) ? vote.getKey() : best;
    }
    if (best.isEmpty()) {
      String raw =
          passes.stream()
              .map(p -> Texts.folded(p.text()))
              .filter(t -> !t.isEmpty())
              .findFirst()
              .orElse("");
      return raw.isEmpty()
          ? Verdict.nothing()
          : Verdict.doubtful(raw, 0.2, Reasons.NOT_IN_LIST, List.of());
    }
    return Verdict.doubtful(
        best,
        votes.size() == 1 ? 0.6 : 0.4,
        votes.size() == 1 ? Reasons.UNCLEAR : Reasons.READINGS_DIFFER,
        List.copyOf(votes.keySet()));
  }
}
