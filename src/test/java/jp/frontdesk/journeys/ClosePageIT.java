package jp.frontdesk.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import jp.frontdesk.fees.settlement.SettlementLines;
import jp.frontdesk.server.ConfigCopy;
import jp.frontdesk.server.DeskUnderTest;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/// The page of the daily close over HTTP: who may open it, what it takes and what it refuses.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ClosePageIT {
  private static final String TOWN = "999997";
  private static final String NOBODYS = "91912345141003202600000000001099999900003007";

  private DeskUnderTest desk;

  @BeforeAll
  void start() throws IOException {
    desk = DeskUnderTest.start(Map.of("FRONTDESK_CONFIG_DIR", configWithOfficer().toString()));
  }

  @AfterAll
  void stop() {
    desk.close();
  }

  /// The shipped towns, with one clerk who closes the day.
  private static Path configWithOfficer() throws IOException {
    Path copy = ConfigCopy.make();
    Path town = copy.resolve(TOWN).resolve("town.yaml");
    Files.writeString(town, Files.readString(town) + "\ncashOfficers: [suitou]\n");
    return copy;
  }

  private Clerk officer() {
    return new Clerk(desk.desk(), TOWN, "suitou");
  }

  private static Visitor.Page upload(Clerk clerk, String format, String name, byte[] file) {
    return clerk
        .visitor()
        .uploadFile(
            "/close/file",
            Map.of("csrf", clerk.get("/close").csrf("/close/file"), "format", format),
            name,
            file);
  }

  @Test
  void onlyOfficersOfTheTownSeeTheClose() {
    Clerk clerk = new Clerk(desk.desk(), TOWN);
    Visitor stranger = new Visitor(desk.desk());

    assertThat(clerk.get("/close").status()).isEqualTo(404);
    assertThat(clerk.get("/").html().select("a[href=/close]")).isEmpty();
    assertThat(clerk.get("/close/2026-11-23/accounting.csv").status()).isEqualTo(404);
    assertThat(stranger.get("/close").location()).isEqualTo("/login");
    assertThat(officer().get("/").html().select("a[href=/close]")).hasSize(1);
    assertThat(officer().get("/close").status()).isEqualTo(200);
  }

  @Test
  void aFormWithoutTheSessionsTokenIsRefused() {
    Clerk officer = officer();

    Visitor.Page forged =
        officer
            .visitor()
            .uploadFile(
                "/close/file", Map.of("csrf", "x", "format", "dsk-style"), "a.csv", new byte[] {1});
    assertThat(forged.status()).isEqualTo(403);
    assertThat(officer.visitor().post("/close/day", Map.of("csrf", "x")).status()).isEqualTo(403);
  }

  @Test
  void aFileIsTakenItsOddLinesAreClearedAndTheDayGoesToAccounting() {
    Clerk officer = officer();
    byte[] file =
        SettlementLines.agentFile(List.of(SettlementLines.agent("02", NOBODYS, 300, "1015")));

    assertThat(upload(officer, "dsk-style", "<b>確定.csv", file).location()).isEqualTo("/close");
    Visitor.Page page = officer.get("/close");
    assertThat(page.html().select("section:has(#file-title) tbody th").text())
        .isEqualTo("_b_確定.csv");
    assertThat(page.html().select("section:has(#theirs-title) tbody").text())
        .contains("確定", "300円", "この番号は、こちらの帳簿にありません", "1行目");
    Visitor.Page twice = upload(officer, "dsk-style", "b.csv", file);
    assertThat(twice.status()).isEqualTo(422);
    assertThat(twice.text()).contains("もう取り込まれています（suitou）");

    Map<String, String> clear = page.form("/close/theirs");
    assertThat(officer.visitor().post("/close/theirs", clear).status()).isEqualTo(422);
    clear.put("reason", "他の課の分 <script>");
    assertThat(officer.visitor().post("/close/theirs", clear).location()).isEqualTo("/close");
    Visitor.Page cleared = officer.get("/close");
    assertThat(cleared.html().select("section:has(#theirs-title)").text()).contains("ありません");
    assertThat(cleared.html().select("details.on-request").text())
        .contains("他の課の分 <script>", "suitou", "300円");

    Map<String, String> day = cleared.form("/close/day");
    day.put("counted", "百円");
    assertThat(officer.visitor().post("/close/day", day).status()).isEqualTo(422);
    day.put("counted", "10");
    Visitor.Page differs = officer.visitor().post("/close/day", day);
    assertThat(differs.text()).contains("現金が帳簿と合いません");
    assertThat(differs.form("/close/day")).containsEntry("counted", "10");
    day.put("reason", "釣り銭");
    assertThat(officer.visitor().post("/close/day", day).location()).isEqualTo("/close");
    String export = officer.get("/close").html().select("a[href$=accounting.csv]").attr("href");
    Visitor.Page first = officer.get(export);
    Visitor.Page again = officer.get(export);
    assertThat(first.contentType()).isEqualTo("text/csv; charset=utf-8");
    assertThat(new String(first.body(), StandardCharsets.UTF_8))
        .startsWith("\ufeff収入日,")
        .endsWith(",0,0\r\n");
    assertThat(again.body()).isEqualTo(first.body());
    assertThat(new Clerk(desk.desk(), "141003").get(export).status()).isEqualTo(404);
  }

  @Test
  void aFileThatIsNoneIsToldByRowAndColumnAndNeverShown() {
    Clerk officer = officer();
    byte[] wrong = "02,20261123,1015,himitsu,,,0,300,,,,,\r\n".getBytes(StandardCharsets.UTF_8);

    Visitor.Page page = upload(officer, "dsk-style", "x.csv", wrong);

    assertThat(page.status()).isEqualTo(422);
    assertThat(page.text()).contains("1行目の4列目").doesNotContain("himitsu");
    assertThat(upload(officer, "nothing", "x.csv", wrong).status()).isEqualTo(422);
    byte[] large = new byte[11 * 1024 * 1024];
    assertThat(upload(officer, "dsk-style", "x.csv", large).text()).contains("10MB");
    assertThat(upload(officer, "dsk-style", "x.csv", new byte[13 * 1024 * 1024]).status())
        .isEqualTo(413);
  }
}
