package jp.frontdesk.samples.score;

import java.util.Locale;

/// Counts over a group of printed fields.
final class Tally {
  private int fields;
  private int strict;
  private int typed;
  private int missing;
  private int review;
  private int wrongAccepted;
  private int baseline;

  /// Counts one printed field.
  ///
  /// @param isFoundByBaseline whether plain recognition of the page has the value anywhere
  void add(TruthFile.Field truth, Prediction.Field read, boolean isFoundByBaseline) {
    boolean isMissing = read.value().isEmpty();
    boolean isReviewed = isMissing || read.needsReview();
    boolean isRight = !isMissing && truth.isMetBy(read.value());
    fields++;
    strict += !isMissing && FieldComparison.areStrictlyEqual(truth.value(), read.value()) ? 1 : 0;
    typed += isRight ? 1 : 0;
    missing += isMissing ? 1 : 0;
    review += isReviewed ? 1 : 0;
    wrongAccepted += !isReviewed && !isRight ? 1 : 0;
    baseline += isFoundByBaseline ? 1 : 0;
  }

  int fields() {
    return fields;
  }

  int typed() {
    return typed;
  }

  int wrongAccepted() {
    return wrongAccepted;
  }

  int review() {
    return review;
  }

  static String header(String first) {
    return String.format(
        Locale.ROOT,
        "%-32s %6s %8s %8s %8s %8s %16s %8s",
        first,
        "fields",
        "typed",
        "strict",
        "missing",
        "review",
        "wrong accepted",
        "plain");
  }

  String row(String name, boolean hasBaseline) {
    int accepted = fields - review;
    return String.format(
        Locale.ROOT,
        "%-32s %6d %8s %8s %8s %8s %7d (%6s) %8s",
        name,
        fields,
        share(typed, fields),
        share(strict, fields),
        share(missing, fields),
        share(review, fields),
        wrongAccepted,
        share(wrongAccepted, accepted),
        hasBaseline ? share(baseline, fields) : "-");
  }

  private static String share(int part, int whole) {
    return whole == 0 ? "-" : String.format(Locale.ROOT, "%.1f%%", 100.0 * part / whole);
  }
}
