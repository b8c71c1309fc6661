package jp.frontdesk.review;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import jp.frontdesk.intake.NoticeView;
import jp.frontdesk.intake.NoticeView.Action;
import jp.frontdesk.intake.NoticeView.Tone;
import jp.frontdesk.intake.PageFrame;
import jp.frontdesk.intake.PageFrame.IdleTimes;
import jp.frontdesk.intake.ScanView;
import jp.frontdesk.intake.ScanView.Sample;
import jp.frontdesk.intake.ScanView.Sheet;
import jp.frontdesk.intake.StartView;
import jp.frontdesk.intake.TownsView;
import jp.frontdesk.intake.TownsView.Town;
import jp.frontdesk.kernel.Problem;

/// Every state of the kiosk's pages worth a look, with invented people.
final class PreviewKiosk {
  private PreviewKiosk() {}

  /// A page to render.
  ///
  /// @param template e.g. `kiosk/start.jte`
  /// @param view its single parameter
  record Shown(String template, Object view) {}

  static PageFrame frame(String title, String nonce) {
    return frame(title, nonce, false);
  }

  private static PageFrame frame(String title, String nonce, boolean isHelpCalled) {
    return new PageFrame(
        title,
        "ja",
        "/scan",
        nonce,
        "token",
        PreviewServer::assetUrl,
        "横浜市",
        "",
        new IdleTimes(60, 90),
        isHelpCalled);
  }

  /// The pages by name, in the order a visitor meets them.
  static Map<String, Shown> pages(String nonce) {
    Map<String, Shown> pages = new LinkedHashMap<>();
    pages.put("towns", new Shown("kiosk/towns.jte", towns(nonce)));
    pages.put(
        "start",
        new Shown("kiosk/start.jte", new StartView(frame("はじめ", nonce), "141003", List.of())));
    pages.put("no-paper", new Shown("kiosk/notice.jte", noPaper(nonce)));
    pages.put("scan-empty", new Shown("kiosk/scan.jte", scan(nonce, List.of(), List.of())));
    pages.put("scan-two", new Shown("kiosk/scan.jte", scan(nonce, sheets(), List.of())));
    pages.put(
        "scan-problem",
        new Shown(
            "kiosk/scan.jte",
            scan(
                nonce,
                List.of(),
                List.of(
                    new Problem(
                        "page", "not_an_image", "このファイルは写真でも PDFでもありません。紙を写真にとって、もう一度入れてください。"),
                    new Problem("page", "too_large", "ファイルが大きすぎます。20メガバイトより小さくしてください。")))));
    pages.put("reading-started", new Shown("kiosk/reading.jte", PreviewReading.started(nonce)));
    pages.put("reading", new Shown("kiosk/reading.jte", PreviewReading.underWay(nonce)));
    pages.put("reading-failed", new Shown("kiosk/reading.jte", PreviewReading.failed(nonce)));
    pages.put(
        "check-clear",
        new Shown(
            "kiosk/check.jte",
            new CheckView(
                frame("確かめる", nonce), 1, PreviewFields.groups(1, false, false), List.of())));
    pages.put(
        "check-six",
        new Shown(
            "kiosk/check.jte",
            new CheckView(
                frame("確かめる", nonce), 1, PreviewFields.groups(6, true, false), List.of())));
    pages.put(
        "check-wrong",
        new Shown(
            "kiosk/check.jte",
            new CheckView(
                frame("確かめる", nonce),
                2,
                PreviewFields.groups(3, true, false),
                List.of(
                    new Problem(
                        "members[1].birth_date", "no_such_day", "2人目の生年月日：2月30日は、こよみにありません。"),
                    new Problem(
                        "members[2].name", "not_looked_at", "3人目の氏名：「これで合っています」にさわってください。")))));
    pages.put("questions", new Shown("kiosk/questions.jte", questions(nonce, false)));
    pages.put("questions-wrong", new Shown("kiosk/questions.jte", questions(nonce, true)));
    pages.put("certificates", new Shown("kiosk/certificates.jte", certificates(nonce)));
    pages.put("sign", new Shown("kiosk/sign.jte", sign(nonce)));
    pages.put("slip-due", new Shown("kiosk/slip.jte", slip(nonce, payment(false))));
    pages.put("slip-paid", new Shown("kiosk/slip.jte", slip(nonce, payment(true))));
    pages.put("slip-free", new Shown("kiosk/slip.jte", slip(nonce, SlipView.Payment.free())));
    pages.put("sent-back", new Shown("kiosk/sent-back.jte", sentBack(nonce)));
    pages.put(
        "end-ask",
        new Shown(
            "kiosk/notice.jte",
            notice(
                nonce,
                Tone.ASK,
                "ほんとうにおわりますか",
                "ここまでに入力した内容は消えます。",
                List.of(new Action("もどって続ける", "/scan", false), new Action("おわる", "/end", true)))));
    pages.put(
        "ended",
        new Shown(
            "kiosk/notice.jte",
            notice(
                nonce,
                Tone.DONE,
                "おつかれさまでした",
                "この画面の内容は、ぜんぶ消しました。",
                List.of(new Action("はじめの画面へ", "/t/141003", false)))));
    pages.put(
        "timeout",
        new Shown(
            "kiosk/notice.jte",
            notice(
                nonce,
                Tone.WAIT,
                "時間がたったのでおわりました",
                "入力した内容は消しました。もう一度はじめからお願いします。",
                List.of(new Action("はじめの画面へ", "/t/141003", false)))));
    pages.put("error", new Shown("kiosk/notice.jte", error(nonce)));
    return pages;
  }

