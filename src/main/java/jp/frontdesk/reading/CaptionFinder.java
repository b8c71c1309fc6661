package jp.frontdesk.reading;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.regex.Pattern;

/// Finds captions in a row of print without ruling: words of the label list that begin where
/// something new begins and end at a colon, a bracket or a gap, e.g. 1. 氏　名：見本太郎　生年月日：昭和…
final class CaptionFinder {
  private static final String LEFT_OUT = "・･、,.:()[]「」|_-－ー—【】〔〕<>《》■□●○◆◇◎*…‥";
  private static final String NEW_BEGINNING = "、,.:()[]「」|【】〔〕<>《》■□●○◆◇◎*…‥";
  private static final String OPENING = "([「【〔<《";
  private static final String CLOSING = ")]」】〕>》";
  private static final Pattern LEADER = Pattern.compile("[.…‥・･]{2}|…");
  private static final int LONGEST_REMARK = 8;
  private static final int WORD_WITHOUT_COLON = 4;
  private static final int LONG_WORD = 6;

  private final LabelBook labels;

  /// A caption in a row.
  ///
  /// @param label what it names
  /// @param from its first character
  /// @param to the first character after it and what divides it from its value
  /// @param isFirm whether a colon or a bracket divides it from its value, not a gap alone
  /// @param isBracketed whether a bracket opens before it that closes after its value
  record Caption(Label label, int from, int to, boolean isFirm, boolean isBracketed) {}

  CaptionFinder(LabelBook labels) {
    this.labels = labels;
  }

  /// The captions from left to right.
  ///
  /// @param text the row in half width without white space
  /// @param beginnings where in it a wide gap ends
  /// @param isAfterGap whether a small gap ends at a character
  /// @param before the caption before this row, for words that only mean something after another
  List<Caption> in(
      String text, BitSet beginnings, IntPredicate isAfterGap, Optional<Label> before) {
    Row row = new Row(text, beginnings, isAfterGap);
    List<Caption> found = new ArrayList<>();
    Optional<Label> last = before;
    int at = 0;
    while (at < row.bare.length()) {
      Optional<Caption> caption = captionAt(row, at, last);
      if (caption.isPresent()) {
        found.add(caption.orElseThrow());
        last = caption.map(Caption::label);
        int end = caption.orElseThrow().to();
        while (at < row.bare.length() && row.index[at] < end) {
          at++;
        }
      } else {
        at++;
      }
    }
    return found;
  }

  private Optional<Caption> captionAt(Row row, int at, Optional<Label> last) {
    boolean isBeginning = row.isBeginning(at);
    boolean isAfterBullet = !isBeginning && at > 0 && row.isGap(at - 1);
    if (!isBeginning && !isAfterBullet) {
      return Optional.empty();
    }
    return labels.wordsAt(row.bare.toString(), at, last).stream()
        .filter(w -> row.endsWell(at, w.length(), isAfterBullet || row.needsColon(at, w)))
        .filter(w -> !row.endsInOffer(at + w.length()))
        .filter(w -> !isAfterBullet || w.distance() == 0)
        .filter(w -> w.distance() == 0 || row.isRunOrSpread(at, w))
        .max(Comparator.comparingInt(w -> w.length() - 2 * w.distance()))
        .map(w -> row.caption(w.label(), at, at + w.length()));
  }

  /// A row with the characters that make no difference between words left out.
  private static final class Row {
    private final String text;
    private final BitSet beginnings;
    private final IntPredicate isAfterGap;
    private final StringBuilder bare = new StringBuilder();
    private final int[] index;

    Row(String text, BitSet beginnings, IntPredicate isAfterGap) {
      this.text = text;
      this.beginnings = beginnings;
      this.isAfterGap = isAfterGap;
      int[] places = new int[text.length() + 1];
      for (int i = 0; i < text.length(); i++) {
        if (LEFT_OUT.indexOf(text.charAt(i)) < 0) {
          places[bare.length()] = i;
          bare.append(Character.toUpperCase(text.charAt(i)));
        }
      }
      places[bare.length()] = text.length();
      index = places;
    }

