package jp.frontdesk.kernel;

import java.util.Optional;

/// 個人番号: eleven digits and a check digit (平成26年総務省令第85号 第5条). Its text form is masked, so that it
/// never reaches a log or a message by accident; [#digits()] is the only way to the value.
///
/// @param digits twelve digits whose last is the check digit
public record IndividualNumber(String digits) {
  public IndividualNumber {
    if (!checks(digits)) {
      throw new IllegalArgumentException("not an individual number of twelve digits that check");
    }
  }

  /// Whether the text is twelve ASCII digits whose check digit fits.
  public static boolean checks(String text) {
    return Digits.areDigits(text, 12)
        && Digits.checkDigitOf(text, 6, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2) == text.charAt(11) - '0';
  }

  /// Reads a number written with spaces, hyphens or full-width digits; empty when it does not
  /// check.
  public static Optional<IndividualNumber> parse(String text) {
    String digits = Texts.digitsOf(text);
    return checks(digits) ? Optional.of(new IndividualNumber(digits)) : Optional.empty();
  }

  /// The number with all but its last two digits hidden: `●●●● ●●●● ●●34`.
  public String masked() {
    return "●●●● ●●●● ●●" + digits.substring(10);
  }

  @Override
  public String toString() {
    return "IndividualNumber(***)";
  }
}
