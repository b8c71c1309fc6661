package jp.frontdesk.review;

import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import jp.frontdesk.kernel.CertificateField;
import jp.frontdesk.kernel.FieldPath;
import jp.frontdesk.reading.CertificateReading;
import jp.frontdesk.reading.DocumentType;
import jp.frontdesk.reading.FieldReading;
import jp.frontdesk.reading.PageReading;
import jp.frontdesk.reading.ReadingWarning;

/// All values of a case before it is confirmed, from the paper and from people.
///
/// @param documentType what the paper is
/// @param readPages how many read pages it was made of
/// @param values sorted by path
/// @param warnings of the reader
/// @param answers what the paper cannot know
/// @param sentBackReason what the clerk asked for, when the case came back
public record Draft(
    DocumentType documentType,
    int readPages,
    Map<FieldPath, DraftValue> values,
    List<ReadingWarning> warnings,
    Answers answers,
    Optional<String> sentBackReason) {
  public Draft {
    values = Collections.unmodifiableMap(new TreeMap<>(values));
    warnings = List.copyOf(warnings);
  }

  /// A case without any paper read yet.
  public static Draft empty() {
    return new Draft(DocumentType.OTHER, 0, Map.of(), List.of(), Answers.none(), Optional.empty());
  }

  /// The draft after reading: what people already changed stays theirs.
  public Draft withReading(CertificateReading reading) {
    Map<FieldPath, DraftValue> merged = new TreeMap<>();
    for (FieldReading field : reading.fields()) {
      merged.put(field.path(), valueOf(field, reading.pages()));
    }
    values.forEach((path, value) -> {
      if (value.origin() != DraftValue.Origin.PAPER) {
        merged.put(path, value);
      }
    });
    return new Draft(
        reading.documentType(),
        reading.pages().size(),
        merged,
        reading.warnings(),
        answers,
        sentBackReason);
  }

  private static DraftValue valueOf(FieldReading field, List<PageReading> pages) {
    Optional<DraftValue.Place> place =
        pages.stream()
            .filter(p -> p.page() == field.page() && p.widthPx() > 0 && p.heightPx() > 0)
            .findFirst()
            .map(p ->
                new DraftValue.Place(
                    field.page(),
                    (double) field.box().x() / p.widthPx(),
                    (double) field.box().y() / p.heightPx(),
                    (double) field.box().width() / p.widthPx(),
                    (double) field.box().height() / p.heightPx(),
                    cropPathOf(field, p)));
    return new DraftValue(
        field.value(),
        DraftValue.Origin.PAPER,
        Optional.of(field.value()),
        field.needsReview(),
        field.reasons(),
        field.candidates(),
        place);
  }

  /// Members are numbered within their page where the crop was made.
  private static String cropPathOf(FieldReading field, PageReading page) {
    return page.fields().stream()
        .filter(f -> f.path().field() == field.path().field() && f.box().equals(field.box()))
        .findFirst()
        .map(f -> f.path().toString())
        .orElse(field.path().toString());
  }

  /// The draft with texts a person left; an empty text takes away a value the paper does not have.
  ///
  /// @param compared paths a clerk marked as compared with the paper
  public Draft withTexts(
      DraftValue.Origin who, Map<FieldPath, String> texts, Set<FieldPath> compared) {
    Map<FieldPath, DraftValue> changed = new TreeMap<>(values);
    texts.forEach((path, text) -> {
      DraftValue before = changed.get(path);
      if (before != null && text.isBlank() && before.readText().isEmpty()) {
        changed.remove(path);
      } else if (before != null) {
        changed.put(path, before.changedBy(who, text.strip(), compared.contains(path)));
      } else if (!text.isBlank()) {
        changed.put(path, DraftValue.given(who, text.strip()));
      }
    });
    for (FieldPath path : compared) {
      DraftValue before = changed.get(path);
      if (before != null && !texts.containsKey(path)) {
        changed.put(path, before.changedBy(who, before.text(), true));
      }
    }
    return new Draft(documentType, readPages, changed, warnings, answers, sentBackReason);
  }

  /// The draft with other answers.
  public Draft withAnswers(Answers newAnswers) {
    return new Draft(documentType, readPages, values, warnings, newAnswers, sentBackReason);
  }

  /// The draft with the clerk's words to the resident, or without.
  public Draft withSentBackReason(Optional<String> reason) {
    return new Draft(documentType, readPages, values, warnings, answers, reason);
  }

  /// The text of a field, empty text when there is none.
  public String text(FieldPath path) {
    DraftValue value = values.get(path);
    return value == null ? "" : value.text();
  }

  /// The text of a field of the whole paper.
  public String text(CertificateField field) {
    return text(FieldPath.of(field));
  }

  /// How many members the draft has.
  public int memberCount() {
    return values.keySet().stream().mapToInt(p -> p.member() + 1).max().orElse(0);
  }

  /// The members who move, by their place on the paper.
  public List<Integer> movingMembers() {
    Set<Integer> staying = new HashSet<>(answers.staying());
    return java.util.stream.IntStream.range(0, memberCount())
        .filter(m -> !staying.contains(m))
        .boxed()
        .toList();
  }

  /// Values that a person still has to look at.
  public int doubtfulCount() {
    return (int) values.values().stream().filter(DraftValue::doubtful).count();
  }

  /// Never shows a value: drafts are personal.
  @Override
  public String toString() {
    return "Draft[" + values.size() + " values, " + doubtfulCount() + " doubtful]";
  }
}
