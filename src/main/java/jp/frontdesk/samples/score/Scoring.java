package jp.frontdesk.samples.score;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import jp.frontdesk.kernel.FieldPath;

/// Scores many papers and renders the tables.
final class Scoring {
  private static final Prediction.Field NOTHING = new Prediction.Field("", false, 0, "");

  private final Map<String, Tally> byField = new TreeMap<>();
  private final Map<String, Tally> byType = new TreeMap<>();
  private final Map<String, Tally> byLevel = new TreeMap<>();
  private final Map<String, Tally> byLayout = new TreeMap<>();
  private final Map<String, Tally> total = new TreeMap<>();
  private final Reliability reliability = new Reliability();
  private final List<Long> msPerPage = new ArrayList<>();
  private final List<Mistake> mistakes = new ArrayList<>();
  private final boolean hasBaseline;
  private int papers;
  private int papersWithoutFalseAccept;
  private int absentAccepted;
  private int papersOfKnownType;
  private int typesRight;

  Scoring(boolean hasBaseline) {
    this.hasBaseline = hasBaseline;
  }

  /// Counts one paper.
  ///
  /// @param plainText what plain recognition found on its pages, folded; empty without a baseline
  void add(TruthFile truth, Prediction prediction, String plainText) {
    papers++;
    prediction.ms().ifPresent(ms -> msPerPage.add(ms / Math.max(1, truth.pages())));
    if (!truth.documentType().isEmpty()) {
      papersOfKnownType++;
      typesRight += truth.documentType().equals(prediction.documentType()) ? 1 : 0;
    }
    boolean isSafe = true;
    for (Map.Entry<String, TruthFile.Field> entry : truth.fields().entrySet()) {
      TruthFile.Field field = entry.getValue();
      Prediction.Field read = prediction.fields().getOrDefault(entry.getKey(), NOTHING);
      boolean plain = plainText.contains(FieldComparison.folded(field.value()));
      String path = entry.getKey().replaceAll("\\[\\d+]", "[]");
      tally(byField, path).add(field, read, plain);
      tally(byType, FieldGroup.of(field)).add(field, read, plain);
      tally(byLevel, truth.level()).add(field, read, plain);
      tally(byLayout, truth.layout()).add(field, read, plain);
      tally(total, "ALL").add(field, read, plain);
      if (!read.value().isEmpty()) {
        reliability.add(entry.getKey(), read, field.isMetBy(read.value()));
      }
      if (!field.isMetBy(read.value())) {
        boolean flagged = read.value().isEmpty() || read.needsReview();
        isSafe &= flagged;
        mistakes.add(mistake(truth, entry.getKey(), read.value(), flagged));
      }
    }
    int absent = countAbsentAccepted(truth, prediction);
    absentAccepted += absent;
    papersWithoutFalseAccept += isSafe && absent == 0 ? 1 : 0;
  }

  private static Mistake mistake(TruthFile truth, String path, String read, boolean isFlagged) {
    Optional<TruthFile.Field> field = Optional.ofNullable(truth.fields().get(path));
    return new Mistake(
        truth.id(),
        truth.level(),
        truth.layout(),
        truth.font(),
        path,
        field.map(FieldGroup::of).orElse("absent"),
        field.map(TruthFile.Field::value).orElse(""),
        read,
        isFlagged,
        Optional.ofNullable(truth.places().get(path)));
  }

  private static Tally tally(Map<String, Tally> group, String key) {
    return group.computeIfAbsent(key, _ -> new Tally());
  }

  /// What was counted of the values' confidence.
  Reliability reliability() {
    return reliability;
  }

  /// Values that are not on the paper and that no person is asked to look at.
  private int countAbsentAccepted(TruthFile truth, Prediction prediction) {
    int count = 0;
    for (Map.Entry<String, Prediction.Field> entry : prediction.fields().entrySet()) {
      boolean isAbsent =
          FieldPath.parse(entry.getKey()).isPresent()
              && !truth.fields().containsKey(entry.getKey());
      if (isAbsent) {
        reliability.add(entry.getKey(), entry.getValue(), false);
      }
      if (isAbsent && !entry.getValue().needsReview()) {
        count++;
        mistakes.add(mistake(truth, entry.getKey(), entry.getValue().value(), false));
      }
    }
    return count;
  }

  /// Every wrong field so far, flagged or not.
  List<Mistake> mistakes() {
    return List.copyOf(mistakes);
  }

  Tally total() {
    return tally(total, "ALL");
  }

  /// The tables, and after them the first errors.
  String render(int shownErrors) {
    StringBuilder out = new StringBuilder();
    render(out, "type", byType);
    render(out, "field", byField);
    render(out, "level", byLevel);
    render(out, "layout", byLayout);
    render(out, "all", total);
    out.append(reliability.render()).append('\n');
    out.append(
        String.format(
            Locale.ROOT,
            "papers %d; without an unflagged error %d (%.1f%%); values accepted that are not on"
                + " the paper %d%n",
            papers,
            papersWithoutFalseAccept,
            papers == 0 ? 100.0 : 100.0 * papersWithoutFalseAccept / papers,
            absentAccepted));
    if (papersOfKnownType > 0) {
      out.append(
          String.format(
              Locale.ROOT, "kind of paper right: %d of %d%n", typesRight, papersOfKnownType));
    }
    if (!msPerPage.isEmpty()) {
      List<Long> sorted = msPerPage.stream().sorted().toList();
      out.append(
          String.format(
              Locale.ROOT,
              "ms a page: p50 %d, p95 %d%n",
              sorted.get(sorted.size() / 2),
              sorted.get(Math.min(sorted.size() - 1, sorted.size() * 95 / 100))));
    }
    mistakes.stream().limit(shownErrors).forEach(m -> out.append(m.line()).append('\n'));
    return out.toString();
  }

  private void render(StringBuilder out, String name, Map<String, Tally> group) {
    out.append(Tally.header(name)).append('\n');
    group.forEach((key, tally) -> out.append(tally.row(key, hasBaseline)).append('\n'));
    out.append('\n');
  }
}
