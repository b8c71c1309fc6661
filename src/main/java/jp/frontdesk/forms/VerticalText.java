package jp.frontdesk.forms;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import jp.frontdesk.paper.Face;
import jp.frontdesk.paper.GlyphRun;
import jp.frontdesk.paper.MmBox;
import jp.frontdesk.paper.PdfSheet;
import jp.frontdesk.paper.TextStyle;

/// A text from top to bottom, its columns from right to left 縦書き. Long marks, brackets and Latin
/// letters lie on their side, commas and small kana move to the upper right of their cell. A
/// character that no font has stands upright as its picture.
///
/// @param cells one for each character, in the order of reading
record VerticalText(double sizePt, List<Cell> cells) {
  /// A character in its cell.
  record Cell(MmBox place, GlyphRun.Glyph glyph) {
    String text() {
      return glyph.text();
    }
  }

  private static final double MM_PER_PT = 25.4 / 72;
  private static final double STEP_PT = 0.5;
  private static final double COLUMN = 1.25;
  private static final String TURNED = "ー－‐―—〜～（）〔〕［］｛｝〈〉《》「」『』【】()[]-=＝：；…‥";
  private static final String UPPER_RIGHT = "、。，．";
  private static final String SMALL = "ァィゥェォッャュョヮヵヶぁぃぅぇぉっゃゅょゎ";

  VerticalText {
    cells = List.copyOf(cells);
  }

  /// The text at the largest size at which it fits the box; empty when it does in none.
  static Optional<VerticalText> fit(GlyphRun run, MmBox box, TextStyle style) {
    for (double size = style.maxPt(); size >= style.minPt(); size -= STEP_PT) {
      Optional<VerticalText> text = fit(run, box, style, size);
      if (text.isPresent()) {
        return text;
      }
    }
    return Optional.empty();
  }

  private static Optional<VerticalText> fit(GlyphRun run, MmBox box, TextStyle style, double size) {
    double em = size * MM_PER_PT;
    int glyphs = run.glyphs().size();
    int perColumn = (int) (box.heightMm() / em);
    if (perColumn == 0) {
      return Optional.empty();
    }
    int columns = (glyphs + perColumn - 1) / perColumn;
    double width = em * (1 + COLUMN * (columns - 1));
    if (width > box.widthMm()) {
      return Optional.empty();
    }
    double right = box.xMm() + (box.widthMm() + width) / 2;
    int longest = Math.min(glyphs, perColumn);
    double free = box.heightMm() - longest * em;
    double top = style.vAlign() == TextStyle.VAlign.TOP ? box.yMm() : box.yMm() + free / 2;
    List<Cell> cells = new ArrayList<>();
    for (int i = 0; i < glyphs; i++) {
      int column = i / perColumn;
      double x = right - em - em * COLUMN * column;
      cells.add(new Cell(new MmBox(x, top + em * (i % perColumn), em, em), run.glyphs().get(i)));
    }
    return Optional.of(new VerticalText(size, cells));
  }

  /// Draws it.
  void paint(PdfSheet sheet, Face face) {
    sheet.asOneText(() -> {
      for (Cell cell : cells) {
        paint(sheet, face, cell);
      }
    });
  }

  private void paint(PdfSheet sheet, Face face, Cell cell) {
    double em = cell.place().widthMm();
    double x = cell.place().xMm();
    double baseline = cell.place().yMm() + em * 0.88;
    GlyphRun one = new GlyphRun(List.of(cell.glyph()));
    boolean isTurned = TURNED.contains(cell.text()) || cell.text().matches("[0-9A-Za-z]");
    if (isTurned) {
      sheet.turnedText(face, sizePt, cell.place(), cell.text());
    } else if (UPPER_RIGHT.contains(cell.text())) {
      sheet.glyphs(one, sizePt, x + em * 0.6, baseline - em * 0.6);
    } else if (SMALL.contains(cell.text())) {
      sheet.glyphs(one, sizePt, x + em * 0.1, baseline - em * 0.1);
    } else {
      double width = one.width() / 1000.0 * em;
      sheet.glyphs(one, sizePt, x + (em - width) / 2, baseline);
    }
  }
}
