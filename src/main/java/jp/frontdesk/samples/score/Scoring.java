package jp.frontdesk.samples.score;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import jp.frontdesk.kernel.FieldPath;

/// Scores many papers and renders the tables.
final class Scoring {
  private static final Prediction.Field NOTHING = new Prediction.Field("", false);

  private final Map<String, Tally> byField = new TreeMap<>();
  private final Map<String, Tally> byType = new TreeMap<>();
  private final Map<String, Tally> byLevel = new TreeMap<>();
  private final Map<String, Tally> byLayout = new TreeMap<>();
  private final Map<String, Tally> total = new TreeMap<>();
  private final List<Long> msPerPage = new ArrayList<>();
  private final List<String> errors = new ArrayList<>();
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
      tally(byType, field.type()).add(field, read, plain);
      tally(byLevel, truth.level()).add(field, read, plain);
      tally(byLayout, truth.layout()).add(field, read, plain);
      tally(total, "ALL").add(field, read, plain);
      if (!field.isMetBy(read.value())) {
        boolean flagged = read.value().isEmpty() || read.needsReview();
        isSafe &= flagged;
        errors.add(
            String.format(
                Locale.ROOT,
                "%s %s %s: \"%s\" read \"%s\"%s",
                truth.id(),
                truth.level(),
                entry.getKey(),
                field.value(),
                read.value(),
                flagged ? " (flagged)" : ""));
      }
    }
    int absent = countAbsentAccepted(truth, prediction);
    absentAccepted += absent;
    papersWithoutFalseAccept += isSafe && absent == 0 ? 1 : 0;
  }

  private static Tally tally(Map<String, Tally> group, String key) {
    return group.computeIfAbsent(key, _ -> new Tally());
  }

  /// Values that are not on the paper and that no person is asked to look at.
  private int countAbsentAccepted(TruthFile truth, Prediction prediction) {
    int count = 0;
    for (Map.Entry<String, Prediction.Field> entry : prediction.fields().entrySet()) {
      boolean known = FieldPath.parse(entry.getKey()).isPresent();
      if (known && !truth.fields().containsKey(entry.getKey()) && !entry.getValue().needsReview()) {
        count++;
        errors.add(
            truth.id()
                + " "
                + entry.getKey()
                + ": not on the paper, read \""
                + entry.getValue().value()
                + "\"");
      }
    }
    return count;
  }

  Tally total() {
    return tally(total, "ALL");
  }

  /// The tables, and after them the first errors.
  String render(int shownErrors) {
    StringBuilder out = new StringBuilder();
    render(out, "field", byField);
    render(out, "type", byType);
    render(out, "level", byLevel);
    render(out, "layout", byLayout);
    render(out, "all", total);
    out.append(
        String.format(
            Locale.ROOT,
            "%d papers, %d without any false accept; %d values accepted that are not on the"
                + " paper%n",
            papers,
            papersWithoutFalseAccept,
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
              "ms a page: median %d, 95th percentile %d%n",
              sorted.get(sorted.size() / 2),
              sorted.get(Math.min(sorted.size() - 1, sorted.size() * 95 / 100))));
    }
    errors.stream().limit(shownErrors).forEach(e -> out.append(e).append('\n'));
    return out.toString();
  }

  private void render(StringBuilder out, String name, Map<String, Tally> group) {
    out.append(Tally.header(name)).append('\n');
    group.forEach((key, tally) -> out.append(tally.row(key, hasBaseline)).append('\n'));
    out.append('\n');
  }
}
