package jp.frontdesk.reading.evidence;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import jp.frontdesk.kernel.Texts;
import jp.frontdesk.reading.glyphs.Alphabet;

/// 在留カード番号, 特別永住者証明書番号: two letters, eight digits, two letters; look-alikes are put right by their
/// place.
final class CardNumberRule implements FieldRule {
  private static final String ALLOWED = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";
  private static final Pattern CARD = Pattern.compile("[A-Z]{2}[0-9]{8}[A-Z]{2}");
  private static final String AS_DIGITS = "OQDIZSBGTL";
  private static final String DIGITS_FOR = "0001258671";
  private static final String AS_LETTERS = "0125867";
  private static final String LETTERS_FOR = "OIZSBGT";

  @Override
  public Verdict read(Passes passes) {
    String english = placed(passes.english(ALLOWED).text());
    String fast = placed(passes.fast(ALLOWED).text());
    boolean isCard = CARD.matcher(english).matches();
    String own = placed(passes.own(Alphabet.of(ALLOWED)).text());
    if (isCard && english.equals(fast) && english.equals(own)) {
      return Verdict.sure(english, 0.98);
    }
    String first = placed(passes.first().text());
    String combined = placed(passes.combined(40).text());
    List<String> all = List.of(english, fast, own, first, combined);
    for (String one : all) {
      long votes = all.stream().filter(one::equals).count();
      if (CARD.matcher(one).matches() && votes >= 2) {
        return votes >= 3
            ? Verdict.sure(one, 0.95)
            : Verdict.doubtful(one, 0.7, Reasons.READINGS_DIFFER, all);
      }
    }
    String best = isCard || english.length() == 12 ? english : fast;
    return best.isEmpty()
        ? Verdict.nothing()
        : Verdict.doubtful(best, 0.4, Reasons.READINGS_DIFFER, all);
  }

  /// Twelve characters: letters where letters stand, digits where digits stand.
  private static String placed(String text) {
    String bare = Texts.folded(text).toUpperCase(Locale.ROOT).replaceAll("[^0-9A-Z]", "");
    if (bare.length() != 12) {
      return bare;
    }
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < 12; i++) {
      boolean isDigitPlace = i >= 2 && i < 10;
      out.append(
          isDigitPlace
              ? swapped(bare.charAt(i), AS_DIGITS, DIGITS_FOR)
              : swapped(bare.charAt(i), AS_LETTERS, LETTERS_FOR));
    }
    return out.toString();
  }

  private static char swapped(char c, String from, String to) {
    int at = from.indexOf(c);
    return at < 0 ? c : to.charAt(at);
  }
}
