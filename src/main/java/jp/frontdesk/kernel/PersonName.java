package jp.frontdesk.kernel;

import java.util.Optional;

/// A person's name 氏名, 旧氏 or 通称 with every character kept as printed. Parts are separated by one
/// full-width space, by one ASCII space where both neighbours are of the Latin alphabet; combining
/// marks are composed. Its text form is masked; [#text()] is the only way to the name.
///
/// @param text 1 to 300 characters, without control characters
public record PersonName(String text) {
  /// The longest name taken, in characters.
  public static final int LONGEST = 300;

  public PersonName {
    text = Texts.nameSpaced(Texts.composed(text));
    if (!Texts.isPrintable(text, LONGEST)) {
      throw new IllegalArgumentException("a name has 1 to 300 printable characters");
    }
  }

  /// Empty when the text is blank, too long or holds control characters.
  public static Optional<PersonName> parse(String text) {
    return Texts.isPrintable(text.strip(), LONGEST)
        ? Optional.of(new PersonName(text))
        : Optional.empty();
  }

  /// Whether it holds a character that has a more common form, so that a person has to look at the
  /// image: 髙, 﨑, a variation selector, a compatibility or private character.
  public boolean hasVariantGlyph() {
    return text.codePoints().anyMatch(GlyphVariants::isVariant);
  }

  @Override
  public String toString() {
    return "PersonName(***)";
  }
}
