package jp.frontdesk.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import jp.frontdesk.samples.CertificateGenerator;
import jp.frontdesk.samples.GeneratedPage;
import jp.frontdesk.samples.SampleSpec;
import jp.frontdesk.samples.ScanLevel;
import jp.frontdesk.server.DeskUnderTest;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;

/// One resident never gets another's data: 32 kiosks side by side through every step, with the two
/// ways in which it happened elsewhere — a print that waits too long under load, and two submits
/// within a second.
class NoMixUpIT {
  private static final int RESIDENTS = 32;
  private static final int LEAST_CHECKS = 20_000;
  private static final String TOWN = "999997";

  private final Markers markers = new Markers(RESIDENTS);
  private final Map<Integer, Set<String>> pictures = new ConcurrentHashMap<>();

  @Test
  void thirtyTwoKiosksSideBySideEachSeeOnlyTheirOwn() throws Exception {
    try (DeskUnderTest desk = DeskUnderTest.start();
        ExecutorService kiosks = Executors.newFixedThreadPool(RESIDENTS)) {
      CyclicBarrier together = new CyclicBarrier(RESIDENTS);
      List<Future<String>> numbers = new ArrayList<>();
      for (int i = 0; i < RESIDENTS; i++) {
        int resident = i;
        numbers.add(kiosks.submit(() -> goTogether(desk, resident, together)));
      }
      Map<Integer, String> numberOf = new HashMap<>();
      for (int i = 0; i < RESIDENTS; i++) {
        numberOf.put(i, get(numbers.get(i)));
      }

      assertThat(new HashSet<>(numberOf.values())).hasSize(RESIDENTS);
      assertPicturesAreOwn();
      confirmAll(desk, kiosks, numberOf);
      assertRegistryHoldsEachOnce(desk);
      assertThat(markers.checks()).isGreaterThanOrEqualTo(LEAST_CHECKS);
    }
  }

  /// A resident who fails lets nobody wait for them.
  private String goTogether(DeskUnderTest desk, int resident, CyclicBarrier together)
      throws Exception {
    try {
      return goAllTheWay(desk, resident, together);
    } catch (BrokenBarrierException another) {
      throw another;
    } catch (Exception | Error failed) {
      System.err.println("resident " + resident + " failed: " + failed);
      together.reset();
      throw failed;
    }
  }

  private String goAllTheWay(DeskUnderTest desk, int resident, CyclicBarrier together)
      throws Exception {
    Resident visitor = new Resident(desk.kiosk(), page -> markers.assertOnlyOwn(resident, page));
    List<byte[]> pages =
        new CertificateGenerator()
                .generate(
                    1000 + resident,
                    SampleSpec.of(ScanLevel.OFFICE)
                        .withLayout("household-table")
                        .withMembers(1)
                        .withForeign(false))
                .pages()
                .stream()
                .map(GeneratedPage::bytes)
                .toList();
    together.await(900, TimeUnit.SECONDS);
    visitor.begin(TOWN);
    Visitor.Page laid = visitor.lay(pages);
    assertThat(laid.status()).isEqualTo(303);
    Visitor.Page ended = visitor.readAll();
    assertThat(ended.status()).isEqualTo(200);
    Visitor.Page checked = visitor.check(Markers.texts(resident));
    assertThat(checked.status()).isIn(303, 422);
    collectPictures(resident, visitor);
    markers.assertOwn(resident, visitor.get("/check"));
    together.await(900, TimeUnit.SECONDS);
    assertThat(visitor.answer(Markers.answers(resident)).location()).isEqualTo("/procedures");
    markers.assertOwn(resident, visitor.get("/questions"));
    String number = submitTwiceAtOnce(visitor, together);
    for (int i = 0; i < 8; i++) {
      Visitor.Page slip = visitor.get("/slip");
      assertThat(Resident.receptionNumber(slip)).isEqualTo(number);
      Visitor.Page pdf = visitor.get("/slip.pdf");
      assertThat(pdf.status()).isIn(200, 503);
    }
    return number;
  }

