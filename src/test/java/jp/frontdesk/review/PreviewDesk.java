package jp.frontdesk.review;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jp.frontdesk.intake.NoticeView;
import jp.frontdesk.intake.NoticeView.Action;
import jp.frontdesk.intake.PageFrame;
import jp.frontdesk.intake.PageFrame.IdleTimes;
import jp.frontdesk.kernel.Problem;
import jp.frontdesk.review.CaseListView.Row;
import jp.frontdesk.review.CaseListView.Rows;
import jp.frontdesk.review.CaseListView.Tab;
import jp.frontdesk.review.CaseView.Box;
import jp.frontdesk.review.CaseView.Finding;
import jp.frontdesk.review.CaseView.Severity;
import jp.frontdesk.review.PreviewKiosk.Shown;
import jp.frontdesk.review.StateView.Tone;

/// Every state of the desk's pages worth a look, with invented people.
final class PreviewDesk {
  private PreviewDesk() {}

  private static PageFrame frame(String title, String nonce, String person) {
    return new PageFrame(
        title,
        "ja",
        "/",
        nonce,
        "token",
        PreviewServer::assetUrl,
        "横浜市",
        person,
        IdleTimes.never(),
        false);
  }

  /// The pages by name.
  static Map<String, Shown> pages(String nonce) {
    Map<String, Shown> pages = new LinkedHashMap<>();
    pages.put(
        "login",
        new Shown(
            "desk/login.jte",
            new LoginView(
                frame("ログイン", nonce, ""), "", "職員番号は「団体コード-名前」です。", "", List.of(), List.of())));
    pages.put(
        "login-wrong",
        new Shown(
            "desk/login.jte",
            new LoginView(
                frame("ログイン", nonce, ""),
                "mihon",
                "",
                "見本の町の今の確認コード：123456",
                List.of(new LoginView.Way("架空町", "/login/provider?town=999997")),
                List.of(new Problem("page", "wrong", "職員番号、パスワード、確認コードのどれかが違います。")))));
    pages.putAll(PreviewAccounts.pages(title -> frame(title, nonce, "見本　花子")));
    pages.put("list", new Shown("desk/list.jte", list(nonce, rows())));
    pages.put("list-empty", new Shown("desk/list.jte", list(nonce, List.of())));
    pages.put("case", new Shown("desk/case.jte", open(nonce)));
    pages.put("case-clear", new Shown("desk/case.jte", clear(nonce)));
    pages.put("case-done", new Shown("desk/case.jte", confirmed(nonce)));
    pages.put("fee", new Shown("desk/fee.jte", fee(nonce)));
    pages.put("close", new Shown("desk/close.jte", close(nonce)));
    pages.put("close-empty", new Shown("desk/close.jte", closeEmpty(nonce)));
    pages.put(
        "local-tax",
        new Shown(
            "desk/local-tax.jte",
            new LocalTaxView(
                frame("eL-QR", nonce, "見本　次郎"),
                "支払期限を過ぎています。税の担当に新しいコードを作ってもらってください。",
                "000201",
                List.of(
                    new LocalTaxView.Fact("金額", "12,300円"),
                    new LocalTaxView.Fact("支払期限", "2026年7月31日")))));
    pages.put("case-refused", new Shown("desk/case.jte", refused(nonce)));
    pages.put(
        "sign",
        new Shown(
            "desk/sign.jte",
            new SignView(
                frame("署名", nonce, "見本　次郎"),
                "/cases/01JD3VX9Q6ZK/sign",
                "/cases/01JD3VX9Q6ZK",
                "見本　太郎",
                List.of("住民異動届", "国民健康保険資格取得届"))));
    pages.put(
        "desk-error",
        new Shown(
            "desk/notice.jte",
            new NoticeView(
                frame("エラー", nonce, "見本　次郎"),
                NoticeView.Tone.ERROR,
                "この受付はもうありません",
                List.of("取り下げられたか、保存期間が過ぎています。"),
                List.of(),
                "",
                "01JD3VX9Q6",
                List.of(new Action("一覧へ", "/", false)),
                0,
                "/")));
    return pages;
  }

  private static CaseListView list(String nonce, List<Row> rows) {
    return new CaseListView(
        frame("受付一覧", nonce, "見本　次郎"),
        List.of(
            new Tab("受付中", "/?show=open", rows.size(), true),
            new Tab("完了", "/?show=done", 31, false),
            new Tab("すべて", "/?show=all", 31 + rows.size(), false)),
        new Rows(rows, "10:52:07"),
        true);
  }

