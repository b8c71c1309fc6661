package jp.frontdesk.reading;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import jp.frontdesk.kernel.CertificateField;
import jp.frontdesk.kernel.FieldKind;
import jp.frontdesk.kernel.GlyphVariants;
import jp.frontdesk.reading.evidence.Reasons;
import jp.frontdesk.reading.evidence.Verdict;

/// What the fields of one page say about each other: members share the registered domicile, the
/// head's name is printed several times. Each print is another picture of the same words, so equal
/// readings of different prints are evidence.
final class HouseholdRules {
  private static final Pattern BLANK_NAME =
      Pattern.compile("[^\\p{IsHan}米玉]{0,3}[米玉]{0,3}[余奈示未]?　?白[^\\p{IsHan}米玉]{0,3}[米玉]{0,3}");
  private static final double UNCHOSEN = 0.2;
  private static final double BACKED = 0.8;
  private static final double LIKELY = 0.53;
  private static final double ALL_BUT_SURE = 0.72;

  private HouseholdRules() {}

  /// @param isDoubtful whether the layout itself is in doubt
  static List<Found> applied(List<Found> given, boolean isDoubtful) {
    List<Found> found = withoutBlankBlocks(given);
    return WholeBlocks.judged(withForms(withPlaces(withAgreement(found))), isDoubtful);
  }

  /// Without blocks of members that nobody stands in: all they hold is the words printed
  /// beforehand, none of them chosen, or 余白 for a name.
  private static List<Found> withoutBlankBlocks(List<Found> found) {
    Set<Integer> written = new HashSet<>();
    found.stream()
        .filter(f -> !f.verdict().value().isEmpty() && !isBlank(f))
        .forEach(f -> written.add(f.member()));
    return found.stream().filter(f -> f.member() < 0 || written.contains(f.member())).toList();
  }

  private static boolean isBlank(Found one) {
    String value = one.verdict().value();
    return one.field() == CertificateField.NAME
        ? value.contains("余白") || BLANK_NAME.matcher(value).matches()
        : one.field().kind() == FieldKind.CHOICE && one.verdict().confidence() <= UNCHOSEN;
  }

  /// Nobody moves to where they left, so two places that read the same, or one without the other,
  /// may stand under the wrong caption.
  private static List<Found> withPlaces(List<Found> found) {
    List<Found> places =
        found.stream()
            .filter(f -> !f.verdict().value().isEmpty())
            .filter(f ->
                f.field() == CertificateField.OLD_ADDRESS
                    || f.field() == CertificateField.NEW_ADDRESS)
            .toList();
    boolean isClear =
        places.size() == 2
            && places.getFirst().field() != places.getLast().field()
            && !places.getFirst().verdict().value().equals(places.getLast().verdict().value());
    return isClear
        ? found
        : found.stream().map(f -> places.contains(f) ? misplaced(f) : f).toList();
  }

  private static Found misplaced(Found one) {
    Verdict v = one.verdict();
    return v.needsReview()
        ? one
        : one.with(Verdict.doubtful(v.value(), 0.6, Reasons.WHICH_PLACE, v.candidates()));
  }

  /// A name that is printed several times has one form: where 德次 and 徳次 were read, one is wrong.
  /// Where the form of one print is in doubt, so is that of the others: they are of one face and
  /// one copy. And where one begins or ends like another, part of it is missing.
  private static List<Found> withForms(List<Found> found) {
    Map<String, Set<String>> forms = new HashMap<>();
    found.stream()
        .filter(f -> group(f.field()) == Group.NAME)
        .forEach(f ->
            forms
                .computeIfAbsent(plain(f.verdict().value()), _ -> new HashSet<>())
                .add(bare(f.verdict().value())));
    Set<String> doubted =
        found.stream()
            .filter(f -> group(f.field()) == Group.NAME)
            .filter(f -> f.verdict().reasons().contains(Reasons.VARIANT))
            .filter(f -> f.verdict().confidence() < ALL_BUT_SURE)
            .map(f -> plain(f.verdict().value()))
            .collect(Collectors.toSet());
    return found.stream()
        .map(f ->
            group(f.field()) == Group.NAME && couldBeTaken(f.verdict())
                ? seen(f, forms, doubted)
                : f)
        .toList();
  }

