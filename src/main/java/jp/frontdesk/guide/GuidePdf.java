package jp.frontdesk.guide;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import jp.frontdesk.kernel.RubyText;
import jp.frontdesk.paper.Face;
import jp.frontdesk.paper.MmBox;
import jp.frontdesk.paper.PaperFonts;
import jp.frontdesk.paper.PdfPaper;
import jp.frontdesk.paper.PdfSheet;
import jp.frontdesk.paper.QrCode;
import jp.frontdesk.paper.TextStyle;

/// Draws a guide 手続・窓口一覧 on A4: a numbered way through the counters, and under each its procedures
/// with deadline, papers, consequence and law. As many pages as it takes; a procedure is never torn
/// apart, a counter never stands alone at the foot of a page.
public final class GuidePdf {
  /// How large the type is.
  public enum Size {
    /// 10.5 pt.
    USUAL(1),
    /// 拡大文字, 15 pt.
    LARGE(1.43);

    private final double factor;

    Size(double factor) {
      this.factor = factor;
    }
  }

  private static final double LEFT = 15;
  private static final double WIDTH = 180;
  private static final double TOP = 14;
  private static final double BOTTOM = 280;
  private static final double GAP = 1.6;
  private static final double TEXT_PT = 10.5;
  private static final double SMALL_PT = 8.5;
  private static final double MAP_MM = 84;
  private static final double QR_MM = 48;
  private static final double QR_STEP_MM = 54;
  private static final int QR_IN_ROW = 3;

  private final PaperFonts fonts;
  private final GuidePaper guide;
  private final double factor;
  private final PdfPaper paper;
  private final List<PdfSheet> sheets = new ArrayList<>();
  private PdfSheet sheet;
  private double y = TOP;

  private GuidePdf(PaperFonts fonts, GuidePaper guide, Size size) {
    this.fonts = fonts;
    this.guide = guide;
    this.factor = size.factor;
    this.paper = new PdfPaper(fonts);
    this.sheet = paper.addSheet(PdfPaper.A4_WIDTH_MM, PdfPaper.A4_HEIGHT_MM);
    sheets.add(sheet);
  }

  /// The document.
  ///
  /// @param createdAt goes into the file; the same guide and time give the same bytes
  public static byte[] draw(PaperFonts fonts, GuidePaper guide, Size size, Instant createdAt) {
    GuidePdf pdf = new GuidePdf(fonts, guide, size);
    pdf.drawAll();
    return pdf.paper.toBytes(RubyText.plain(guide.title()), createdAt);
  }

  private void drawAll() {
    text(LEFT, WIDTH, 18, guide.title()).draw();
    y += 1;
    text(LEFT, WIDTH, SMALL_PT, guide.subtitle()).draw();
    y += GAP;
    sheet.line(LEFT, y, LEFT + WIDTH, y, 0.5);
    y += 2 * GAP;
    text(LEFT, WIDTH, TEXT_PT, guide.lead()).draw();
    y += 2 * GAP;
    for (int i = 0; i < guide.stops().size(); i++) {
      drawStop(i + 1, guide.stops().get(i));
    }
    drawMaps();
    drawEnd();
    for (int page = 1; page <= sheets.size(); page++) {
      boolean _ =
          sheets
              .get(page - 1)
              .textIn(
                  new MmBox(LEFT, 284, WIDTH, 5),
                  style(SMALL_PT, TextStyle.Align.RIGHT),
                  page + " / " + sheets.size());
    }
  }

  private void drawStop(int number, GuidePaper.Stop stop) {
    double size = 8 * factor;
    List<Block> head = new ArrayList<>();
    double x = LEFT + size + 5;
    double width = LEFT + WIDTH - x;
    head.add(text(x, width, 13, both(stop.counter(), stop.japanese())));
    head.add(text(x, width, SMALL_PT + 1, both(stop.where(), stop.hours())));
    double headHeight = Math.max(size, height(head)) + 2 * GAP;
    double first = stop.tasks().isEmpty() ? 0 : heightOf(stop.tasks().getFirst());
    keep(headHeight + first);
    MmBox band = new MmBox(LEFT, y, WIDTH, headHeight);
    sheet.fill(band, 10);
    sheet.ellipse(new MmBox(LEFT + 2, y + (headHeight - size) / 2, size, size), 0.5);
    boolean _ =
        sheet.textIn(
            new MmBox(LEFT + 2, y + (headHeight - size) / 2, size, size),
            TextStyle.center(Face.GOTHIC, 13 * factor),
            Integer.toString(number));
    double top = y;
    y += GAP + (headHeight - 2 * GAP - height(head)) / 2;
    head.forEach(Block::draw);
    y = top + headHeight + GAP;
    stop.tasks().forEach(this::drawTask);
    y += 2 * GAP;
  }

  private double heightOf(GuidePaper.Task task) {
    return height(blocks(task)) + 3 * GAP;
  }

  private void drawTask(GuidePaper.Task task) {
    List<Block> blocks = blocks(task);
    keep(height(blocks) + 3 * GAP);
    double top = y;
    blocks.forEach(Block::draw);
    sheet.line(LEFT + 2, top, LEFT + 2, y - GAP / 2, task.isMaybe() ? 0.3 : 1.2);
    y += GAP;
    sheet.dashedLine(LEFT + 5, y, LEFT + WIDTH, y, 0.1);
    y += 2 * GAP;
  }