  private static TownsView towns(String nonce) {
    PageFrame frame =
        new PageFrame(
            "市を選ぶ",
            "ja",
            "/",
            nonce,
            "token",
            PreviewServer::assetUrl,
            "",
            "",
            IdleTimes.never(),
            false);
    return new TownsView(
        frame,
        List.of(
            new Town("141003", "横浜市", false),
            new Town("141305", "川崎市", false),
            new Town("142018", "横須賀市", false),
            new Town("142042", "鎌倉市", false),
            new Town("142051", "藤沢市", false),
            new Town("142085", "逗子市", false),
            new Town("142131", "大和市", false),
            new Town("132098", "町田市", false),
            new Town("999997", "架空町", true)));
  }

  private static NoticeView noPaper(String nonce) {
    return new NoticeView(
        frame("係が受け付けます", nonce, true),
        Tone.TELL,
        "係の人が受け付けます",
        List.of("紙の転出証明書がなくても、手続きはできます。"),
        List.of("この番号をおぼえて、いすでお待ちください", "マイナンバーカードと暗証番号（数字4つ）を用意してください", "番号を呼ばれたら、窓口に来てください"),
        "A-105",
        "",
        List.of(new Action("はじめの画面へ", "/t/141003", false)),
        0,
        "/");
  }

  private static NoticeView notice(
      String nonce, Tone tone, String heading, String text, List<Action> actions) {
    return new NoticeView(
        frame("お知らせ", nonce), tone, heading, List.of(text), List.of(), "", "", actions, 0, "/");
  }

  private static NoticeView error(String nonce) {
    return new NoticeView(
        frame("うまくいきませんでした", nonce),
        Tone.ERROR,
        "うまくいきませんでした",
        List.of("あなたのせいではありません。入力した内容はのこっています。"),
        List.of("「もう一度」を押してください", "だめなときは「係の人を呼ぶ」を押してください"),
        "",
        "01JD3VX9Q6",
        List.of(new Action("もう一度", "/scan", false)),
        0,
        "/");
  }

  private static List<Sheet> sheets() {
    return List.of(
        new Sheet("s1", 1, "/i/page?number=1", ""),
        new Sheet("s2", 2, "/i/page?number=2", "さかさまでしたが、向きをなおしました"));
  }

  private static ScanView scan(String nonce, List<Sheet> sheets, List<Problem> problems) {
    List<Sample> samples = new ArrayList<>();
    samples.add(new Sample("a", "見本　太郎さん 1人", "はっきりした紙", "/i/page?number=1", 1));
    samples.add(new Sample("b", "見本　花子さん 4人家族", "紙が2まい", "/i/page?number=2", 2));
    samples.add(new Sample("c", "髙𣘺　さん 3人家族", "めずらしい漢字", "/i/page?number=1", 1));
    samples.add(new Sample("d", "SAMPLE MARIA さん", "外国の名前、ななめの写真", "/i/page?number=1", 1));
    return new ScanView(frame("紙を置く", nonce), sheets, samples, problems, 6, 20);
  }

