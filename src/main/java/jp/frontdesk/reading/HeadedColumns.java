package jp.frontdesk.reading;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/// Tables with their labels on top: one or more rows of headings, below them the rows of one member
/// after the other. A column's headings and values repeat in the same order, so the place of a
/// value in its column tells its heading and its member. Where rows of headings and rows of values
/// take turns, the headings are captions of single values and stand here by themselves.
final class HeadedColumns {
  private static final double TOUCHING = 0.7;
  private static final double BLANKS = 1.6;
  private static final double BESIDE = 0.4;

  private final CellGrid grid;
  private final HeadBands bands;
  private final List<Entry> entries = new ArrayList<>();
  private final List<Entry> nameless = new ArrayList<>();
  private final List<Block> blocks = new ArrayList<>();
  private boolean isDoubtful;

  /// Values and the headings they stand under.
  ///
  /// @param heads one, or several where one cell holds the values of several
  /// @param values the cells from top to bottom; may be empty ones
  /// @param table their table
  /// @param member from 0 within the table
  record Entry(List<ReadCell> heads, List<ReadCell> values, int table, int member) {}

  /// The rows of one member.
  record Block(int table, int member, int top, int bottom) {}

  private record Column(List<ReadCell> heads, List<List<ReadCell>> rows) {}

  HeadedColumns(List<ReadCell> cells) {
    grid = new CellGrid(cells);
    bands = new HeadBands(cells, grid);
    Map<Integer, Map<List<ReadCell>, List<ReadCell>>> byTable = new LinkedHashMap<>();
    for (ReadCell cell : cells) {
      if (cell.label().isEmpty() && !isHead(cell) && !isBesideLabel(cell)) {
        List<ReadCell> stack = stackOver(cell);
        if (!stack.isEmpty()) {
          byTable
              .computeIfAbsent(cell.cell().table(), t -> new LinkedHashMap<>())
              .computeIfAbsent(stack, s -> new ArrayList<>())
              .add(cell);
        }
      }
    }
    byTable.forEach((table, columns) -> place(table, columns));
    entries.addAll(new LostHeadings(cells).found(nameless));
  }

  /// Whether a label that is no heading touches the left side of a value.
  private boolean isBesideLabel(ReadCell cell) {
    return grid.beside(cell).stream()
        .filter(o -> o.label().isPresent() && !isHead(o))
        .anyMatch(o -> Math.abs(o.box().right() - cell.box().x()) < BESIDE * cell.box().height());
  }

  /// Whether a cell is a heading of a column, or one over such headings.
  boolean isHead(ReadCell cell) {
    return bands.isHead(cell) || bands.isGroup(cell);
  }

  /// The caption right over a value in a table of captions: a cell with its sides, or print without
  /// a cell that stands over no other column.
  Optional<ReadCell> captionOf(ReadCell value) {
    if (!bands.isCaptioned(value.cell().table())) {
      return Optional.empty();
    }
    Optional<ReadCell> whole = grid.above(value).stream().filter(this::isOverColumn).findFirst();
    return grid.over(value).stream()
        .filter(this::isOverColumn)
        .takeWhile(o -> whole.isEmpty() || o.box().y() > whole.orElseThrow().box().y())
        .filter(o -> o.box().x() >= value.box().x() && o.box().right() <= value.box().right())
        .findFirst()
        .or(() -> whole);
  }

  private boolean isOverColumn(ReadCell cell) {
    return cell.label().isPresent()
        && grid.right(cell).map(r -> r.label().isPresent()).orElse(true);
  }

  /// Whether a table has captions over single values instead of headings.
  boolean isCaptioned(int table) {
    return bands.isCaptioned(table);
  }

  /// Whether columns differ in how many members they show.
  boolean isDoubtful() {
    return isDoubtful;
  }

  List<Entry> entries() {
    return List.copyOf(entries);
  }

  List<Block> blocks() {
    return List.copyOf(blocks);
  }

  /// The headings over a value from top to bottom: those that touch each other above all values of
  /// the column.
  private List<ReadCell> stackOver(ReadCell value) {
    List<ReadCell> stack = new ArrayList<>();
    for (ReadCell above : grid.above(value)) {
      boolean isHead = bands.isHead(above);
      if (!isHead && !stack.isEmpty()) {
        break;
      }
      if (isHead) {
        boolean touches =
            stack.isEmpty()
                || stack.getLast().box().y() - above.box().bottom()
                    < TOUCHING * above.box().height();
        if (!touches) {
          break;
        }
        stack.add(above);
      }
    }
    return stack.reversed();
  }

  private void place(int table, Map<List<ReadCell>, List<ReadCell>> byStack) {
    List<Column> columns = new ArrayList<>();
    byStack.forEach(
        (stack, values) -> columns.add(new Column(ownOf(stack, byStack.keySet()), rows(values))));
    boolean isOfMembers =
        columns.stream()
            .flatMap(c -> c.heads().stream())
            .anyMatch(h -> h.label().map(Label::isOfMember).orElse(false));
    int members = isOfMembers ? memberCount(columns) : 1;
    List<Block> own = blocksOf(table, columns, members);
    blocks.addAll(own);
    columns.forEach(c -> place(c, own));
  }

