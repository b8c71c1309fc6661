package jp.frontdesk.fees;

import java.time.LocalDate;
import java.time.chrono.JapaneseDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import jp.frontdesk.fees.Cashier.SlipOutcome;
import jp.frontdesk.fees.code.BarSize;
import jp.frontdesk.fees.code.CodeDrawing;
import jp.frontdesk.fees.code.CollectionCode;
import jp.frontdesk.paper.Face;
import jp.frontdesk.paper.MmBox;
import jp.frontdesk.paper.PaperFonts;
import jp.frontdesk.paper.PdfPaper;
import jp.frontdesk.paper.PdfSheet;
import jp.frontdesk.paper.TextStyle;

/// The payment slip 払込票 on A4: what is to be paid, the GS1-128 code in the size of its rules, and
/// what a resident has to know before paying by app. To be printed at 100 %. Work for {@link
/// jp.frontdesk.platform.Workers}.
public final class PaymentSlip {
  private static final double LEFT_MM = 20;
  private static final double WIDTH_MM = 170;
  private static final double ROW_MM = 8.5;
  private static final double BARS_MM = 12;
  private static final double TABLE_MM = 82;
  private static final double MM_PER_INCH = 25.4;
  private static final DateTimeFormatter ERA_DAY =
      DateTimeFormatter.ofPattern("Gy年M月d日", Locale.JAPAN);

  private final PaperFonts fonts;

  /// @param fonts opened once and shared
  public PaymentSlip(PaperFonts fonts) {
    this.fonts = fonts;
  }

  /// Draws the slip of an invoice. The same invoice gives the same bytes.
  ///
  /// @param outcome the code, or why there is none, which is printed in its place
  /// @param receptionNumber 受付番号 of the case
  public SlipPdf draw(
      Invoice invoice, SlipOutcome outcome, PaymentContract contract, String receptionNumber) {
    PdfPaper paper = new PdfPaper(fonts);
    PdfSheet sheet = paper.addSheet(PdfPaper.A4_WIDTH_MM, PdfPaper.A4_HEIGHT_MM);
    drawHead(sheet, invoice, contract, receptionNumber);
    double y = drawLines(sheet, invoice) + 9;
    switch (outcome) {
      case SlipOutcome.Ready(CollectionCode code, PaymentAttempt _) -> {
        drawCode(sheet, y, invoice, contract, code);
        drawNotes(sheet, y + 66, invoice, contract);
      }
      case SlipOutcome.None(String reason) ->
          write(sheet, LEFT_MM, y, WIDTH_MM, 12, plain(12, TextStyle.Align.LEFT), reason);
    }
    return new SlipPdf(
        invoice.town(),
        invoice.caseId(),
        paper.toBytes(
            "払込票 " + invoice.displayNumber(),
            invoice.issuedOn().atStartOfDay(Cashier.ZONE).toInstant()));
  }

  private static void drawHead(
      PdfSheet sheet, Invoice invoice, PaymentContract contract, String receptionNumber) {
    write(sheet, LEFT_MM, 16, 110, 12, plain(20, TextStyle.Align.LEFT), "手数料 払込票");
    write(sheet, 130, 16, 60, 12, plain(12, TextStyle.Align.RIGHT), contract.payee());
    sheet.line(LEFT_MM, 30, LEFT_MM + WIDTH_MM, 30, 0.6);
    write(sheet, LEFT_MM, 36, 60, 6, plain(10, TextStyle.Align.LEFT), "受付番号");
    write(sheet, LEFT_MM, 42, 80, 18, plain(36, TextStyle.Align.LEFT), receptionNumber);
    write(sheet, LEFT_MM, 63, 80, 6, plain(9, TextStyle.Align.LEFT), "窓口では、この番号でお呼びします。");
    double x = 115;
    fact(sheet, x, 38, "納付番号", invoice.displayNumber());
    fact(sheet, x, 47, "発行日", eraDay(invoice.issuedOn()));
    fact(sheet, x, 56, "支払期限", eraDay(invoice.dueOn()));
  }

  private static void fact(PdfSheet sheet, double x, double y, String label, String value) {
    write(sheet, x, y, 22, 8, plain(10, TextStyle.Align.LEFT), label);
    write(sheet, x + 22, y, 53, 8, plain(12, TextStyle.Align.RIGHT), value);
    sheet.line(x, y + 8, x + 75, y + 8, 0.15);
  }

