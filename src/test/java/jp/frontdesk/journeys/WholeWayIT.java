package jp.frontdesk.journeys;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import jp.frontdesk.kernel.Texts;
import jp.frontdesk.samples.CertificateGenerator;
import jp.frontdesk.samples.GeneratedCertificate;
import jp.frontdesk.samples.GeneratedPage;
import jp.frontdesk.samples.SampleSpec;
import jp.frontdesk.samples.ScanLevel;
import jp.frontdesk.server.DeskUnderTest;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WholeWayIT {
  private static final String TOWN = "999997";
  private static final String PROTECTED_ADDRESS = "架空町秘町９番地８";

  private DeskUnderTest desk;
  private final CertificateGenerator generator = new CertificateGenerator();

  @BeforeAll
  void start() {
    desk = DeskUnderTest.start();
  }

  @AfterAll
  void stop() {
    desk.close();
  }

  private List<byte[]> pagesOf(GeneratedCertificate certificate) {
    return certificate.pages().stream().map(GeneratedPage::bytes).toList();
  }

  @Test
  void aCertificateGoesFromTheKioskToTheRegistryAndItsFeeIsPaid() throws IOException {
    GeneratedCertificate certificate =
        generator.generate(
            11,
            SampleSpec.of(ScanLevel.CLEAN)
                .withLayout("household-table")
                .withMembers(2)
                .withForeign(false));
    Resident resident = new Resident(desk.kiosk());
    resident.begin(TOWN);
    assertThat(resident.lay(pagesOf(certificate)).status()).isEqualTo(303);
    Visitor.Page reading = resident.readAll();
    assertThat(reading.text()).contains("/check");
    Visitor.Page checked = resident.check(Map.of("members[0].name", "見本　太郎"));
    assertThat(checked.location()).isEqualTo("/questions");
    assertThat(resident.answer(Map.of()).location()).isEqualTo("/procedures");
    answersOutliveAChangeOfLanguage(resident);
    Visitor.Page slip = resident.handIn(2);
    assertThat(slip.text()).contains("600円");

    Clerk clerk = new Clerk(desk.desk(), TOWN);
    String path = clerk.findCase(Resident.receptionNumber(slip));
    assertANumberIsShownWithoutScripts(clerk, path);
    Visitor.Page confirmed = clerk.confirm(path, Map.of());
    assertThat(confirmed.location())
        .as(confirmed.html().select(".findings").text())
        .isEqualTo(path);
    Visitor.Page registered = clerk.await(path, p -> p.text().contains("仮登録済み"));
    for (String form : Clerk.forms(registered)) {
      assertThat(textOf(clerk.get(form))).contains("見本");
    }
    assertThat(Clerk.forms(registered)).isNotEmpty();

    assertThat(new Visitor(desk.registry()).get("/").text()).containsOnlyOnce("見本　太郎");
    assertThat(textOf(clerk.get(path + "/fee/ticket.pdf"))).contains("600円", "アプリでこのQRコードを");
    assertThat(clerk.get(path + "/fee/receipt.pdf").status()).isEqualTo(404);
    payBySlip(slip);
    clerk.await(path, p -> p.text().contains("支払い済み"));
    assertThat(clerk.get(path + "/fee").text()).contains("納付済証");
    assertThat(textOf(clerk.get(path + "/fee/receipt.pdf"))).contains("納付済証", "600円");
    assertThat(clerk.get(path + "/fee/ticket.pdf").status()).isEqualTo(404);
    assertThat(resident.get("/slip").text()).contains("支払いがおわりました");
    assertTheMoneyGoesBackWhenTwoWantIt(clerk, path + "/fee");
  }

  private void assertTheMoneyGoesBackWhenTwoWantIt(Clerk clerk, String fee) {
    Map<String, String> ask = clerk.get(fee).form(fee + "/refund");
    ask.put("reason", "");
    assertThat(clerk.visitor().post(fee + "/refund", ask).text()).contains("返金の理由を200文字まで");
    ask.put("reason", "枚数を間違えた");
    assertThat(clerk.visitor().post(fee + "/refund", ask).location()).isEqualTo(fee);
    Visitor.Page asked = clerk.get(fee);
    assertThat(asked.text()).contains("承認待ち", "別の出納員の承認を待っています。");
    assertThat(asked.html().select("form[action$=/approve]")).isEmpty();

    Clerk officer = new Clerk(desk.desk(), TOWN, "suitou");
    Map<String, String> approve = officer.get(fee).form(fee + "/approve");
    Map<String, String> forged = new HashMap<>(ask);
    forged.put("refund", approve.get("refund"));
    assertThat(clerk.visitor().post(fee + "/approve", forged).status()).isEqualTo(403);
    assertThat(officer.visitor().post(fee + "/approve", approve).location()).isEqualTo(fee);
    assertThat(officer.get(fee).text()).contains("返金済み", "決定：suitou");
    Map<String, String> cash = new HashMap<>(Map.of("csrf", ask.get("csrf"), "ticket", "R 1"));
    assertThat(clerk.visitor().post(fee + "/cash", cash).status()).isEqualTo(422);
    cash.put("ticket", "R-1");
    assertThat(clerk.visitor().post(fee + "/cash", cash).text()).contains("現金を受け取らないでください");
  }

  @Test
  void whoCallsAClerkOnTheFirstPageIsSeenAtTheDesk() {
    Clerk clerk = new Clerk(desk.desk(), "141003");
    Visitor visitor = new Visitor(desk.kiosk());
    Map<String, String> help = visitor.get("/t/141003").form("/help");
    assertThat(clerk.get("/").text()).doesNotContain("呼び出し中");

    assertThat(visitor.post("/help", help).text()).contains("この場所で、お待ちください");

    assertThat(clerk.get("/").text()).contains("呼び出し中");
    assertThat(visitor.post("/help", Map.of("csrf", "", "from", "/t/000000")).status())
        .isNotEqualTo(500);
  }

  @Test
  void aProtectedAddressStandsOnNoPaperAndItsCaseOnlyExistsForTheClerksNamed() throws IOException {
    GeneratedCertificate certificate =
        generator.generate(
            12,
            SampleSpec.of(ScanLevel.CLEAN)
                .withLayout("household-table")
                .withMembers(2)
                .withForeign(false));
    Resident resident = new Resident(desk.kiosk());
    resident.begin(TOWN);
    assertThat(resident.lay(pagesOf(certificate)).status()).isEqualTo(303);
    resident.readAll();
    resident.check(Map.of("members[0].name", "見本　太郎"));
    assertThat(resident.answer(Map.of("address", PROTECTED_ADDRESS, "protect", "yes")).location())
        .isEqualTo("/procedures");
    Visitor.Page slip = resident.handIn(1);
    String number = Resident.receptionNumber(slip);

    Clerk trusted = new Clerk(desk.desk(), TOWN, "shien");
    Clerk other = new Clerk(desk.desk(), TOWN);
    String path = trusted.findCase(number);
    assertThat(other.get("/").text()).doesNotContain(path);
    assertThat(other.get(path).status()).isEqualTo(404);
    assertThat(other.get(path + "/pages/1").status()).isEqualTo(404);

    assertThat(trusted.confirm(path, Map.of()).location()).isEqualTo(path);
    Visitor.Page registered = trusted.await(path, p -> p.text().contains("仮登録済み"));
    List<Visitor.Page> papers = new ArrayList<>();
    Clerk.forms(registered).forEach(form -> papers.add(trusted.get(form)));
    papers.add(resident.get("/slip.pdf"));
    assertThat(papers).hasSizeGreaterThan(2);
    for (Visitor.Page paper : papers) {
      assertThat(Texts.folded(textOf(paper)))
          .doesNotContain(Texts.folded(PROTECTED_ADDRESS))
          .doesNotContain("支援措置", "住所を出さない");
    }

    Visitor.Page ended =
        trusted
            .visitor()
            .post(
                path + "/protect",
                Map.of("csrf", registered.csrf(path + "/protect"), "protect", "no"));
    assertThat(ended.location()).isEqualTo(path);
    assertThat(other.get(path).status()).isEqualTo(200);
    assertThat(Texts.folded(textOf(other.get(Clerk.forms(other.get(path)).getFirst()))))
        .contains(Texts.folded(PROTECTED_ADDRESS));
  }

  @Test
  void aCharacterNoFontHasIsPrintedFromTheCertificatesPicture() throws IOException {
    GeneratedCertificate certificate =
        generator.generate(
            13,
            SampleSpec.of(ScanLevel.CLEAN)
                .withLayout("household-table")
                .withMembers(1)
                .withForeign(false));
    Resident resident = new Resident(desk.kiosk());
    resident.begin(TOWN);
    assertThat(resident.lay(pagesOf(certificate)).status()).isEqualTo(303);
    resident.readAll();
    String name = resident.get("/check").form("/check").getOrDefault("members[0].name", "");
    String unwritable = "〓" + name.substring(name.offsetByCodePoints(0, 1));
    resident.check(Map.of("members[0].name", unwritable));
    resident.answer(Map.of());
    String number = Resident.receptionNumber(resident.handIn(1));

    Clerk clerk = new Clerk(desk.desk(), TOWN);
    String path = clerk.findCase(number);
    assertThat(clerk.confirm(path, Map.of()).location()).isEqualTo(path);
    Visitor.Page confirmed = clerk.get(path);
    assertThat(confirmed.text()).contains("どの字体にもない文字があります");
    byte[] form = clerk.get(path + "/forms/moving_in_notification.pdf").body();
    Files.write(Path.of("target/unwritable-name.pdf"), form);
    try (PDDocument document = Loader.loadPDF(form)) {
      String drawn = new String(document.getPage(0).getContents().readAllBytes(), US_ASCII);
      assertThat(drawn.split("3 Tr", -1)).as("characters under pictures").hasSizeGreaterThan(1);
      assertThat(new PDFTextStripper().getText(document)).contains(unwritable);
    }
  }

  private static void assertANumberIsShownWithoutScripts(Clerk clerk, String path) {
    String csrf = clerk.get(path).csrf(path + "/save");
    Visitor.Page shown =
        clerk
            .visitor()
            .post(path + "/reveal", Map.of("csrf", csrf, "field", "members[0].my_number"));
    assertThat(shown.status()).isEqualTo(200);
    assertThat(shown.html().select("h1").text()).contains("個人番号");
    assertThat(shown.html().select("a[href=" + path + "]").text()).contains("受付にもどる");
  }

  /// Pays in the app by typing the 44 digits of the slip.
  private void payBySlip(Visitor.Page slip) {
    String digits = slip.html().select(".code-digits").text().replaceAll("\\D", "");
    assertThat(digits).hasSize(44);
    Visitor app = new Visitor(desk.payments().address());
    Visitor.Page home = app.get("/app");
    Map<String, String> form = new java.util.LinkedHashMap<>(home.form("/app/bill"));
    form.put("text", digits);
    Visitor.Page bill = app.post("/app/bill", form);
    Visitor.Page shown = bill.location().isEmpty() ? bill : app.get(bill.location());
    Visitor.Page paid = app.post("/app/pay", shown.form("/app/pay"));
    assertThat(paid.status()).isIn(200, 303);
  }

  private static String textOf(Visitor.Page page) throws IOException {
    assertThat(page.contentType()).isEqualTo("application/pdf");
    try (PDDocument document = Loader.loadPDF(page.body())) {
      return new PDFTextStripper().getText(document);
    }
  }

  /// Nothing is saved by it either: who asks for the page again finds it unanswered.
  private static void answersOutliveAChangeOfLanguage(Resident resident) {
    Map<String, String> answers =
        new HashMap<>(resident.get("/procedures").form("/procedures?lang=easy"));
    answers.put("answer.dog", "yes");
    answers.put("show", "questions");

    Visitor.Page vietnamese = resident.visitor().post("/procedures?lang=vi", answers);

    assertThat(vietnamese.status()).isEqualTo(200);
    assertThat(vietnamese.html().select("h1").text()).contains("thủ tục khác");
    assertThat(vietnamese.form("/procedures?lang=vi")).containsEntry("answer.dog", "yes");
    assertThat(resident.get("/procedures").form("/procedures?lang=easy"))
        .containsEntry("answer.dog", "ask");
  }
}
