package jp.frontdesk.reading.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Finds the sheet on a photograph: four straight edges where something dark ends and paper begins.
/// A scan, whose paper fills the picture, has none.
final class PaperEdge {
  private static final int LOOKED_AT_PX = 420;
  private static final int STEP_PX = 5;
  private static final int STEP_PERCENT = 30;
  private static final double REACH = 0.4;
  private static final double NEAR_PX = 1.6;
  private static final double MIN_FITTING = 0.55;
  private static final double MAX_SLANT = 0.2;
  private static final double MIN_OF_PICTURE = 0.25;

  /// Where a line across the picture crosses from dark to paper.
  private record Crossing(int along, int at) {}

  /// `at = start + slant * along`.
  private record Edge(double start, double slant) {
    double at(double along) {
      return start + slant * along;
    }
  }

  private PaperEdge() {}

  /// The map from the sheet as a rectangle, with its size.
  ///
  /// @param map to the picture
  /// @param width in pixels of the picture, the mean of the upper and lower edge
  /// @param height likewise
  /// @param isWhole whether it fills the picture, so that nothing has to be mapped
  record Sheet(PageMap map, int width, int height, boolean isWhole) {}

  /// The sheet, or nothing where not all four edges are plain to see.
  static Optional<Sheet> find(Gray picture) {
    double scale = Math.max(1, Math.max(picture.width(), picture.height()) / (double) LOOKED_AT_PX);
    Gray view = picture.resized((int) (picture.width() / scale), (int) (picture.height() / scale));
    List<Edge> edges = new ArrayList<>();
    for (int quarters = 0; quarters < 4; quarters++) {
      Optional<Edge> edge = leftEdge(view.turned(quarters));
      if (edge.isEmpty()) {
        return Optional.empty();
      }
      edges.add(edge.orElseThrow());
    }
    double w = view.width();
    double h = view.height();
    Edge left = edges.get(0);
    Edge bottom = new Edge(h - edges.get(1).at(0), -edges.get(1).slant());
    Edge right = new Edge(w - edges.get(2).at(h), edges.get(2).slant());
    Edge top = new Edge(edges.get(3).at(w), -edges.get(3).slant());
    double[][] corners = {
      corner(left, top), corner(right, top), corner(right, bottom), corner(left, bottom)
    };
    double width = (distance(corners[0], corners[1]) + distance(corners[3], corners[2])) / 2;
    double height = (distance(corners[0], corners[3]) + distance(corners[1], corners[2])) / 2;
    if (width * height < MIN_OF_PICTURE * w * h) {
      return Optional.empty();
    }
    for (double[] corner : corners) {
      corner[0] = (corner[0] + 0.5) * scale - 0.5;
      corner[1] = (corner[1] + 0.5) * scale - 0.5;
    }
    int wide = (int) (width * scale);
    int high = (int) (height * scale);
    return Optional.of(new Sheet(PageMap.ofQuad(corners, wide, high), wide, high, false));
  }

  /// The picture itself, for want of edges.
  static Sheet whole(Gray picture) {
    return new Sheet(PageMap.scaled(1), picture.width(), picture.height(), true);
  }

  private static double distance(double[] a, double[] b) {
    return Math.hypot(a[0] - b[0], a[1] - b[1]);
  }

  /// Where a standing edge, a function of the row, meets a lying one, a function of the column.
  private static double[] corner(Edge standing, Edge lying) {
    double y =
        (lying.start() + lying.slant() * standing.start()) / (1 - lying.slant() * standing.slant());
    return new double[] {standing.at(y), y};
  }

  private static Optional<Edge> leftEdge(Gray view) {
    List<Crossing> crossings = new ArrayList<>();
    for (int y = view.height() / 10; y < view.height() * 9 / 10; y++) {
      crossing(view, y).ifPresent(crossings::add);
    }
    Edge best = new Edge(0, 0);
    int most = 0;
    int step = Math.max(1, crossings.size() / 40);
    for (int i = 0; i < crossings.size(); i += step) {
      for (int j = i + step; j < crossings.size(); j += step) {
        Edge edge = through(crossings.get(i), crossings.get(j));
        int fitting = Math.abs(edge.slant()) > MAX_SLANT ? 0 : near(crossings, edge).size();
        if (fitting > most) {
          most = fitting;
          best = edge;
        }
      }
    }
    boolean isPlain = most >= MIN_FITTING * view.height() * 0.8;
    return isPlain ? Optional.of(fitted(near(crossings, best))) : Optional.empty();
  }

  /// The strongest step from dark to bright in the left part of a row.
  private static Optional<Crossing> crossing(Gray view, int y) {
    int best = -1;
    int most = 0;
    int dark = 0;
    int bright = 0;
    for (int x = 0; x < STEP_PX; x++) {
      dark += view.at(x, y);
      bright += view.at(x + STEP_PX, y);
    }
    int end = Math.min(view.width() - STEP_PX, (int) (view.width() * REACH));
    for (int x = STEP_PX; x < end; x++) {
      int rise = bright - dark;
      if (rise * 100 > STEP_PERCENT * bright && rise > most) {
        most = rise;
        best = x;
      }
      dark += view.at(x, y) - view.at(x - STEP_PX, y);
      bright += view.at(x + STEP_PX, y) - view.at(x, y);
    }
    return best < 0 ? Optional.empty() : Optional.of(new Crossing(y, best));
  }

  private static Edge through(Crossing a, Crossing b) {
    double slant = (b.at() - a.at()) / (double) (b.along() - a.along());
    return new Edge(a.at() - slant * a.along(), slant);
  }

  private static List<Crossing> near(List<Crossing> crossings, Edge edge) {
    return crossings.stream()
        .filter(c -> Math.abs(edge.at(c.along()) - c.at()) <= NEAR_PX)
        .toList();
  }

  /// The line with the least squares.
  private static Edge fitted(List<Crossing> crossings) {
    double along = crossings.stream().mapToInt(Crossing::along).average().orElseThrow();
    double at = crossings.stream().mapToInt(Crossing::at).average().orElseThrow();
    double both = 0;
    double squares = 0;
    for (Crossing c : crossings) {
      both += (c.along() - along) * (c.at() - at);
      squares += (c.along() - along) * (c.along() - along);
    }
    double slant = squares == 0 ? 0 : both / squares;
    return new Edge(at - slant * along, slant);
  }
}
