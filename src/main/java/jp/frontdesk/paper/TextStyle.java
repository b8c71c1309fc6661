package jp.frontdesk.paper;

/// How a text is set in its box.
///
/// @param maxPt the size it has where there is room
/// @param minPt the smallest size it may shrink to, at least 7 pt for values
public record TextStyle(Face face, double maxPt, double minPt, Align align, VAlign vAlign) {
  /// The smallest size that is still read without effort, in points.
  public static final double SMALLEST_PT = 7;

  /// Where a line stands between left and right.
  public enum Align {
    /// At the left edge.
    LEFT,
    /// In the middle.
    CENTER,
    /// At the right edge.
    RIGHT,
    /// One character each at even distances over the whole width 均等割付.
    SPREAD
  }

  /// Where the lines stand between top and bottom.
  public enum VAlign {
    /// At the upper edge.
    TOP,
    /// In the middle.
    MIDDLE,
    /// At the lower edge.
    BOTTOM
  }

  public TextStyle {
    if (minPt <= 0 || maxPt < minPt) {
      throw new IllegalArgumentException("a style's sizes are positive, the smallest first");
    }
  }

  /// Left, in the middle of the height, shrinking to 7 pt where it must.
  public static TextStyle left(Face face, double maxPt) {
    return new TextStyle(face, maxPt, Math.min(maxPt, SMALLEST_PT), Align.LEFT, VAlign.MIDDLE);
  }

  /// In the middle both ways, shrinking to 7 pt where it must.
  public static TextStyle center(Face face, double maxPt) {
    return new TextStyle(face, maxPt, Math.min(maxPt, SMALLEST_PT), Align.CENTER, VAlign.MIDDLE);
  }
}
