package jp.frontdesk.samples.paper;

import java.awt.Color;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jp.frontdesk.kernel.FieldPath;
import jp.frontdesk.samples.paper.CellText.Piece;
import jp.frontdesk.samples.paper.FormTemplate.Align;
import jp.frontdesk.samples.paper.PlacedTable.PlacedCell;
import jp.frontdesk.samples.scan.Quad;

/// Writes lines and tables on one sheet and notes where each field went.
final class SheetWriter {
  private static final Color INK = new Color(0x101010);
  private static final Color LABEL_SHADE = new Color(0xE4E4E4);
  private static final double HALF_LINE_EM = 0.66;

  private final PageCanvas canvas;
  private final FontStack fonts;
  private final SheetLook look;
  private final StringBuilder text = new StringBuilder();
  private final Map<FieldPath, List<Quad>> lines = new LinkedHashMap<>();
  private final Map<FieldPath, Quad> cells = new LinkedHashMap<>();

  SheetWriter(PageCanvas canvas, FontStack fonts, SheetLook look) {
    this.canvas = canvas;
    this.fonts = fonts;
    this.look = look;
  }

  PrintedPage page() {
    List<PrintedPage.Box> boxes = new ArrayList<>();
    lines.forEach((path, quads) ->
        boxes.add(new PrintedPage.Box(path, quads, Optional.ofNullable(cells.get(path)))));
    return new PrintedPage(canvas.image(), text.toString().strip(), boxes);
  }

  void writeTable(PlacedTable table, double left, double top) {
    int row = 0;
    for (PlacedCell cell : table.cells()) {
      text.append(cell.row() == row ? "\t" : "\n");
      row = cell.row();
      writeCell(cell, table.table().isRuled(), left + cell.x(), top + cell.y());
    }
    text.append('\n');
    if (table.table().isRuled() && !table.cells().isEmpty()) {
      canvas.rectangle(
          left, top, table.table().widthMm(), table.heightMm(), look.ruleMm() * 1.6, INK);
    }
  }

  private void writeCell(PlacedCell cell, boolean ruled, double x, double y) {
    if (ruled) {
      if (cell.cell().isLabel() && look.shadedLabels()) {
        canvas.fill(x, y, cell.width(), cell.height(), LABEL_SHADE);
      }
      canvas.rectangle(x, y, cell.width(), cell.height(), look.ruleMm(), INK);
    }
    double pitch = cell.sizePt() * PageCanvas.MM_PER_POINT * 1.25;
    double centre = y + cell.height() / 2 - pitch * (cell.lines().size() - 1) / 2;
    Align align =
        cell.cell().align().orElse(cell.cell().isLabel() && ruled ? Align.CENTER : Align.LEFT);
    double padding = Math.min(PlacedTable.PADDING_MM, cell.width() * 0.1);
    for (List<Piece> line : cell.lines()) {
      double width = widthMm(line, cell.sizePt());
      double start =
          switch (align) {
            case LEFT -> x + padding;
            case CENTER -> x + (cell.width() - width) / 2;
            case RIGHT -> x + cell.width() - padding - width;
          };
      double _ = writePieces(line, start, centre, cell.sizePt());
      centre += pitch;
    }
    if (ruled) {
      for (List<Piece> line : cell.lines()) {
        for (Piece piece : line) {
          piece.path().ifPresent(p -> cells.put(p, canvas.quad(x, y, cell.width(), cell.height())));
        }
      }
    }
  }

  /// Writes pieces side by side from a left edge around a vertical centre; returns the right edge.
  double writePieces(List<Piece> pieces, double left, double centre, double sizePt) {
    double em = sizePt * PageCanvas.MM_PER_POINT;
    double x = left;
    for (Piece piece : pieces) {
      double width = fonts.widthEm(piece.text()) * em;
      canvas.draw(fonts, piece.text(), x, centre + 0.38 * em, sizePt, INK);
      text.append(piece.text());
      if (piece.path().isPresent()) {
        Quad quad = canvas.quad(x, centre - HALF_LINE_EM * em, width, 2 * HALF_LINE_EM * em);
        lines.computeIfAbsent(piece.path().get(), _ -> new ArrayList<>()).add(quad);
      }
      x += width;
    }
    return x;
  }

  void endLine() {
    text.append('\n');
  }

  double widthMm(List<Piece> pieces, double sizePt) {
    return fonts.widthEm(CellText.join(pieces)) * sizePt * PageCanvas.MM_PER_POINT;
  }
}
