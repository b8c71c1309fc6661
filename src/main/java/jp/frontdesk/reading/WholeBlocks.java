package jp.frontdesk.reading;

import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import jp.frontdesk.kernel.CertificateField;
import jp.frontdesk.reading.evidence.Reasons;
import jp.frontdesk.reading.evidence.Verdict;

/// Whether values stand under the right person. A block of values is whole if it has nearly all
/// that most blocks of the page have, no two fields twice, and values of the kinds that its places
/// ask for. From the first block that is not whole on nobody can say whose the values are. A single
/// field that is there twice is in doubt alone: a value beside it lost its own caption. A block
/// with a name of its own may lack more, unless the one beside it has just what it lacks.
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
  private static final Pattern NO_NAME =
      Pattern.compile(".*([0-9０-９].*[番号丁目]|[都道府県市区町村].*[0-9０-９]).*");
  private static final Pattern DATE = Pattern.compile("[0-9]年.*[0-9]");
  private static final Set<String> MISFITS = Set.of(Reasons.NOT_IN_LIST, Reasons.DIGIT_COUNT);
  private static final int LEAST_OF_ONE = 4;
  private static final double NEARLY_ALL = 0.75;
  private static final double ALL_BUT_ONE = 0.9;
  private static final double MOST = 0.6;
  private static final double MOST_MISFITS = 0.2;
  private static final int FIELDS_OF_TWO_PEOPLE = 2;

  /// The values of a person, and which of them are of the kind that their place asks for.
  private static final class Block {
    private final Map<CertificateField, Set<String>> values = new EnumMap<>(CertificateField.class);
    private final Map<CertificateField, Set<String>> fits = new EnumMap<>(CertificateField.class);

    void add(Found one) {
      String value = one.verdict().value();
      values.computeIfAbsent(one.field(), f -> new HashSet<>()).add(value);
      if (isOfItsKind(one)) {
        fits.computeIfAbsent(one.field(), f -> new HashSet<>()).add(value);
      }
    }

    private static boolean isOfItsKind(Found one) {
      Verdict v = one.verdict();
      return switch (one.field().kind()) {
        case NAME -> !NO_NAME.matcher(v.value()).matches();
        case DATE -> !v.reasons().contains(Reasons.NOT_A_DATE) || DATE.matcher(v.value()).find();
        default -> v.reasons().stream().noneMatch(MISFITS::contains);
      };
    }

    Set<CertificateField> fields() {
      Set<CertificateField> own = EnumSet.copyOf(OF_EVERYBODY);
      own.retainAll(values.keySet());
      return own;
    }

    boolean isTwice(CertificateField field) {
      return values.getOrDefault(field, Set.of()).size() > 1;
    }

    boolean isOfTwo() {
      return OF_EVERYBODY.stream().filter(f -> fits.getOrDefault(f, Set.of()).size() > 1).count()
          >= FIELDS_OF_TWO_PEOPLE;
    }

    long misfits() {
      return values.keySet().stream().filter(f -> !fits.containsKey(f)).count();
    }
  }

  private final Map<Integer, Block> blocks = new TreeMap<>();
  private final Set<CertificateField> expected;
  private final boolean isDoubtful;
  private final double least;

  private WholeBlocks(List<Found> found, boolean isDoubtful) {
    this.isDoubtful = isDoubtful;
    least = isDoubtful ? ALL_BUT_ONE : NEARLY_ALL;
    for (Found one : found) {
      if (one.member() >= 0 && !one.verdict().value().isEmpty()) {
        blocks.computeIfAbsent(one.member(), m -> new Block()).add(one);
      }
    }
    expected = ofMost();
  }

  private Set<CertificateField> ofMost() {
    Map<CertificateField, Integer> counts = new EnumMap<>(CertificateField.class);
    blocks.values().forEach(b -> b.fields().forEach(f -> counts.merge(f, 1, Integer::sum)));
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
    return found.stream().map(f -> all.judged(f, first)).toList();
  }

  private Found judged(Found one, int first) {
    if (one.member() < 0) {
      return one;
    }
    if (one.member() >= first) {
      return unsure(one, Reasons.WHOSE);
    }
    return block(one.member()).isTwice(one.field()) || mayBeOfNeighbour(one)
        ? unsure(one, Reasons.NEXT_PERSON)
        : one;
  }

  private Block block(int member) {
    return blocks.getOrDefault(member, new Block());
  }

  /// Whether the block before or after lacks the value, so that this one may be its.
  private boolean mayBeOfNeighbour(Found one) {
    return IntStream.of(one.member() - 1, one.member() + 1)
        .filter(blocks::containsKey)
        .anyMatch(m -> expected.contains(one.field()) && !block(m).fields().contains(one.field()));
  }

  private boolean isWhole(int member) {
    Block block = block(member);
    int own = expectedOf(member).size();
    return !block.isOfTwo()
        && own >= LEAST_OF_ONE
        && block.misfits() <= Math.max(1, MOST_MISFITS * own)
        && (own >= least * expected.size() || isOnePerson(member));
  }

  private boolean isOnePerson(int member) {
    Set<CertificateField> own = expectedOf(member);
    return !isDoubtful
        && own.contains(CertificateField.NAME)
        && own.size() >= MOST * expected.size()
        && IntStream.of(member - 1, member + 1)
            .filter(blocks::containsKey)
            .mapToObj(this::expectedOf)
            .noneMatch(beside -> Collections.disjoint(own, beside));
  }

  private Set<CertificateField> expectedOf(int member) {
    Set<CertificateField> own = EnumSet.copyOf(expected);
    own.retainAll(block(member).fields());
    return own;
  }

  private static Found unsure(Found one, String reason) {
    Verdict v = one.verdict();
    List<String> reasons =
        Stream.concat(Stream.of(reason), v.reasons().stream()).distinct().toList();
    return one.with(
        new Verdict(v.value(), Math.min(v.confidence(), 0.6), true, reasons, v.candidates()));
  }
}
