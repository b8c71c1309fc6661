package jp.frontdesk.reading.evidence;

import java.util.List;

/// What rules say of doubtful values, told apart by how likely their least likely character is:
/// each grade is counted on its own, so that the upper ones can prove themselves.
final class Graded {
  private static final List<Double> STEPS = List.of(0.4, 0.8, 0.95);

  private Graded() {}

  /// @param stated what the rule says of the least likely ones; leave 0.03 free above it
  /// @param probability of the least likely character, 0 to 1
  static double by(double stated, double probability) {
    return stated + 0.01 * STEPS.stream().filter(s -> s <= probability).count();
  }
}
