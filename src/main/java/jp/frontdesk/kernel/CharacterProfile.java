package jp.frontdesk.kernel;

import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Which characters a town's registry can hold. A character it cannot hold becomes the nearest one
/// it can: without its variation selector, in its Unicode compatibility form, or the first of its
/// family in `glyph-variants.txt` that it holds. These are what can be derived; a registry's own
/// table for smaller sets 縮退 is not openly published, so a clerk sees every exchange first.
public enum CharacterProfile {
  /// 行政事務標準文字 (MJ+): all of Unicode with variation selectors, but no private characters 外字.
  MJ,
  /// 住基ネット統一文字, as far as it can be derived: the basic plane without variation selectors. The set
  /// itself is not openly published.
  JUKI,
  /// JIS X 0213, four levels of kanji.
  JISX0213,
  /// JIS X 0208, two levels of kanji.
  JISX0208;

  /// Signs that tables to Unicode give either of two codes; they are the same sign in JIS X 0208.
  private static final String SAME_SIGNS = "－−～〜∥‖￠¢￡£￢¬―—";

  /// What becomes of one character.
  ///
  /// @param character as confirmed, with its variation selector
  /// @param becomes what the registry gets; empty when it has nothing for it
  public record Loss(String character, Optional<String> becomes) {}

  /// The profile of a word of `registry.yaml`: `mj`, `juki`, `jisx0213`, `jisx0208`.
  public static Optional<CharacterProfile> parse(String word) {
    for (CharacterProfile profile : values()) {
      if (profile.name().toLowerCase(Locale.ROOT).equals(word)) {
        return Optional.of(profile);
      }
    }
    return Optional.empty();
  }

  /// In Japanese, for clerks.
  public String label() {
    return switch (this) {
      case MJ -> "行政事務標準文字";
      case JUKI -> "住基ネット統一文字";
      case JISX0213 -> "JIS X 0213";
      case JISX0208 -> "JIS X 0208";
    };
  }

  /// Every character of a text that does not stay as it is, in order, repeated ones too.
  public List<Loss> lossesOf(String text) {
    CharsetEncoder encoder = newEncoder();
    List<Loss> losses = new ArrayList<>();
    for (String character : charactersOf(text)) {
      if (!holds(encoder, character)) {
        losses.add(new Loss(character, nearest(encoder, character)));
      }
    }
    return List.copyOf(losses);
  }

  /// The text as the registry gets it; empty when it has nothing for one of its characters.
  public Optional<String> convert(String text) {
    CharsetEncoder encoder = newEncoder();
    StringBuilder result = new StringBuilder(text.length());
    for (String character : charactersOf(text)) {
      Optional<String> held =
          holds(encoder, character) ? Optional.of(character) : nearest(encoder, character);
      if (held.isEmpty()) {
        return Optional.empty();
      }
      result.append(held.get());
    }
    return Optional.of(result.toString());
  }

  private Optional<String> nearest(CharsetEncoder encoder, String character) {
    int base = character.codePointAt(0);
    String bare = Character.toString(base);
    if (!bare.equals(character) && holds(encoder, bare)) {
      return Optional.of(bare);
    }
    String folded = Character.toString(Texts.folded(base));
    if (!folded.equals(bare) && holds(encoder, folded)) {
      return Optional.of(folded);
    }
    return GlyphVariants.familyOf(base).orElse(List.of()).stream()
        .filter(other -> !other.equals(bare) && holds(encoder, other))
        .findFirst();
  }

  private boolean holds(CharsetEncoder encoder, String character) {
    int base = character.codePointAt(0);
    boolean isBare = Character.charCount(base) == character.length();
    int type = Character.getType(base);
    if (type == Character.PRIVATE_USE
        || type == Character.SURROGATE
        || type == Character.UNASSIGNED) {
      return false;
    }
    return switch (this) {
      case MJ -> true;
      case JUKI -> isBare && Character.isBmpCodePoint(base);
      case JISX0213, JISX0208 ->
          isBare && (base < 0x80 || SAME_SIGNS.contains(character) || encoder.canEncode(character));
    };
  }

  private CharsetEncoder newEncoder() {
    return Charset.forName(
            switch (this) {
              case MJ, JUKI -> "UTF-8";
              case JISX0213 -> "x-SJIS_0213";
              case JISX0208 -> "x-JIS0208";
            })
        .newEncoder();
  }

  /// Each character with the variation selector that follows it.
  private static List<String> charactersOf(String text) {
    int[] codes = text.codePoints().toArray();
    List<String> characters = new ArrayList<>(codes.length);
    for (int at = 0; at < codes.length; at++) {
      boolean hasSelector = at + 1 < codes.length && Texts.isVariationSelector(codes[at + 1]);
      characters.add(new String(codes, at, hasSelector ? 2 : 1));
      at += hasSelector ? 1 : 0;
    }
    return characters;
  }
}