  private static List<Row> rows() {
    StateView paid = new StateView("支払い済み", Tone.DONE);
    StateView due = new StateView("600円未払い", Tone.RUNNING);
    List<Row> rows = new ArrayList<>();
    rows.add(
        row(
            "A-101",
            "9:58",
            54,
            6,
            4,
            new StateView("確認待ち", Tone.TODO),
            due,
            StateView.none(),
            true,
            ""));
    rows.add(
        row(
            "A-102",
            "10:04",
            48,
            1,
            0,
            new StateView("確認待ち", Tone.TODO),
            paid,
            StateView.none(),
            false,
            "見本　三郎"));
    rows.add(
        row(
            "A-103",
            "10:11",
            41,
            3,
            1,
            new StateView("差し戻し中", Tone.RUNNING),
            StateView.none(),
            StateView.none(),
            false,
            ""));
    rows.add(
        row(
            "A-104",
            "10:32",
            20,
            4,
            2,
            new StateView("確定", Tone.DONE),
            paid,
            new StateView("送信待ち", Tone.RUNNING),
            false,
            ""));
    rows.add(
        row(
            "A-105",
            "10:35",
            17,
            2,
            0,
            new StateView("確定", Tone.DONE),
            due,
            new StateView("断られました", Tone.BAD),
            false,
            ""));
    rows.add(
        row(
            "",
            "10:51",
            -1,
            0,
            0,
            new StateView("来庁者が入力中", Tone.RUNNING),
            StateView.none(),
            StateView.none(),
            false,
            ""));
    return rows;
  }

  private static Row row(
      String number,
      String at,
      long waiting,
      int members,
      int doubtful,
      StateView status,
      StateView fee,
      StateView registry,
      boolean isCalled,
      String heldBy) {
    return new Row(
        "/cases/" + number,
        number,
        at,
        waiting,
        members,
        doubtful,
        status,
        fee,
        registry,
        isCalled,
        isCalled,
        heldBy);
  }

  private static CaseView open(String nonce) {
    List<FieldGroupView> groups = new ArrayList<>(PreviewFields.groups(6, true, true));
    return view(
        nonce,
        new StateView("確認待ち", Tone.TODO),
        true,
        List.of(new CaseView.Message(Tone.TODO, "見本　三郎さんも、この受付を開いています。")),
        groups,
        findings(),
        none());
  }

  private static CaseView clear(String nonce) {
    return view(
        nonce,
        new StateView("確認待ち", Tone.TODO),
        true,
        List.of(),
        PreviewFields.groups(1, false, true),
        List.of(),
        none());
  }

  private static CaseView confirmed(String nonce) {
    return view(
        nonce,
        new StateView("確定", Tone.DONE),
        false,
        List.of(new CaseView.Message(Tone.DONE, "確定しました。届出書を印刷して、署名をもらってください。")),
        PreviewFields.groups(3, false, true),
        List.of(),
        outcome(
            new CaseView.Registry(
                new StateView("仮登録済み", Tone.DONE), "R-20261122-000417", "", false),
            new StateView("支払い済み（10:36）", Tone.DONE),
            false));
  }

  private static CaseView refused(String nonce) {
    return view(
        nonce,
        new StateView("確定", Tone.DONE),
        false,
        List.of(
            new CaseView.Message(
                Tone.BAD, "ほかの職員が、10:49に変更しました。いま見えているのは新しい内容です。あなたの変更は保存されていません。")),
        PreviewFields.groups(2, false, true),
        List.of(),
        outcome(
            new CaseView.Registry(
                new StateView("断られました", Tone.BAD),
                "",
                "同じ人がすでに登録されています（コード E107）。住民記録システムで除票を確かめてください。",
                true),
            new StateView("未払い", Tone.TODO),
            true));
  }

