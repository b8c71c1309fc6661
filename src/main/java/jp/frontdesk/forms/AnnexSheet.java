package jp.frontdesk.forms;

import java.util.List;
import jp.frontdesk.paper.Face;
import jp.frontdesk.paper.MmBox;
import jp.frontdesk.paper.PdfSheet;
import jp.frontdesk.paper.TextStyle;

/// The sheet 別紙 behind a form: values too long for their boxes, in full, one below the other.
final class AnnexSheet {
  private static final int PER_SHEET = 12;
  private static final double ROW_MM = 19;
  private static final double TOP_MM = 36;

  private AnnexSheet() {}

  static int countFor(List<FormPainter.Annexed> annexed) {
    return (annexed.size() + PER_SHEET - 1) / PER_SHEET;
  }

  /// What stands on an annex.
  ///
  /// @param annex from 1
  static List<FormPainter.Annexed> part(List<FormPainter.Annexed> annexed, int annex) {
    int from = (annex - 1) * PER_SHEET;
    return annexed.subList(from, Math.min(annexed.size(), from + PER_SHEET));
  }

  static void paint(
      FormPainter painter,
      PdfSheet sheet,
      FormTemplate form,
      FormScope scope,
      List<FormPainter.Annexed> values) {
    TextStyle title = TextStyle.center(Face.MINCHO, 14);
    painter.preprinted(new MmBox(12, 18, 186, 9), title, form.title() + "　別紙");
    TextStyle small = TextStyle.left(Face.GOTHIC, 8);
    String number =
        "受付番号 " + scope.record().receptionNumber() + "　" + scope.page() + "／" + scope.pages();
    painter.preprinted(
        new MmBox(108, 10, 90, 6),
        new TextStyle(Face.GOTHIC, 8, 7, TextStyle.Align.RIGHT, TextStyle.VAlign.MIDDLE),
        number);
    for (int i = 0; i < values.size(); i++) {
      FormPainter.Annexed value = values.get(i);
      double y = TOP_MM + i * ROW_MM;
      MmBox label = new MmBox(12, y, 42, ROW_MM);
      MmBox box = new MmBox(54, y, 144, ROW_MM);
      sheet.fill(label, 8);
      sheet.rect(label, PdfSheet.LINE_MM);
      sheet.rect(box, PdfSheet.LINE_MM);
      painter.preprinted(label.inset(1, 1), small, value.title() + "（" + value.page() + "ページ）");
      if (!painter.set(box.inset(1, 0.5), TextStyle.left(Face.MINCHO, 10), value.text())) {
        throw new IllegalStateException("a value is too long even for the annex");
      }
    }
  }
}
