package jp.frontdesk.reading.evidence;

import java.util.ArrayList;
import java.util.List;

/// What the evidence says about a field.
///
/// @param value as printed, as far as it can be told; empty when nothing can be said
/// @param confidence 0 to 1
/// @param needsReview whether a person has to compare; false is a promise
/// @param reasons why, in plain Japanese
/// @param candidates other values it may be, best first
public record Verdict(
    String value,
    double confidence,
    boolean needsReview,
    List<String> reasons,
    List<String> candidates) {
  public Verdict {
    reasons = List.copyOf(reasons);
    candidates = List.copyOf(candidates);
  }

  /// Nothing printed or nothing legible.
  public static Verdict nothing() {
    return new Verdict("", 0, true, List.of(Reasons.ILLEGIBLE), List.of());
  }

  /// A value the evidence agrees on.
  public static Verdict sure(String value, double confidence) {
    return new Verdict(value, confidence, false, List.of(), List.of());
  }

  /// A value a person has to look at.
  ///
  /// @param others other readings; the value itself and empty ones are left out
  public static Verdict doubtful(
      String value, double confidence, String reason, List<String> others) {
    List<String> candidates = new ArrayList<>();
    for (String other : others) {
      if (!other.isEmpty() && !other.equals(value) && !candidates.contains(other)) {
        candidates.add(other);
      }
    }
    return new Verdict(value, confidence, true, List.of(reason), candidates);
  }

  /// Never shows the value: it is personal.
  @Override
  public String toString() {
    return "Verdict[" + (needsReview ? "doubtful" : "sure") + "]";
  }
}
