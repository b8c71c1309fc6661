package jp.frontdesk.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CopyOnWriteArrayList;
import jp.frontdesk.samples.CertificateGenerator;
import jp.frontdesk.samples.GeneratedPage;
import jp.frontdesk.samples.SampleSpec;
import jp.frontdesk.samples.ScanLevel;
import jp.frontdesk.server.DeskUnderTest;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Personal values are like canaries: after a whole journey, mistakes included, none of them is in
/// what the desk printed, in its metrics, or in any address that its pages lead to.
class CanaryIT {
  private static final int RESIDENT = 7;
  private static final String TOWN = "999997";
  private static final List<String> ADDRESSES = List.of("href", "src", "action", "formaction");

  private final List<Visitor.Page> seen = new CopyOnWriteArrayList<>();

  @Test
  void noPersonalValueIsInLogsMetricsOrAddresses(@TempDir Path folder) throws Exception {
    try (DeskProcess desk =
        new DeskProcess(folder, Map.of("FRONTDESK_DEMO_PASSWORD", DeskUnderTest.PASSWORD))) {
      long _ = desk.start();
      List<String> canaries = new ArrayList<>(Markers.texts(RESIDENT).values());
      canaries.addAll(Markers.answers(RESIDENT).values());
      canaries.add(Markers.of(RESIDENT));
      canaries.add(Markers.individualNumber(RESIDENT));
      canaries.addAll(goAllTheWay(desk));
      makeMistakes(desk.kiosk(), desk.desk());
      String metrics = new Visitor(desk.operations()).get("/metrics").text();
      long _ = desk.stop();

      String printed = Files.readString(folder.resolve("desk.log"));
      assertThat(metrics).contains("frontdesk_requests");
      assertThat(printed).contains("answered", "/cases/:case");
      for (String canary : longEnough(canaries)) {
        assertThat(printed).doesNotContain(canary);
        assertThat(metrics).doesNotContain(canary);
        assertThat(addresses()).noneMatch(address -> address.contains(canary));
      }
    }
  }

  /// What was read from the paper, too, is personal.
  private List<String> goAllTheWay(DeskProcess desk) {
    Resident resident = new Resident(desk.kiosk(), seen::add);
    resident.begin(TOWN);
    assertThat(resident.lay(pages()).status()).isEqualTo(303);
    Visitor.Page _ = resident.readAll();
    List<String> read = new ArrayList<>();
    resident
        .get("/check")
        .form("/check")
        .forEach((name, value) -> {
          if (name.endsWith("name") || name.endsWith("address")) {
            read.add(value);
          }
        });
    Visitor.Page _ = resident.check(Map.of("members[0].birth_date", Markers.of(RESIDENT)));
    Visitor.Page _ = resident.check(Markers.texts(RESIDENT));
    Visitor.Page _ = resident.answer(Markers.answers(RESIDENT));
    String number =
        Resident.receptionNumber(
            resident.handInSigned(
                "{\"aspect\":3,\"strokes\":[[[0.1,0.4719],[0.5237,0.2]],[[0.6,0.4719]]]}"));
    seen.add(resident.get("/slip.pdf"));
    Clerk clerk = new Clerk(desk.desk(), TOWN);
    String path = clerk.findCase(number);
    seen.add(clerk.get("/"));
    seen.add(clerk.get(path));
    seen.add(clerk.confirm(path, Map.of("members[0].birth_date", Markers.of(RESIDENT))));
    Visitor.Page done = clerk.confirm(path, Markers.texts(RESIDENT));
    assertThat(done.status()).as(done.html().select(".findings").text()).isEqualTo(303);
    seen.add(done);
    Visitor.Page confirmed = clerk.get(path);
    seen.add(confirmed);
    Clerk.forms(confirmed).forEach(form -> seen.add(clerk.get(form)));
    read.add("[0.1,0.4719]");
    read.add("0.4719],[0.5237");
    return read;
  }

  private void makeMistakes(URI kiosk, URI desk) {
    String marker = Markers.of(RESIDENT);
    for (URI site : List.of(kiosk, desk)) {
      Visitor visitor = new Visitor(site);
      assertThat(visitor.get("/" + marker + "?name=" + marker).status()).isEqualTo(404);
      assertThat(visitor.post("/" + marker, Map.of("name", marker)).status())
          .isGreaterThanOrEqualTo(300);
      assertThat(visitor.get("/cases/" + marker).status()).isGreaterThanOrEqualTo(300);
    }
    Visitor.Page refused =
        new Visitor(desk)
            .post("/login", Map.of("account", marker, "password", marker, "code", marker));
    assertThat(refused.status()).isGreaterThanOrEqualTo(400);
  }

  private static List<byte[]> pages() {
    SampleSpec spec =
        SampleSpec.of(ScanLevel.CLEAN)
            .withLayout("household-table")
            .withMembers(1)
            .withForeign(false);
    return new CertificateGenerator()
        .generate(3000, spec).pages().stream().map(GeneratedPage::bytes).toList();
  }

  /// Every address on the pages that were seen, and every redirect.
  private List<String> addresses() {
    List<String> addresses = new ArrayList<>();
    for (Visitor.Page page : seen) {
      addresses.add(page.location());
      if (page.contentType().startsWith("text/html")) {
        for (Element element : page.html().getAllElements()) {
          ADDRESSES.forEach(name -> addresses.add(element.attr(name)));
        }
      }
    }
    return addresses;
  }

  /// Words of one or two letters stand in every log.
  private static Set<String> longEnough(List<String> values) {
    Set<String> chosen = new TreeSet<>(values);
    boolean _ = chosen.removeIf(value -> value.strip().length() < 4);
    return chosen;
  }
}
