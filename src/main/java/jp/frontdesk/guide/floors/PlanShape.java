package jp.frontdesk.guide.floors;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import jp.frontdesk.paper.MmPoint;

/// One thing drawn on a floor plan, in the plan's units. Colours are shades of grey, as counters
/// print them: percent of black.
public sealed interface PlanShape {
  /// Straight lines through points, perhaps an area.
  ///
  /// @param points two or more
  /// @param isClosed whether the last is joined to the first
  /// @param fill of the area; empty for none
  /// @param line of its edge; empty for none
  record Outline(
      List<MmPoint> points,
      boolean isClosed,
      Optional<Integer> fill,
      Optional<Integer> line,
      double lineWidth)
      implements PlanShape {
    public Outline {
      points = List.copyOf(points);
    }

    /// The points as SVG writes them.
    public String svgPoints() {
      return points.stream().map(p -> p.xMm() + "," + p.yMm()).collect(Collectors.joining(" "));
    }
  }

  /// Words on one line, in black.
  ///
  /// @param baseline where they stand
  /// @param words Japanese, as on the signs of the building
  record Words(double x, double baseline, double size, Anchor anchor, String words)
      implements PlanShape {}

  /// Which part of words stands at their point.
  enum Anchor {
    START,
    MIDDLE,
    END;

    /// As SVG writes it.
    public String svgName() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  /// A shade as SVG writes it.
  ///
  /// @param black percent
  static String svgGrey(Optional<Integer> black) {
    return black
        .map(percent -> {
          int level = Math.round((100 - percent) * 255 / 100f);
          return "#%02x%02x%02x".formatted(level, level, level);
        })
        .orElse("none");
  }
}
