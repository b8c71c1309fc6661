package jp.frontdesk.reading;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import jp.frontdesk.kernel.FieldKind;
import org.jspecify.annotations.Nullable;

/// How often values with the same evidence were right on invented papers. The evidence of a value
/// is its kind, the reason for doubt, and what the rule that read it says of its confidence. Few
/// counts lean on those of the same kind and reason, and these on those of the kind.
///
/// `reading/confidence.tsv` holds the counts; `scripts/calibrate` makes it.
final class Calibration {
  /// Reason of a value without doubt.
  static final String NO_REASON = "-";

  private static final String RESOURCE = "/reading/confidence.tsv";
  private static final double WEIGHT = 8;
  private static final double FIRST_RIGHT = 0.5;
  private static final double FIRST_WEIGHT = 2;

  private static final class Holder {
    static final Calibration KNOWN = load();
  }

  private record Count(int right, int all) {
    Count plus(Count other) {
      return new Count(right + other.right, all + other.all);
    }
  }

  private final Map<List<String>, Count> counts = new HashMap<>();

  private Calibration() {}

  /// The counts that the program ships with.
  static Calibration known() {
    return Holder.KNOWN;
  }

  /// Reads counts: lines of kind, reason, stated confidence, how many were right, how many there
  /// were, divided by tabs; `#` begins a remark.
  static Calibration parse(List<String> lines) {
    Calibration calibration = new Calibration();
    for (String line : lines) {
      if (!line.isBlank() && !line.startsWith("#")) {
        String[] parts = line.split("\t", -1);
        if (parts.length != 5) {
          throw new IllegalArgumentException("not a line of counts: " + line);
        }
        Count count = new Count(Integer.parseInt(parts[3]), Integer.parseInt(parts[4]));
        calibration.add(List.of(parts[0]), count);
        calibration.add(List.of(parts[0], parts[1]), count);
        calibration.add(List.of(parts[0], parts[1], parts[2]), count);
      }
    }
    return calibration;
  }

  private void add(List<String> key, Count count) {
    counts.merge(key, count, Count::plus);
  }

  private static Calibration load() {
    try (InputStream in = Objects.requireNonNull(Calibration.class.getResourceAsStream(RESOURCE));
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      return parse(lines.lines().toList());
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /// The stated confidence as it is counted.
  private static String rounded(double stated) {
    return String.format(Locale.ROOT, "%.2f", stated);
  }

  /// The probability that a value is right, above 0 and below 1.
  ///
  /// @param reason the first reason for doubt, [#NO_REASON] without one
  /// @param stated what its rule says, 0 to 1
  double probability(FieldKind kind, String reason, double stated) {
    double ofKind = mixed(counts.get(List.of(kind.name())), FIRST_RIGHT, FIRST_WEIGHT);
    double ofReason = mixed(counts.get(List.of(kind.name(), reason)), ofKind, WEIGHT);
    return mixed(counts.get(List.of(kind.name(), reason, rounded(stated))), ofReason, WEIGHT);
  }

  private static double mixed(@Nullable Count own, double other, double weight) {
    return own == null ? other : (own.right() + weight * other) / (own.all() + weight);
  }
}
