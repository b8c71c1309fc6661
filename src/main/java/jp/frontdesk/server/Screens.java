package jp.frontdesk.server;

import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.RoutingContext;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import jp.frontdesk.access.Account;
import jp.frontdesk.access.Session;
import jp.frontdesk.intake.NoticeView;
import jp.frontdesk.intake.PageFrame;
import jp.frontdesk.kernel.CaseId;
import jp.frontdesk.platform.Csrf;
import jp.frontdesk.platform.Pages;
import jp.frontdesk.platform.Requests;
import jp.frontdesk.platform.Secret;
import jp.frontdesk.platform.StaticFiles;
import jp.frontdesk.review.Picture;

/// Pages, pictures and documents on their way to a browser. Whatever belongs to a case is compared
/// with the case of the request before a byte leaves.
final class Screens {
  private static final int GOODBYE_S = 10;

  private final Pages pages;
  private final StaticFiles files;
  private final Settings settings;
  private final Towns towns;

  Screens(Pages pages, StaticFiles files, Settings settings, Towns towns) {
    this.pages = pages;
    this.files = files;
    this.settings = settings;
    this.towns = towns;
  }

  void show(RoutingContext ctx, int status, String template, Object view) {
    pages.show(ctx, status, template, view);
  }

  /// A fragment as text, for a live part of a page.
  String text(String template, Object view) {
    return pages.render(template, view).toString(StandardCharsets.UTF_8);
  }

  void redirect(RoutingContext ctx, String path) {
    ctx.response().setStatusCode(303).putHeader("Location", path).end().await();
  }

  /// Whether an address leads to a page of this very site.
  boolean isOwnPath(String path) {
    return path.matches("/[a-z0-9/-]*");
  }

  /// The frame of a kiosk page before there is a session.
  PageFrame plainKioskFrame(RoutingContext ctx, String title, String townName) {
    return frame(ctx, title, "", townName, "", PageFrame.IdleTimes.never(), false);
  }

  /// The frame of a kiosk's page that needs no visit and still asks and ends when nobody touches
  /// it.
  ///
  /// @param session of the visit under way, which ends with it; empty without one
  PageFrame watchedKioskFrame(
      RoutingContext ctx, Optional<Session> session, String title, String townName) {
    int endSeconds = (int) settings.kioskIdle().toSeconds();
    return frame(
        ctx,
        title,
        session.map(s -> Csrf.tokenFor(new Secret(s.token()))).orElse(""),
        townName,
        "",
        new PageFrame.IdleTimes(endSeconds * 2 / 3, endSeconds),
        false);
  }

  /// The frame of a page of a kiosk's visit, which asks and ends when nobody touches it.
  PageFrame kioskFrame(RoutingContext ctx, Session session, String title, boolean isHelpCalled) {
    int endSeconds = (int) settings.kioskIdle().toSeconds();
    return frame(
        ctx,
        title,
        Csrf.tokenFor(new Secret(session.token())),
        towns.getTown(session.town()).name(),
        "",
        new PageFrame.IdleTimes(endSeconds * 2 / 3, endSeconds),
        isHelpCalled);
  }

  /// The frame of a page of the desk.
  PageFrame deskFrame(RoutingContext ctx, Session session, String title) {
    return frame(
        ctx,
        title,
        Csrf.tokenFor(new Secret(session.token())),
        towns.getTown(session.town()).name(),
        session.account().map(Account::displayName).orElse(""),
        PageFrame.IdleTimes.never(),
        false);
  }

  /// The frame of the desk's login.
  PageFrame plainDeskFrame(RoutingContext ctx, String title) {
    return frame(ctx, title, "", "", "", PageFrame.IdleTimes.never(), false);
  }

