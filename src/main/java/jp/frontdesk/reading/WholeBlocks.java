package jp.frontdesk.reading;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import jp.frontdesk.kernel.CertificateField;
import jp.frontdesk.reading.evidence.Reasons;
import jp.frontdesk.reading.evidence.Verdict;

/// Whether values stand under the right person. A block of values is whole if it has nearly all
/// that most blocks of the page have, nothing twice, and values of the kinds that its places ask
/// for. From the first block that is not whole on nobody can say whose the values are.
final class WholeBlocks {
  private static final Set<CertificateField> OF_EVERYBODY =
      EnumSet.of(
          CertificateField.NAME,
          CertificateField.KANA,
          CertificateField.BIRTH_DATE,
          CertificateField.SEX,
          CertificateField.RELATION,
          CertificateField.RESIDENT_RECORD_CODE,
          CertificateField.INDIVIDUAL_NUMBER,
          CertificateField.HEALTH_INSURANCE,
          CertificateField.LATE_ELDERLY,
          CertificateField.CARE_INSURANCE,
          CertificateField.CHILD_ALLOWANCE,
          CertificateField.PENSION);
  private static final Set<String> MISFITS =
      Set.of(Reasons.NOT_A_DATE, Reasons.NOT_IN_LIST, Reasons.DIGIT_COUNT);
  private static final int LEAST_OF_ONE = 4;
  private static final double NEARLY_ALL = 0.75;
  private static final double ALL_BUT_ONE = 0.9;
  private static final double MOST_MISFITS = 0.2;

  private final Map<Integer, Set<CertificateField>> blocks = new TreeMap<>();
  private final Map<Integer, Integer> misfits = new TreeMap<>();
  private final Set<Integer> twice = new HashSet<>();
  private final Set<CertificateField> expected;
  private final double least;

  private WholeBlocks(List<Found> found, boolean isDoubtful) {
    least = isDoubtful ? ALL_BUT_ONE : NEARLY_ALL;
    Map<String, String> values = new HashMap<>();
    for (Found one : found) {
      String value = one.verdict().value();
      if (one.member() < 0 || value.isEmpty()) {
        continue;
      }
      Set<CertificateField> block =
          blocks.computeIfAbsent(one.member(), m -> EnumSet.noneOf(CertificateField.class));
      if (OF_EVERYBODY.contains(one.field())) {
        block.add(one.field());
      }
      String other = values.putIfAbsent(one.field() + " " + one.member(), value);
      if (other != null && !other.equals(value)) {
        twice.add(one.member());
      }
      if (one.verdict().reasons().stream().anyMatch(MISFITS::contains)) {
        misfits.merge(one.member(), 1, Integer::sum);
      }
    }
    expected = ofMost();
  }

  private Set<CertificateField> ofMost() {
    Map<CertificateField, Integer> counts = new EnumMap<>(CertificateField.class);
    blocks.values().forEach(b -> b.forEach(f -> counts.merge(f, 1, Integer::sum)));
    Set<CertificateField> most = EnumSet.noneOf(CertificateField.class);
    counts.forEach((field, count) -> {
      if (2 * count >= blocks.size()) {
        most.add(field);
      }
    });
    return most;
  }

  /// The values with those of people in doubt to be looked at.
  ///
  /// @param isDoubtful whether the ruling or the headings were found only in part
  static List<Found> judged(List<Found> found, boolean isDoubtful) {
    WholeBlocks all = new WholeBlocks(found, isDoubtful);
    int first =
        all.blocks.keySet().stream()
            .filter(m -> !all.isWhole(m))
            .findFirst()
            .orElse(Integer.MAX_VALUE);
    return found.stream()
        .map(f ->
            f.member() >= first
                ? unsure(f, Reasons.WHOSE)
                : all.mayBeOfNeighbour(f) ? unsure(f, Reasons.NEXT_PERSON) : f)
        .toList();
  }

  /// Whether the block before or after lacks the value, so that this one may be its.
  private boolean mayBeOfNeighbour(Found one) {
    return IntStream.of(one.member() - 1, one.member() + 1)
        .filter(blocks::containsKey)
        .anyMatch(m ->
            expected.contains(one.field())
                && !blocks.getOrDefault(m, Set.of()).contains(one.field()));
  }

  private boolean isWhole(int member) {
    Set<CertificateField> own = EnumSet.copyOf(expected);
    own.retainAll(blocks.getOrDefault(member, Set.of()));
    return !twice.contains(member)
        && own.size() >= LEAST_OF_ONE
        && own.size() >= least * expected.size()
        && misfits.getOrDefault(member, 0) <= Math.max(1, MOST_MISFITS * own.size());
  }

  private static Found unsure(Found one, String reason) {
    Verdict v = one.verdict();
    return v.needsReview()
        ? one
        : one.with(
            Verdict.doubtful(v.value(), Math.min(v.confidence(), 0.6), reason, v.candidates()));
  }
}
