package jp.frontdesk.samples;

import java.util.List;
import java.util.SplittableRandom;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import jp.frontdesk.kernel.IndividualNumber;
import jp.frontdesk.kernel.ResidentRecordCode;

/// Everything that is left to chance, from one seed: the same seed gives the same certificate.
final class Luck {
  private final SplittableRandom random;

  /// @param purpose keeps the chances of people, paper and scan apart, so that one does not shift
  ///   the others
  Luck(long seed, String purpose) {
    random = new SplittableRandom(mixed(mixed(seed) + purpose.hashCode()));
  }

  /// Neighbouring seeds must not give shifted copies of one stream.
  private static long mixed(long seed) {
    long z = (seed ^ (seed >>> 33)) * 0xFF51AFD7ED558CCDL;
    z = (z ^ (z >>> 33)) * 0xC4CEB9FE1A85EC53L;
    return z ^ (z >>> 33);
  }

  /// From 0 inclusive to the bound exclusive.
  int below(int bound) {
    return random.nextInt(bound);
  }

  /// Both ends inclusive.
  int between(int from, int to) {
    return random.nextInt(from, to + 1);
  }

  double between(double from, double to) {
    return from + (to - from) * random.nextDouble();
  }

  boolean chance(double probability) {
    return random.nextDouble() < probability;
  }

  long seed() {
    return random.nextLong();
  }

  <T> T pick(List<T> list) {
    return list.get(random.nextInt(list.size()));
  }

  String digits(int count) {
    StringBuilder digits = new StringBuilder();
    for (int i = 0; i < count; i++) {
      digits.append(random.nextInt(10));
    }
    return digits.toString();
  }

  String letters(int count) {
    StringBuilder letters = new StringBuilder();
    for (int i = 0; i < count; i++) {
      letters.append((char) ('A' + random.nextInt(26)));
    }
    return letters.toString();
  }

  /// Twelve digits that check.
  String individualNumber() {
    String first = digits(11);
    return first + lastDigit(d -> IndividualNumber.checks(first + d));
  }

  /// Eleven digits that check under the supposed rule.
  String residentRecordCode() {
    String first = digits(10);
    return first + lastDigit(d -> new ResidentRecordCode(first + d).checkDigitAgrees());
  }

  private static int lastDigit(IntPredicate fits) {
    return IntStream.range(0, 10).filter(fits).findFirst().orElseThrow();
  }
}