  private static FeePageView fee(String nonce) {
    return new FeePageView(
        frame("料金 A-104", nonce, "見本　次郎"),
        "/cases/104",
        "A-104",
        List.of(new CaseView.Message(Tone.BAD, "返金は、申請した人とは別の人が承認します。ほかの職員にお願いしてください。")),
        new CaseView.Fee(new StateView("入金に食い違い", Tone.BAD), List.of(), 600, true),
        List.of(
            new FeePageView.Line(
                "copy",
                "住民票の写し（世帯全員）",
                2,
                600,
                "",
                List.of(new FeePageView.Ground("pension", "年金の現況届に使う"))),
            new FeePageView.Line("seal", "印鑑登録証明書（免除：災害で被害を受けた）", 1, 0, "suitou", List.of())),
        "ticket.pdf",
        "支払い票（80mm）",
        "レジの伝票番号を、半角の数字・英字・ハイフンで入力してください（20文字まで）。",
        List.of(
            new FeePageView.Payment(
                "a-1",
                "画面のQRコード",
                new StateView("請求に合わない入金", Tone.BAD),
                600,
                "11月22日 10:41",
                "P0123456789",
                true,
                true),
            new FeePageView.Payment(
                "a-2",
                "払込票",
                new StateView("返金の手続き中", Tone.RUNNING),
                601,
                "11月22日 10:42",
                "",
                false,
                false)),
        List.of(
            new FeePageView.RefundLine(
                "r-1",
                "決済サービスから",
                new StateView("承認待ち", Tone.TODO),
                601,
                "二重に払われたため",
                "申請：mihon（11月22日 10:45）",
                true,
                ""),
            new FeePageView.RefundLine(
                "r-2",
                "手渡し・還付",
                new StateView("承認待ち", Tone.TODO),
                600,
                "枚数を間違えたため",
                "申請：mihon（11月22日 10:46）",
                false,
                "別の出納員の承認を待っています。")));
  }

  private static CaseView.Outcome none() {
    return new CaseView.Outcome(
        List.of(),
        List.of(),
        List.of(),
        new CaseView.Fee(StateView.none(), List.of(), 0, false),
        new CaseView.Registry(StateView.none(), "", "", false));
  }

  private static CaseView.Outcome outcome(
      CaseView.Registry registry, StateView fee, boolean canTakeCash) {
    return new CaseView.Outcome(
        List.of(
            new CaseView.FormLink("住民異動届", "/i/form", "/i/form?download"),
            new CaseView.FormLink("国民健康保険資格取得届", "/i/form", "/i/form?download")),
        List.of(new CaseView.FormLink("委任状", "/i/form", "/i/form?download")),
        List.of("どの字体にもない文字があります。"),
        new CaseView.Fee(
            fee,
            List.of(
                new SlipView.Line("住民票の写し（世帯全員）", 2, 600), new SlipView.Line("印鑑登録証明書", 1, 300)),
            900,
            canTakeCash),
        registry);
  }

  private static List<Finding> findings() {
    return List.of(
        new Finding(
            Severity.STOP,
            "2人目の生年月日が暦にありません",
            "「昭和63年2月30日」と読みました。",
            "画像を見て直すか、原本どおりなら「確認」を付けてください。",
            "住民基本台帳法第7条第2号",
            "f-members-1-birth-date"),
        new Finding(
            Severity.LOOK,
            "届出が異動日から14日を過ぎています",
            "異動日令和8年11月1日、届出日令和8年11月22日。",
            "遅れた理由を聞き取ってください。過料を決めるのは裁判所です。",
            "住民基本台帳法第22条",
            ""),
        new Finding(
            Severity.KNOW,
            "4人目はいっしょに来ません",
            "来庁者が「いっしょに引っ越してきません」と答えました。",
            "",
            "",
            "f-members-3-name"));
  }

  private static CaseView view(
      String nonce,
      StateView status,
      boolean canEdit,
      List<CaseView.Message> messages,
      List<FieldGroupView> groups,
      List<Finding> findings,
      CaseView.Outcome outcome) {
    return new CaseView(
        frame("A-104", nonce, "見本　次郎"),
        "/cases/01JD3VX9Q6ZK",
        new CaseView.Head(
            "A-104",
            "転入届",
            status,
            "10:32",
            canEdit ? 20 : -1,
            groups.size() - 1,
            "/cases/01JD3VX9Q6ZL",
            canEdit),
        3,
        canEdit,
        messages,
        List.of(
            page(1, groups), new CaseView.PageImage(2, "/i/page?number=2", 1240, 1754, List.of())),
        groups,
        findings,
        outcome,
        List.of(
            new CaseView.HistoryLine("11月22日 10:49", "職員見本　三郎", "内容を直しました（2か所）"),
            new CaseView.HistoryLine("11月22日 10:32", "来庁者", "内容を確かめて、提出しました"),
            new CaseView.HistoryLine("11月22日 10:28", "システム", "2枚を読みとりました（疑わしい値 4）"),
            new CaseView.HistoryLine("11月22日 10:27", "来庁者", "受付を始めました")),
        signing(canEdit),
        canEdit ? List.of() : List.of(new CaseView.GuideLanguage("ja", "日本語")));
  }