  private List<Block> blocks(GuidePaper.Task task) {
    double x = LEFT + 6;
    double width = WIDTH - 6;
    List<Block> blocks = new ArrayList<>();
    blocks.add(text(x, width, 12.5, both(task.name(), task.japanese())));
    if (!task.about().isEmpty()) {
      blocks.add(text(x, width, TEXT_PT, task.about()));
    }
    if (!task.deadline().isEmpty()) {
      blocks.add(labelled(guide.words().deadline(), 12.5, task.deadline()));
    }
    if (!task.bring().isEmpty()) {
      blocks.add(labelled(guide.words().bring(), TEXT_PT, listed(task.bring())));
    }
    if (!task.forms().isEmpty()) {
      blocks.add(labelled(guide.words().forms(), TEXT_PT, String.join("、", task.forms())));
    }
    if (!task.missed().isEmpty()) {
      blocks.add(labelled(guide.words().missed(), TEXT_PT, task.missed()));
    }
    if (!task.law().isEmpty()) {
      blocks.add(labelled(guide.words().law(), SMALL_PT, task.law()));
    }
    return blocks;
  }

  /// The floor plans, each with its stops in words below it.
  private void drawMaps() {
    for (int i = 0; i < guide.maps().size(); i++) {
      GuidePaper.FloorMap map = guide.maps().get(i);
      List<Block> head = new ArrayList<>();
      if (i == 0) {
        head.add(text(LEFT, WIDTH, 13, guide.words().maps()));
        head.add(text(LEFT, WIDTH, TEXT_PT, guide.words().mapsLead()));
      }
      head.add(text(LEFT, WIDTH, 12.5, map.caption()));
      List<Block> stops = map.marks().stream().map(this::markLine).toList();
      MmBox size = FloorMapDrawing.placeOf(map.plan(), new MmBox(LEFT, 0, WIDTH, MAP_MM));
      keep(height(head) + size.heightMm() + height(stops) + 4 * GAP);
      head.forEach(Block::draw);
      FloorMapDrawing.draw(sheet, map, size.moved(0, y));
      y += size.heightMm() + 2 * GAP;
      stops.forEach(Block::draw);
      y += 2 * GAP;
    }
  }

  private Block markLine(GuidePaper.Mark mark) {
    return text(LEFT, WIDTH, TEXT_PT, mark.number() + "　" + both(mark.counter(), mark.where()));
  }

  private void drawEnd() {
    Block footer = text(LEFT, WIDTH, SMALL_PT, guide.footer());
    int count = guide.takeAlong().size();
    if (count > 0) {
      Block words = text(LEFT, WIDTH, TEXT_PT, guide.words().takeAlong());
      double codes = Math.ceilDiv(count, QR_IN_ROW) * QR_STEP_MM;
      keep(words.heightMm() + codes + footer.heightMm() + GAP);
      words.draw();
      for (int first = 0; first < count; first += QR_IN_ROW) {
        drawCodes(guide.takeAlong().subList(first, Math.min(count, first + QR_IN_ROW)));
      }
    }
    keep(footer.heightMm() + GAP);
    footer.draw();
  }

  private void drawCodes(List<String> parts) {
    keep(QR_STEP_MM);
    for (int i = 0; i < parts.size(); i++) {
      MmBox place = new MmBox(LEFT + i * QR_STEP_MM, y, QR_MM, QR_MM);
      sheet.fillAll(QrCode.boxesOf(parts.get(i), place));
    }
    y += QR_STEP_MM;
  }

  /// Something of a known height that is drawn where the page has got to.
  private record Block(double heightMm, Runnable drawing) {
    void draw() {
      drawing.run();
    }
  }

  private static double height(List<Block> blocks) {
    return blocks.stream().mapToDouble(Block::heightMm).sum();
  }

  private Block text(double x, double width, double sizePt, String words) {
    RubyLines lines = lines(width, sizePt, words, /* isSpaced= */ false);
    double height = lines.heightMm() + GAP * factor;
    return new Block(height, () -> set(lines, x, width, height));
  }

  /// A word in a narrow column, and what it is about beside it.
  private Block labelled(String label, double sizePt, String words) {
    double x = LEFT + 6;
    double column = 26 * Math.min(factor, 1.25);
    boolean isSpaced = RubyText.parse(label).hasReadings() || RubyText.parse(words).hasReadings();
    RubyLines left = lines(column, SMALL_PT, label, isSpaced);
    RubyLines right = lines(WIDTH - 6 - column - 2, sizePt, words, isSpaced);
    double height = Math.max(left.heightMm(), right.heightMm()) + GAP * factor;
    return new Block(
        height,
        () -> {
          double top = y;
          set(left, x, column, height);
          y = top;
          set(right, x + column + 2, WIDTH - 6 - column - 2, height);
        });
  }

  private void set(RubyLines lines, double x, double width, double height) {
    lines.draw(sheet, new MmBox(x, y, width, height));
    y += height;
  }

  private RubyLines lines(double width, double sizePt, String words, boolean isSpaced) {
    return RubyLines.of(fonts, style(sizePt, TextStyle.Align.LEFT), width, words, isSpaced);
  }

  private TextStyle style(double sizePt, TextStyle.Align align) {
    double size = sizePt * factor;
    return new TextStyle(guide.face(), size, size, align, TextStyle.VAlign.TOP);
  }

  private void keep(double heightMm) {
    if (y + heightMm > BOTTOM && y > TOP) {
      sheet = paper.addSheet(PdfPaper.A4_WIDTH_MM, PdfPaper.A4_HEIGHT_MM);
      sheets.add(sheet);
      y = TOP;
    }
  }

  private static String both(String first, String second) {
    return second.isEmpty() || second.equals(first) ? first : first + "　" + second;
  }

  private static String listed(List<String> things) {
    return things.stream().map(thing -> "□" + thing).reduce((a, b) -> a + "　" + b).orElse("");
  }
}
