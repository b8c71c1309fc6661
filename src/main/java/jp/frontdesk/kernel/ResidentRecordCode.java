package jp.frontdesk.kernel;

import java.util.Optional;

/// 住民票コード: ten random digits and one check digit (住民基本台帳法施行規則 第1条). The notice that defines the
/// check digit was not found, so [#checkDigitAgrees()] is an alert for people, never a reason to
/// refuse.
///
/// @param digits eleven digits
public record ResidentRecordCode(String digits) {
  public ResidentRecordCode {
    if (!Digits.areDigits(digits, 11)) {
      throw new IllegalArgumentException("not a resident record code of eleven digits");
    }
  }

  /// Reads a code written with spaces, hyphens or full-width digits; empty unless eleven digits
  /// remain.
  public static Optional<ResidentRecordCode> parse(String text) {
    String digits = Texts.digitsOf(text);
    return Digits.areDigits(digits, 11)
        ? Optional.of(new ResidentRecordCode(digits))
        : Optional.empty();
  }

  /// Whether the last digit is the one the supposed modulus 11 rule gives.
  public boolean checkDigitAgrees() {
    return Digits.checkDigitOf(digits, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2) == digits.charAt(10) - '0';
  }

  @Override
  public String toString() {
    return "ResidentRecordCode(***)";
  }
}
