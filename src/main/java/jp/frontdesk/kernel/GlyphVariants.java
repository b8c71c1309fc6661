package jp.frontdesk.kernel;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/// Families of characters in names that look alike, so that an engine prints one for the other: 高
/// and 髙, 辺 and 邉 and 邊. A family only says that a person should look; it never replaces anything.
public final class GlyphVariants {
  /// At most so many texts to choose from.
  public static final int MOST_CANDIDATES = 12;

  private static final Map<Integer, List<String>> FAMILIES = readFamilies();

  private GlyphVariants() {}

  /// The family of a character, the common form first, the character itself included; empty when it
  /// has none.
  public static Optional<List<String>> familyOf(int codePoint) {
    return Optional.ofNullable(FAMILIES.get(codePoint));
  }

  /// All characters that look like others.
  public static Stream<String> all() {
    return FAMILIES.values().stream().distinct().flatMap(List::stream);
  }

  /// The text with one character exchanged for another of its family, at most 12 of them: first the
  /// nearest exchange at each place, then the next. Never holds the text itself.
  public static List<String> candidatesFor(String text) {
    int[] characters = text.codePoints().toArray();
    List<String> candidates = new ArrayList<>();
    for (int rank = 0; candidates.size() < MOST_CANDIDATES; rank++) {
      boolean isAnyLeft = false;
      for (int at = 0; at < characters.length; at++) {
        List<String> others = othersOf(characters[at]);
        isAnyLeft |= rank + 1 < others.size();
        if (rank < others.size() && candidates.size() < MOST_CANDIDATES) {
          candidates.add(exchanged(characters, at, others.get(rank)));
        }
      }
      if (!isAnyLeft) {
        break;
      }
    }
    return List.copyOf(candidates);
  }

  /// Whether the text holds a character of any family, so that the engine's choice needs a look.
  public static boolean isDoubtful(String text) {
    return text.codePoints().anyMatch(c -> FAMILIES.containsKey(c) || isVariant(c));
  }

  /// Whether the character has a more common form, is a variation selector, a compatibility
  /// ideograph or a private character 外字.
  static boolean isVariant(int codePoint) {
    boolean isRareInFamily =
        familyOf(codePoint).filter(f -> f.getFirst().codePointAt(0) != codePoint).isPresent();
    return isRareInFamily
        || Texts.isVariationSelector(codePoint)
        || Texts.isCompatibilityIdeograph(codePoint)
        || Character.getType(codePoint) == Character.PRIVATE_USE;
  }

  private static List<String> othersOf(int codePoint) {
    return familyOf(codePoint).orElse(List.of()).stream()
        .filter(other -> other.codePointAt(0) != codePoint)
        .toList();
  }

  /// A variation selector belongs to the character before it and goes with it.
  private static String exchanged(int[] characters, int at, String other) {
    boolean hasSelector =
        at + 1 < characters.length && Texts.isVariationSelector(characters[at + 1]);
    int rest = at + (hasSelector ? 2 : 1);
    return new String(characters, 0, at)
        + other
        + new String(characters, rest, characters.length - rest);
  }

  private static Map<Integer, List<String>> readFamilies() {
    Map<Integer, List<String>> families = new HashMap<>();
    try (InputStream stream =
        Objects.requireNonNull(
            GlyphVariants.class.getResourceAsStream("/kernel/glyph-variants.txt"))) {
      BufferedReader reader =
          new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8));
      reader
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .forEach(line -> addFamily(families, line.strip()));
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
    return Map.copyOf(families);
  }

  private static void addFamily(Map<Integer, List<String>> families, String line) {
    List<String> family = line.codePoints().mapToObj(Character::toString).toList();
    for (String member : family) {
      if (families.put(member.codePointAt(0), family) != null) {
        throw new IllegalStateException("a character is in two families of glyph-variants.txt");
      }
    }
  }
}
