package jp.frontdesk.samples.paper;

import java.awt.Color;

/// What stands on the paper besides the form: the copy-guard pattern 牽制文字 under it and the mayor's
/// seal 公印 over it.
final class PaperDecoration {
  /// 公印 are at most 25 mm square; this one is the size of most towns'.
  static final double SEAL_MM = 21;

  private PaperDecoration() {}

  /// Copy-guard paper whose hidden word has become visible, as it does in a copy or scan.
  static void drawGuard(
      PageCanvas canvas, FontStack fonts, String word, Color ink, double width, double height) {
    int row = 0;
    for (double y = -4; y < height + 20; y += 20.5) {
      canvas.wave(y + 6, width, 1.6, 62, row, ink);
      canvas.wave(y + 13, width, 1.6, 58, row * 1.7, ink);
      for (double x = -14 + row % 2 * 3; x < width + 8; x += 31.5) {
        canvas.drawTurned(fonts, word, x, y + 11, 17, -17, ink);
      }
      row++;
    }
  }

  /// A square seal, its words in columns from right to left.
  static void drawSeal(
      PageCanvas canvas, FontStack fonts, String words, double x, double y, Color ink) {
    canvas.setOpacity(0.82);
    canvas.rectangle(x + 0.5, y + 0.5, SEAL_MM - 1, SEAL_MM - 1, 1.0, ink);
    int[] characters = words.codePoints().toArray();
    int columns = characters.length <= 4 ? 2 : 3;
    int rows = (characters.length + columns - 1) / columns;
    double inside = SEAL_MM - 3;
    double pitchX = inside / columns;
    double pitchY = inside / rows;
    double sizeMm = Math.min(pitchX, pitchY) * 1.02;
    for (int i = 0; i < characters.length; i++) {
      double centreX = x + 1.5 + inside - (Math.floorDiv(i, rows) + 0.5) * pitchX;
      double centreY = y + 1.5 + (i % rows + 0.5) * pitchY;
      canvas.draw(
          fonts,
          Character.toString(characters[i]),
          centreX - sizeMm / 2,
          centreY + sizeMm * 0.38,
          sizeMm / PageCanvas.MM_PER_POINT,
          ink);
    }
    canvas.setOpacity(1);
  }

  /// A word in a box at the top left, e.g. 再交付.
  static void drawMark(PageCanvas canvas, FontStack fonts, String mark, double x, double y) {
    double sizePt = 12;
    double width = fonts.widthEm(mark) * sizePt * PageCanvas.MM_PER_POINT;
    canvas.rectangle(x, y, width + 4, 7, 0.4, Color.BLACK);
    canvas.draw(fonts, mark, x + 2, y + 5.2, sizePt, Color.BLACK);
  }
}
