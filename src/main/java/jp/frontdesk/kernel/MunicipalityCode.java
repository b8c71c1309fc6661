package jp.frontdesk.kernel;

import java.util.Optional;

/// 全国地方公共団体コード: five digits and a check digit (weights 6 5 4 3 2, modulus 11).
///
/// @param digits six digits whose last is the check digit
public record MunicipalityCode(String digits) {
  public MunicipalityCode {
    if (!isValid(digits)) {
      throw new IllegalArgumentException("not a municipality code of six digits that check");
    }
  }

  /// Empty when the text is not six digits or its check digit does not fit.
  public static Optional<MunicipalityCode> parse(String text) {
    return isValid(text) ? Optional.of(new MunicipalityCode(text)) : Optional.empty();
  }

  private static boolean isValid(String text) {
    return Digits.areDigits(text, 6)
        && (11 - Digits.weightedSum(text, 6, 5, 4, 3, 2) % 11) % 10 == text.charAt(5) - '0';
  }

  @Override
  public String toString() {
    return digits;
  }
}