  private PageFrame frame(
      RoutingContext ctx,
      String title,
      String csrfToken,
      String townName,
      String personName,
      PageFrame.IdleTimes idle,
      boolean isHelpCalled) {
    return new PageFrame(
        title,
        "ja",
        FormTexts.pathOf(ctx),
        Requests.nonceOf(ctx),
        csrfToken,
        files::url,
        townName,
        personName,
        idle,
        isHelpCalled);
  }

  /// The visit is over: ended, timed out, or never begun in this browser.
  void showEnded(RoutingContext ctx) {
    notice(
        ctx,
        410,
        NoticeView.Tone.TELL,
        "時間がたったので、おわりました",
        List.of("あなたの内容は、この画面には残っていません。", "受付票をもらった人は、番号でお呼びします。"),
        "/",
        0);
  }

  /// The visit ended as the visitor wished.
  void showGoodbye(RoutingContext ctx, String home) {
    notice(
        ctx,
        200,
        NoticeView.Tone.DONE,
        "おわりました",
        List.of("ご利用ありがとうございました。", "紙を忘れずに お持ちください。"),
        home,
        GOODBYE_S);
  }

  private void notice(
      RoutingContext ctx,
      int status,
      NoticeView.Tone tone,
      String heading,
      List<String> paragraphs,
      String home,
      int returnSeconds) {
    show(
        ctx,
        status,
        "kiosk/notice.jte",
        new NoticeView(
            plainKioskFrame(ctx, heading, ""),
            tone,
            heading,
            paragraphs,
            List.of(),
            "",
            "",
            List.of(new NoticeView.Action("はじめの画面へ", home, false)),
            returnSeconds,
            home));
  }

  /// A page of the desk, before or after a session, that only tells something.
  void deskNotice(
      RoutingContext ctx,
      int status,
      NoticeView.Tone tone,
      String heading,
      List<String> paragraphs,
      List<NoticeView.Action> actions) {
    show(
        ctx,
        status,
        "desk/notice.jte",
        new NoticeView(
            plainDeskFrame(ctx, heading),
            tone,
            heading,
            paragraphs,
            List.of(),
            "",
            "",
            actions,
            0,
            ""));
  }

  /// Sends a page or crop, if it belongs to the case of the request.
  void sendPicture(RoutingContext ctx, CaseId mine, Optional<Picture> picture) {
    Optional<Picture> own =
        picture.filter(p -> p.caseId().equals(mine)).filter(p -> p.content().length > 0);
    if (own.isEmpty()) {
      ctx.fail(404);
    } else {
      sendBytes(ctx, own.get().mediaType(), own.get().content());
    }
  }

  /// Sends a document, if it belongs to the case of the request.
  ///
  /// @param name of the file, without its ending; never personal
  void sendPdf(RoutingContext ctx, CaseId mine, CaseId owner, byte[] pdf, String name) {
    if (!mine.equals(owner)) {
      throw new IllegalStateException("a document of case " + owner + " met case " + mine);
    }
    boolean isDownload = ctx.request().getParam("download") != null;
    ctx.response()
        .putHeader(
            "Content-Disposition",
            (isDownload ? "attachment" : "inline") + "; filename=\"" + name + ".pdf\"");
    sendBytes(ctx, "application/pdf", pdf);
  }

  /// Sends a document that belongs to no case and names nobody.
  void sendPublicPdf(RoutingContext ctx, byte[] pdf, String name) {
    ctx.response().putHeader("Content-Disposition", "inline; filename=\"" + name + ".pdf\"");
    sendBytes(ctx, "application/pdf", pdf);
  }

  /// Sends a picture that belongs to nobody, such as an invented sample.
  void sendPublic(RoutingContext ctx, String mediaType, byte[] content) {
    ctx.response().putHeader("Cache-Control", "private, max-age=3600");
    sendBytes(ctx, mediaType, content);
  }

  private static void sendBytes(RoutingContext ctx, String mediaType, byte[] content) {
    ctx.response().putHeader("Content-Type", mediaType).end(Buffer.buffer(content)).await();
  }
}
