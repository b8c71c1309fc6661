package jp.frontdesk.reading;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import jp.frontdesk.kernel.CertificateField;
import jp.frontdesk.reading.cells.Cell;
import jp.frontdesk.reading.cells.TextLine;

/// Finds which cell holds which field: a value belongs to the headings of its column in a table
/// with headings on top, else to the nearest label at its left, else to the one above it. A new
/// member begins where a table begins or a label of members comes again.
final class FormLayout {
  private static final int MEMBER_LABELS_OF_A_BLOCK = 3;

  private final List<ReadCell> cells;
  private final CellGrid grid;
  private final List<ReadCell> labels;
  private final HeadedColumns columns;
  private final Set<ReadCell> headed = new HashSet<>();
  private final Map<ReadCell, List<ReadCell>> values;
  private final PeopleAcross across;
  private final MemberBlocks people;
  private final PeopleTables tables;
  private final Predicate<String> isOther;

  FormLayout(List<ReadCell> given) {
    this(given, c -> 0, t -> false);
  }

  /// @param number the number printed in a cell, 0 where none can be read
  /// @param isOther whether a text is a caption whose values are of no field
  FormLayout(List<ReadCell> given, ToIntFunction<ReadCell> number, Predicate<String> isOther) {
    this.isOther = isOther;
    cells = inTheirRows(ValuesLikeLabels.told(given));
    grid = new CellGrid(cells);
    labels =
        cells.stream()
            .filter(c -> c.label().isPresent())
            .sorted(
                Comparator.<ReadCell>comparingInt(c -> c.cell().table())
                    .thenComparingInt(c -> c.box().y())
                    .thenComparingInt(c -> c.box().x()))
            .toList();
    columns = new HeadedColumns(cells);
    columns.entries().forEach(e -> headed.addAll(e.values()));
    tables =
        new PeopleTables(
            columns.blocks().stream().filter(b -> isOfPeople(b.table())).toList(),
            this::memberFieldsOf,
            b -> indexOf(b).map(number::applyAsInt).orElse(0));
    people = new MemberBlocks(labels, columns::isHead, tables.count() > 0);
    Map<ReadCell, List<ReadCell>> ofOne = valuesOfLabels(false);
    across = new PeopleAcross(ofOne);
    values = across.count() > 1 ? valuesOfLabels(true) : ofOne;
  }

  /// Labels that say the same in two rows get what they mean in theirs, and a label of several
  /// fields gives up what another in its row names.
  private static List<ReadCell> inTheirRows(List<ReadCell> cells) {
    CellGrid grid = new CellGrid(cells);
    return cells.stream()
        .map(c ->
            c.label().isEmpty()
                ? c
                : c.withLabel(
                    c.label().orElseThrow().inRowOf(labelsOf(grid.row(c), c), labelsNear(grid, c))))
        .toList();
  }

  /// The labels right under it, and two over it, with the same sides: 保険 under 国保 and 後期 is 介護保険,
  /// half of which was too blurred to be read.
  private static List<Label> labelsNear(CellGrid grid, ReadCell cell) {
    List<Label> near = new ArrayList<>(labelsUnder(grid, cell));
    ReadCell last = cell;
    for (ReadCell above : grid.above(cell).stream().limit(2).toList()) {
      if (!isRightUnder(last, above)) {
        break;
      }
      near.addAll(above.label().stream().toList());
      last = above;
    }
    return near;
  }

  private static List<Label> labelsOf(List<ReadCell> cells, ReadCell own) {
    return cells.stream().filter(o -> !o.equals(own)).flatMap(o -> o.label().stream()).toList();
  }

  /// The label right under it with the same sides.
  private static List<Label> labelsUnder(CellGrid grid, ReadCell cell) {
    List<ReadCell> under =
        grid.below(cell).stream().limit(1).filter(o -> isRightUnder(o, cell)).toList();
    return labelsOf(under, cell);
  }

  private static boolean isRightUnder(ReadCell lower, ReadCell upper) {
    return Math.abs(lower.box().width() - upper.box().width()) <= 4
        && lower.box().y() - upper.box().bottom() <= 4;
  }

  int memberCount() {
    return firstOfTables() + tables.count();
  }

  /// The number of the first member of the tables with headings.
  private int firstOfTables() {
    return people.count() * across.count();
  }

  /// Whether some of the ruling or headings was not found, so that a value may stand under the
  /// wrong person.
  boolean isDoubtful() {
    return columns.isDoubtful() || tables.isDoubtful() || hasRowsInBlock();
  }

  /// Whether the rows of a table are people. Headings inside the block of a person are of that
  /// person alone.
  private boolean isOfPeople(int table) {
    return !memberFieldsOf(table).isEmpty() && !isInBlock(table);
  }