  /// The lower edge of the table.
  private static double drawLines(PdfSheet sheet, Invoice invoice) {
    double y = TABLE_MM;
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
    write(sheet, LEFT_MM + 3, y, 60, 13, plain(13, TextStyle.Align.LEFT), "お支払い金額");
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

  private static void drawCode(
      PdfSheet sheet, double y, Invoice invoice, PaymentContract contract, CollectionCode code) {
    sheet.rect(new MmBox(LEFT_MM, y, WIDTH_MM, 60), 0.3);
    write(
        sheet,
        LEFT_MM + 5,
        y + 3,
        120,
        8,
        plain(11, TextStyle.Align.LEFT),
        "請求書払いのアプリで、このバーコードを読み取ってください");
    BarSize size = contract.barSize();
    CodeDrawing drawing = CodeDrawing.ofBars(code, size, BARS_MM);
    double dotMm = MM_PER_INCH / size.printerDpi();
    double x = Math.round((LEFT_MM + 10) / dotMm) * dotMm;
    double top = y + 17;
    double module = drawing.moduleMm();
    sheet.fillAll(
        drawing.boxes().stream()
            .map(box ->
                new MmBox(
                    x + box.x() * module,
                    top + box.y() * module,
                    box.width() * module,
                    box.height() * module))
            .toList());
    List<String> text = code.humanReadable(contract.textMask()).lines().toList();
    for (int i = 0; i < text.size(); i++) {
      write(
          sheet,
          x,
          top + BARS_MM + 1.5 + i * 5,
          drawing.widthMm(),
          5,
          plain(9, TextStyle.Align.CENTER),
          text.get(i));
    }
    fact(sheet, LEFT_MM + 88, y + 15, "収納先", contract.payee());
    fact(sheet, LEFT_MM + 88, y + 25, "金額", invoice.total().toString());
    fact(sheet, LEFT_MM + 88, y + 35, "支払期限", eraDay(invoice.dueOn()));
    write(
        sheet,
        LEFT_MM + 5,
        y + 50,
        WIDTH_MM - 10,
        7,
        plain(9, TextStyle.Align.LEFT),
        "期限を過ぎたもの、折れや汚れで読み取れないものは使えません。窓口で作り直します。");
  }

  private static void drawNotes(
      PdfSheet sheet, double y, Invoice invoice, PaymentContract contract) {
    String apps =
        contract.appsOn(invoice.issuedOn()).stream()
            .map(PaymentSlip::appText)
            .collect(Collectors.joining("　"));
    write(sheet, LEFT_MM, y, WIDTH_MM, 7, plain(11, TextStyle.Align.LEFT), "使えるアプリ");
    write(sheet, LEFT_MM, y + 8, WIDTH_MM, 14, plain(10, TextStyle.Align.LEFT), apps);
    write(sheet, LEFT_MM, y + 26, WIDTH_MM, 7, plain(11, TextStyle.Align.LEFT), "お支払いの前に");
    List<String> notes =
        List.of(
            "・アプリでの支払いでは領収書は出ません。領収書が必要な方は、窓口で現金でお支払いください。",
            "・アプリで支払ったあとの取り消しはできません。現金との併用もできません。",
            "・画面のQRコードとこの払込票は、どちらか一方だけでお支払いください。",
            "・行政手数料のため、消費税はかかりません。");
    for (int i = 0; i < notes.size(); i++) {
      write(
          sheet,
          LEFT_MM,
          y + 34 + i * 6.5,
          WIDTH_MM,
          6.5,
          plain(10, TextStyle.Align.LEFT),
          notes.get(i));
    }
  }

  private static String appText(PaymentContract.App app) {
    return app.until().map(last -> app.name() + "（" + eraDay(last) + "まで）").orElse(app.name());
  }

  private static String eraDay(LocalDate day) {
    return ERA_DAY.format(JapaneseDate.from(day));
  }

  private static TextStyle plain(double pt, TextStyle.Align align) {
    return new TextStyle(
        Face.GOTHIC, pt, Math.min(pt, TextStyle.SMALLEST_PT), align, TextStyle.VAlign.MIDDLE);
  }

  private static void write(
      PdfSheet sheet,
      double x,
      double y,
      double width,
      double height,
      TextStyle style,
      String text) {
    if (!sheet.textIn(new MmBox(x, y, width, height), style, text)) {
      throw new IllegalStateException("a text of the payment slip does not fit its place");
    }
  }
}
