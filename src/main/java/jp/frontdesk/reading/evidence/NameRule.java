package jp.frontdesk.reading.evidence;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import jp.frontdesk.kernel.GlyphVariants;
import jp.frontdesk.kernel.Texts;

/// Names: all passes must agree, and no character may belong to a family of look-alikes, because
/// engines agree on the wrong one there.
final class NameRule implements FieldRule {
  private static final Pattern LATIN = Pattern.compile("[A-Z][A-Z.'\\-]{2,}");
  private static final String LATIN_ALLOWED = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
  private static final double CLEAR = 0.9;
  private static final Pattern NOT_OF_NAMES = Pattern.compile("[0-9|_\\[\\]「」。、:;!?/\\\\<>*=+]");

  @Override
  public Verdict read(Passes passes) {
    String first = name(passes.first().text());
    if (LATIN.matcher(first).matches()) {
      return latin(passes, first);
    }
    Pass combined = passes.combined(40);
    String early = name(combined.text());
    boolean isClear = Math.min(combined.lowest(), passes.first().lowest()) >= CLEAR;
    if (isClear && early.equals(first) && !GlyphVariants.isDoubtful(early)) {
      return Verdict.sure(early, 0.96);
    }
    Pass larger = passes.combined(48);
    String one = name(combined.text());
    String two = name(larger.text());
    List<String> all = List.of(one, two, first);
    String best = best(all);
    if (best.isEmpty()) {
      return Verdict.nothing();
    }
    if (GlyphVariants.isDoubtful(best)) {
      List<String> candidates = new ArrayList<>(GlyphVariants.candidatesFor(best));
      candidates.addAll(all);
      return Verdict.doubtful(best, 0.6, Reasons.VARIANT, candidates);
    }
    boolean areClear = Math.min(combined.lowest(), larger.lowest()) >= 0.8;
    if (one.equals(two) && one.equals(first) && areClear) {
      return Verdict.sure(best, 0.95);
    }
    return Verdict.doubtful(
        best,
        one.equals(two) ? 0.75 : 0.5,
        one.equals(two) && one.equals(first) ? Reasons.UNCLEAR : Reasons.READINGS_DIFFER,
        all);
  }

  private static Verdict latin(Passes passes, String first) {
    String english = name(passes.english(LATIN_ALLOWED).text());
    if (english.equals(first)) {
      return Verdict.sure(english, 0.97);
    }
    String combined = name(passes.combined(40).text());
    String best = english.equals(combined) ? english : first.equals(combined) ? first : english;
    return best.isEmpty()
        ? Verdict.nothing()
        : english.equals(combined)
            ? Verdict.sure(best, 0.93)
            : Verdict.doubtful(best, 0.6, Reasons.READINGS_DIFFER, List.of(first, combined));
  }

  private static String best(List<String> all) {
    for (String one : all) {
      if (!one.isEmpty() && all.stream().filter(one::equals).count() >= 2) {
        return one;
      }
    }
    return all.stream().filter(t -> !t.isEmpty()).findFirst().orElse("");
  }

  private static String name(String text) {
    return NOT_OF_NAMES.matcher(Texts.folded(text)).replaceAll("");
  }
}
