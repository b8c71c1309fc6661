package jp.frontdesk.reading;

import java.util.ArrayList;
import java.util.List;
import jp.frontdesk.reading.page.Ink;

/// The stretches of a line's columns that hold ink, from left to right: characters, or parts of
/// them.
final class InkRuns {
  private static final double MARK_REACH = 0.55;

  private InkRuns() {}

  /// Boxes as high as the line.
  static List<Box> of(Ink ink, Box line) {
    List<Box> runs = new ArrayList<>();
    int start = -1;
    for (int x = line.x(); x <= line.right(); x++) {
      boolean hasInk = x < line.right() && hasInk(ink, line, x);
      if (hasInk && start < 0) {
        start = x;
      } else if (!hasInk && start >= 0) {
        runs.add(new Box(start, line.y(), x - start, line.height()));
        start = -1;
      }
    }
    return runs;
  }

  /// The stretches of a line that wide gaps divide.
  ///
  /// @param gapOfHeight the least gap, in heights of the line
  static List<Box> apart(Ink ink, Box line, double gapOfHeight) {
    List<Box> pieces = new ArrayList<>();
    for (Box run : of(ink, line)) {
      boolean goesOn =
          !pieces.isEmpty() && run.x() - pieces.getLast().right() < gapOfHeight * run.height();
      pieces.add(goesOn ? pieces.removeLast().union(run) : run);
    }
    return pieces;
  }

  /// The box with the blank columns beside it, up to the ink of its neighbours.
  ///
  /// @param most columns on either side
  static Box withRoom(Ink ink, Box box, int most) {
    int left = box.x();
    while (left > 0 && box.x() - left < most && !hasInk(ink, box, left - 1)) {
      left--;
    }
    int right = box.right();
    while (right < ink.width() && right - box.right() < most && !hasInk(ink, box, right)) {
      right++;
    }
    return new Box(left, box.y(), right - left, box.height());
  }

  /// The box with the mark of a voiced sound that hangs beyond its last character: ﾞ is small, high
  /// up, and nothing stands under it.
  static Box withMark(Ink ink, Box box) {
    int reach = (int) Math.round(MARK_REACH * box.height());
    int top = Math.max(0, box.y() - box.height() / 6);
    Box high = new Box(box.right(), top, reach, box.y() + box.height() / 2 - top);
    Box low = new Box(box.right(), high.bottom(), reach, box.bottom() - high.bottom());
    if (box.right() + reach >= ink.width() || !of(ink, low).isEmpty()) {
      return box;
    }
    int right = of(ink, high).stream().mapToInt(Box::right).max().orElse(box.right());
    boolean isWhole = right < high.right() || !hasInk(ink, high, right);
    return right > box.right() && isWhole
        ? box.union(new Box(box.right(), top, right - box.right(), high.height()))
        : box;
  }

  private static boolean hasInk(Ink ink, Box line, int x) {
    for (int y = line.y(); y < line.bottom(); y++) {
      if (ink.at(x, y)) {
        return true;
      }
    }
    return false;
  }
}
