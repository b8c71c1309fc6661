package jp.frontdesk.review;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.BoundingBox;
import java.io.IOException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/// What the small modules do when the screen is touched or keys are pressed.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PagesTouchIT {
  private static final String KANA = "#f-members-1-kana";
  private static final String NUMBER = "#f-members-0-my-number";

  private final PreviewBrowser browser;

  PagesTouchIT() throws IOException {
    browser = new PreviewBrowser();
  }

  @AfterAll
  void close() {
    browser.close();
  }

  @Test
  void theKioskAsksAfterSixtySecondsAndEndsAfterNinety() {
    try (Page page = browser.blank("kiosk/")) {
      page.clock().install();
      page.navigate(browser.server().address() + "kiosk/certificates");

      page.clock().runFor(59_000);
      assertThat(page.locator("#idle-dialog")).isHidden();
      page.clock().runFor(2_000);
      assertThat(page.locator("#idle-dialog")).isVisible();
      page.locator("[data-idle-stay]").click();
      assertThat(page.locator("#idle-dialog")).isHidden();

      page.waitForResponse("**/end", () -> page.clock().runFor(91_000));
      assertThat(browser.server().posted()).contains("/end csrf=token&reason=idle");
    }
  }

  @Test
  void kanaAreTypedOnTheScreenWithTheirMarks() {
    try (Page page = browser.open("kiosk/check-six")) {
      page.locator(KANA).click();
      key(page, "ぜんぶけす").click();
      key(page, "カ").click();
      key(page, "゛゜").click();
      key(page, "ヤ").click();
      key(page, "小さい字").click();
      key(page, "空白").click();
      key(page, "ン").click();
      key(page, "ン").click();
      key(page, "1字けす").click();

      assertThat(page.locator(KANA)).hasValue("ガャ　ン");
      assertThat(page.locator("[data-ok=f-members-1-kana]")).isChecked();
      page.locator("[data-keypad-close]").click();
      assertThat(page.locator("[data-keypad]")).isHidden();
    }
  }

  @Test
  void aTouchedCandidateBecomesTheValueAndCountsAsLookedAt() {
    try (Page page = browser.open("kiosk/check-six")) {
      Locator chip = page.locator("[data-fill=f-members-2-name]").nth(2);

      chip.click();

      assertThat(page.locator("#f-members-2-name")).hasValue(chip.getAttribute("data-value"));
      assertThat(chip).hasAttribute("aria-pressed", "true");
      assertThat(page.locator("[data-ok=f-members-2-name]")).isChecked();
    }
  }

  @Test
  void aSecretNumberHidesItselfAfterTenSeconds() {
    try (Page page = browser.blank("kiosk/")) {
      page.clock().install();
      page.navigate(browser.server().address() + "kiosk/check-clear");
      page.locator("[data-row=f-members-0-my-number] > summary").click();
      assertThat(page.locator(NUMBER)).hasAttribute("type", "password");

      page.locator("[data-reveal=f-members-0-my-number]").click();
      assertThat(page.locator(NUMBER)).hasAttribute("type", "text");
      page.clock().runFor(10_500);

      assertThat(page.locator(NUMBER)).hasAttribute("type", "password");
    }
  }

  @Test
  void copiesAreCountedWithTheirTotal() {
    try (Page page = browser.open("kiosk/certificates")) {
      page.locator("[data-step='1']").nth(3).click();
      page.locator("[data-step='-1']").nth(0).click();

      assertThat(page.locator("[data-total]")).hasText("600円");
      assertThat(page.locator("[name='copies.seal_registration']")).hasValue("1");
    }
  }

  @Test
  void aNameIsDrawnWipedDrawnAgainAndSentAsLines() {
    try (Page page = browser.open("kiosk/sign")) {
      page.locator("[data-sign-clear]:disabled").waitFor();
      drawLine(page, 0.2, 0.5, 0.6, 0.75);
      assertThat(inked(page)).isGreaterThan(100);
      assertThat(page.locator("[data-sign-ghost]")).isHidden();

      page.locator("[data-sign-clear]").click();
      assertThat(inked(page)).isZero();
      assertThat(page.locator("[data-sign-ghost]")).isVisible();

      drawLine(page, 0.25, 0.5, 0.5, 0.75);
      drawLine(page, 0.5, 0.5, 0.75, 0.25);
      page.waitForResponse("**/sign", () -> page.locator("[data-sign-send]").click());
      assertThat(browser.server().posted().getLast())
          .startsWith("/sign {\"aspect\":")
          .contains("\"strokes\":[[[0.25", "]],[[0.5")
          .doesNotContain("image", "0.2,");
    }
  }

  /// How many points of the box are dark.
  private static int inked(Page page) {
    return ((Number)
            page.evaluate(
                """
                () => { const canvas = document.querySelector("canvas");
                  const dots = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height).data;
                  let dark = 0; for (let i = 3; i < dots.length; i += 4) { dark += dots[i] > 128 ? 1 : 0; }
                  return dark; }
                """))
        .intValue();
  }

  private static void drawLine(Page page, double x1, double y1, double x2, double y2) {
    BoundingBox box = page.locator("canvas").boundingBox();
    page.mouse().move(box.x + x1 * box.width, box.y + y1 * box.height);
    page.mouse().down();
    page.mouse()
        .move(
            box.x + x2 * box.width,
            box.y + y2 * box.height,
            new com.microsoft.playwright.Mouse.MoveOptions().setSteps(12));
    page.mouse().up();
  }

  @Test
  void aPictureIsTakenLookedAtAndSent() {
    try (Page page = browser.open("kiosk/scan-empty")) {
      page.locator("[data-camera-open]").click();
      page.locator("[data-camera-take]:enabled").click();
      page.locator("[data-camera-again]").click();
      page.locator("[data-camera-take]").click();

      page.waitForResponse("**/scan", () -> page.locator("[data-camera-use]").click());

      assertThat(browser.server().posted()).contains("/scan --");
    }
  }

  @Test
  void aClerkTakesACandidateAndGoesOnWithoutTheMouse() {
    try (Page page = browser.open("desk/case")) {
      assertThat(page.locator("#f-move-old-address")).isFocused();
      page.keyboard().press("Enter");
      assertThat(page.locator("#f-members-1-kana")).isFocused();
      assertThat(page.locator(".box.is-lit")).hasCount(1);
      page.keyboard().press("2");
      assertThat(page.locator("#f-members-1-kana")).hasValue("ミホン　ハナユ");
      page.keyboard().press("F2");
      page.keyboard().type("1");
      assertThat(page.locator("#f-members-1-kana")).hasValue("1");

      page.waitForResponse("**/confirm", () -> page.keyboard().press("Control+Enter"));
      assertThat(browser.server().posted().getLast())
          .startsWith("/cases/01JD3VX9Q6ZK/confirm ")
          .contains("version=3", "members[1].kana=1", "ok=move.old_address")
          .doesNotContain("my_number");
    }
  }

  @Test
  void aClerkSeesANumberOnlyAfterAskingForIt() {
    try (Page page = browser.blank("desk/")) {
      page.clock().install();
      page.navigate(browser.server().address() + "desk/case");
      assertThat(page.locator(NUMBER)).hasValue("");

      page.locator("[data-reveal=f-members-0-my-number]").click();
      assertThat(page.locator(NUMBER)).hasValue("123456789018");
      assertThat(browser.server().posted())
          .contains("/cases/01JD3VX9Q6ZK/reveal csrf=token&field=members[0].my_number");
      page.clock().runFor(10_500);

      assertThat(page.locator(NUMBER)).hasValue("");
      assertThat(page.locator(NUMBER)).isDisabled();
    }
  }

  private static Locator key(Page page, String name) {
    return page.locator("[data-keypad-keys] button")
        .getByText(name, new Locator.GetByTextOptions().setExact(true));
  }
}
