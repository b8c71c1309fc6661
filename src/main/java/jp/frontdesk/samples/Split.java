package jp.frontdesk.samples;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/// A set of papers that shares no layout, font, name or town with the others. The rule stands in
/// `samples/splits.yaml`.
public enum Split {
  /// For training.
  TRAIN(0),
  /// For choosing rules and thresholds.
  TUNE(1),
  /// For measuring only.
  TEST(2);

  private final int remainder;

  Split(int remainder) {
    this.remainder = remainder;
  }

  private static final class Holder {
    static final JsonNode RULE = read();
  }

  /// The set with that word.
  ///
  /// @throws IllegalArgumentException when there is none
  public static Split ofWord(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }

  /// Names of the layouts in this set.
  public List<String> layouts() {
    return list("layouts");
  }

  /// Names of the fonts in this set, installed or not.
  public List<String> fonts() {
    return list("fonts");
  }

  /// Whether a name or town belongs to this set.
  boolean holds(String word) {
    return Math.floorMod(word.hashCode(), values().length) == remainder;
  }

  private List<String> list(String what) {
    List<String> names = new ArrayList<>();
    Holder.RULE
        .path(what)
        .path(name().toLowerCase(Locale.ROOT))
        .forEach(n -> names.add(n.asText()));
    return names;
  }

  private static JsonNode read() {
    try (InputStream in =
        Objects.requireNonNull(Split.class.getResourceAsStream("/samples/splits.yaml"))) {
      return new YAMLMapper().readTree(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
