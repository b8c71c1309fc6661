package jp.frontdesk.review;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.LoadState;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Renders every page with invented people in a real browser: no accessibility fault, nothing
/// refused by the Content-Security-Policy, no sideways scrolling. Pictures go to `target/pages/`.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PagesPreviewIT {
  private final PreviewBrowser browser;

  PagesPreviewIT() throws IOException {
    browser = new PreviewBrowser();
  }

  @AfterAll
  void close() {
    browser.close();
  }

  static List<String> names() {
    return PreviewServer.names();
  }

  @ParameterizedTest
  @MethodSource("names")
  void aPageHasNoFaultThatAnybodyWouldMeet(String name) {
    try (Page page = browser.blank(name)) {
      List<String> complaints = new ArrayList<>();
      page.onConsoleMessage(message -> {
        if (message.type().equals("error")) {
          complaints.add(message.text());
        }
      });
      page.onPageError(complaints::add);

      page.navigate(browser.server().address() + name);
      picture(page, name);
      List<String> faults =
          new AxeBuilder(page)
              .analyze().getViolations().stream().map(PagesPreviewIT::inWords).toList();

      assertThat(faults).isEmpty();
      assertThat(complaints).isEmpty();
      assertThat(page.evaluate("document.documentElement.scrollWidth <= innerWidth"))
          .isEqualTo(true);
    }
  }

  private static void picture(Page page, String name) {
    if (name.startsWith("kiosk/")) {
      int heightPx = ((Number) page.evaluate("document.documentElement.scrollHeight")).intValue();
      page.setViewportSize(1080, heightPx);
    }
    page.waitForLoadState(LoadState.NETWORKIDLE);
    page.screenshot(
        new Page.ScreenshotOptions()
            .setPath(Path.of("target/pages/" + name.replace('/', '-') + ".png")));
  }

  private static String inWords(Rule rule) {
    return rule.getId()
        + " "
        + rule.getHelp()
        + rule.getNodes().stream().map(n -> "\n  " + n.getHtml()).toList();
  }
}
