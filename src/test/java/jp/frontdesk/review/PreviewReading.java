package jp.frontdesk.review;

import java.util.List;
import jp.frontdesk.intake.ReadingView;
import jp.frontdesk.intake.ReadingView.PageLine;
import jp.frontdesk.intake.ReadingView.PageState;
import jp.frontdesk.intake.ReadingView.Progress;
import jp.frontdesk.intake.ReadingView.Row;
import jp.frontdesk.kernel.Problem;

/// The reading page from the first moment to the end, with invented people.
final class PreviewReading {
  private PreviewReading() {}

  /// Nothing is known yet.
  static ReadingView started(String nonce) {
    return view(
        nonce,
        List.of(line(1, PageState.STARTED, 5)),
        rows(List.of(), List.of(), "", ""),
        false,
        List.of());
  }

  /// The second page is being read; the first values are there.
  static ReadingView underWay(String nonce) {
    return view(
        nonce,
        List.of(
            new PageLine(1, PageState.READ, 100, 0, 0, "/i/page?number=1"),
            new PageLine(2, PageState.READING, 60, 55, 18, "")),
        rows(
            List.of("見本　太郎", "見本　花子", "見本　一郎", "SAMPLE MARIA"),
            List.of("昭和60年1月2日", "昭和62年10月12日", "平成28年11月3日", "1988年12月24日"),
            "神奈川県横浜市中区見本町一丁目2番3号　見本レジデンス1203号室",
            ""),
        false,
        List.of());
  }

  /// It is over, and one page could not be read.
  static ReadingView failed(String nonce) {
    return view(
        nonce,
        List.of(
            new PageLine(1, PageState.READ, 100, 0, 0, "/i/page?number=1"),
            new PageLine(2, PageState.FAILED, 100, 0, 0, "")),
        rows(List.of("見本　太郎"), List.of("昭和60年1月2日"), "架空県架空市大字見本字北見本百二十三番地の四", ""),
        true,
        List.of(
            new Problem(
                "page", "unreadable", "2枚目が読めませんでした。明るいところでもう一度写真をとるか、そのまま「つぎへ」を押して自分で入力してください。")));
  }

  private static ReadingView view(
      String nonce,
      List<PageLine> lines,
      List<Row> rows,
      boolean isFinished,
      List<Problem> problems) {
    return new ReadingView(
        PreviewKiosk.frame("読みとり", nonce),
        new Progress(lines, rows, isFinished, "/check", problems),
        3);
  }

  private static PageLine line(int number, PageState state, int donePercent) {
    return new PageLine(number, state, donePercent, 0, 0, "");
  }

  private static List<Row> rows(
      List<String> names, List<String> births, String oldAddress, String newAddress) {
    return List.of(
        new Row("氏名", names),
        new Row("生年月日", births),
        new Row("旧住所", known(oldAddress)),
        new Row("転出先住所", known(newAddress)),
        new Row("転出予定年月日", List.of()));
  }

  private static List<String> known(String value) {
    return value.isEmpty() ? List.of() : List.of(value);
  }
}