  private boolean isInBlock(int table) {
    return !memberFieldsOf(table).contains(CertificateField.NAME)
        && labels.stream()
            .filter(l -> l.cell().table() == table && !columns.isHead(l))
            .anyMatch(l -> l.label().orElseThrow().fields().contains(CertificateField.NAME));
  }

  private boolean hasRowsInBlock() {
    return columns.entries().stream().anyMatch(e -> e.member() > 0 && isInBlock(e.table()));
  }

  private int memberOf(HeadedColumns.Entry entry) {
    return isInBlock(entry.table())
        ? entry.values().stream().findFirst().map(v -> people.memberAt(v).orElse(-1)).orElse(-1)
        : firstOfTables() + tables.memberOf(entry.table(), entry.member());
  }

  private Set<CertificateField> memberFieldsOf(int table) {
    return columns.entries().stream()
        .filter(e -> e.table() == table)
        .flatMap(e -> e.heads().stream())
        .flatMap(h -> h.label().stream())
        .filter(Label::isOfMember)
        .flatMap(l -> l.fields().stream())
        .collect(Collectors.toSet());
  }

  /// @param isAcross whether people stand beside each other, so that the first may have no value
  private Map<ReadCell, List<ReadCell>> valuesOfLabels(boolean isAcross) {
    Map<ReadCell, List<ReadCell>> values = new LinkedHashMap<>();
    for (ReadCell cell : cells) {
      if (cell.label().isEmpty()
          && !headed.contains(cell)
          && !columns.isHead(cell)
          && !isIndex(cell)
          && !cell.isRunningLine()) {
        labelOf(cell, isAcross)
            .ifPresent(l -> values.computeIfAbsent(l, k -> new ArrayList<>()).add(cell));
      }
    }
    return values;
  }

  /// Where each value stands.
  List<Slot> slots() {
    List<Slot> slots = new ArrayList<>();
    values.forEach((labelCell, found) -> {
      Label label = labelCell.label().orElseThrow();
      int member = people.memberOf(labelCell).orElse(-1);
      if (label.isOfMember() && member < 0) {
        return;
      }
      List<List<ReadCell>> people = label.isOfMember() ? across.divided(found) : List.of(found);
      for (int i = 0; i < people.size(); i++) {
        if (!people.get(i).isEmpty()) {
          slots.addAll(
              slotsOf(label, label.isOfMember() ? member * across.count() + i : -1, people.get(i)));
        }
      }
    });
    for (HeadedColumns.Entry entry : columns.entries()) {
      List<Label> over = entry.heads().stream().map(h -> h.label().orElseThrow()).toList();
      Label label = Label.joined(over);
      int member = label.isOfMember() ? memberOf(entry) : -1;
      if (member >= 0 || !label.isOfMember()) {
        slots.addAll(slotsOf(label, member, entry.values()));
      }
    }
    return slots;
  }

  /// Cells that belong to no label, with the member whose block they stand in: running lines.
  Map<ReadCell, Integer> unlabelled() {
    Map<ReadCell, Integer> found = new LinkedHashMap<>();
    for (ReadCell cell : cells) {
      if (cell.label().isEmpty()
          && !cell.cell().isEmpty()
          && !headed.contains(cell)
          && !columns.isHead(cell)
          && !isIndex(cell)
          && (cell.isRunningLine() || labelOf(cell, across.count() > 1).isEmpty())) {
        found.put(cell, people.memberAt(cell).orElse(-1));
      }
    }
    return found;
  }

  /// The cells that hold a member's number: tall, at the left of a block.
  Map<Integer, ReadCell> indexCells() {
    Map<Integer, ReadCell> found = new HashMap<>();
    for (ReadCell cell : cells) {
      if (isIndex(cell) && !cell.cell().isEmpty()) {
        people.forEach((label, member) -> {
          if (label.cell().table() == cell.cell().table()
              && label.box().centerY() > cell.box().y()
              && label.box().centerY() < cell.box().bottom()) {
            found.putIfAbsent(member, cell);
          }
        });
      }
    }
    for (HeadedColumns.Block block : columns.blocks()) {
      if (isOfPeople(block.table())) {
        indexOf(block)
            .ifPresent(c ->
                found.putIfAbsent(
                    firstOfTables() + tables.memberOf(block.table(), block.member()), c));
      }
    }
    return found;
  }

  /// The cell with the number of a person at the left of the rows that speak of them.
  private Optional<ReadCell> indexOf(HeadedColumns.Block block) {
    return cells.stream()
        .filter(c -> c.cell().table() == block.table() && !c.cell().isEmpty())
        .filter(c -> c.label().isEmpty() && !headed.contains(c) && isLeftOfHeads(c))
        .filter(c -> c.box().centerY() >= block.top() && c.box().centerY() < block.bottom())
        .findFirst();
  }

  private boolean isLeftOfHeads(ReadCell cell) {
    return headed.stream()
        .filter(h -> h.cell().table() == cell.cell().table())
        .allMatch(h -> h.box().x() >= cell.box().right() - 4);
  }

