package jp.frontdesk.samples.score;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import jp.frontdesk.kernel.FieldKind;
import jp.frontdesk.kernel.FieldPath;

/// How far the confidence that is stated with values can be believed: of the values stated with
/// about the same confidence that share should be right.
final class Reliability {
  private static final String NO_REASON = "-";
  private static final double[] BOUNDS = {0, 0.3, 0.5, 0.7, 0.8, 0.9, 0.95, 0.98, 0.99, 0.995, 1};

  private final Bin[] bins = new Bin[BOUNDS.length - 1];
  private final Map<FieldKind, Bin> kinds = new TreeMap<>();
  private final Map<String, Bin> evidence = new TreeMap<>();

  /// Values taken together.
  private static final class Bin {
    private int all;
    private int right;
    private double stated;
    private double squares;

    void add(double confidence, boolean isRight) {
      all++;
      right += isRight ? 1 : 0;
      stated += confidence;
      squares += Math.pow(confidence - (isRight ? 1 : 0), 2);
    }

    String row(String name) {
      return all == 0
          ? ""
          : String.format(
              Locale.ROOT,
              "%-22s%7d%10.1f%%%10.1f%%%10.4f%n",
              name,
              all,
              100 * stated / all,
              100.0 * right / all,
              squares / all);
    }
  }

  Reliability() {
    for (int i = 0; i < bins.length; i++) {
      bins[i] = new Bin();
    }
  }

  /// Counts one value that was read.
  void add(String path, Prediction.Field read, boolean isRight) {
    FieldKind kind = FieldPath.parse(path).orElseThrow().field().kind();
    int at = bins.length - 1;
    while (at > 0 && read.confidence() < BOUNDS[at]) {
      at--;
    }
    bins[at].add(read.confidence(), isRight);
    kinds.computeIfAbsent(kind, k -> new Bin()).add(read.confidence(), isRight);
    String reason = read.reason().isEmpty() ? NO_REASON : read.reason();
    evidence
        .computeIfAbsent(
            kind + "\t" + reason + "\t" + String.format(Locale.ROOT, "%.2f", read.confidence()),
            k -> new Bin())
        .add(read.confidence(), isRight);
  }

  /// The table of what was stated and what was right, with the Brier score: the mean square of the
  /// difference, 0 for a reader that always knows.
  String render() {
    StringBuilder out =
        new StringBuilder(
            String.format(
                Locale.ROOT,
                "%-22s%7s%11s%11s%10s%n",
                "confidence",
                "n",
                "stated",
                "right",
                "Brier"));
    for (int i = 0; i < bins.length; i++) {
      out.append(bins[i].row(String.format(Locale.ROOT, "%.3f to %.3f", BOUNDS[i], BOUNDS[i + 1])));
    }
    kinds.forEach((kind, bin) -> out.append(bin.row(kind.name().toLowerCase(Locale.ROOT))));
    return out.toString();
  }

  /// Lines for `reading/confidence.tsv`.
  String counts() {
    StringBuilder out = new StringBuilder();
    evidence.forEach((key, bin) ->
        out.append(key).append('\t').append(bin.right).append('\t').append(bin.all).append('\n'));
    return out.toString();
  }
}
