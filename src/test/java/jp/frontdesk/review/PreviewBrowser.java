package jp.frontdesk.review;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/// The preview pages in Debian's Chromium, with a camera that films a test picture.
final class PreviewBrowser implements AutoCloseable {
  static final List<String> FLAGS =
      List.of(
          "--no-sandbox",
          "--disable-gpu",
          "--disable-quic",
          "--no-first-run",
          "--disable-background-networking",
          "--disable-component-update",
          "--disable-sync",
          "--use-fake-device-for-media-stream",
          "--use-fake-ui-for-media-stream");

  private final PreviewServer server;
  private final Playwright playwright;
  private final Browser browser;

  PreviewBrowser() throws IOException {
    this(TemplateEngine.createPrecompiled(ContentType.Html));
  }

  PreviewBrowser(TemplateEngine templates) throws IOException {
    server = new PreviewServer(templates, 0);
    playwright =
        Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    browser =
        playwright
            .chromium()
            .launch(
                new BrowserType.LaunchOptions()
                    .setExecutablePath(Path.of("/usr/bin/chromium"))
                    .setArgs(FLAGS));
  }

  PreviewServer server() {
    return server;
  }

  /// A page of the size of its screen: a standing kiosk, or a clerk's desk.
  Page blank(String name) {
    return browser.newPage(
        new Browser.NewPageOptions()
            .setViewportSize(
                name.startsWith("kiosk/") ? 1080 : 1440, name.startsWith("kiosk/") ? 1920 : 900)
            .setLocale("ja-JP"));
  }

  /// The page of that name, opened.
  Page open(String name) {
    Page page = blank(name);
    page.navigate(server.address() + name);
    return page;
  }

  @Override
  public void close() {
    browser.close();
    playwright.close();
    server.close();
  }
}
