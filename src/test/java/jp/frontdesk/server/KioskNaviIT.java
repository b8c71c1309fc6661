package jp.frontdesk.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import jp.frontdesk.journeys.Visitor;
import jp.frontdesk.paper.ArchivePdf;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/// 手続きナビ over HTTP and in a browser: from questions alone to the guide, in every language, with
/// nothing kept.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class KioskNaviIT {
  private static final String NAVI = "/t/999997/navi";
  private static final Path SCREENS = Path.of("target", "screens");

  private DeskUnderTest desk;
  private Visitor visitor;

  @BeforeAll
  void start() throws IOException {
    Files.createDirectories(SCREENS);
    desk = DeskUnderTest.start();
    visitor = new Visitor(desk.kiosk());
  }

  @AfterAll
  void stop() {
    desk.close();
  }

  private static Map<String, String> family(String show) {
    return new TreeMap<>(
        Map.of(
            "year", "2026", "month", "11", "day", "2", "to_39", "2", "primary", "1", "foreign",
            "none", "show", show));
  }

  @Test
  void questionsAloneLeadToTheGuideItsPaperAndItsCodes() throws IOException {
    Document household = visitor.get(NAVI).html();
    assertThat(household.select("input[type=number]")).hasSize(8);

    Document questions = visitor.post(NAVI + "?lang=ja", family("questions")).html();
    assertThat(questions.select("input[value=yes]")).isNotEmpty();
    assertThat(questions.select("input[name=answer.dog]")).hasSize(3);

    Map<String, String> answered = family("guide");
    answered.put("answer.dog", "yes");
    Document guide = visitor.post(NAVI + "?lang=ja", answered).html();
    assertThat(guide.text()).contains("転入届", "犬の登録事項の変更", "児童手当", "2026年12月2日");
    assertThat(guide.text()).doesNotContain("後期高齢者医療の届出");
    assertThat(guide.select(".take-along-code svg")).isNotEmpty();
    assertTheMarksFollowTheList(guide);

    Visitor.Page pdf = visitor.post(NAVI + "/guide.pdf?lang=ja", answered);
    assertThat(pdf.contentType()).isEqualTo("application/pdf");
    assertThat(ArchivePdf.faultsOf(pdf.body())).isEmpty();
    try (PDDocument paper = Loader.loadPDF(pdf.body())) {
      assertThat(new PDFTextStripper().getText(paper)).contains("犬の登録事項の変更", "お答えだけをもとに");
    }
  }

  /// The numbers on the plans, the words beside them and the list say the same.
  private static void assertTheMarksFollowTheList(Document guide) {
    List<String> stops = guide.select(".guide-stop > h2 > span:first-child").eachText();
    List<String> numbers = guide.select(".floor-map .floor-number").eachText();
    assertThat(guide.select(".floor-map figcaption").eachText())
        .containsExactly("本庁舎 1階", "本庁舎 2階", "本庁舎 3階", "別館 1階");
    assertThat(guide.select(".floor-map script, .floor-map [style], .floor-map [href]")).isEmpty();
    assertThat(numbers).hasSizeGreaterThan(5);
    assertThat(guide.select(".floor-stop-number").eachText()).isEqualTo(numbers);
    assertThat(guide.select(".floor-stops li > span:nth-child(2)").eachText())
        .isEqualTo(numbers.stream().map(n -> stops.get(Integer.parseInt(n) - 1)).toList());
  }

  @Test
  void everyLanguageShowsEveryPageAndKeepsWhatWasAnswered() {
    List<String> languages =
        visitor.get(NAVI).html().select("button[name=show][formaction]").stream()
            .map(button -> button.attr("formaction"))
            .toList();
    assertThat(languages).hasSize(12);
    for (String address : languages) {
      for (String page : List.of("household", "questions", "guide")) {
        Map<String, String> fields = family(page);
        fields.put("answer.dog", "yes");
        Visitor.Page shown = visitor.post(address, fields);
        assertThat(shown.status()).as(address + page).isEqualTo(200);
        assertThat(shown.html().select("input[name=to_39]").val())
            .as(address + page)
            .isEqualTo("2");
        assertThat(shown.text()).as(address + page).doesNotContain("《", "》", "｜1");
        assertThat(shown.html().select("ruby > rt").isEmpty())
            .as(address + page)
            .isEqualTo(!address.endsWith("lang=easy"));
      }
    }
  }

  @Test
  void whatCannotBeIsRefusedInWordsAndNothingBreaks() {
    String nines = "9".repeat(5_000);
    for (Map<String, String> change :
        List.of(
            Map.of("to_39", "0", "primary", "0"),
            Map.of("to_39", "-1"),
            Map.of("to_39", "21"),
            Map.of("to_39", "18", "primary", "18"),
            Map.of("to_39", "<script>"),
            Map.of("to_39", nines),
            Map.of("month", "2", "day", "30"),
            Map.of("year", "1026"),
            Map.of("year", nines))) {
      Map<String, String> fields = family("guide");
      fields.putAll(change);
      Visitor.Page refused = visitor.post(NAVI + "?lang=en", fields);
      assertThat(refused.status()).isEqualTo(422);
      assertThat(refused.html().select("[role=alert]").text()).contains("Please");
      assertThat(visitor.post(NAVI + "/guide.pdf?lang=en", fields).status()).isEqualTo(422);
    }
    Map<String, String> strange = family("nowhere");
    strange.putAll(Map.of("foreign", "martian", "answer.dog", "<b>", "answer.x", "yes"));
    assertThat(visitor.post(NAVI + "?lang=xx", strange).status()).isEqualTo(200);
    assertThat(visitor.get("/t/000000/navi").status()).isEqualTo(404);
  }

  @Test
  void nothingIsKept() {
    long before = desk.rowsOfAllTables();

    Map<String, String> fields = family("guide");
    assertThat(visitor.post(NAVI + "?lang=ja", fields).status()).isEqualTo(200);
    assertThat(visitor.post(NAVI + "/guide.pdf?lang=ja", fields).status()).isEqualTo(200);

    assertThat(desk.rowsOfAllTables()).isEqualTo(before);
  }

  @Test
  void whoWaitsWithoutPaperReadsItAndTheVisitStillEndsByItself() {
    Visitor waiting = new Visitor(desk.kiosk());
    Visitor.Page noPaper =
        waiting.post("/start", Map.of("town", "999997", "procedure", "no_paper"));
    assertThat(noPaper.html().select("a[href=" + NAVI + "]")).hasSize(1);

    Map<String, String> idle = waiting.get(NAVI).form("/end");

    assertThat(idle).containsEntry("reason", "idle");
    assertThat(waiting.post("/end", Map.of("reason", "idle")).status()).isEqualTo(403);
    assertThat(waiting.get("/scan").status()).isEqualTo(200);
    assertThat(waiting.post("/end", idle).status()).isEqualTo(200);
    assertThat(waiting.get("/scan").status()).isEqualTo(410);
    assertThat(visitor.get(NAVI).form("/end")).containsEntry("csrf", "");
  }

  @Test
  void aKioskAndAPhoneGoThroughItByHand() {
    List<String> problems = new ArrayList<>();
    try (Playwright playwright =
            Playwright.create(
                new Playwright.CreateOptions()
                    .setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        Browser browser =
            playwright
                .chromium()
                .launch(
                    new BrowserType.LaunchOptions()
                        .setExecutablePath(Path.of("/usr/bin/chromium"))
                        .setArgs(List.of("--no-sandbox", "--disable-gpu", "--disable-quic")))) {
      for (int width : List.of(1080, 390)) {
        Page page = browser.newPage();
        page.setViewportSize(width, width == 390 ? 844 : 1920);
        page.onConsoleMessage(message -> {
          if (message.type().equals("error")) {
            problems.add(message.text());
          }
        });
        page.navigate(desk.kiosk() + "/t/999997");
        page.getByText("手続きナビ").first().click();
        look(page, width, "household", problems);
        addPerson(page, "to_39");
        addPerson(page, "primary");
        page.locator(".bar-main button.is-main").click();
        look(page, width, "questions", problems);
        page.locator("input[name='answer.dog'][value=yes]").check();
        page.locator("button[lang=en]").click();
        assertThat(page.locator("input[name='answer.dog'][value=yes]").isChecked()).isTrue();
        page.locator(".bar-main button.is-main").click();
        look(page, width, "guide", problems);
        assertThat(page.locator(".guide").innerText()).contains("dog");
        page.close();
      }
    }
    assertThat(problems).isEmpty();
  }

  /// Presses the plus of a band of ages, found by the name that a voice says.
  private static void addPerson(Page page, String band) {
    String label =
        page.locator("label[for='b-" + band + "']").textContent().replaceAll("（[ぁ-ん]+）", "");
    page.getByRole(
            AriaRole.BUTTON, new Page.GetByRoleOptions().setName(label + " +1").setExact(true))
        .click();
    assertThat(page.locator("#b-" + band).inputValue()).isEqualTo("1");
  }

  private static void look(Page page, int width, String name, List<String> problems) {
    page.screenshot(
        new Page.ScreenshotOptions()
            .setPath(SCREENS.resolve("navi-" + name + "-" + width + ".png"))
            .setFullPage(true));
    new AxeBuilder(page)
        .analyze()
        .getViolations()
        .forEach(v ->
            problems.add(name + width + " " + v.getId() + " " + v.getNodes().getFirst().getHtml()));
    Object overflow =
        page.evaluate(
            "document.documentElement.scrollWidth - document.documentElement.clientWidth");
    if (!String.valueOf(overflow).equals("0")) {
      problems.add(name + width + " is " + overflow + " px too wide");
    }
  }
}