  /// The same case handed in by two requests within the same instant, while all others do the same.
  private static String submitTwiceAtOnce(Resident visitor, CyclicBarrier together)
      throws Exception {
    Map<String, String> form =
        new LinkedHashMap<>(visitor.get("/certificates").form("/certificates"));
    String first =
        form.keySet().stream().filter(k -> k.startsWith("copies.")).findFirst().orElseThrow();
    form.put(first, "1");
    assertThat(visitor.visitor().post("/certificates", form).location()).isEqualTo("/sign");
    String csrf = visitor.get("/sign").csrf("/sign/paper");
    String lines = "{\"aspect\":3,\"strokes\":[[[0.2,0.3],[0.8,0.7]]]}";
    together.await(900, TimeUnit.SECONDS);
    try (ExecutorService twice = Executors.newFixedThreadPool(2)) {
      Future<Visitor.Page> one =
          twice.submit(() -> visitor.visitor().postJson("/sign", csrf, lines));
      Future<Visitor.Page> two =
          twice.submit(() -> visitor.visitor().postJson("/sign", csrf, lines));
      assertThat(List.of(get(one).text(), get(two).text())).contains("/slip");
    }
    String number = Resident.receptionNumber(visitor.get("/slip"));
    assertThat(number).isNotEmpty();
    return number;
  }

  private void collectPictures(int resident, Resident visitor) {
    Visitor.Page check = visitor.get("/check");
    Set<String> own = pictures.computeIfAbsent(resident, _ -> new HashSet<>());
    for (Element image : check.html().select("img[src^=/crop]")) {
      Visitor.Page crop = visitor.get(image.attr("src"));
      assertThat(crop.status()).isEqualTo(200);
      if (crop.body().length > 1_500) {
        own.add(java.util.HexFormat.of().formatHex(hash(crop.body())));
      }
    }
  }

  private void assertPicturesAreOwn() {
    Map<String, Integer> owner = new HashMap<>();
    pictures.forEach((resident, hashes) -> {
      assertThat(hashes).isNotEmpty();
      for (String hash : hashes) {
        assertThat(owner.put(hash, resident)).isNull();
      }
    });
  }

  private void confirmAll(DeskUnderTest desk, ExecutorService clerks, Map<Integer, String> numberOf)
      throws Exception {
    List<Future<?>> confirmed = new ArrayList<>();
    for (int i = 0; i < RESIDENTS; i++) {
      int resident = i;
      String number = java.util.Objects.requireNonNull(numberOf.get(resident));
      confirmed.add(clerks.submit(() -> confirmOne(desk, resident, number)));
    }
    for (Future<?> each : confirmed) {
      Object _ = get(each);
    }
  }

  private Object confirmOne(DeskUnderTest desk, int resident, String number) {
    Clerk clerk = new Clerk(desk.desk(), TOWN);
    String path = clerk.findCase(number);
    Visitor.Page page = clerk.get(path);
    markers.assertOwn(resident, page);
    Visitor.Page done = clerk.confirm(path, Map.of());
    assertThat(done.status()).as(done.html().select(".findings").text()).isEqualTo(303);
    Visitor.Page registered = clerk.await(path, p -> p.text().contains("仮登録済み"));
    markers.assertOwn(resident, registered);
    List<String> forms = Clerk.forms(registered);
    assertThat(forms).isNotEmpty();
    for (String form : forms) {
      markers.assertOwn(resident, clerk.get(form));
    }
    return path;
  }

  private void assertRegistryHoldsEachOnce(DeskUnderTest desk) {
    String entries = new Visitor(desk.registry()).get("/api/provisional-entries").text();
    for (int i = 0; i < RESIDENTS; i++) {
      assertThat(entries).contains(Markers.of(i));
    }
    String page = new Visitor(desk.registry()).get("/").text();
    for (int i = 0; i < RESIDENTS; i++) {
      assertThat(page).containsOnlyOnce("見本　" + Markers.of(i));
    }
  }

  private static byte[] hash(byte[] content) {
    try {
      return java.security.MessageDigest.getInstance("SHA-256").digest(content);
    } catch (java.security.NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static <T> T get(Future<T> future) throws Exception {
    try {
      return future.get(1_200, TimeUnit.SECONDS);
    } catch (ExecutionException failed) {
      if (failed.getCause() instanceof Error error) {
        throw error;
      }
      throw failed;
    }
  }
}