  private static Optional<CaseView.Signing> signing(boolean isChanged) {
    return Optional.of(
        new CaseView.Signing(
            isChanged
                ? new StateView("署名のあとに内容が変わりました（取り直してください）", Tone.BAD)
                : new StateView("画面で署名済み（10時31分）", Tone.DONE),
            List.of("住民異動届", "国民健康保険資格取得届"),
            isChanged
                ? ""
                : "M20 20L60 22M40 10L38 80L20 90M80 30L130 28M100 12L110 85M150 20L240 70",
            300,
            true,
            true));
  }

  private static CaseView.PageImage page(int number, List<FieldGroupView> groups) {
    List<Box> boxes = new ArrayList<>();
    int at = 0;
    for (FieldGroupView group : groups) {
      for (FieldView field : group.fields()) {
        if (!field.isBlank() && at < 42) {
          int row = at / 3;
          boxes.add(
              new Box(
                  field.domId(),
                  field.label(),
                  field.secret().isSecret(),
                  0.262 + (at % 3) * 0.22,
                  0.145 + row * 0.0513,
                  0.2,
                  0.036));
          at++;
        }
      }
    }
    return new CaseView.PageImage(number, "/i/page?number=" + number, 1240, 1754, boxes);
  }

  private static ClosePageView closeEmpty(String nonce) {
    return new ClosePageView(
        frame("日締め", nonce, "見本　次郎"),
        List.of(),
        List.of(new ClosePageView.Format("dsk-style", "収納代行（速報・確定・取消）【見本】")),
        List.of(),
        List.of(
            new ClosePageView.Total("照合済み", 0, 0),
            new ClosePageView.Total("当方だけ", 0, 0),
            new ClosePageView.Total("相手だけ", 0, 0)),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        new ClosePageView.Cash("2026-11-23", "11月23日", "2026-11-23", true, 0, 0, "", ""),
        List.of());
  }

  private static ClosePageView close(String nonce) {
    return new ClosePageView(
        frame("日締め", nonce, "見本　次郎"),
        List.of(new CaseView.Message(Tone.BAD, "3行目の8列目：金額が数字ではありません。")),
        List.of(
            new ClosePageView.Format("dsk-style", "収納代行（速報・確定・取消）【見本】"),
            new ClosePageView.Format("paypay", "PayPay（取引明細）【見本】")),
        List.of(
            new ClosePageView.TakenFile(
                "kakutei_20261123.csv",
                "収納代行（速報・確定・取消）",
                "11月23日 16:30　mihon",
                41,
                24_600,
                36,
                2,
                3)),
        List.of(
            new ClosePageView.Total("照合済み", 1_284, 812_450),
            new ClosePageView.Total("当方だけ", 2, 1_200),
            new ClosePageView.Total("相手だけ", 2, 300)),
        List.of(
            new ClosePageView.Theirs(
                "f1",
                12,
                "確定",
                "…00000000000010",
                900,
                "11月9日 10:15",
                14,
                "金額が帳簿と違います",
                "kakutei_20261123.csv の 12行目"),
            new ClosePageView.Theirs(
                "f1",
                13,
                "取消",
                "…00000000000027",
                -600,
                "11月22日 9:03",
                1,
                "確定のあとの取消です",
                "kakutei_20261123.csv の 13行目")),
        List.of(
            new ClosePageView.Ours("a1", "払込票", 600, "11月12日 14:20", 11, "/cases/01JD3/fee"),
            new ClosePageView.Ours("a2", "QRコード", 600, "11月23日 9:41", 0, "/cases/01JD4/fee")),
        List.of(
            new ClosePageView.Cleared(
                "相手だけ　確定　…00000000000003", 600, "収納代行会社に電話で確かめた。翌月の返金で戻る。", "suitou　11月20日 17:05")),
        List.of(
            new ClosePageView.Total("13-02-01-01　戸籍住民手数料", 28, 15_300),
            new ClosePageView.Total("13-02-01-02　印鑑手数料", 11, 3_300)),
        List.of(
            new ClosePageView.Total("2026-11-30", 30, 14_400),
            new ClosePageView.Total("振込日なし", 9, 4_200)),
        new ClosePageView.Cash("2026-11-23", "11月23日", "2026-11-23", false, 14, 8_400, "8300", ""),
        List.of(
            new ClosePageView.Closed(
                "2026-11-22",
                "/close/2026-11-22/accounting.csv",
                7_200,
                7_100,
                "釣り銭の渡しまちがい。次の朝に確かめる。",
                "suitou　11月22日 17:20"),
            new ClosePageView.Closed(
                "2026-11-21",
                "/close/2026-11-21/accounting.csv",
                5_400,
                5_400,
                "",
                "suitou　11月21日 17:15")));
  }
}
