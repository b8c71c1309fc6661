package jp.frontdesk.review;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import jp.frontdesk.fees.code.CodeDrawing;
import jp.frontdesk.intake.PageFrame;
import jp.frontdesk.kernel.Problem;
import jp.frontdesk.review.PreviewKiosk.Shown;

/// The pages about accounts, with invented people.
final class PreviewAccounts {
  private PreviewAccounts() {}

  static Map<String, Shown> pages(Function<String, PageFrame> frame) {
    Map<String, Shown> pages = new LinkedHashMap<>();
    PageFrame enrol = frame.apply("職員アカウントの登録");
    pages.put(
        "enrol",
        new Shown("desk/enrol.jte", new EnrolView(enrol, "", "", "", "", List.of(), false)));
    String qr = CodeDrawing.ofQr("otpauth://totp/mihon?secret=GEZDGNBV", 50).svg("QR");
    pages.put(
        "enrol-app",
        new Shown(
            "desk/enrol.jte",
            new EnrolView(
                enrol,
                "999997-shinjin",
                "abcd-efgh-jkmn-pqrs",
                qr,
                "GEZD GNBV GY3T QOJQ GEZD GNBV GY3T QOJQ",
                List.of(
                    new Problem("password", "length", "パスワードは12文字以上にしてください。長い文でもかまいません。"),
                    new Problem("totp", "wrong_totp", "確認コードが合いません。アプリに今出ている6けたを入れてください。")),
                false)));
    pages.put(
        "enrol-done",
        new Shown("desk/enrol.jte", new EnrolView(enrol, "", "", "", "", List.of(), true)));
    pages.put("accounts", new Shown("desk/accounts.jte", accounts(frame.apply("職員アカウント"))));
    pages.put(
        "log",
        new Shown(
            "desk/log.jte",
            new LogView(
                frame.apply("記録"),
                List.of(
                    new LogView.Row("11月24日 9:12", "ログイン", "mihon", ""),
                    new LogView.Row("11月24日 9:10", "確認", "受付 7f3c", "mihon")))));
    return pages;
  }

  private static AccountsView accounts(PageFrame frame) {
    return new AccountsView(
        frame,
        "",
        List.of("shien"),
        Optional.of(new AccountsView.Code("999997-shinjin", "abcd-efgh-jkmn-pqrs", "9:22")),
        List.of(
            new AccountsView.Row("kanri", "見本　花子", "管理者", "", "使用中", false, false),
            new AccountsView.Row("mihon", "見本　太郎", "窓口職員", "1番、2番", "使用中", true, true),
            new AccountsView.Row("shinjin", "見本　新人", "窓口職員", "1番", "登録待ち", true, true),
            new AccountsView.Row("taishoku", "見本　次郎", "係長", "", "停止", true, false)),
        List.of(
            new AccountsView.Choice("clerk", "窓口職員"),
            new AccountsView.Choice("administrator", "管理者")),
        "",
        "",
        "");
  }
}
