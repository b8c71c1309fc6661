package jp.frontdesk.fees;

import java.util.List;
import java.util.stream.Collectors;
import jp.frontdesk.fees.Cashier.SlipOutcome;
import jp.frontdesk.fees.code.BarSize;
import jp.frontdesk.fees.code.CodeDrawing;
import jp.frontdesk.fees.code.CollectionCode;
import jp.frontdesk.paper.MmBox;
import jp.frontdesk.paper.PaperFonts;
import jp.frontdesk.paper.PdfPaper;
import jp.frontdesk.paper.PdfSheet;
import jp.frontdesk.paper.TextStyle;

/// The payment slip 払込票 on A4: what is to be paid, the GS1-128 code in the size of its rules, and
/// what a resident has to know before paying by app. To be printed at 100 %. Work for {@link
/// jp.frontdesk.platform.Workers}.
public final class PaymentSlip {
  private static final double BARS_MM = 12;
  private static final double TABLE_MM = 82;
  private static final double MM_PER_INCH = 25.4;

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
    double y = FeePaper.table(sheet, TABLE_MM, invoice, "お支払い金額") + 9;
    switch (outcome) {
      case SlipOutcome.Ready(CollectionCode code, PaymentAttempt _) -> {
        drawCode(sheet, y, invoice, contract, code);
        drawNotes(sheet, y + 66, invoice, contract);
      }
      case SlipOutcome.None(String reason) ->
          FeePaper.write(
              sheet,
              FeePaper.LEFT_MM,
              y,
              FeePaper.WIDTH_MM,
              12,
              FeePaper.plain(12, TextStyle.Align.LEFT),
              reason);
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
    FeePaper.write(
        sheet, FeePaper.LEFT_MM, 16, 110, 12, FeePaper.plain(20, TextStyle.Align.LEFT), "手数料 払込票");
    FeePaper.write(
        sheet, 130, 16, 60, 12, FeePaper.plain(12, TextStyle.Align.RIGHT), contract.payee());
    sheet.line(FeePaper.LEFT_MM, 30, FeePaper.LEFT_MM + FeePaper.WIDTH_MM, 30, 0.6);
    FeePaper.write(
        sheet, FeePaper.LEFT_MM, 36, 60, 6, FeePaper.plain(10, TextStyle.Align.LEFT), "受付番号");
    FeePaper.write(
        sheet,
        FeePaper.LEFT_MM,
        42,
        80,
        18,
        FeePaper.plain(36, TextStyle.Align.LEFT),
        receptionNumber);
    FeePaper.write(
        sheet,
        FeePaper.LEFT_MM,
        63,
        80,
        6,
        FeePaper.plain(9, TextStyle.Align.LEFT),
        "窓口では、この番号でお呼びします。");
    double x = 115;
    FeePaper.fact(sheet, x, 38, "納付番号", invoice.displayNumber());
    FeePaper.fact(sheet, x, 47, "発行日", FeePaper.eraDay(invoice.issuedOn()));
    FeePaper.fact(sheet, x, 56, "支払期限", FeePaper.eraDay(invoice.dueOn()));
  }

  private static void drawCode(
      PdfSheet sheet, double y, Invoice invoice, PaymentContract contract, CollectionCode code) {
    sheet.rect(new MmBox(FeePaper.LEFT_MM, y, FeePaper.WIDTH_MM, 60), 0.3);
    FeePaper.write(
        sheet,
        FeePaper.LEFT_MM + 5,
        y + 3,
        120,
        8,
        FeePaper.plain(11, TextStyle.Align.LEFT),
        "請求書払いのアプリで、このバーコードを読み取ってください");
    BarSize size = contract.barSize();
    CodeDrawing drawing = CodeDrawing.ofBars(code, size, BARS_MM);
    double dotMm = MM_PER_INCH / size.printerDpi();
    double x = Math.round((FeePaper.LEFT_MM + 10) / dotMm) * dotMm;
    double top = y + 17;
    sheet.fillAll(FeePaper.boxesOf(drawing, x, top));
    List<String> text = code.humanReadable(contract.textMask()).lines().toList();
    for (int i = 0; i < text.size(); i++) {
      FeePaper.write(
          sheet,
          x,
          top + BARS_MM + 1.5 + i * 5,
          drawing.widthMm(),
          5,
          FeePaper.plain(9, TextStyle.Align.CENTER),
          text.get(i));
    }
    FeePaper.fact(sheet, FeePaper.LEFT_MM + 88, y + 15, "収納先", contract.payee());
    FeePaper.fact(sheet, FeePaper.LEFT_MM + 88, y + 25, "金額", invoice.total().toString());
    FeePaper.fact(sheet, FeePaper.LEFT_MM + 88, y + 35, "支払期限", FeePaper.eraDay(invoice.dueOn()));
    FeePaper.write(
        sheet,
        FeePaper.LEFT_MM + 5,
        y + 50,
        FeePaper.WIDTH_MM - 10,
        7,
        FeePaper.plain(9, TextStyle.Align.LEFT),
        "期限を過ぎたもの、折れや汚れで読み取れないものは使えません。窓口で作り直します。");
  }

  private static void drawNotes(
      PdfSheet sheet, double y, Invoice invoice, PaymentContract contract) {
    String apps =
        contract.appsOn(invoice.issuedOn()).stream()
            .map(PaymentSlip::appText)
            .collect(Collectors.joining("　"));
    FeePaper.write(
        sheet,
        FeePaper.LEFT_MM,
        y,
        FeePaper.WIDTH_MM,
        7,
        FeePaper.plain(11, TextStyle.Align.LEFT),
        "使えるアプリ");
    FeePaper.write(
        sheet,
        FeePaper.LEFT_MM,
        y + 8,
        FeePaper.WIDTH_MM,
        14,
        FeePaper.plain(10, TextStyle.Align.LEFT),
        apps);
    FeePaper.write(
        sheet,
        FeePaper.LEFT_MM,
        y + 26,
        FeePaper.WIDTH_MM,
        7,
        FeePaper.plain(11, TextStyle.Align.LEFT),
        "お支払いの前に");
    List<String> notes =
        List.of(
            "・アプリでの支払いでは領収書は出ません。領収書が必要な方は、窓口で現金でお支払いください。",
            "・アプリで支払ったあとの取り消しはできません。現金との併用もできません。",
            "・画面のQRコードとこの払込票は、どちらか一方だけでお支払いください。",
            "・行政手数料のため、消費税はかかりません。");
    for (int i = 0; i < notes.size(); i++) {
      FeePaper.write(
          sheet,
          FeePaper.LEFT_MM,
          y + 34 + i * 6.5,
          FeePaper.WIDTH_MM,
          6.5,
          FeePaper.plain(10, TextStyle.Align.LEFT),
          notes.get(i));
    }
  }

  private static String appText(PaymentContract.App app) {
    return app.until()
        .map(last -> app.name() + "（" + FeePaper.eraDay(last) + "まで）")
        .orElse(app.name());
  }
}
