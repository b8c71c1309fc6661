package jp.frontdesk.reading;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import jp.frontdesk.reading.cells.TextLine;

/// Forms repeat the same cells for each person. Where several labels stand again at the same
/// distance, a print that stands at that distance from another label and is as long is that label
/// too, however blurred.
final class LikeBlocks {
  private static final int TOLERANCE_PX = 5;
  private static final int PAIRS_AT_LEAST = 3;
  private static final double AS_LONG = 0.1;

  private final List<ReadCell> cells;

  private LikeBlocks(List<ReadCell> cells) {
    this.cells = cells;
  }

  /// The cells in their order, labelled by those of other blocks.
  static List<ReadCell> labelled(List<ReadCell> cells) {
    LikeBlocks blocks = new LikeBlocks(cells);
    List<Integer> distances = blocks.distances();
    return distances.isEmpty()
        ? cells
        : cells.stream()
            .map(c -> blocks.labelOf(c, distances).map(c::withLabel).orElse(c))
            .toList();
  }

  /// How far blocks stand under each other, in pixels.
  private List<Integer> distances() {
    Map<Label, List<ReadCell>> byLabel =
        cells.stream()
            .filter(c -> c.label().filter(Label::isOfMember).isPresent())
            .collect(Collectors.groupingBy(c -> c.label().orElseThrow()));
    Map<Integer, Set<String>> found = new TreeMap<>();
    for (List<ReadCell> same : byLabel.values()) {
      for (ReadCell a : same) {
        for (ReadCell b : same) {
          int apart = b.box().y() - a.box().y();
          if (apart > a.box().height() && isColumn(a, b)) {
            found.computeIfAbsent(apart, _ -> new TreeSet<>()).add(a.box().x() + " " + a.box().y());
          }
        }
      }
    }
    List<Integer> distances = new ArrayList<>();
    for (int apart : found.keySet()) {
      Set<String> pairs = new HashSet<>();
      for (int near = apart - TOLERANCE_PX / 2; near <= apart + TOLERANCE_PX / 2; near++) {
        pairs.addAll(found.getOrDefault(near, Set.of()));
      }
      if (pairs.size() >= PAIRS_AT_LEAST) {
        distances.add(apart);
      }
    }
    return distances;
  }

  private Optional<Label> labelOf(ReadCell cell, List<Integer> distances) {
    if (cell.label().isPresent() || cell.cell().isEmpty()) {
      return Optional.empty();
    }
    List<Label> found =
        cells.stream()
            .filter(o -> !o.cell().isEmpty())
            .filter(o -> o.label().filter(Label::isOfMember).isPresent())
            .filter(o -> isColumn(o, cell) && isAsLong(o, cell))
            .filter(o ->
                distances.stream()
                    .anyMatch(d ->
                        Math.abs(Math.abs(o.box().y() - cell.box().y()) - d) <= TOLERANCE_PX / 2))
            .map(o -> o.label().orElseThrow())
            .distinct()
            .toList();
    return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
  }

  private static boolean isColumn(ReadCell a, ReadCell b) {
    return Math.abs(a.box().x() - b.box().x()) <= TOLERANCE_PX
        && Math.abs(a.box().right() - b.box().right()) <= TOLERANCE_PX
        && Math.abs(a.box().height() - b.box().height()) <= TOLERANCE_PX;
  }

  private static boolean isAsLong(ReadCell a, ReadCell b) {
    Box p = inkOf(a);
    Box q = inkOf(b);
    double tolerance = Math.max(TOLERANCE_PX, AS_LONG * p.width());
    return Math.abs(p.width() - q.width()) <= tolerance
        && Math.abs(p.x() - a.box().x() - q.x() + b.box().x()) <= tolerance;
  }

  private static Box inkOf(ReadCell cell) {
    return cell.cell().lines().stream().map(TextLine::box).reduce(Box::union).orElseThrow();
  }
}
