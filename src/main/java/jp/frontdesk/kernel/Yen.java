package jp.frontdesk.kernel;

/// An amount of money in whole yen, never negative.
///
/// @param amountYen yen
public record Yen(long amountYen) implements Comparable<Yen> {
  /// Nothing to pay.
  public static final Yen ZERO = new Yen(0);

  public Yen {
    if (amountYen < 0) {
      throw new IllegalArgumentException("an amount of yen is never negative");
    }
  }

  /// The sum; an overflow is an `ArithmeticException`.
  public Yen plus(Yen other) {
    return new Yen(Math.addExact(amountYen, other.amountYen));
  }

  /// The amount so many times.
  public Yen times(int count) {
    return new Yen(Math.multiplyExact(amountYen, count));
  }

  @Override
  public int compareTo(Yen other) {
    return Long.compare(amountYen, other.amountYen);
  }

  /// As people read it: `1,200円`.
  @Override
  public String toString() {
    return String.format("%,d円", amountYen);
  }
}
