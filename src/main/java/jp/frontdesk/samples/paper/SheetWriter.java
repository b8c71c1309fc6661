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
import jp.frontdesk.samples.paper.FormTemplate.Rule;
import jp.frontdesk.samples.paper.PlacedTable.PlacedCell;
import jp.frontdesk.samples.scan.Quad;

/// Writes lines and tables on one sheet and notes where each field went.
final class SheetWriter {
  private static final Color INK = new Color(0x101010);
  private static final Color LABEL_SHADE = new Color(0xE4E4E4);
  private static final Color THIN_INK = new Color(0x505050);
  private static final double HALF_LINE_EM = 0.66;
  private static final double THIN_MM = 0.08;
  private static final double CIRCLE_MM = 0.3;

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
      writeCell(cell, table.table().rule(), left + cell.x(), top + cell.y());
    }
    text.append('\n');
    if (table.table().rule() == Rule.SOLID && !table.cells().isEmpty()) {
      canvas.rectangle(
          left, top, table.table().widthMm(), table.heightMm(), look.ruleMm() * 1.6, INK);
    }
  }

  private void drawRule(PlacedCell cell, Rule rule, double x, double y) {
    double right = x + cell.width();
    double bottom = y + cell.height();
    switch (rule) {
      case SOLID -> canvas.rectangle(x, y, cell.width(), cell.height(), look.ruleMm(), INK);
      case THIN -> canvas.rectangle(x, y, cell.width(), cell.height(), THIN_MM, THIN_INK);
      case DOTTED -> {
        canvas.dots(x, y, right, y, look.ruleMm(), INK);
        canvas.dots(x, bottom, right, bottom, look.ruleMm(), INK);
        canvas.dots(x, y, x, bottom, look.ruleMm(), INK);
        canvas.dots(right, y, right, bottom, look.ruleMm(), INK);
      }
      case ROWS -> {
        canvas.line(x, y, right, y, look.ruleMm(), INK);
        canvas.line(x, bottom, right, bottom, look.ruleMm(), INK);
      }
      case NONE -> {}
    }
  }

  private void writeCell(PlacedCell cell, Rule rule, double x, double y) {
    boolean ruled = rule != Rule.NONE;
    if (ruled) {
      if (cell.cell().isLabel() && look.shadedLabels()) {
        canvas.fill(x, y, cell.width(), cell.height(), LABEL_SHADE);
      }
      drawRule(cell, rule, x, y);
    }
    double pitch = cell.sizePt() * PageCanvas.MM_PER_POINT * 1.25;
    double middle = y + (cell.captionMm() + cell.height()) / 2;
    double centre = middle - pitch * (cell.lines().size() - 1) / 2;
    Align align =
        cell.cell().align().orElse(cell.cell().isLabel() && ruled ? Align.CENTER : Align.LEFT);
    double padding = Math.min(PlacedTable.PADDING_MM, cell.width() * 0.1);
    if (!cell.caption().isEmpty()) {
      double captionCentre = y + cell.captionMm() / 2 + 0.3;
      double _ = writePieces(cell.caption(), x + 0.6, captionCentre, PlacedTable.CAPTION_PT);
      text.append(' ');
    }
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
      if (piece.isCircled()) {
        canvas.ellipse(x - 0.2 * em, centre - 0.7 * em, width + 0.4 * em, 1.4 * em, CIRCLE_MM, INK);
      }
      x += width;
    }
    noteLines(pieces, left, centre, em);
    return x;
  }

  /// Pieces of one field that stand side by side are one line of it.
  private void noteLines(List<Piece> pieces, double left, double centre, double em) {
    double x = left;
    for (int i = 0; i < pieces.size(); ) {
      Optional<FieldPath> path = pieces.get(i).path();
      double start = x;
      do {
        x += fonts.widthEm(pieces.get(i).text()) * em;
        i++;
      } while (i < pieces.size() && pieces.get(i).path().equals(path));
      if (path.isPresent()) {
        Quad quad =
            canvas.quad(start, centre - HALF_LINE_EM * em, x - start, 2 * HALF_LINE_EM * em);
        lines.computeIfAbsent(path.get(), _ -> new ArrayList<>()).add(quad);
      }
    }
  }

  void endLine() {
    text.append('\n');
  }

  double widthMm(List<Piece> pieces, double sizePt) {
    return fonts.widthEm(CellText.join(pieces)) * sizePt * PageCanvas.MM_PER_POINT;
  }
}
