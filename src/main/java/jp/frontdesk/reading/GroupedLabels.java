package jp.frontdesk.reading;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Words that say what they mean only together with others: 住所 and 世帯主 under a heading 転出前 that
/// stands beside or over them, or in the row of a label of the place left or moved to.
final class GroupedLabels {
  private static final int TOLERANCE_PX = 6;
  private static final double TALLER = 1.5;
  private static final String OLD = "旧";
  private static final String NEW = "新";

  private final LabelBook labels;

  /// @param labels the words
  GroupedLabels(LabelBook labels) {
    this.labels = labels;
  }

  /// The cells with such words made labels; a heading of theirs is none itself any more.
  List<ReadCell> resolved(List<ReadCell> cells) {
    CellGrid grid = new CellGrid(cells);
    Map<ReadCell, Label> found = new HashMap<>();
    Set<ReadCell> groups = new HashSet<>();
    for (ReadCell cell : cells) {
      if (cell.text().isEmpty()) {
        continue;
      }
      Optional<ReadCell> group = headingOf(cell, cells);
      boolean isOpen = cell.label().isEmpty() || labels.isPartial(cell.text());
      Optional<Label> together =
          group
              .filter(g -> isOpen)
              .flatMap(g -> labels.findInGroup(g.text(), cell.text()))
              .filter(l -> l.fields().size() == 1 || labels.isPartial(cell.text()));
      together.ifPresent(l -> {
        found.put(cell, l);
        groups.add(group.orElseThrow());
      });
      if (together.isEmpty() && labels.isPartial(cell.text())) {
        sideOf(cell, cells, grid)
            .flatMap(side -> labels.findInGroup(side, cell.text()))
            .ifPresent(l -> found.put(cell, l));
      }
    }
    return cells.stream()
        .map(c ->
            found.containsKey(c)
                ? c.withLabel(found.get(c))
                : groups.contains(c) ? new ReadCell(c.cell(), c.text(), Optional.empty()) : c)
        .toList();
  }

  /// A tall cell at the left, or else a broad one above, next to which only smaller ones stand.
  private static Optional<ReadCell> headingOf(ReadCell cell, List<ReadCell> cells) {
    Box box = cell.box();
    List<ReadCell> others =
        cells.stream()
            .filter(o -> o.cell().table() == cell.cell().table() && !o.text().isEmpty())
            .toList();
    Optional<ReadCell> beside =
        others.stream()
            .filter(o -> Math.abs(o.box().right() - box.x()) <= TOLERANCE_PX)
            .filter(o -> o.box().height() > TALLER * box.height())
            .filter(o -> o.box().y() <= box.centerY() && box.centerY() < o.box().bottom())
            .findFirst();
    return beside.isPresent()
        ? beside
        : others.stream()
            .filter(o -> Math.abs(o.box().bottom() - box.y()) <= TOLERANCE_PX)
            .filter(o -> o.box().width() > TALLER * box.width())
            .filter(o -> o.box().x() <= box.centerX() && box.centerX() < o.box().right())
            .findFirst();
  }

  /// 旧 or 新, as the nearest label at the left in its row says, else the nearest above in its
  /// column.
  private static Optional<String> sideOf(ReadCell cell, List<ReadCell> cells, CellGrid grid) {
    List<ReadCell> before =
        new ArrayList<>(
            grid.row(cell).stream().filter(o -> o.box().right() <= cell.box().x() + 4).toList());
    Optional<String> inRow =
        before.reversed().stream().flatMap(o -> sideOf(o).stream()).findFirst();
    return inRow.isPresent()
        ? inRow
        : cells.stream()
            .filter(o -> o.cell().table() == cell.cell().table())
            .filter(o -> Math.abs(o.box().x() - cell.box().x()) <= TOLERANCE_PX)
            .filter(o -> o.box().bottom() <= cell.box().y() + TOLERANCE_PX)
            .sorted(Comparator.comparingInt(o -> -o.box().bottom()))
            .flatMap(o -> sideOf(o).stream())
            .findFirst();
  }

  private static Optional<String> sideOf(ReadCell cell) {
    return cell.label()
        .map(l -> l.fields().getFirst())
        .flatMap(f ->
            switch (f) {
              case OLD_ADDRESS -> Optional.of(OLD);
              case NEW_ADDRESS -> Optional.of(NEW);
              default -> Optional.<String>empty();
            });
  }
}
