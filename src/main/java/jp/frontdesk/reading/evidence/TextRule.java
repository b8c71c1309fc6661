package jp.frontdesk.reading.evidence;

import java.util.ArrayList;
import java.util.List;
import jp.frontdesk.kernel.Texts;

/// Addresses and other free text: the best-supported reading; sure only where three passes agree.
final class TextRule implements FieldRule {
  private static final double CLEAR = 0.85;

  @Override
  public Verdict read(Passes passes) {
    Pass combined = passes.combined(40);
    String one = text(combined.text());
    String first = text(passes.first().text());
    if (one.equals(first)
        && Math.min(combined.lowest(), passes.first().lowest()) >= CLEAR
        && !one.isEmpty()) {
      return Verdict.sure(one, 0.96);
    }
    Pass larger = passes.combined(48);
    String two = text(larger.text());
    List<String> all = new ArrayList<>(List.of(one, two, first));
    if (one.isEmpty() && two.isEmpty()) {
      return first.isEmpty()
          ? Verdict.nothing()
          : Verdict.doubtful(first, 0.3, Reasons.UNCLEAR, List.of());
    }
    if (one.equals(two) && one.equals(first)) {
      return Verdict.sure(one, 0.96);
    }
    if (one.equals(two)) {
      return Verdict.doubtful(one, 0.8, Reasons.READINGS_DIFFER, all);
    }
    all.add(text(passes.combined(34).text()));
    String voted = LetterVote.of(all);
    return Verdict.doubtful(voted, 0.5, Reasons.READINGS_DIFFER, all);
  }

  private static String text(String text) {
    return Texts.folded(text).replaceAll("^[|!\\[\\]_'`]+|[|!\\[\\]_'`]+$", "");
  }
}
