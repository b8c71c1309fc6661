package jp.frontdesk.samples.paper;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import jp.frontdesk.samples.paper.CellText.Piece;
import jp.frontdesk.samples.paper.CellText.Scope;
import jp.frontdesk.samples.paper.FormTemplate.Cell;
import jp.frontdesk.samples.paper.FormTemplate.Row;
import jp.frontdesk.samples.paper.FormTemplate.Table;

/// A table whose cells know their texts and their places, relative to the table's top left corner.
///
/// @param heightMm of the whole table
record PlacedTable(Table table, double heightMm, List<PlacedCell> cells) {
  /// White space between a cell's line and its text.
  static final double PADDING_MM = 1.5;

  /// Size of the small print in the corner of a cell.
  static final double CAPTION_PT = 6.5;

  private static final double LINE_HEIGHT_EM = 1.25;
  private static final double SMALLEST_PT = 5;

  PlacedTable {
    cells = List.copyOf(cells);
  }

  /// A cell with its text broken into lines.
  ///
  /// @param caption the small print in its corner; may be empty
  record PlacedCell(
      Cell cell,
      int row,
      double x,
      double y,
      double width,
      double height,
      List<Piece> caption,
      List<List<Piece>> lines,
      double sizePt) {
    /// How much of the height the small print in the corner takes.
    double captionMm() {
      return caption.isEmpty() ? 0 : CAPTION_PT * LINE_HEIGHT_EM * PageCanvas.MM_PER_POINT;
    }
  }

  private record Slot(Cell cell, int row, int column) {}

  static PlacedTable place(Table table, Scope scope, FontStack fonts, int wording) {
    List<Slot> slots = slots(table);
    int columns = table.columnsMm().size();
    double[] x = new double[columns + 1];
    for (int c = 0; c < columns; c++) {
      x[c + 1] = x[c] + table.columnsMm().get(c);
    }
    List<PlacedCell> texts = new ArrayList<>();
    double[] heights = table.rows().stream().mapToDouble(Row::heightMm).toArray();
    for (Slot slot : slots) {
      Cell cell = slot.cell();
      double width = x[slot.column() + cell.columns()] - x[slot.column()];
      PlacedCell text = fit(slot, x[slot.column()], width, scope, fonts, wording);
      texts.add(text);
      if (cell.rows() == 1) {
        double needed =
            text.lines().size() * LINE_HEIGHT_EM * text.sizePt() * PageCanvas.MM_PER_POINT
                + text.captionMm()
                + 1.2;
        heights[slot.row()] = Math.max(heights[slot.row()], needed);
      }
    }
    double[] y = new double[heights.length + 1];
    for (int r = 0; r < heights.length; r++) {
      y[r + 1] = y[r] + heights[r];
    }
    List<PlacedCell> cells =
        texts.stream()
            .map(t ->
                new PlacedCell(
                    t.cell(),
                    t.row(),
                    t.x(),
                    y[t.row()],
                    t.width(),
                    y[t.row() + t.cell().rows()] - y[t.row()],
                    t.caption(),
                    t.lines(),
                    t.sizePt()))
            .toList();
    return new PlacedTable(table, Arrays.stream(heights).sum(), cells);
  }

  /// Walks the rows as HTML does: a cell takes the first free column and keeps the rows it spans.
  private static List<Slot> slots(Table table) {
    List<Slot> slots = new ArrayList<>();
    Set<List<Integer>> taken = new HashSet<>();
    for (int row = 0; row < table.rows().size(); row++) {
      int column = 0;
      for (Cell cell : table.rows().get(row).cells()) {
        while (taken.contains(List.of(row, column))) {
          column++;
        }
        slots.add(new Slot(cell, row, column));
        for (int r = row; r < row + cell.rows(); r++) {
          for (int c = column; c < column + cell.columns(); c++) {
            taken.add(List.of(r, c));
          }
        }
        column += cell.columns();
      }
    }
    return slots;
  }

  private static PlacedCell fit(
      Slot slot, double x, double width, Scope scope, FontStack fonts, int wording) {
    Cell cell = slot.cell();
    List<Piece> pieces = CellText.fill(Wordings.pick(cell.text(), wording), scope);
    double padding = cell.isLabel() ? 0.5 : PADDING_MM;
    double room = width - 2 * Math.min(padding, width * 0.1);
    double size = cell.sizePt();
    List<List<Piece>> lines = new ArrayList<>();
    if (cell.isVertical()) {
      CellText.join(pieces)
          .codePoints()
          .forEach(c -> lines.add(CellText.fill(Character.toString(c), scope)));
    } else if (cell.wraps()) {
      lines.addAll(CellText.wrap(pieces, room / (size * PageCanvas.MM_PER_POINT), fonts));
    } else {
      lines.add(pieces);
      double needed = fonts.widthEm(CellText.join(pieces)) * size * PageCanvas.MM_PER_POINT;
      if (needed > room) {
        size = Math.max(SMALLEST_PT, size * room / needed);
      }
    }
    List<Piece> caption = CellText.fill(Wordings.pick(cell.caption(), wording), scope);
    return new PlacedCell(cell, slot.row(), x, 0, width, 0, caption, lines, size);
  }
}
