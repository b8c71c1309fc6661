package jp.frontdesk.fees;

import java.time.Instant;
import java.util.List;
import jp.frontdesk.paper.MmBox;
import jp.frontdesk.paper.PaperFonts;
import jp.frontdesk.paper.PdfPaper;
import jp.frontdesk.paper.PdfSheet;
import jp.frontdesk.paper.TextStyle;

/// What a resident takes home after paying, on A4: a receipt 領収書 for cash, which the town took
/// itself; a certificate of payment 納付済証 for an app or a shop, which says plainly that it is no
/// receipt. It names nobody: the name is written in by hand. Work for {@link
/// jp.frontdesk.platform.Workers}.
public final class Receipt {
  private static final double TABLE_MM = 108;

  private final PaperFonts fonts;

  /// @param fonts opened once and shared
  public Receipt(PaperFonts fonts) {
    this.fonts = fonts;
  }

  /// Draws the paper of a paid invoice. The same payment gives the same bytes, so a second print is
  /// the same receipt, not another one.
  ///
  /// @param paid the attempt that settled the invoice
  /// @param receptionNumber 受付番号 of the case
  /// @throws IllegalArgumentException when that attempt did not settle that invoice
  public SlipPdf draw(
      Invoice invoice, PaymentAttempt paid, PaymentContract contract, String receptionNumber) {
    boolean isSettled =
        invoice.status() == Invoice.Status.PAID
            && paid.status() == PaymentStatus.PAID
            && paid.invoiceId().equals(invoice.id());
    if (!isSettled) {
      throw new IllegalArgumentException("only a payment that settled its invoice has a receipt");
    }
    Instant paidAt = paid.paidAt().orElse(paid.createdAt());
    PdfPaper paper = new PdfPaper(fonts);
    PdfSheet sheet = paper.addSheet(PdfPaper.A4_WIDTH_MM, PdfPaper.A4_HEIGHT_MM);
    String title = titleOf(paid);
    drawHead(sheet, title, invoice, contract);
    drawFacts(sheet, invoice, paid, paidAt, receptionNumber);
    double y = FeePaper.table(sheet, TABLE_MM, invoice, "合計");
    drawNotes(sheet, y + 10, notesOf(paid));
    sheet.rect(new MmBox(150, y + 10, 40, 40), 0.3);
    FeePaper.write(
        sheet, 150, y + 12, 40, 6, FeePaper.plain(9, TextStyle.Align.CENTER), stampOf(paid));
    return new SlipPdf(
        invoice.town(),
        invoice.caseId(),
        paper.toBytes(title + " " + invoice.displayNumber(), paidAt));
  }

  private static boolean isCash(PaymentAttempt paid) {
    return paid.channel() == PaymentAttempt.Channel.CASH;
  }

  private static String titleOf(PaymentAttempt paid) {
    return isCash(paid) ? "領収書" : "納付済証";
  }

  private static String stampOf(PaymentAttempt paid) {
    return isCash(paid) ? "領収印" : "確認印";
  }

  private static void drawHead(
      PdfSheet sheet, String title, Invoice invoice, PaymentContract contract) {
    double left = FeePaper.LEFT_MM;
    FeePaper.write(
        sheet, left, 18, FeePaper.WIDTH_MM, 14, FeePaper.plain(26, TextStyle.Align.CENTER), title);
    FeePaper.write(sheet, left + 84, 38, 8, 10, FeePaper.plain(13, TextStyle.Align.LEFT), "様");
    sheet.line(left, 48, left + 92, 48, 0.3);
    FeePaper.write(
        sheet,
        left,
        56,
        FeePaper.WIDTH_MM,
        16,
        FeePaper.plain(30, TextStyle.Align.CENTER),
        "金額　" + invoice.total());
    sheet.line(left + 25, 73, left + FeePaper.WIDTH_MM - 25, 73, 0.6);
    FeePaper.write(
        sheet, 120, 38, 70, 10, FeePaper.plain(13, TextStyle.Align.RIGHT), contract.payee());
  }

  private static void drawFacts(
      PdfSheet sheet, Invoice invoice, PaymentAttempt paid, Instant paidAt, String reception) {
    double left = FeePaper.LEFT_MM;
    FeePaper.fact(sheet, left, 80, "納付番号", invoice.displayNumber());
    FeePaper.fact(sheet, left, 89, "受付番号", reception);
    double right = 115;
    FeePaper.fact(
        sheet,
        right,
        80,
        isCash(paid) ? "領収日" : "納付日",
        FeePaper.eraDay(paidAt.atZone(Cashier.ZONE).toLocalDate()));
    FeePaper.fact(sheet, right, 89, "方法", wayOf(paid.channel()));
    FeePaper.fact(
        sheet, left, 98, isCash(paid) ? "伝票番号" : "取引番号", paid.providerPaymentId().orElse("―"));
  }

  private static String wayOf(PaymentAttempt.Channel channel) {
    return switch (channel) {
      case CASH -> "現金";
      case SLIP -> "払込票";
      case DYNAMIC_CODE -> "QRコード決済";
    };
  }

  private static List<String> notesOf(PaymentAttempt paid) {
    return isCash(paid)
        ? List.of("上の金額を、手数料として領収しました。", "行政手数料のため、消費税はかかりません。", "公金のため、収入印紙は貼りません。")
        : List.of(
            "上の金額の納付を確認しました。",
            "これは領収書ではありません。領収書は出ません。",
            "支払いの明細は、支払ったアプリやお店の控えで確かめてください。",
            "行政手数料のため、消費税はかかりません。");
  }

  private static void drawNotes(PdfSheet sheet, double y, List<String> notes) {
    for (int i = 0; i < notes.size(); i++) {
      FeePaper.write(
          sheet,
          FeePaper.LEFT_MM,
          y + i * 8,
          125,
          8,
          FeePaper.plain(11, TextStyle.Align.LEFT),
          notes.get(i));
    }
  }
}
