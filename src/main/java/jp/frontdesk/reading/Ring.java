package jp.frontdesk.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import jp.frontdesk.reading.page.Ink;

/// The ring around one of several words in a line: it stands higher than all print of the line. A
/// ring that is higher than its row is cut by the rules and leaves only its two sides.
final class Ring {
  private static final double FULL = 0.93;
  private static final double PRINT = 0.88;
  private static final double SIGN = 0.3;
  private static final double NARROWEST = 0.75;
  private static final double WIDEST = 3.2;

  private Ring() {}

  /// The box of the ring in a line, empty when there is none or more than one.
  static Optional<Box> in(Ink ink, Box line) {
    List<Box> runs = InkRuns.of(ink, line).stream().map(r -> tight(ink, r)).toList();
    List<Integer> full = new ArrayList<>();
    for (int i = 0; i < runs.size(); i++) {
      if (runs.get(i).height() >= FULL * line.height()) {
        full.add(i);
      }
    }
    if (full.isEmpty()) {
      return Optional.empty();
    }
    int first = full.getFirst();
    int last = full.getLast();
    Box ring = runs.subList(first, last + 1).stream().reduce(Box::union).orElseThrow();
    List<Box> others = new ArrayList<>(runs.subList(0, first));
    others.addAll(runs.subList(last + 1, runs.size()));
    OptionalInt highest =
        others.stream().mapToInt(Box::height).filter(h -> h > SIGN * line.height()).max();
    boolean isHigher = highest.isPresent() && highest.getAsInt() <= PRINT * line.height();
    boolean isRound =
        ring.width() > NARROWEST * line.height() && ring.width() < WIDEST * line.height();
    return isHigher && isRound ? Optional.of(ring) : Optional.empty();
  }

  /// A run without the blank rows above and below its ink.
  private static Box tight(Ink ink, Box run) {
    int top = run.bottom();
    int bottom = run.y();
    for (int y = run.y(); y < run.bottom(); y++) {
      for (int x = run.x(); x < run.right(); x++) {
        if (ink.at(x, y)) {
          top = Math.min(top, y);
          bottom = y + 1;
        }
      }
    }
    return new Box(run.x(), Math.min(top, bottom), run.width(), Math.max(0, bottom - top));
  }
}
