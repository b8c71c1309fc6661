package jp.frontdesk.reading.evidence;

import java.text.Normalizer;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import jp.frontdesk.kernel.Texts;
import jp.frontdesk.reading.glyphs.Alphabet;
import jp.frontdesk.reading.glyphs.KanaSizes;
import jp.frontdesk.reading.glyphs.ReadGlyph;

/// 振り仮名: characters that only look like katakana are put right; the engine's readings and our own
/// reader decide character by character.
final class KanaRule implements FieldRule {
  private static final String KATAKANA =
      "アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワヲン" + "ガギグゲゴザジズゼゾダヂヅデドバビブベボパピプペポヴァィゥェォッャュョーヮ・";
  private static final String SMALL_GLIDES = "ャュョ";
  private static final String LARGE_GLIDES = "ヤユヨ";
  private static final Pattern MARKS = Pattern.compile("[\\u3099\\u309A]");
  private static final double CLEARLY = 0.8;
  private static final double CLEARLY_HALF = 0.9;
  private static final double FAINTLY = 0.2;
  private static final String LOOK_ALIKES = "一二口力夕卜八工三千へべぺり才―-−‐ー";
  private static final String KANA_FOR = "ーニロカタトハエミチヘベペリオーーーーー";

  @Override
  public Verdict read(Passes passes) {
    String first = katakana(passes.first().text());
    List<ReadGlyph> own = passes.glyphs(Alphabet.KANA);
    if (isHalfWidth(own)) {
      return halfWidth(passes, first);
    }
    if (!own.isEmpty()) {
      CharacterVote.Result early = CharacterVote.of(own, List.of(first), true);
      if (early.isClear()) {
        return Verdict.sure(katakana(early.text()), 0.97);
      }
    }
    String one = katakana(passes.fast(KATAKANA).text());
    String other = katakana(passes.combined(40).text());
    List<String> all = List.of(one, other, first);
    if (!own.isEmpty()) {
      CharacterVote.Result vote = CharacterVote.of(own, List.of(one, other), true);
      String voted = katakana(vote.text());
      boolean isOwn = voted.equals(katakana(passes.own(Alphabet.KANA).text()));
      if (vote.isTrusted() || isSeenByAll(voted, vote, List.of(one, other, first), passes)) {
        return Verdict.sure(voted, 0.97);
      }
      if (isOwn && vote.lowest() >= CLEARLY) {
        return Verdict.doubtful(voted, Graded.by(0.8, vote.lowest()), Reasons.READINGS_DIFFER, all);
      }
      if (vote.isSupported()) {
        return Verdict.doubtful(voted, Graded.by(0.8, vote.lowest()), Reasons.UNCLEAR, all);
      }
    }
    if (!one.isEmpty() && one.equals(other)) {
      return Verdict.doubtful(one, 0.7, Reasons.READINGS_DIFFER, all);
    }
    String third = katakana(passes.combined(30).text());
    if (!one.isEmpty() && one.equals(first)) {
      return Verdict.doubtful(one, 0.7, Reasons.READINGS_DIFFER, List.of(other, third));
    }
    if (!other.isEmpty() && (other.equals(third) || other.equals(first))) {
      return Verdict.doubtful(other, 0.65, Reasons.READINGS_DIFFER, List.of(one, first));
    }
    String best = one.isEmpty() ? other : one;
    return best.isEmpty()
        ? Verdict.nothing()
        : Verdict.doubtful(best, 0.4, Reasons.READINGS_DIFFER, List.of(other, first, third));
  }

  /// Half-width katakana: no engine to be had reads them as they are, but it does when they are
  /// drawn twice as wide, except for the marks of voiced sounds.
  private static Verdict halfWidth(Passes passes, String first) {
    Pass own = passes.own(Alphabet.KANA);
    String read = katakana(own.text());
    String widened = katakana(passes.widened(KATAKANA).text());
    boolean isSeen = unvoiced(read).equals(unvoiced(widened));
    return isSeen && own.lowest() >= CLEARLY_HALF
        ? Verdict.sure(read, 0.97)
        : Verdict.doubtful(
            read,
            Graded.by(isSeen ? 0.72 : 0.6, own.lowest()),
            Reasons.UNCLEAR,
            List.of(widened, first));
  }

  /// What two readings of half-width kana share: no marks of voiced sounds, and no フ that the
  /// engine likes to see behind ノ.
  private static String unvoiced(String kana) {
    return MARKS
        .matcher(Normalizer.normalize(kana, Normalizer.Form.NFD))
        .replaceAll("")
        .replace("ノフ", "ノ");
  }

  /// Whether both engines, with and without a hint, gave the same, and our own reader but for the
  /// size of ャ and ヤ.
  private static boolean isSeenByAll(
      String voted, CharacterVote.Result vote, List<String> all, Passes passes) {
    return vote.isSupported()
        && vote.lowest() >= FAINTLY
        && all.stream().allMatch(voted::equals)
        && large(voted).equals(large(katakana(passes.own(Alphabet.KANA).text())))
        && voted.equals(katakana(passes.combined(30).text()));
  }

  private static String large(String kana) {
    return kana.codePoints()
        .map(KanaSizes::large)
        .mapToObj(Character::toString)
        .collect(Collectors.joining());
  }

  private static boolean isHalfWidth(List<ReadGlyph> own) {
    long half = own.stream().filter(g -> g.codePoint() >= 'ｦ' && g.codePoint() <= 'ﾟ').count();
    return half * 2 > own.size();
  }

  /// Full-width katakana only; hiragana and kanji that look like it are put right, a small ャ that
  /// cannot be spoken where it stands becomes a large one, the rest falls away.
  static String katakana(String text) {
    StringBuilder out = new StringBuilder();
    for (char c : Texts.folded(text).toCharArray()) {
      int at = LOOK_ALIKES.indexOf(c);
      char kana = at >= 0 ? KANA_FOR.charAt(at) : c >= 'ぁ' && c <= 'ゖ' ? (char) (c + 0x60) : c;
      int glide = SMALL_GLIDES.indexOf(kana);
      boolean isSpoken = !out.isEmpty() && KanaSizes.canBeSmall(kana, out.charAt(out.length() - 1));
      if (KATAKANA.indexOf(kana) >= 0) {
        out.append(glide >= 0 && !isSpoken ? LARGE_GLIDES.charAt(glide) : kana);
      }
    }
    return out.toString();
  }
}
