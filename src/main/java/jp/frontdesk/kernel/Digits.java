package jp.frontdesk.kernel;

/// Sums over ASCII digits, shared by the numbers that carry a check digit.
final class Digits {
  private Digits() {}

  static boolean areDigits(String text, int length) {
    return text.length() == length && text.chars().allMatch(c -> c >= '0' && c <= '9');
  }

  /// Sum of the first digits times the weights, from the left.
  static int weightedSum(String digits, int... weights) {
    int sum = 0;
    for (int i = 0; i < weights.length; i++) {
      sum += (digits.charAt(i) - '0') * weights[i];
    }
    return sum;
  }

  /// The modulus 11 check digit of 個人番号: 11 minus the remainder, and 0 where the remainder is 0 or
  /// 1.
  static int checkDigitOf(String digits, int... weights) {
    int remainder = weightedSum(digits, weights) % 11;
    return remainder <= 1 ? 0 : 11 - remainder;
  }
}
