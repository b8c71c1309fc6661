package jp.frontdesk.fees;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import jp.frontdesk.fees.code.CodeDrawing;
import jp.frontdesk.paper.PaperFonts;
import jp.frontdesk.paper.PdfPaper;
import jp.frontdesk.paper.PdfSheet;
import jp.frontdesk.paper.TextStyle;

/// A ticket for an 80 mm printer: number, amount, and the QR code of this one payment in whole
/// dots. The bars of a payment slip are never on it: a ticket printer is too coarse for them. Work
/// for {@link jp.frontdesk.platform.Workers}.
public final class FeeTicket {
  private static final double WIDTH_MM = 80;
  private static final double LEFT_MM = 4;
  private static final double PRINT_MM = 72;
  private static final double QR_MM = 50;
  private static final double LINE_MM = 6;
  private static final double MM_PER_INCH = 25.4;
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("H時mm分", Locale.ROOT);

  private final PaperFonts fonts;

  /// @param fonts opened once and shared
  public FeeTicket(PaperFonts fonts) {
    this.fonts = fonts;
  }

  /// The code on a ticket.
  ///
  /// @param text of the QR code
  /// @param until when it can be paid
  public record Code(String text, Instant until) {}

  /// Draws the ticket of an invoice.
  ///
  /// @param code the code that can be paid now; empty prints where to pay instead
  /// @param receptionNumber 受付番号 of the case
  public SlipPdf draw(
      Invoice invoice, Optional<Code> code, PaymentContract contract, String receptionNumber) {
    List<String> notes = code.map(FeeTicket::notesOf).orElse(List.of("お支払いは、窓口でお願いします。"));
    double lines = (invoice.lines().size() + notes.size()) * LINE_MM;
    double height = 66 + lines + (code.isPresent() ? QR_MM + 4 : 0);
    PdfPaper paper = new PdfPaper(fonts);
    PdfSheet sheet = paper.addSheet(WIDTH_MM, height);
    line(sheet, 3, 7, 12, TextStyle.Align.CENTER, contract.payee());
    line(sheet, 11, 6, 10, TextStyle.Align.CENTER, "受付番号");
    line(sheet, 17, 16, 34, TextStyle.Align.CENTER, receptionNumber);
    sheet.line(LEFT_MM, 35, LEFT_MM + PRINT_MM, 35, 0.3);
    double y = 37;
    for (Invoice.Line one : invoice.lines()) {
      line(sheet, y, LINE_MM, 9, TextStyle.Align.LEFT, one.name() + " ×" + one.copies());
      line(sheet, y, LINE_MM, 10, TextStyle.Align.RIGHT, one.amount().toString());
      y += LINE_MM;
    }
    line(sheet, y, 10, 11, TextStyle.Align.LEFT, "お支払い金額");
    line(sheet, y, 10, 18, TextStyle.Align.RIGHT, invoice.total().toString());
    y += 12;
    if (code.isPresent()) {
      drawQr(sheet, y, code.get().text(), contract.ticketDpi());
      y += QR_MM + 4;
    }
    for (String note : notes) {
      line(sheet, y, LINE_MM, 9, TextStyle.Align.LEFT, note);
      y += LINE_MM;
    }
    line(sheet, y + 2, 5, 8, TextStyle.Align.CENTER, "納付番号 " + invoice.displayNumber());
    return new SlipPdf(
        invoice.town(),
        invoice.caseId(),
        paper.toBytes(
            "支払い票 " + invoice.displayNumber(),
            invoice.issuedOn().atStartOfDay(Cashier.ZONE).toInstant()));
  }

  private static List<String> notesOf(Code code) {
    return List.of(
        "アプリでこのQRコードを読み取ってください。",
        TIME.format(code.until().atZone(Cashier.ZONE)) + "まで使えます。",
        "アプリの支払いでは領収書は出ません。",
        "支払ったあとの取り消しはできません。");
  }

  /// The code in the middle, its edges on dots of the printer.
  private static void drawQr(PdfSheet sheet, double top, String text, int dpi) {
    CodeDrawing drawing = CodeDrawing.ofQrInDots(text, dpi, QR_MM);
    double dotMm = MM_PER_INCH / dpi;
    double x = Math.round((WIDTH_MM - drawing.widthMm()) / 2 / dotMm) * dotMm;
    double y = Math.round(top / dotMm) * dotMm;
    sheet.fillAll(FeePaper.boxesOf(drawing, x, y));
  }

  private static void line(
      PdfSheet sheet, double y, double height, double pt, TextStyle.Align align, String text) {
    boolean isBesidePrice =
        align == TextStyle.Align.LEFT && height == LINE_MM && text.contains("×");
    FeePaper.write(
        sheet,
        LEFT_MM,
        y,
        isBesidePrice ? PRINT_MM - 20 : PRINT_MM,
        height,
        FeePaper.plain(pt, align),
        text);
  }
}
