package jp.frontdesk.kernel;

import java.util.Optional;

/// 住所 or 本籍, kept as written; nothing is normalised away. Its text form is masked.
///
/// @param text 1 to 300 characters, without control characters, no white space at its ends
public record Address(String text) {
  /// The longest address taken, in characters.
  public static final int LONGEST = 300;

  public Address {
    text = text.strip();
    if (!Texts.isPrintable(text, LONGEST)) {
      throw new IllegalArgumentException("an address has 1 to 300 printable characters");
    }
  }

  /// Empty when the text is blank, too long or holds control characters.
  public static Optional<Address> parse(String text) {
    return Texts.isPrintable(text.strip(), LONGEST)
        ? Optional.of(new Address(text))
        : Optional.empty();
  }

  /// For comparing two addresses, never for keeping: half width, no spaces, every hyphen after a
  /// digit the same, ヶ as ケ.
  public String folded() {
    return Texts.folded(text)
        .replaceAll("(?<=\\d)[\\p{Pd}\\u2212\\u30FC\\u2015](?=\\d)", "-")
        .replace('ヶ', 'ケ');
  }

  @Override
  public String toString() {
    return "Address(***)";
  }
}