  /// Whether it needs no look, or counts may clear it of its doubt about a form.
  private static boolean couldBeTaken(Verdict verdict) {
    return !verdict.needsReview()
        || (verdict.reasons().equals(List.of(Reasons.VARIANT))
            && verdict.confidence() >= ALL_BUT_SURE);
  }

  private static Found seen(Found one, Map<String, Set<String>> forms, Set<String> doubted) {
    Verdict v = one.verdict();
    String plain = plain(v.value());
    if (forms.getOrDefault(plain, Set.of()).size() > 1 || doubted.contains(plain)) {
      return one.with(Verdict.doubtful(v.value(), 0.66, Reasons.VARIANT, v.candidates()));
    }
    boolean isPart =
        !plain.isEmpty()
            && forms.keySet().stream()
                .filter(o -> o.length() > plain.length())
                .anyMatch(o -> o.startsWith(plain) || o.endsWith(plain));
    return isPart
        ? one.with(Verdict.doubtful(v.value(), 0.5, Reasons.READINGS_DIFFER, v.candidates()))
        : one;
  }

  /// The name with each character in the most common form of its family.
  private static String plain(String name) {
    return bare(name)
        .codePoints()
        .mapToObj(c ->
            GlyphVariants.familyOf(c).map(List::getFirst).orElseGet(() -> Character.toString(c)))
        .collect(Collectors.joining());
  }

  private static String bare(String name) {
    return name.replaceAll("[\\s　]", "");
  }

  private static List<Found> withAgreement(List<Found> found) {
    Map<String, Integer> prints = new HashMap<>();
    for (Found one : found) {
      if (group(one.field()) != Group.NONE) {
        prints.merge(key(one.field(), one.verdict().value()), 1, Integer::sum);
      }
    }
    List<Found> out = new ArrayList<>();
    for (Found one : found) {
      out.add(group(one.field()) == Group.NONE ? one : judged(one, prints));
    }
    return out;
  }

  private enum Group {
    NAME,
    ADDRESS,
    NONE
  }

  private static Group group(CertificateField field) {
    return switch (field) {
      case NAME, OLD_HOUSEHOLDER, NEW_HOUSEHOLDER, DOMICILE_HEAD -> Group.NAME;
      case REGISTERED_DOMICILE -> Group.ADDRESS;
      default -> Group.NONE;
    };
  }

  private static String key(CertificateField field, String value) {
    return group(field) + " " + value;
  }

  private static Found judged(Found one, Map<String, Integer> prints) {
    Verdict v = one.verdict();
    if (!v.needsReview() || v.reasons().contains(Reasons.VARIANT)) {
      return one;
    }
    int own = prints.getOrDefault(key(one.field(), v.value()), 0);
    String best = v.value();
    int bestCount = own;
    for (String candidate : v.candidates()) {
      int count = prints.getOrDefault(key(one.field(), candidate), 0);
      if (count > bestCount) {
        best = candidate;
        bestCount = count;
      }
    }
    boolean isAddress = one.field().kind() == FieldKind.ADDRESS;
    if (bestCount < 2 || (!best.equals(v.value()) && isAddress && bestCount < 2)) {
      return one;
    }
    List<String> others = new ArrayList<>(v.candidates());
    others.add(v.value());
    if (best.equals(v.value()) && v.confidence() >= BACKED && bestCount >= 2) {
      return one.with(Verdict.sure(best, 0.93));
    }
    double stated = best.equals(v.value()) ? agreed(v.confidence(), bestCount) : 0.7;
    return one.with(Verdict.doubtful(best, stated, Reasons.READINGS_DIFFER, others));
  }

  /// What is said of a value that other prints of the same words bear out, counted apart by how
  /// sure it was and how many there are.
  private static double agreed(double stated, int prints) {
    return (stated >= LIKELY ? 0.77 : 0.74) + (prints > 2 ? 0.01 : 0);
  }
}
