package jp.frontdesk.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import jp.frontdesk.samples.CertificateGenerator;
import jp.frontdesk.samples.GeneratedPage;
import jp.frontdesk.samples.SampleSpec;
import jp.frontdesk.samples.ScanLevel;
import jp.frontdesk.server.DeskUnderTest;
import jp.frontdesk.server.TestAccounts;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

/// A resident and a clerk in a real browser, through every page, with an accessibility check on
/// each and no error on the console.
class BrowserJourneyIT {
  /// A heading with the reading of its first word.
  private static final Pattern READ_ALOUD = Pattern.compile("ほかの 手続（てつづ）きに");

  private static final Path SCREENS = Path.of("target", "screens");
  private static final int MOST_RELOADS = 3;
  private static final List<String> FLAGS =
      List.of(
          "--headless",
          "--no-sandbox",
          "--disable-gpu",
          "--disable-quic",
          "--no-first-run",
          "--disable-background-networking",
          "--disable-component-update",
          "--disable-sync");

  private final List<String> consoleErrors = new ArrayList<>();

  @Test
  void aResidentAndAClerkGoTheWholeWayByLabelsAndRoles() throws Exception {
    Files.createDirectories(SCREENS);
    try (DeskUnderTest desk = DeskUnderTest.start();
        Playwright playwright =
            Playwright.create(
                new Playwright.CreateOptions()
                    .setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        Browser browser =
            playwright
                .chromium()
                .launch(
                    new BrowserType.LaunchOptions()
                        .setExecutablePath(Path.of("/usr/bin/chromium"))
                        .setArgs(FLAGS))) {
      String number = kiosk(desk, browser);
      counterDesk(desk, browser, number);
    }
    Assertions.assertThat(consoleErrors).isEmpty();
  }

  private Page open(Browser browser, int width, int height) {
    BrowserContext context =
        browser.newContext(
            new Browser.NewContextOptions().setViewportSize(width, height).setLocale("ja-JP"));
    Page page = context.newPage();
    page.onConsoleMessage(message -> {
      if (message.type().equals("error") && !isCutStream(message.text())) {
        consoleErrors.add(message.text());
      }
    });
    page.onPageError(consoleErrors::add);
    return page;
  }

  /// A live stream that ends with its page is no fault of the page.
  private static boolean isCutStream(String message) {
    return message.contains("ERR_INCOMPLETE_CHUNKED_ENCODING");
  }

  private String kiosk(DeskUnderTest desk, Browser browser) throws Exception {
    Page page = open(browser, 1080, 1920);
    page.navigate(desk.kiosk() + "/");
    look(page, "kiosk-1-towns", heading(page, "どの市の窓口ですか"));
    page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("架空町")).click();
    look(page, "kiosk-2-start", heading(page, "きょうは、何の手続きですか"));
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(Pattern.compile("引っ越してきた")))
        .first()
        .click();
    look(page, "kiosk-3-scan", page.locator("[data-drop].is-live"));
    page.locator("input[type=file]").setInputFiles(certificateFiles());
    look(page, "kiosk-4-laid", page.getByText(Pattern.compile("枚\\s*受けとりました")));
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("読みとりをはじめる")).click();
    watchTheReading(page);
    shoot(page, "kiosk-5-reading");
    Locator checking = heading(page, "紙と同じか、確かめてください");
    assertThat(checking).isVisible(within(90_000));
    look(page, "kiosk-6-check", checking);
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("つぎへ")).last().click();
    look(page, "kiosk-7-questions", heading(page, "紙に書いてないことを教えてください"));
    answerQuestions(page);
    look(
        page,
        "kiosk-7b-procedures",
        page.locator("h1").filter(new Locator.FilterOptions().setHasText(READ_ALOUD)));
    page.locator("input[name='answer.dog'][value=yes]")
        .check(new Locator.CheckOptions().setForce(true));
    page.locator("button[formaction='/procedures?lang=vi']").click();
    look(page, "kiosk-7c-procedures-vietnamese", heading(page, "Hãy cho biết về các thủ tục khác"));
    assertThat(page.locator("input[name='answer.dog'][value=yes]")).isChecked();
    page.locator(".bar-main button[form='procedures']").click();
    look(page, "kiosk-8-certificates", heading(page, "証明書はいりますか"));
    page.locator("input[name^='copies.']").first().fill("2");
    page.locator("button[form='certificates']").click();
    look(page, "kiosk-8b-sign", heading(page, "わくの中に 名前を 書いてください"));
    assertThat(page.locator(".pad-for")).containsText("犬の登録事項変更届");
    page.locator("[data-sign-send]").click();
    assertThat(page.locator("[data-sign-problem]")).containsText("まだ 名前が ありません");
    SignatureHand.write(page);
    shoot(page, "kiosk-8c-signed");
    page.locator("[data-sign-send]").click();
    look(page, "kiosk-9-slip", heading(page, "受け付けました"));
    page.locator("a[href='/guide']").click();
    look(page, "kiosk-10-guide", heading(page, "手続・窓口のご案内"));
    assertThat(page.locator(".guide-stops")).containsText("犬の登録事項の変更");
    page.locator("a[href='/guide?lang=en']").click();
    look(page, "kiosk-11-guide-english", heading(page, "Your procedures and counters"));
    page.locator("a[href='/slip']").click();
    return page.locator(".slip-number").innerText().replaceAll("\\D", "");
  }

  /// The first values come before the last ones, and into the page as it stands: nothing that was
  /// there is drawn anew.
  private static void watchTheReading(Page page) {
    assertThat(page.locator(".meter")).isVisible();
    Object _ = page.evaluate("document.querySelector('.meter').isKept = true");
    assertThat(page.locator("[data-finished=false] .found-value").first())
        .isVisible(within(90_000));
    Assertions.assertThat(page.evaluate("document.querySelector('.meter').isKept")).isEqualTo(true);
  }

  private static Locator heading(Page page, String text) {
    return page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName(text).setLevel(1));
  }

  private static LocatorAssertions.IsVisibleOptions within(double timeoutMs) {
    return new LocatorAssertions.IsVisibleOptions().setTimeout(timeoutMs);
  }

  private static Path[] certificateFiles() throws Exception {
    List<GeneratedPage> pages =
        new CertificateGenerator()
            .generate(
                11,
                SampleSpec.of(ScanLevel.CLEAN)
                    .withLayout("household-table")
                    .withMembers(2)
                    .withForeign(false))
            .pages();
    List<Path> files = new ArrayList<>();
    for (GeneratedPage page : pages) {
      Path file = Files.createTempFile(SCREENS, "page", "." + page.extension());
      Files.write(file, page.bytes());
      files.add(file);
    }
    return files.toArray(Path[]::new);
  }

  private static void answerQuestions(Page page) {
    page.locator("[name=address]").fill("架空町本町１番地２");
    page.locator("[data-days-ago='1']").first().click();
    page.locator("input[name=head][value='member:0']")
        .check(new Locator.CheckOptions().setForce(true));
    page.locator("input[name=role][value=SELF]").check(new Locator.CheckOptions().setForce(true));
    page.locator("input[name=notifier][value='member:0']")
        .check(new Locator.CheckOptions().setForce(true));
    page.locator("[name=phone]").fill("000-0000-0000");
    page.locator("[data-keypad-close]").click();
    page.locator("button[form='questions']").click();
  }

  private void counterDesk(DeskUnderTest desk, Browser browser, String number) {
    Page page = open(browser, 1440, 900);
    page.navigate(desk.desk() + "/");
    look(page, "desk-1-login", heading(page, "職員ログイン"));
    page.locator("[name=account]").fill("999997-mihon");
    page.locator("[name=password]").fill(DeskUnderTest.PASSWORD);
    page.locator("[name=code]").fill(TestAccounts.nextCode(desk.desk(), "999997", "mihon"));
    page.locator("form[action='/login'] button[type=submit]").click();
    look(page, "desk-2-list", page.getByText(number).first());
    page.locator("a[href^='/cases/']").first().click();
    look(page, "desk-3-case", page.locator("[data-confirm]"));
    assertThat(page.locator(".signing")).containsText("画面で署名済み");
    assertThat(page.locator(".signing-lines")).isVisible();
    page.locator(".signing a").click();
    look(page, "desk-3b-sign", heading(page, "わくの中に 名前を 書いてください"));
    SignatureHand.write(page);
    page.locator("[data-sign-send]").click();
    assertThat(page.locator(".history")).containsText("画面で署名");
    for (Locator box : page.locator("input[name=ok]").all()) {
      box.check(new Locator.CheckOptions().setForce(true));
    }
    page.locator("[data-confirm]").click();
    Locator registered = page.getByText("仮登録済み").first();
    Locator refused = page.locator(".message.is-bad");
    assertThat(registered.or(refused).first()).isVisible(within(60_000));
    assertThat(refused).hasCount(0);
    look(page, "desk-4-confirmed", registered);
    page.locator(".signing-delete summary").click();
    page.locator(".signing-delete button").click();
    assertThat(page.locator(".signing")).containsText("まだ");
  }

  /// A screenshot, and no finding of the accessibility check, of the page that shows the sign. A
  /// live page may be made anew under the check; it is looked at again then.
  private static void look(Page page, String name, Locator sign) {
    for (int reload = 0; ; reload++) {
      assertThat(sign).isVisible();
      try {
        shoot(page, name);
        List<Rule> violations = new AxeBuilder(page).analyze().getViolations();
        Assertions.assertThat(
                violations.stream()
                    .map(v -> v.getId() + ": " + v.getNodes().getFirst().getHtml())
                    .toList())
            .as(name)
            .isEmpty();
        return;
      } catch (PlaywrightException madeAnew) {
        if (reload == MOST_RELOADS || !isAboutNavigation(madeAnew)) {
          throw madeAnew;
        }
      }
    }
  }

  private static boolean isAboutNavigation(PlaywrightException failure) {
    return String.valueOf(failure.getMessage()).contains("navigation");
  }

  private static void shoot(Page page, String name) {
    page.screenshot(
        new Page.ScreenshotOptions().setPath(SCREENS.resolve(name + ".png")).setFullPage(true));
  }
}