  /// Tall and narrow, with three labels or more standing at its right.
  private boolean isIndex(ReadCell cell) {
    Box box = cell.box();
    return box.height() > box.width()
        && cell.label().isEmpty()
        && labels.stream()
                .filter(l -> l.cell().table() == cell.cell().table())
                .filter(l -> l.box().x() >= box.right() - 2)
                .filter(l -> box.height() > 1.5 * l.box().height())
                .filter(l -> l.box().centerY() > box.y() && l.box().centerY() < box.bottom())
                .count()
            >= MEMBER_LABELS_OF_A_BLOCK;
  }

  private Optional<ReadCell> labelOf(ReadCell value, boolean isAcross) {
    Box box = value.box();
    if (columns.isCaptioned(value.cell().table())) {
      Optional<ReadCell> caption = columns.captionOf(value);
      if (caption.isPresent()) {
        return caption;
      }
    }
    Optional<ReadCell> left =
        labels.stream()
            .filter(l -> l.cell().table() == value.cell().table())
            .filter(l -> !columns.isHead(l) && l.box().right() <= box.x() + 4)
            .filter(l -> l.box().y() - 3 <= box.centerY() && box.centerY() <= l.box().bottom() + 3)
            .max(Comparator.comparingInt(l -> l.box().right()));
    return left.isPresent() ? left.filter(l -> !isOfOther(value, l, isAcross)) : headerOf(value);
  }

  /// Whether a caption of no field, or an empty place for a value, stands between a label and a
  /// value; 世帯主 may be a relation.
  private boolean isOfOther(ReadCell value, ReadCell label, boolean isAcross) {
    return !label.label().orElseThrow().names(CertificateField.RELATION)
        && grid.beside(value).stream()
            .filter(c -> c.label().isEmpty() && c.box().x() >= label.box().right() - 4)
            .filter(c -> c.box().right() <= value.box().x() + 4)
            .anyMatch(c ->
                isOther.test(c.text())
                    || (!isAcross && c.cell().isEmpty() && c.box().width() > 2 * c.box().height()));
  }

  /// The nearest label above with about the same sides: forms with a row of headings.
  private Optional<ReadCell> headerOf(ReadCell value) {
    Box box = value.box();
    return labels.stream()
        .filter(l -> l.cell().table() == value.cell().table())
        .filter(l -> l.box().bottom() <= box.y() + 4)
        .filter(l -> !columns.isHead(l) && hasNoValueBeside(l))
        .filter(l ->
            Math.abs(l.box().x() - box.x()) < box.height() / 2 + 4
                && Math.abs(l.box().right() - box.right()) < box.height() / 2 + 4)
        .max(Comparator.comparingInt(l -> l.box().bottom()));
  }

  private boolean hasNoValueBeside(ReadCell label) {
    return grid.right(label).map(r -> r.label().isPresent()).orElse(true);
  }

  private static List<Slot> slotsOf(Label label, int member, List<ReadCell> values) {
    List<CertificateField> fields = new ArrayList<>(label.fields());
    List<ReadCell> sorted = ValueCells.sorted(values, fields.size() == 1);
    boolean isStacked =
        sorted.size() == fields.size() + 1
            || (sorted.size() == 1 && sorted.getFirst().cell().lines().size() == 2);
    if (label.above().isPresent() && isStacked) {
      fields.addFirst(label.above().orElseThrow());
    }
    List<Slot> slots = new ArrayList<>();
    if (sorted.size() >= fields.size()) {
      for (int i = 0; i < sorted.size(); i++) {
        int at = Math.min(i, fields.size() - 1);
        addSlot(slots, member, fields.get(at), label, sorted.get(i).cell());
      }
    } else if (sorted.size() == 1
        && sorted.getFirst().cell().lines().size() == fields.size()
        && fields.stream().noneMatch(f -> f.kind() == jp.frontdesk.kernel.FieldKind.CHOICE)) {
      Cell cell = sorted.getFirst().cell();
      for (int i = 0; i < fields.size(); i++) {
        slots.add(
            new Slot(
                member,
                List.of(fields.get(i)),
                List.of(),
                List.of(cell.lines().get(i)),
                cell.box(),
                label.drop()));
      }
    } else {
      List<TextLine> lines = sorted.stream().flatMap(c -> c.cell().lines().stream()).toList();
      if (!lines.isEmpty()) {
        Box box = sorted.stream().map(ReadCell::box).reduce(Box::union).orElseThrow();
        slots.add(new Slot(member, fields, label.foreign(), lines, box, label.drop()));
      }
    }
    return slots;
  }

  private static void addSlot(
      List<Slot> slots, int member, CertificateField field, Label label, Cell cell) {
    if (!cell.isEmpty()) {
      slots.add(
          new Slot(
              member, List.of(field), label.foreign(), cell.lines(), cell.box(), label.drop()));
    }
  }
}
