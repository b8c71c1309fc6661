package jp.frontdesk.fees;

import java.time.Instant;
import java.util.List;
import jp.frontdesk.fees.code.CodeDrawing;
import jp.frontdesk.fees.code.LocalTaxQr;
import jp.frontdesk.paper.PaperFonts;
import jp.frontdesk.paper.PdfPaper;
import jp.frontdesk.paper.PdfSheet;
import jp.frontdesk.paper.TextStyle;

/// Prints an eL-QR that the tax system handed over, as it is, with what its digits say. It is no
/// official payment slip and says so. Work for {@link jp.frontdesk.platform.Workers}.
public final class LocalTaxPaper {
  private static final double QR_MM = 36;
  private static final int PRINTER_DPI = 600;
  private static final double MM_PER_INCH = 25.4;

  private final PaperFonts fonts;

  /// @param fonts opened once and shared
  public LocalTaxPaper(PaperFonts fonts) {
    this.fonts = fonts;
  }

  /// The document; it belongs to no case, and only to the person at the counter.
  ///
  /// @param printedAt goes into the file
  public byte[] draw(LocalTaxQr code, Instant printedAt) {
    PdfPaper paper = new PdfPaper(fonts);
    PdfSheet sheet = paper.addSheet(PdfPaper.A4_WIDTH_MM, PdfPaper.A4_HEIGHT_MM);
    double left = FeePaper.LEFT_MM;
    FeePaper.write(
        sheet,
        left,
        16,
        FeePaper.WIDTH_MM,
        12,
        FeePaper.plain(20, TextStyle.Align.LEFT),
        "地方税統一QRコード（eL-QR）の控え");
    sheet.line(left, 30, left + FeePaper.WIDTH_MM, 30, 0.6);
    double dotMm = MM_PER_INCH / PRINTER_DPI;
    double x = Math.round(left / dotMm) * dotMm;
    double y = Math.round(40 / dotMm) * dotMm;
    sheet.fillAll(
        FeePaper.boxesOf(CodeDrawing.ofQrInDots(code.digits(), PRINTER_DPI, QR_MM), x, y));
    List<String> labels = List.of("金額", "納期限", "支払期限", "賦課年度", "期別", "税目番号", "確認番号");
    List<String> values =
        List.of(
            code.amount().toString(),
            FeePaper.eraDay(code.dueOn()),
            FeePaper.eraDay(code.payableUntil()),
            code.assessmentYear() + "年度",
            code.period(),
            code.taxItem(),
            code.confirmationNumber());
    for (int i = 0; i < labels.size(); i++) {
      FeePaper.fact(sheet, 100, 38 + i * 9, labels.get(i), values.get(i));
    }
    FeePaper.fact(sheet, 100, 38 + labels.size() * 9, "案件特定キー", code.caseKey());
    List<String> notes =
        List.of(
            "・税のシステムから渡されたコードを、そのまま印刷しました。正式の納付書ではありません。",
            "・地方税に対応したアプリで使えます。支払期限を過ぎると使えません。",
            "・アプリでの支払いでは領収証書は出ません。支払ったあとの取り消しはできません。");
    for (int i = 0; i < notes.size(); i++) {
      FeePaper.write(
          sheet,
          left,
          122 + i * 7,
          FeePaper.WIDTH_MM,
          7,
          FeePaper.plain(10, TextStyle.Align.LEFT),
          notes.get(i));
    }
    return paper.toBytes("eL-QR", printedAt);
  }
}
