package jp.frontdesk.fees;

import java.time.LocalDate;
import java.time.chrono.JapaneseDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import jp.frontdesk.fees.code.CodeDrawing;
import jp.frontdesk.paper.Face;
import jp.frontdesk.paper.MmBox;
import jp.frontdesk.paper.PdfSheet;
import jp.frontdesk.paper.TextStyle;

/// What the papers of a fee (slip, receipt) have in common: their table of certificates, facts
/// beside it, days in eras.
final class FeePaper {
  static final double LEFT_MM = 20;
  static final double WIDTH_MM = 170;
  private static final double ROW_MM = 8.5;
  private static final DateTimeFormatter ERA_DAY =
      DateTimeFormatter.ofPattern("Gy年M月d日", Locale.JAPAN);

  private FeePaper() {}

  static void fact(PdfSheet sheet, double x, double y, String label, String value) {
    write(sheet, x, y, 22, 8, plain(10, TextStyle.Align.LEFT), label);
    write(sheet, x + 22, y, 53, 8, plain(12, TextStyle.Align.RIGHT), value);
    sheet.line(x, y + 8, x + 75, y + 8, 0.15);
  }

  /// Draws what the money is for, with the total; gives the lower edge of the table.
  static double table(PdfSheet sheet, double topMm, Invoice invoice, String totalWord) {
    double y = topMm;
    sheet.fill(new MmBox(LEFT_MM, y, WIDTH_MM, ROW_MM), 10);
    row(sheet, y, plain(10, TextStyle.Align.LEFT), "証明書など", "単価", "数", "金額");
    for (Invoice.Line line : invoice.lines()) {
      y += ROW_MM;
      row(
          sheet,
          y,
          plain(11, TextStyle.Align.LEFT),
          line.name(),
          line.unitPrice().toString(),
          line.copies() + line.unit(),
          line.amount().toString());
      sheet.line(LEFT_MM, y + ROW_MM, LEFT_MM + WIDTH_MM, y + ROW_MM, 0.15);
    }
    y += ROW_MM;
    write(sheet, LEFT_MM + 3, y, 60, 13, plain(13, TextStyle.Align.LEFT), totalWord);
    write(
        sheet,
        LEFT_MM + 80,
        y,
        WIDTH_MM - 83,
        13,
        plain(22, TextStyle.Align.RIGHT),
        invoice.total().toString());
    sheet.line(LEFT_MM, y + 13, LEFT_MM + WIDTH_MM, y + 13, 0.6);
    return y + 13;
  }

  private static void row(
      PdfSheet sheet, double y, TextStyle style, String name, String price, String n, String sum) {
    TextStyle right =
        new TextStyle(
            style.face(), style.maxPt(), style.minPt(), TextStyle.Align.RIGHT, style.vAlign());
    write(sheet, LEFT_MM + 3, y, 84, ROW_MM, style, name);
    write(sheet, LEFT_MM + 90, y, 25, ROW_MM, right, price);
    write(sheet, LEFT_MM + 116, y, 18, ROW_MM, right, n);
    write(sheet, LEFT_MM + 136, y, 31, ROW_MM, right, sum);
  }

  static String eraDay(LocalDate day) {
    return ERA_DAY.format(JapaneseDate.from(day));
  }

  static TextStyle plain(double pt, TextStyle.Align align) {
    return new TextStyle(
        Face.GOTHIC, pt, Math.min(pt, TextStyle.SMALLEST_PT), align, TextStyle.VAlign.MIDDLE);
  }

  static void write(
      PdfSheet sheet,
      double x,
      double y,
      double width,
      double height,
      TextStyle style,
      String text) {
    if (!sheet.textIn(new MmBox(x, y, width, height), style, text)) {
      throw new IllegalStateException("a text of a fee's paper does not fit its place");
    }
  }

  /// The black parts of a code on the sheet.
  static List<MmBox> boxesOf(CodeDrawing drawing, double xMm, double yMm) {
    double module = drawing.moduleMm();
    return drawing.boxes().stream()
        .map(box ->
            new MmBox(
                xMm + box.x() * module,
                yMm + box.y() * module,
                box.width() * module,
                box.height() * module))
        .toList();
  }
}
