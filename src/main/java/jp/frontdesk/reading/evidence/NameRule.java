package jp.frontdesk.reading.evidence;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import jp.frontdesk.kernel.GlyphVariants;
import jp.frontdesk.kernel.Texts;
import jp.frontdesk.reading.glyphs.Alphabet;
import jp.frontdesk.reading.glyphs.ReadGlyph;

/// Names: the engine and our own reader decide character by character. Sure only where both see the
/// same, and where a character has look-alikes only if our own reader tells them clearly apart: the
/// engine cannot write most of them.
final class NameRule implements FieldRule {
  private static final Pattern LATIN = Pattern.compile("[A-Z][A-Z.'\\-]{2,}");
  private static final String LATIN_ALLOWED = "ABCDEFGHIJKLMNOPQRSTUVWXYZ-'.";
  private static final Pattern NOT_OF_NAMES = Pattern.compile("[0-9|_\\[\\]「」。、:;!?/\\\\<>*=+]");
  private static final Pattern LIKE_HYPHEN =
      Pattern.compile("(?<=[A-Za-z])[一ー―‐‑‒–—−_](?=[A-Za-z])");
  private static final Pattern KANA = Pattern.compile("[ぁ-ゖァ-ヺ]");
  private static final String LIKE_KANJI = "エニロカタハードトチミヌ";
  private static final String KANJI = "工二口力夕八一下下千三又";
  private static final String UNUSUAL = "干于孑孒曰動卜";
  private static final String USUAL = "千千子子日勳下";
  private static final double CLEARLY = 0.97;
  private static final double BEYOND_DOUBT = 0.999;

  @Override
  public Verdict read(Passes passes) {
    Verdict read = byVote(passes);
    String other = withKanji(read.value());
    if (other.equals(read.value())) {
      return read;
    }
    List<String> candidates = new ArrayList<>(List.of(read.value()));
    candidates.addAll(read.candidates());
    return Verdict.doubtful(other, Math.min(0.68, read.confidence()), Reasons.VARIANT, candidates);
  }

  private static Verdict byVote(Passes passes) {
    String first = name(passes.first().text());
    if (LATIN.matcher(first).matches()) {
      return latin(passes, first);
    }
    List<ReadGlyph> own = passes.glyphs(Alphabet.NAME);
    if (!own.isEmpty()) {
      CharacterVote.Result early = CharacterVote.of(own, List.of(first), true);
      if (early.isClear() && early.variants() >= CLEARLY && early.unknown() >= 1) {
        return Verdict.sure(name(early.text()), 0.97);
      }
    }
    String engine = name(passes.combined(40).text());
    if (own.isEmpty()) {
      return byEngine(passes, engine, first);
    }
    CharacterVote.Result vote = CharacterVote.of(own, List.of(engine, first), true);
    String value = name(vote.text());
    if (value.isEmpty()) {
      return Verdict.nothing();
    }
    List<String> candidates = new ArrayList<>(List.of(engine, first));
    candidates.addAll(GlyphVariants.candidatesFor(value));
    if (!vote.isSupported()) {
      boolean hasOtherLength = engine.equals(first) && engine.length() != value.length();
      candidates.add(value);
      return Verdict.doubtful(
          hasOtherLength && !engine.isEmpty() ? engine : value,
          vote.isWhole() ? Graded.by(0.51, vote.lowest()) : 0.5,
          Reasons.READINGS_DIFFER,
          candidates);
    }
    double form = Math.min(vote.variants(), vote.unknown());
    if (form < (vote.unknown() < 1 ? BEYOND_DOUBT : CLEARLY)) {
      double stated = vote.isTrusted() ? Graded.by(0.7, form) : 0.69;
      return Verdict.doubtful(value, stated, Reasons.VARIANT, candidates);
    }
    return vote.isTrusted()
        ? Verdict.sure(value, vote.unknown() < 1 ? 0.96 : 0.97)
        : Verdict.doubtful(value, Graded.by(0.8, vote.lowest()), Reasons.UNCLEAR, candidates);
  }

  /// Where the name is only a part of the line, the engine is alone.
  private static Verdict byEngine(Passes passes, String engine, String first) {
    String larger = name(passes.combined(48).text());
    String best = engine.equals(larger) || engine.equals(first) ? engine : larger;
    if (best.isEmpty()) {
      return first.isEmpty()
          ? Verdict.nothing()
          : Verdict.doubtful(first, 0.3, Reasons.UNCLEAR, List.of());
    }
    List<String> candidates = new ArrayList<>(GlyphVariants.candidatesFor(best));
    candidates.addAll(List.of(engine, larger, first));
    if (GlyphVariants.isDoubtful(best)) {
      return Verdict.doubtful(best, 0.6, Reasons.VARIANT, candidates);
    }
    return engine.equals(larger) && engine.equals(first)
        ? Verdict.sure(best, 0.95)
        : Verdict.doubtful(best, 0.5, Reasons.READINGS_DIFFER, candidates);
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

  /// Without what no name has; what looks like a hyphen between letters is one, JEAN-LUC.
  private static String name(String text) {
    String hyphened = LIKE_HYPHEN.matcher(Texts.folded(text)).replaceAll("-");
    return NOT_OF_NAMES.matcher(hyphened).replaceAll("");
  }

  /// A single katakana before, between or behind kanji is most likely the kanji it looks like, 工藤,
  /// 木下, and no name begins with a long vowel; but names like 静エ are real, too; and a kanji that
  /// names hardly have is most likely the one that it looks like, 千鶴 and not 干鶴, but 卜部 begins so.
  private static String withKanji(String name) {
    StringBuilder out = new StringBuilder(name);
    for (int i = 0; i < name.length(); i++) {
      int usual = UNUSUAL.indexOf(name.charAt(i));
      if (usual >= 0 && (i > 0 || name.charAt(i) != '卜')) {
        out.setCharAt(i, USUAL.charAt(usual));
      }
      int at = LIKE_KANJI.indexOf(name.charAt(i));
      boolean isLong = name.charAt(i) == 'ー';
      boolean isBeforeKanji =
          i + 1 < name.length() && Character.isIdeographic(name.codePointAt(i + 1));
      boolean isAlone =
          (i > 0 || isLong || isBeforeKanji)
              && !isKana(name, i - 1)
              && (isLong || !isKana(name, i + 1));
      if (at >= 0 && isAlone) {
        out.setCharAt(i, KANJI.charAt(at));
      }
    }
    return out.toString();
  }

  private static boolean isKana(String name, int at) {
    return at >= 0 && at < name.length() && KANA.matcher(name.substring(at, at + 1)).matches();
  }
}
