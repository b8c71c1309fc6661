package jp.frontdesk.reading;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import jp.frontdesk.kernel.CertificateField;
import jp.frontdesk.kernel.Widths;
import jp.frontdesk.reading.glyphs.Spelling;

/// Tells a label too blurred to be read: every word of the list is laid over its picture, and the
/// word that the picture and what engines made of it speak for together is taken, if no word of
/// other fields comes near.
final class BlurredWords {
  private static final Pattern PUNCTUATION = Pattern.compile("[・（）／()「」\\s　]");
  private static final double MISREAD = 2.5;
  private static final double MISREAD_AT_MOST = 0.4;
  private static final double OTHERS_MISREAD = 0.9;
  private static final double LEAST_ALIKE = 7;
  private static final double AS_FREELY = 1.5;
  private static final double MORE_THAN_FREELY = 0.5;
  private static final double APART = 0.8;

  private final List<Word> words;

  /// @param fields what the word names; none for one that says nothing alone
  /// @param bare without punctuation and width, as what engines read is compared
  /// @param printed without punctuation, as a picture of it is compared; in half width too where
  ///   that differs
  private record Word(
      List<CertificateField> fields, String bare, List<String> printed, Optional<Label> label) {
    static Word of(String word, Optional<Label> label) {
      String plain = PUNCTUATION.matcher(word).replaceAll("");
      String half = Widths.halfWidthKana(plain);
      return new Word(
          label.map(Label::fields).orElse(List.of()),
          LabelBook.bare(word),
          half.equals(plain) ? List.of(plain) : List.of(plain, half),
          label);
    }

    double misread(LabelPrint print) {
      return print.unlike(bare) / bare.length();
    }

    double looks(Spelling picture) {
      return printed.stream().mapToDouble(picture::unlike).min().orElse(LEAST_ALIKE);
    }
  }

  /// @param labels those that may stand anywhere
  /// @param partial words that say nothing alone
  BlurredWords(List<Label> labels, List<String> partial) {
    List<Word> found =
        new ArrayList<>(
            labels.stream()
                .filter(l -> l.after().isEmpty())
                .flatMap(l -> l.words().stream().map(w -> Word.of(w, Optional.of(l))))
                .toList());
    partial.forEach(w -> found.add(Word.of(w, Optional.empty())));
    words = List.copyOf(found);
  }

  /// The label that a print is, if it can be told.
  ///
  /// @param print as engines and our own reader read it
  /// @param picture of the print
  Optional<Label> find(LabelPrint print, Spelling picture) {
    double possible = Math.min(LEAST_ALIKE, AS_FREELY * picture.freely() + MORE_THAN_FREELY);
    Map<List<CertificateField>, Double> unlike = new HashMap<>();
    Optional<Word> best = Optional.empty();
    double least = Double.MAX_VALUE;
    for (Word word : words) {
      double misread = word.misread(print);
      if (misread >= OTHERS_MISREAD) {
        continue;
      }
      double looks = word.looks(picture);
      double own = Math.min(LEAST_ALIKE, looks) + MISREAD * misread;
      unlike.merge(word.fields(), own, Math::min);
      boolean isLike = word.bare().length() > 1 && misread <= MISREAD_AT_MOST && looks < possible;
      if (isLike && own < least && word.label().isPresent()) {
        least = own;
        best = Optional.of(word);
      }
    }
    double enough = least + APART;
    return best.filter(w -> print.shares(w.bare()))
        .filter(w ->
            unlike.entrySet().stream()
                .filter(e -> !e.getKey().equals(w.fields()))
                .allMatch(e -> e.getValue() >= enough))
        .flatMap(Word::label);
  }
}
