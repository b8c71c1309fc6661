package jp.frontdesk.reading.evidence;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import jp.frontdesk.kernel.Texts;
import jp.frontdesk.reading.glyphs.Alphabet;
import jp.frontdesk.reading.glyphs.ReadGlyph;

/// Addresses and other free text: the engine's two models and our own reader decide character by
/// character, and the places of the country have a say in what it begins with; sure only where both
/// sides see the same.
final class TextRule implements FieldRule {
  private static final Pattern CHOME = Pattern.compile("(?<=[0-9一二三四五六七八九十])丁[日H](?=[0-9])");

  @Override
  public Verdict read(Passes passes) {
    String first = text(passes.first().text());
    List<ReadGlyph> own = passes.glyphs(Alphabet.ADDRESS);
    if (!own.isEmpty()) {
      CharacterVote.Result early = placed(CharacterVote.of(own, List.of(first), false));
      if (early.isClear()) {
        return Verdict.sure(text(early.text()), 0.97);
      }
    }
    String engine = text(passes.combined(40).text());
    if (own.isEmpty()) {
      return byEngine(passes, engine, first);
    }
    CharacterVote.Result read = CharacterVote.of(own, List.of(engine, first), false);
    CharacterVote.Result vote = placed(read);
    String value = text(vote.text());
    if (vote.isTrusted() && !value.isEmpty()) {
      return Verdict.sure(value, 0.97);
    }
    List<String> all = new ArrayList<>(List.of(engine, first, value));
    if (engine.isEmpty()) {
      return first.isEmpty()
          ? Verdict.nothing()
          : Verdict.doubtful(first, 0.3, Reasons.UNCLEAR, all);
    }
    if (vote.isSupported()) {
      return Verdict.doubtful(value, Graded.by(0.8, vote.lowest()), Reasons.UNCLEAR, all);
    }
    if (vote.isWhole() && !vote.text().equals(read.text())) {
      return Verdict.doubtful(value, Graded.by(0.6, vote.lowest()), Reasons.READINGS_DIFFER, all);
    }
    all.removeFirst();
    all.addFirst(text(passes.combined(48).text()));
    all.addFirst(engine);
    return Verdict.doubtful(LetterVote.of(all), 0.5, Reasons.READINGS_DIFFER, all);
  }

  /// With what the places of the country say.
  private static CharacterVote.Result placed(CharacterVote.Result vote) {
    return vote.beginning(Places.known().beginning(vote));
  }

  /// Where the value is only a part of the line, the engine is alone.
  private static Verdict byEngine(Passes passes, String engine, String first) {
    String larger = text(passes.combined(48).text());
    List<String> all = new ArrayList<>(List.of(engine, larger, first));
    if (engine.isEmpty() && larger.isEmpty()) {
      return first.isEmpty()
          ? Verdict.nothing()
          : Verdict.doubtful(first, 0.3, Reasons.UNCLEAR, List.of());
    }
    if (engine.equals(larger) && engine.equals(first)) {
      return Verdict.sure(engine, 0.96);
    }
    return engine.equals(larger)
        ? Verdict.doubtful(engine, 0.8, Reasons.READINGS_DIFFER, all)
        : Verdict.doubtful(LetterVote.of(all), 0.5, Reasons.READINGS_DIFFER, all);
  }

  /// Without rules beside it that were taken for print; no address has 丁日 between its numbers.
  private static String text(String text) {
    String bare = Texts.folded(text).replaceAll("^[|!\\[\\]_'`]+|[|!\\[\\]_'`]+$", "");
    return CHOME.matcher(bare).replaceAll("丁目");
  }
}
