package jp.frontdesk.reading;

import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jp.frontdesk.kernel.FieldKind;
import jp.frontdesk.reading.evidence.Reasons;

/// From which probability on a value is taken without a look, for each kind of field.
///
/// @param least probabilities, 0 to 1; above 1 a person looks at every value
public record Acceptance(Map<FieldKind, Double> least) {
  private static final double USUAL = 0.97;
  private static final double USUAL_NAME = 0.98;
  private static final Pattern PART = Pattern.compile("[^\\s,]+");

  public Acceptance {
    least = Map.copyOf(least);
  }

  /// As it is where nothing is set: names need a little more than the rest.
  public static Acceptance usual() {
    return parse("");
  }

  /// Reads kinds and probabilities, e.g. `name=0.99 address=0.95`; what is not named is as usual.
  ///
  /// @throws IllegalArgumentException naming the part that is no kind of field or no probability
  public static Acceptance parse(String text) {
    Map<FieldKind, Double> least = new EnumMap<>(FieldKind.class);
    for (FieldKind kind : FieldKind.values()) {
      least.put(kind, kind == FieldKind.NAME ? USUAL_NAME : USUAL);
    }
    Matcher parts = PART.matcher(text);
    while (parts.find()) {
      String[] sides = parts.group().split("=", 2);
      least.put(
          kindOf(sides[0], parts.group()), probabilityOf(sides[sides.length - 1], parts.group()));
    }
    return new Acceptance(least);
  }

  private static FieldKind kindOf(String word, String part) {
    try {
      return FieldKind.valueOf(word.toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException unknown) {
      throw new IllegalArgumentException("no kind of field: " + part, unknown);
    }
  }

  private static double probabilityOf(String word, String part) {
    if (!word.matches("[01](\\.[0-9]+)?")) {
      throw new IllegalArgumentException("no probability from 0 to 1: " + part);
    }
    return Double.parseDouble(word);
  }

  /// The reading with its probability in place of what its rule said, and to be looked at or not.
  FieldReading judged(FieldReading given) {
    FieldKind kind = given.path().field().kind();
    String reason = given.reasons().isEmpty() ? Calibration.NO_REASON : given.reasons().getFirst();
    double probability = Calibration.known().probability(kind, reason, given.confidence());
    boolean isDoubtful =
        probability < least.getOrDefault(kind, USUAL)
            || given.reasons().stream().anyMatch(Reasons::isOfPlace);
    List<String> reasons =
        isDoubtful
            ? given.reasons().isEmpty() ? List.of(Reasons.UNPROVEN) : given.reasons()
            : List.of();
    return new FieldReading(
        given.path(),
        given.value(),
        probability,
        isDoubtful,
        reasons,
        given.candidates(),
        given.page(),
        given.box());
  }
}