  /// The headings of a column that are not the headings of a wider one: values of those stand in
  /// the wider column.
  private static List<ReadCell> ownOf(List<ReadCell> stack, Set<List<ReadCell>> all) {
    List<ReadCell> own =
        stack.stream()
            .filter(head ->
                all.stream()
                    .noneMatch(
                        o -> o.size() < stack.size() && stack.containsAll(o) && o.contains(head)))
            .toList();
    return own.isEmpty() ? stack : own;
  }

  /// Rows of values for each row of headings, as most columns have it; of two equal numbers the
  /// smaller one, for a heading that was not found makes two people of one. Where columns differ
  /// nothing in the table is certain.
  private int memberCount(List<Column> columns) {
    Map<Integer, Integer> votes = new TreeMap<>();
    for (Column column : columns) {
      if (ranTogether(column)) {
        continue;
      }
      if (column.rows().size() % column.heads().size() == 0) {
        votes.merge(column.rows().size() / column.heads().size(), 1, Integer::sum);
      } else {
        isDoubtful = true;
      }
    }
    isDoubtful |= votes.size() > 1;
    int best = votes.values().stream().mapToInt(Integer::intValue).max().orElse(0);
    return votes.entrySet().stream()
        .filter(v -> v.getValue() == best)
        .map(Map.Entry::getKey)
        .findFirst()
        .orElse(1);
  }

  /// Whether blank places of a column have become one tall cell.
  private static boolean ranTogether(Column column) {
    int written =
        column.rows().stream()
            .flatMap(List::stream)
            .filter(c -> !c.cell().isEmpty())
            .mapToInt(c -> c.box().height())
            .max()
            .orElse(Integer.MAX_VALUE);
    return column.rows().stream()
        .flatMap(List::stream)
        .anyMatch(c -> c.cell().isEmpty() && c.box().height() > BLANKS * written);
  }

  /// From the first to the last row of each member, as those columns have it that show every
  /// member.
  private static List<Block> blocksOf(int table, List<Column> columns, int members) {
    List<Column> whole =
        columns.stream()
            .filter(c -> c.rows().size() % members == 0 && !ranTogether(c))
            .filter(c -> c.rows().size() / members == c.heads().size())
            .toList();
    List<Column> given =
        whole.isEmpty()
            ? columns.stream().filter(c -> c.rows().size() % members == 0).limit(1).toList()
            : whole;
    List<Block> found = new ArrayList<>();
    for (int m = 0; m < members && !given.isEmpty(); m++) {
      int top = Integer.MAX_VALUE;
      int bottom = 0;
      for (Column column : given) {
        int each = column.rows().size() / members;
        top = Math.min(top, column.rows().get(m * each).getFirst().box().y());
        bottom = Math.max(bottom, column.rows().get(m * each + each - 1).getFirst().box().bottom());
      }
      found.add(new Block(table, m, top, bottom));
    }
    return found;
  }

  private void place(Column column, List<Block> own) {
    for (Block block : own) {
      List<List<ReadCell>> inside =
          column.rows().stream()
              .filter(r -> {
                int middle = r.getFirst().box().centerY();
                return middle >= block.top() && middle < block.bottom();
              })
              .toList();
      int labels = column.heads().size();
      if (inside.isEmpty()) {
        continue;
      }
      if (labels > inside.size()) {
        boolean isWhole = inside.size() == 1 && isTall(inside.getFirst(), block);
        List<ReadCell> values = inside.stream().flatMap(List::stream).toList();
        if (isWhole) {
          add(column.heads(), values, block);
        } else {
          inside.forEach(r -> add(List.of(headAt(column, r, block)), r, block));
        }
        continue;
      }
      for (int label = 0; label < labels; label++) {
        int from = label * inside.size() / labels;
        int to = (label + 1) * inside.size() / labels;
        List<ReadCell> values = inside.subList(from, to).stream().flatMap(List::stream).toList();
        add(List.of(column.heads().get(label)), values, block);
      }
    }
  }

  private void add(List<ReadCell> labels, List<ReadCell> values, Block block) {
    List<ReadCell> known = labels.stream().filter(l -> l.label().isPresent()).toList();
    if (known.size() == labels.size()) {
      entries.add(new Entry(known, values, block.table(), block.member()));
    } else if (labels.size() == 1) {
      nameless.add(new Entry(labels, values, block.table(), block.member()));
    }
  }

  private static boolean isTall(List<ReadCell> row, Block block) {
    return row.getFirst().box().height() > 0.7 * (block.bottom() - block.top());
  }

  /// Where a row of the block was not found: the heading by the share of the block's height.
  private static ReadCell headAt(Column column, List<ReadCell> row, Block block) {
    double share =
        (double) (row.getFirst().box().centerY() - block.top()) / (block.bottom() - block.top());
    int at = (int) (share * column.heads().size());
    return column.heads().get(Math.clamp(at, 0, column.heads().size() - 1));
  }

  /// Cells of one row come together.
  private static List<List<ReadCell>> rows(List<ReadCell> cells) {
    List<List<ReadCell>> rows = new ArrayList<>();
    for (ReadCell cell :
        cells.stream().sorted(Comparator.comparingInt(c -> c.box().centerY())).toList()) {
      boolean isSameRow =
          !rows.isEmpty() && cell.box().centerY() < rows.getLast().getFirst().box().bottom();
      if (isSameRow) {
        rows.getLast().add(cell);
      } else {
        rows.add(new ArrayList<>(List.of(cell)));
      }
    }
    rows.forEach(r -> r.sort(Comparator.comparingInt(c -> c.box().x())));
    return rows;
  }
}
