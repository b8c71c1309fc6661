package jp.frontdesk.reading.cells;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import jp.frontdesk.reading.page.Darkness;

/// Rules end at other rules. Where a long one ends in the open, it was too faint to be followed: it
/// goes on to the next rule across, or to the corner it makes with another one that ends so.
final class LooseEnds {
  private static final double LEAST_RUN_OF_SIDE = 0.03;
  private static final double REACH_OF_SIDE = 0.025;
  private static final double CORNER_OF_SIDE = 0.04;
  private static final int AHEAD_PX = 3;
  private static final int DRIFT_PX = 1;
  private static final int BREAK_PX = 2;

  private final RuleTrace trace;
  private final byte[] mask;
  private final int width;
  private final int height;
  private final int leastRun;
  private final int reach;
  private final int corner;
  private final int junction;

  /// Where a rule ends.
  ///
  /// @param dx whether it would go on to the right (1), to the left (-1) or neither (0)
  /// @param dy the same downwards
  private record End(int x, int y, int dx, int dy) {}

  private record Corner(End level, End upright, int distance) {}

  private LooseEnds(Darkness page, byte[] mask) {
    trace = new RuleTrace(page);
    this.mask = mask;
    width = page.width();
    height = page.height();
    int longer = Math.max(width, height);
    leastRun = (int) (LEAST_RUN_OF_SIDE * longer);
    reach = (int) (REACH_OF_SIDE * longer);
    corner = (int) (CORNER_OF_SIDE * longer);
    junction = Rules.reach(width, height) + 4;
  }

  /// @param mask the rules, to which what is missing of them is added
  static void tie(Darkness page, byte[] mask) {
    LooseEnds ends = new LooseEnds(page, mask);
    List<End> level = ends.open(ends.find(1, 0), ends.find(-1, 0));
    List<End> upright = ends.open(ends.find(0, 1), ends.find(0, -1));
    ends.makeCorners(level, upright);
  }

  /// The ends of long rules with nothing ahead and no rule across them.
  private List<End> find(int dx, int dy) {
    List<End> found = new ArrayList<>();
    for (int y = AHEAD_PX + 1; y < height - AHEAD_PX - 1; y++) {
      for (int x = AHEAD_PX + 1; x < width - AHEAD_PX - 1; x++) {
        if (mask[y * width + x] == 0 || isMarkedAhead(x, y, dx, dy)) {
          continue;
        }
        if (lengthFrom(x, y, -dx, -dy) >= leastRun
            && !isTied(x, y, dx, dy)
            && crosses(x, y, -dx, -dy)) {
          found.add(new End(x, y, dx, dy));
        }
      }
    }
    return found;
  }

  private boolean isMarkedAhead(int x, int y, int dx, int dy) {
    for (int k = 1; k <= AHEAD_PX; k++) {
      for (int off = -AHEAD_PX; off <= AHEAD_PX; off++) {
        if (mask[(y + k * dy + off * dx) * width + x + k * dx + off * dy] != 0) {
          return true;
        }
      }
    }
    return false;
  }

  /// Whether a rule, followed back from its end, meets one across: a row of strokes meets none.
  private boolean crosses(int x, int y, int dx, int dy) {
    Walk walk = new Walk(x, y, dx, dy);
    while (walk.goesOn()) {
      if (walk.missing == 0 && isAcross(walk.x, walk.y, dx, dy)) {
        return true;
      }
    }
    return false;
  }

  private boolean isTied(int x, int y, int dx, int dy) {
    for (int k = 0; k <= junction; k++) {
      if (isAcross(x - k * dx, y - k * dy, dx, dy)) {
        return true;
      }
    }
    return false;
  }

  /// Whether a long rule in the other direction passes or begins here.
  private boolean isAcross(int x, int y, int dx, int dy) {
    for (int off = -DRIFT_PX; off <= DRIFT_PX; off++) {
      int u = x + off * dy;
      int v = y + off * dx;
      if (isMarked(u, v) && lengthFrom(u, v, dy, dx) + lengthFrom(u, v, -dy, -dx) >= leastRun) {
        return true;
      }
    }
    return false;
  }

  /// How far a rule can be followed in a direction, no further than a long one.
  private int lengthFrom(int x, int y, int dx, int dy) {
    Walk walk = new Walk(x, y, dx, dy);
    int steps = 0;
    int length = 0;
    while (steps <= leastRun && walk.goesOn()) {
      steps++;
      length = walk.missing == 0 ? steps : length;
    }
    return length;
  }

  /// Follows a rule pixel by pixel, drifting and over small breaks.
  private final class Walk {
    private final int dx;
    private final int dy;
    private int x;
    private int y;
    private int missing;

    Walk(int x, int y, int dx, int dy) {
      this.x = x;
      this.y = y;
      this.dx = dx;
      this.dy = dy;
    }

    /// One step; whether the rule still goes on or is only broken.
    boolean goesOn() {
      x += dx;
      y += dy;
      missing++;
      if (isMarked(x, y)) {
        missing = 0;
      } else if (isMarked(x + dy, y + dx)) {
        x += dy;
        y += dx;
        missing = 0;
      } else if (isMarked(x - dy, y - dx)) {
        x -= dy;
        y -= dx;
        missing = 0;
      }
      return missing <= BREAK_PX;
    }
  }

  private boolean isMarked(int x, int y) {
    return x >= 0 && y >= 0 && x < width && y < height && mask[y * width + x] != 0;
  }

  /// Ties ends to the next rule across; gives those that found none.
  private List<End> open(List<End> forward, List<End> backward) {
    List<End> open = new ArrayList<>();
    List<End> all = new ArrayList<>(forward);
    all.addAll(backward);
    for (End end : all) {
      int to = AHEAD_PX;
      while (to <= reach
          && !isAcross(end.x() + to * end.dx(), end.y() + to * end.dy(), end.dx(), end.dy())) {
        to++;
      }
      if (to <= reach && isTraced(end, to)) {
        mark(end, to);
      } else {
        open.add(end);
      }
    }
    return open;
  }

  private void makeCorners(List<End> level, List<End> upright) {
    List<Corner> corners = new ArrayList<>();
    for (End one : level) {
      for (End other : upright) {
        int along = (other.x() - one.x()) * one.dx();
        int up = (one.y() - other.y()) * other.dy();
        if (along >= 0 && up >= 0 && along <= corner && up <= corner) {
          corners.add(new Corner(one, other, along + up));
        }
      }
    }
    corners.sort(Comparator.comparingInt(Corner::distance));
    List<End> done = new ArrayList<>();
    for (Corner found : corners) {
      if (!done.contains(found.level()) && !done.contains(found.upright())) {
        int along = (found.upright().x() - found.level().x()) * found.level().dx();
        int up = (found.level().y() - found.upright().y()) * found.upright().dy();
        if (isTraced(found.level(), along) && isTraced(found.upright(), up)) {
          mark(found.level(), along);
          mark(found.upright(), up);
          done.add(found.level());
          done.add(found.upright());
        }
      }
    }
  }

  private boolean isTraced(End end, int steps) {
    return trace.goesOn(end.x(), end.y(), end.dx(), end.dy(), steps, false);
  }

  private void mark(End end, int steps) {
    for (int k = 1; k <= steps; k++) {
      int x = end.x() + k * end.dx();
      int y = end.y() + k * end.dy();
      if (x >= 0 && y >= 0 && x < width && y < height) {
        mask[y * width + x] = 1;
      }
    }
  }
}
