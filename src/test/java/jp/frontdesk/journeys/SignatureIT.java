package jp.frontdesk.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import jp.frontdesk.paper.ArchivePdf;
import jp.frontdesk.samples.CertificateGenerator;
import jp.frontdesk.samples.GeneratedPage;
import jp.frontdesk.samples.SampleSpec;
import jp.frontdesk.samples.ScanLevel;
import jp.frontdesk.server.DeskUnderTest;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/// A signature goes from the kiosk's screen onto the papers it was given for, and onto no other.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SignatureIT {
  private static final String TOWN = "999997";
  private static final String PAPER_TOWN = "141003";
  private static final String MOVING_IN = "/forms/moving_in_notification.pdf";
  private static final int DPI = 120;

  /// Two strokes like 十, in the left half of the box.
  private static final String LINES =
      "{\"aspect\":3,\"strokes\":[[[0.1,0.5],[0.4,0.5]],[[0.25,0.1],[0.25,0.9]]]}";

  private DeskUnderTest desk;

  @BeforeAll
  void start() {
    desk = DeskUnderTest.start();
  }

  @AfterAll
  void stop() {
    desk.close();
  }

  /// A resident with the answers given, before the page of certificates.
  private Resident answered(String town, int seed) {
    Resident resident = new Resident(desk.kiosk());
    resident.begin(town);
    List<byte[]> pages =
        new CertificateGenerator()
                .generate(
                    seed,
                    SampleSpec.of(ScanLevel.CLEAN)
                        .withLayout("household-table")
                        .withMembers(2)
                        .withForeign(false))
                .pages()
                .stream()
                .map(GeneratedPage::bytes)
                .toList();
    assertThat(resident.lay(pages).status()).isEqualTo(303);
    assertThat(resident.readAll().status()).isEqualTo(200);
    assertThat(resident.check(Map.of("members[0].name", "見本　太郎")).location())
        .isEqualTo("/questions");
    assertThat(resident.answer(Map.of()).location()).isEqualTo("/procedures");
    return resident;
  }

  @Test
  void whatIsDrawnAtTheKioskStandsOnTheFormsItWasDrawnFor() throws IOException {
    Resident resident = answered(TOWN, 31);
    String number = Resident.receptionNumber(resident.handInSigned(LINES));
    assertThat(resident.get("/slip").text()).contains("画面に書いた名前");
    assertThat(resident.get("/sign").location()).isEqualTo("/slip");

    Clerk clerk = new Clerk(desk.desk(), TOWN);
    String path = clerk.findCase(number);
    assertThat(signing(clerk, path)).contains("画面で署名済み", "住民異動届");
    assertThat(clerk.confirm(path, Map.of()).location()).isEqualTo(path);
    Visitor.Page registered = clerk.await(path, p -> p.text().contains("仮登録済み"));
    assertThat(signing(clerk, path)).contains("画面で署名済み");

    byte[] signed = clerk.get(path + MOVING_IN).body();
    byte[] onPaper = clerk.get(path + "/forms/power_of_attorney.pdf").body();
    assertThat(uprightMm(signed)).isGreaterThan(7);
    assertThat(ArchivePdf.faultsOf(signed)).isEmpty();
    assertThat(hasPen(signed)).isTrue();
    assertThat(hasPen(onPaper)).isFalse();

    delete(clerk, path);
    byte[] deleted = clerk.get(path + MOVING_IN).body();
    assertThat(uprightMm(deleted)).isLessThan(1);
    assertThat(hasPen(deleted)).isFalse();
    assertThat(signing(clerk, path)).contains("まだ");
    assertThat(registered.text()).contains("画面で署名");
  }

  @Test
  void aCorrectionAfterSigningTakesTheSignatureOffThePaperUntilThePersonSignsAgain()
      throws IOException {
    Resident resident = answered(TOWN, 32);
    String number = Resident.receptionNumber(resident.handInSigned(LINES));
    Clerk clerk = new Clerk(desk.desk(), TOWN);
    String path = clerk.findCase(number);

    Visitor.Page confirmed = clerk.confirm(path, Map.of("answers.new_address", "架空町本町３番地４"));
    assertThat(confirmed.location()).isEqualTo(path);
    clerk.await(path, p -> p.text().contains("仮登録済み"));
    assertThat(signing(clerk, path)).contains("署名のあとに内容が変わりました（取り直してください）");
    assertThat(hasPen(clerk.get(path + MOVING_IN).body())).isFalse();

    Visitor.Page tablet = clerk.get(path + "/sign");
    assertThat(tablet.html().select("header, a[href=/]")).isEmpty();
    String csrf = tablet.csrf(path + "/sign/paper");
    Visitor.Page dot =
        clerk.visitor().postJson(path + "/sign", csrf, "{\"aspect\":3,\"strokes\":[[[0.5,0.5]]]}");
    assertThat(dot.status()).isEqualTo(422);
    assertThat(dot.text()).contains("まだ 名前が ありません");
    assertThat(clerk.visitor().postJson(path + "/sign", "forged", LINES).status()).isEqualTo(403);
    assertThat(clerk.visitor().postJson(path + "/sign", csrf, LINES).text()).isEqualTo(path);

    assertThat(signing(clerk, path)).contains("画面で署名済み");
    assertThat(hasPen(clerk.get(path + MOVING_IN).body())).isTrue();
  }

  @Test
  void whoChoosesPaperGetsALineToSignOn() throws IOException {
    Resident resident = answered(TOWN, 33);
    Map<String, String> wishes = resident.get("/certificates").form("/certificates");
    assertThat(resident.visitor().post("/certificates", wishes).location()).isEqualTo("/sign");
    Visitor.Page sign = resident.get("/sign");
    assertThat(sign.html().select(".pad-for").text()).contains("住民異動届");
    assertThat(sign.html().select(".pad-none").hasAttr("hidden")).isFalse();
    assertThat(sign.html().select("[data-sign-send]").hasAttr("hidden")).isTrue();
    String csrf = sign.csrf("/sign/paper");
    assertThat(resident.visitor().postJson("/sign", csrf, "{}").status()).isEqualTo(422);
    assertThat(resident.get("/slip").location()).isEqualTo("/scan");
    Visitor.Page slip = resident.signOnPaper();
    assertThat(slip.text()).contains("書類に署名します");

    Clerk clerk = new Clerk(desk.desk(), TOWN);
    String path = clerk.findCase(Resident.receptionNumber(slip));
    assertThat(signing(clerk, path)).contains("紙に署名");
    assertThat(clerk.confirm(path, Map.of()).location()).isEqualTo(path);
    assertThat(hasPen(clerk.get(path + MOVING_IN).body())).isFalse();
  }

  @Test
  void aTownThatSignsOnPaperShowsNothingOfIt() throws IOException {
    Resident resident = answered(PAPER_TOWN, 34);
    Map<String, String> wishes = resident.get("/certificates").form("/certificates");
    assertThat(resident.visitor().post("/certificates", wishes).location()).isEqualTo("/slip");
    Visitor.Page slip = resident.get("/slip");

    Clerk clerk = new Clerk(desk.desk(), PAPER_TOWN);
    String path = clerk.findCase(Resident.receptionNumber(slip));
    assertThat(clerk.get(path).html().select(".signing")).isEmpty();
    assertThat(clerk.get(path + "/sign").location()).isEqualTo(path);
    assertThat(clerk.confirm(path, Map.of()).location()).isEqualTo(path);
    assertThat(hasPen(clerk.get(path + MOVING_IN).body())).isFalse();
  }

  private static String signing(Clerk clerk, String path) {
    return clerk.get(path).html().select(".signing").text();
  }

  private static void delete(Clerk clerk, String path) {
    Map<String, String> form = clerk.get(path).form(path + "/sign/delete");
    assertThat(clerk.visitor().post(path + "/sign/delete", form).location()).isEqualTo(path);
  }

  /// How high, in millimetres, the longest upright line is that stands in the box to sign in.
  private static double uprightMm(byte[] pdf) throws IOException {
    try (PDDocument document = Loader.loadPDF(pdf)) {
      BufferedImage page = new PDFRenderer(document).renderImageWithDPI(0, DPI, ImageType.GRAY);
      int longest = 0;
      for (int x = dots(37); x < dots(125); x++) {
        int dark = 0;
        for (int y = dots(107.5); y < dots(116.5); y++) {
          dark += page.getRaster().getSample(x, y, 0) < 128 ? 1 : 0;
        }
        longest = Math.max(longest, dark);
      }
      return longest * 25.4 / DPI;
    }
  }

  private static int dots(double mm) {
    return (int) Math.round(mm / 25.4 * DPI);
  }

  /// Whether any page has lines of a pen with round ends, 0.4 mm wide.
  private static boolean hasPen(byte[] pdf) throws IOException {
    try (PDDocument document = Loader.loadPDF(pdf)) {
      for (var page : document.getPages()) {
        String content =
            new String(
                page.getContents().readAllBytes(), java.nio.charset.StandardCharsets.US_ASCII);
        if (content.contains("1 J 1 j 1.134 w")) {
          return true;
        }
      }
    }
    return false;
  }
}
