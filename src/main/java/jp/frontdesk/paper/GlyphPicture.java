package jp.frontdesk.paper;

import java.util.ArrayList;
import java.util.List;

/// A character as a picture shows it, for one that no font has. Drawn as a shape, so that it prints
/// as sharp as the picture was.
///
/// @param parts black rectangles in the em square, measured from its upper left corner in parts of
///   its side
public record GlyphPicture(List<Part> parts) {
  /// A black rectangle.
  public record Part(double x, double y, double width, double height) {}

  public GlyphPicture {
    parts = List.copyOf(parts);
  }

  /// The picture of dark and light dots.
  ///
  /// @param dark row by row, as many rows as columns
  public static GlyphPicture of(boolean[][] dark) {
    double dot = 1.0 / Math.max(1, dark.length);
    List<Part> parts = new ArrayList<>();
    for (int y = 0; y < dark.length; y++) {
      int from = -1;
      for (int x = 0; x <= dark[y].length; x++) {
        boolean isDark = x < dark[y].length && dark[y][x];
        if (isDark && from < 0) {
          from = x;
        } else if (!isDark && from >= 0) {
          // a little higher than a row, so that no viewer leaves hairlines between rows
          parts.add(new Part(from * dot, y * dot, (x - from) * dot, dot * 1.02));
          from = -1;
        }
      }
    }
    return new GlyphPicture(parts);
  }
}