  private static QuestionsView questions(String nonce, boolean isWrong) {
    var years =
        List.of(
            new QuestionsView.Year("2026", "令和8年（2026年）"),
            new QuestionsView.Year("2025", "令和7年（2025年）"));
    var people = new ArrayList<QuestionsView.Person>();
    for (int i = 0; i < 4; i++) {
      people.add(new QuestionsView.Person("member:" + i, PreviewFields.name(i)));
    }
    List<Problem> problems =
        isWrong
            ? List.of(
                new Problem("moved_on", "date_in_future", "住み始めた日が、きょうよりあとです。引っ越してから届け出てください。"),
                new Problem("head_name", "missing", "世帯主の名前を書いてください。"),
                new Problem("phone", "not_a_phone", "電話番号は、数字で10けたか11けたです。"))
            : List.of();
    return new QuestionsView(
        frame("質問", nonce),
        1,
        "神奈川県横浜市中区見本町一丁目2番3号　見本レジデンス1203号室",
        true,
        "",
        new QuestionsView.MovedOn(
            years,
            isWrong ? "2026" : "",
            isWrong ? "12" : "",
            isWrong ? "24" : "",
            "2026-11-22",
            "令和8年12月1日"),
        people,
        new QuestionsView.Head(isWrong ? "other" : "member:0", ""),
        isWrong ? "090" : "",
        new QuestionsView.Notifier(
            isWrong ? "PROXY" : "SELF", "member:0", isWrong ? "見本　三郎" : "", ""),
        isWrong,
        problems);
  }

  private static CertificatesView certificates(String nonce) {
    return new CertificatesView(
        frame("証明書", nonce),
        1,
        List.of(
            new CertificatesView.Item(
                "resident_record_copy", "住民票の写し（家族みんな）", "免許証の住所変更、会社や学校に出すとき", 300, 2, 10),
            new CertificatesView.Item(
                "resident_record_copy_one", "住民票の写し（1人ぶん）", "1人だけの住所を証明するとき", 300, 0, 10),
            new CertificatesView.Item(
                "resident_record_entry", "住民票記載事項証明書", "年金や手当の書類でたのまれたとき", 300, 0, 10),
            new CertificatesView.Item("seal_registration", "印鑑登録証明書", "", 300, 0, 10)),
        false,
        List.of());
  }

  private static SignView sign(String nonce) {
    return new SignView(
        frame("署名", nonce),
        "/sign",
        "/certificates",
        "見本　太郎",
        List.of("住民異動届", "国民健康保険資格取得届", "転入学届"));
  }

  private static SlipView slip(String nonce, SlipView.Payment payment) {
    return new SlipView(
        frame("受付票", nonce),
        "A-104",
        "午前10時32分",
        "およそ20分",
        List.of(
            new SlipView.Step("いすでお待ちください", "係の人が、内容を確かめます。"),
            new SlipView.Step("番号を呼ばれたら、窓口へ", "本人だとわかるもの（免許証など）を見せてください。"),
            new SlipView.Step("書類に名前を書いて、おわり", "証明書をたのんだ人は、ここで受けとります。")),
        payment);
  }

  private static SlipView.Payment payment(boolean isPaid) {
    return new SlipView.Payment(
        List.of(new SlipView.Line("住民票の写し（家族みんな）", 2, 600), new SlipView.Line("印鑑登録証明書", 1, 300)),
        900,
        isPaid,
        isPaid ? "午前10時36分" : "",
        PreviewImages.qrSvg("https://pay.invalid/p/01JD3VX9Q6ZK"),
        PreviewImages.barSvg("919123456000000000000001234567126113000009001"),
        "(91)912345-60000000000000012345671-261130-0-000900-1",
        "11月30日");
  }

  private static SentBackView sentBack(String nonce) {
    return new SentBackView(
        frame("なおしてください", nonce),
        "A-104",
        "2人目の生年月日が読めません。マイナンバーカードなどを見て、入れなおしてください。",
        List.of(
            new SentBackView.Fix("2人目　見本　花子　生年月日", "/check#f-members-1-birth-date"),
            new SentBackView.Fix("新しい住所（部屋の番号）", "/questions#q-address")));
  }
}
