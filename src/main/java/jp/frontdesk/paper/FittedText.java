package jp.frontdesk.paper;

import java.util.List;

/// A text broken into lines of a size at which it fits its box.
///
/// @param condensedTo the width of the glyphs in percent of their natural width; 長体 below 100
/// @param lines at least one
public record FittedText(double sizePt, int condensedTo, List<GlyphRun> lines) {
  /// From line to line, in parts of the size.
  static final double LINE_HEIGHT = 1.12;

  /// Of the size, above the baseline: the upper edge of the ideographic em box.
  static final double ABOVE_BASELINE = 0.88;

  private static final double MM_PER_PT = 25.4 / 72;

  public FittedText {
    lines = List.copyOf(lines);
  }

  /// The height of all lines.
  public double heightMm() {
    return sizePt * MM_PER_PT * (1 + LINE_HEIGHT * (lines.size() - 1));
  }

  /// The drawn width of a line.
  public double widthMm(GlyphRun line) {
    return line.width() / 1000.0 * sizePt * MM_PER_PT * condensedTo / 100;
  }

  /// Where the line stands in the box: its em boxes, as wide as the line.
  public MmBox placeOf(int line, MmBox box, TextStyle style) {
    double width = widthMm(lines.get(line));
    double x =
        switch (style.align()) {
          case LEFT, SPREAD -> box.xMm();
          case CENTER -> box.xMm() + (box.widthMm() - width) / 2;
          case RIGHT -> box.rightMm() - width;
        };
    double top =
        switch (style.vAlign()) {
          case TOP -> box.yMm();
          case MIDDLE -> box.yMm() + (box.heightMm() - heightMm()) / 2;
          case BOTTOM -> box.bottomMm() - heightMm();
        };
    double em = sizePt * MM_PER_PT;
    return new MmBox(x, top + em * LINE_HEIGHT * line, width, em);
  }
}
