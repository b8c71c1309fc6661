package jp.frontdesk.reading;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntFunction;
import jp.frontdesk.kernel.CertificateField;

/// Labels made of words of the list one after the other, e.g. 介護・児童手当: forms name the values that
/// share a cell in many more ways than a list can hold.
final class JoinedLabels {
  private static final int SHORTEST_WORD = 2;
  private static final int MOST_WORDS = 3;

  private final int length;
  private final IntFunction<List<LabelBook.Word>> wordsAt;

  /// @param length characters of the print
  /// @param wordsAt the words that may begin at a character of it
  JoinedLabels(int length, IntFunction<List<LabelBook.Word>> wordsAt) {
    this.length = length;
    this.wordsAt = wordsAt;
  }

  /// The label that two words or more of one field each make, none of them twice, without a
  /// character left over; of several the one with the fewest words.
  Optional<LabelBook.Match> found() {
    for (int count = 2; count <= MOST_WORDS; count++) {
      List<LabelBook.Word> words = from(0, count, Set.of());
      if (!words.isEmpty()) {
        int distance = words.stream().mapToInt(LabelBook.Word::distance).sum();
        return Optional.of(new LabelBook.Match(joined(words), distance, length, true));
      }
    }
    return Optional.empty();
  }

  private List<LabelBook.Word> from(int at, int count, Set<CertificateField> named) {
    for (LabelBook.Word word : at < length ? wordsAt.apply(at) : List.<LabelBook.Word>of()) {
      CertificateField field = word.label().fields().getFirst();
      boolean fits =
          word.label().fields().size() == 1
              && field.isOfMember()
              && word.length() >= SHORTEST_WORD
              && !named.contains(field);
      if (!fits) {
        continue;
      }
      int end = at + word.length();
      if (count == 1 && end == length) {
        return List.of(word);
      }
      Set<CertificateField> with = new HashSet<>(named);
      with.add(field);
      List<LabelBook.Word> rest = count > 1 ? from(end, count - 1, with) : List.of();
      if (!rest.isEmpty()) {
        List<LabelBook.Word> all = new ArrayList<>(List.of(word));
        all.addAll(rest);
        return all;
      }
    }
    return List.of();
  }

  private static Label joined(List<LabelBook.Word> words) {
    List<Label> labels = words.stream().map(LabelBook.Word::label).toList();
    List<CertificateField> foreign =
        labels.stream().allMatch(l -> l.foreign().isEmpty())
            ? List.of()
            : labels.stream()
                .flatMap(l -> (l.foreign().isEmpty() ? l.fields() : l.foreign()).stream())
                .distinct()
                .toList();
    Label plain = Label.joined(labels);
    return new Label(
        plain.fields(),
        plain.words(),
        Optional.empty(),
        foreign,
        List.of(),
        List.of(),
        plain.drop());
  }
}
