package jp.frontdesk.reading;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// Rows of headings: where most cells are labels and no value stands beside them, every cell is a
/// heading, also one whose words are not known or could not be read.
final class HeadBands {
  private static final double TOUCHING = 0.7;
  private static final int LABELS_AT_LEAST = 3;
  private static final int TOLERANCE_PX = 4;

  private final List<ReadCell> cells;
  private final CellGrid grid;
  private final Set<ReadCell> heads = new HashSet<>();
  private final Set<ReadCell> groups = new HashSet<>();
  private final Set<Integer> captioned = new HashSet<>();

  private record Band(int top, int bottom) {
    Band with(Box row) {
      return new Band(Math.min(top, row.y()), Math.max(bottom, row.bottom()));
    }

    boolean holds(Box box) {
      return box.y() >= top - TOLERANCE_PX && box.bottom() <= bottom + TOLERANCE_PX;
    }
  }

  HeadBands(List<ReadCell> cells, CellGrid grid) {
    this.cells = cells;
    this.grid = grid;
    Map<Integer, List<ReadCell>> byTable = new HashMap<>();
    cells.stream()
        .filter(this::standsAmongLabels)
        .forEach(c -> byTable.computeIfAbsent(c.cell().table(), t -> new ArrayList<>()).add(c));
    byTable.values().stream().flatMap(List::stream).forEach(heads::add);
    findCaptioned();
    heads.clear();
    byTable.keySet().removeAll(captioned);
    byTable.forEach(this::addTable);
    heads.stream().filter(this::isOverOthers).forEach(groups::add);
    heads.removeAll(groups);
  }

  /// Whether a cell is a heading of a column, known or not.
  boolean isHead(ReadCell cell) {
    return heads.contains(cell);
  }

  /// Whether a cell is a heading over other headings that has no values of its own.
  boolean isGroup(ReadCell cell) {
    return groups.contains(cell);
  }

  /// Whether a table has captions over single values instead of headings.
  boolean isCaptioned(int table) {
    return captioned.contains(table);
  }

  /// Tables in which more headings stand under values of other headings than right under a heading.
  private void findCaptioned() {
    Map<Integer, Integer> captions = new TreeMap<>();
    for (ReadCell head : heads) {
      List<ReadCell> over = grid.over(head);
      if (over.stream().anyMatch(heads::contains)) {
        boolean isStacked = heads.contains(over.getFirst());
        captions.merge(head.cell().table(), isStacked ? -1 : 1, Integer::sum);
      }
    }
    captions.forEach((table, count) -> {
      if (count > 0) {
        captioned.add(table);
      }
    });
  }

  private boolean standsAmongLabels(ReadCell cell) {
    if (cell.label().isEmpty()) {
      return false;
    }
    int besideLabel = 0;
    int besideValue = 0;
    for (ReadCell mate : grid.row(cell)) {
      if (mate.label().isPresent()) {
        boolean labelNext = grid.right(mate).map(r -> r.label().isPresent()).orElse(true);
        besideLabel += labelNext ? 1 : 0;
        besideValue += labelNext ? 0 : 1;
      }
    }
    return besideLabel > Math.max(1, besideValue)
        && grid.below(cell).stream().anyMatch(c -> c.label().isEmpty());
  }

  private void addTable(int table, List<ReadCell> base) {
    heads.addAll(base);
    List<ReadCell> inTable =
        cells.stream().filter(c -> c.cell().table() == table && !c.cell().isEmpty()).toList();
    for (Band one : bandsOf(base)) {
      Band band = grown(one, inTable);
      List<ReadCell> inside = inTable.stream().filter(c -> band.holds(c.box())).toList();
      long labels = inside.stream().filter(c -> c.label().isPresent()).count();
      if (labels >= LABELS_AT_LEAST && labels * 2 > inside.size()) {
        heads.addAll(inside);
      }
    }
  }

  /// With the rows over and under it that hold more labels than other cells, blank ones counted.
  private Band grown(Band band, List<ReadCell> inTable) {
    for (ReadCell cell : inTable) {
      Box box = cell.box();
      boolean touches =
          Math.abs(box.bottom() - band.top()) <= TOLERANCE_PX
              || Math.abs(box.y() - band.bottom()) <= TOLERANCE_PX;
      if (touches && cell.label().isPresent()) {
        List<ReadCell> row = grid.row(cell);
        long labels = row.stream().filter(c -> c.label().isPresent()).count();
        boolean isMost = labels * 2 > row.size() || (labels * 3 > row.size() && isOnTop(row));
        if (isMost && labels > 1) {
          return grown(band.with(box), inTable);
        }
      }
    }
    return band;
  }

  /// Whether nothing of the table stands over a row, so that its cells cannot be values.
  private boolean isOnTop(List<ReadCell> row) {
    return row.stream().allMatch(c -> grid.over(c).isEmpty());
  }

  private static List<Band> bandsOf(List<ReadCell> base) {
    List<Band> bands = new ArrayList<>();
    for (ReadCell cell : base.stream().sorted(Comparator.comparingInt(c -> c.box().y())).toList()) {
      Box box = cell.box();
      boolean goesOn =
          !bands.isEmpty() && box.y() - bands.getLast().bottom() < TOUCHING * box.height();
      if (goesOn) {
        bands.add(bands.removeLast().with(box));
      } else {
        bands.add(new Band(box.y(), box.bottom()));
      }
    }
    return bands;
  }

  /// Two headings or more under it divide its width, and no value is as wide as it.
  private boolean isOverOthers(ReadCell head) {
    List<ReadCell> below = grid.below(head);
    long parts =
        below.stream()
            .filter(heads::contains)
            .filter(o -> o.box().y() - head.box().bottom() < TOUCHING * head.box().height())
            .filter(o -> o.box().width() * 5 < head.box().width() * 4)
            .count();
    boolean hasOwn =
        below.stream()
            .filter(o -> !heads.contains(o))
            .anyMatch(o -> o.box().width() * 10 > head.box().width() * 9);
    return parts >= 2 && !hasOwn;
  }
}