    /// What was left out before a character.
    private String between(int at) {
      return text.substring(at == 0 ? 0 : index[at - 1] + 1, index[at]);
    }

    boolean isGap(int at) {
      int gap = beginnings.nextSetBit(at == 0 ? 0 : index[at - 1] + 1);
      return at == 0 || (gap >= 0 && gap <= index[at]);
    }

    boolean isBeginning(int at) {
      return isGap(at)
          || between(at).chars().anyMatch(c -> NEW_BEGINNING.indexOf(c) >= 0)
          || bare.charAt(at - 1) == '/';
    }

    /// Whether a word stands in one run, or each of its characters in one of its own.
    boolean isRunOrSpread(int from, LabelBook.Word word) {
      int gaps = 0;
      for (int at = from + 1; at < from + word.length(); at++) {
        gaps += isGap(at) ? 1 : 0;
      }
      return gaps == 0 || (gaps == word.length() - 1 && word.startsAsPrinted());
    }

    /// Whether a word that was not read as it is printed is too short to be known by itself.
    boolean needsColon(int from, LabelBook.Word word) {
      return word.distance() > 0 && (word.length() < LONG_WORD || isGap(from + 1));
    }

    /// Whether the last characters are a choice, e.g. 有・無 behind 国保: its words stand apart.
    boolean endsInOffer(int to) {
      return to >= 2 && bare.substring(to - 2, to).matches("有無|男女") && !between(to - 1).isEmpty();
    }

    private boolean isBracketed(int from) {
      return between(from).chars().anyMatch(c -> OPENING.indexOf(c) >= 0);
    }

    /// Whether what follows a word shows that it is a caption.
    boolean endsWell(int from, int length, boolean isFirmOnly) {
      int to = from + length;
      if (text.substring(index[from], index[to - 1]).indexOf(':') >= 0) {
        return false;
      }
      if (isFirm(from, to)) {
        return true;
      }
      if (isFirmOnly) {
        return false;
      }
      if (to == bare.length() || isGap(to)) {
        return isGap(from) || isBracketed(from);
      }
      boolean isSentence = Character.UnicodeScript.of(bare.charAt(to)) == HIRAGANA;
      return length >= WORD_WITHOUT_COLON && !isSentence && isAfterGap.test(index[to]);
    }

    private boolean isFirm(int from, int to) {
      String after = between(to);
      return after.contains(":")
          || LEADER.matcher(after).find()
          || remarkEnd(to) >= 0
          || (isBracketed(from) && after.chars().anyMatch(c -> CLOSING.indexOf(c) >= 0));
    }

    /// Where a remark in brackets before a colon ends, e.g. （予定）：, -1 where there is none.
    private int remarkEnd(int to) {
      if (to >= bare.length() || !between(to).startsWith("(")) {
        return -1;
      }
      int end = text.indexOf("):", index[to]);
      return end >= 0 && end - index[to] <= LONGEST_REMARK ? end + 2 : -1;
    }

    Caption caption(Label label, int from, int to) {
      int remark = remarkEnd(to);
      int end = remark >= 0 ? remark : endOfDivider(to);
      String after = between(to);
      boolean isClosed = after.chars().anyMatch(c -> CLOSING.indexOf(c) >= 0);
      return new Caption(label, index[from], end, isFirm(from, to), isBracketed(from) && !isClosed);
    }

    /// Closing brackets, dots and one colon belong to the caption, an opening bracket and what is
    /// behind the colon to the value.
    private int endOfDivider(int to) {
      int end = to == 0 ? 0 : index[to - 1] + 1;
      while (end < index[to] && OPENING.indexOf(text.charAt(end)) < 0) {
        if (text.charAt(end++) == ':') {
          return end;
        }
      }
      return end;
    }
  }

  private static final Character.UnicodeScript HIRAGANA = Character.UnicodeScript.HIRAGANA;
}
