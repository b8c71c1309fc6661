package jp.frontdesk.paper;

/// A rectangle on a sheet in millimetres, measured from the sheet's upper left corner.
///
/// @param xMm left edge
/// @param yMm upper edge; grows downwards
/// @param widthMm not negative
/// @param heightMm not negative
public record MmBox(double xMm, double yMm, double widthMm, double heightMm) {
  /// Differences below this are rounding, in millimetres.
  private static final double TOLERANCE_MM = 0.01;

  public MmBox {
    if (widthMm < 0 || heightMm < 0) {
      throw new IllegalArgumentException("a box has no negative size");
    }
  }

  /// The right edge.
  public double rightMm() {
    return xMm + widthMm;
  }

  /// The lower edge.
  public double bottomMm() {
    return yMm + heightMm;
  }

  /// The box moved right and down.
  public MmBox moved(double rightMm, double downMm) {
    return new MmBox(xMm + rightMm, yMm + downMm, widthMm, heightMm);
  }

  /// The box made smaller at each side, down to nothing.
  public MmBox inset(double sideMm, double topMm) {
    double x = Math.min(sideMm, widthMm / 2);
    double y = Math.min(topMm, heightMm / 2);
    return new MmBox(xMm + x, yMm + y, widthMm - 2 * x, heightMm - 2 * y);
  }

  /// Whether the other box lies within this one, to a hundredth of a millimetre.
  public boolean contains(MmBox other) {
    return other.xMm >= xMm - TOLERANCE_MM
        && other.yMm >= yMm - TOLERANCE_MM
        && other.rightMm() <= rightMm() + TOLERANCE_MM
        && other.bottomMm() <= bottomMm() + TOLERANCE_MM;
  }

  /// Whether the two share more than an edge.
  public boolean overlaps(MmBox other) {
    return other.xMm < rightMm() - TOLERANCE_MM
        && xMm < other.rightMm() - TOLERANCE_MM
        && other.yMm < bottomMm() - TOLERANCE_MM
        && yMm < other.bottomMm() - TOLERANCE_MM;
  }
}
