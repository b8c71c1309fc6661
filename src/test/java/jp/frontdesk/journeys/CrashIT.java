package jp.frontdesk.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import jp.frontdesk.fees.simulator.PaymentSimulator;
import jp.frontdesk.platform.Secret;
import jp.frontdesk.registry.RegistrySimulator;
import jp.frontdesk.samples.CertificateGenerator;
import jp.frontdesk.samples.GeneratedPage;
import jp.frontdesk.samples.SampleSpec;
import jp.frontdesk.samples.ScanLevel;
import jp.frontdesk.server.DeskUnderTest;
import org.junit.jupiter.api.Test;

/// Any process may be killed at any moment of a case's way: nothing accepted is lost, nothing
/// happens twice.
class CrashIT {
  private static final int KILLS = 20;
  private static final int RESIDENTS = 4;
  private static final String TOWN = "999997";
  private static final String SECRET = "a-secret-of-the-crash-test";
  private static final long PATIENCE_S = 420;

  @Test
  void twentyKillsAtRandomPointsLoseNothingAndDoNothingTwice() throws Exception {
    Path folder =
        Files.createTempDirectory(Files.createDirectories(Path.of("target", "desks")), "crash");
    Vertx vertx = Vertx.vertx();
    try (DeskProcess desk = new DeskProcess(folder, Map.of());
        RegistrySimulator registry =
            RegistrySimulator.start(
                vertx, 0, folder.resolve("registry"), true, InstantSource.system());
        PaymentSimulator payments = startPayments(vertx, folder, desk.deskPort());
        ExecutorService residents = Executors.newFixedThreadPool(RESIDENTS)) {
      desk.set("FRONTDESK_DESK_PASSWORD", DeskUnderTest.PASSWORD);
      desk.set("FRONTDESK_PAYMENT_URL", payments.address().toString());
      desk.set("FRONTDESK_PAYMENT_SECRET", SECRET);
      desk.set("FRONTDESK_REGISTRY_URL", "http://127.0.0.1:" + registry.port() + "/api");
      desk.start();
      List<Future<String>> ways = new ArrayList<>();
      for (int i = 0; i < RESIDENTS; i++) {
        int resident = i;
        ways.add(residents.submit(() -> goAllTheWay(desk, payments.address(), resident)));
      }

      killAtRandomPoints(desk, ways);

      List<String> numbers = new ArrayList<>();
      for (Future<String> way : ways) {
        numbers.add(way.get(PATIENCE_S, TimeUnit.SECONDS));
      }
      assertThat(new HashSet<>(numbers)).hasSize(RESIDENTS);
      String page = new Visitor(URI.create("http://127.0.0.1:" + registry.port())).get("/").text();
      for (int i = 0; i < RESIDENTS; i++) {
        assertThat(page).containsOnlyOnce("見本　" + Markers.of(i));
      }
      assertPaidOnce(desk);
    } finally {
      vertx.close().await();
    }
  }

  private static PaymentSimulator startPayments(Vertx vertx, Path folder, int deskPort)
      throws IOException {
    return PaymentSimulator.start(
        vertx,
        new PaymentSimulator.Options(
            0,
            folder.resolve("payments"),
            Path.of("kiosk-config"),
            URI.create("http://127.0.0.1:" + deskPort + "/callbacks/payment"),
            new Secret(SECRET)),
        InstantSource.system());
  }

  /// Kills desk, reader and database in turn at points that a fixed seed chooses; ends early when
  /// all have arrived and the number of kills is reached.
  private static void killAtRandomPoints(DeskProcess desk, List<Future<String>> ways) {
    Random chance = new Random(20261122);
    for (int kill = 0; kill < KILLS; kill++) {
      pause(200 + chance.nextInt(2_500));
      switch (kill % 3) {
        case 0 -> {
          desk.killDesk();
          long _ = desk.start();
        }
        case 1 -> desk.killReader();
        default -> desk.killPostgres();
      }
    }
    assertThat(ways).isNotEmpty();
  }

  private static void pause(long ms) {
    LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(ms));
  }

  /// One resident's whole way, each step tried again until it is done.
  private static String goAllTheWay(DeskProcess desk, URI app, int resident) {
    List<byte[]> pages =
        new CertificateGenerator()
                .generate(
                    2000 + resident,
                    SampleSpec.of(ScanLevel.OFFICE)
                        .withLayout("household-table")
                        .withMembers(1)
                        .withForeign(false))
                .pages()
                .stream()
                .map(GeneratedPage::bytes)
                .toList();
    Resident visitor = new Resident(desk.kiosk());
    step(() -> begin(visitor));
    step(() -> isIn(visitor.lay(pages).status(), 303, 422));
    step(() -> visitor.readAll().status() == 200);
    step(() -> visitor.check(Markers.texts(resident)).location().equals("/questions"));
    step(() -> visitor.answer(Markers.answers(resident)).location().equals("/certificates"));
    step(() -> handIn(visitor));
    String number = Resident.receptionNumber(until(() -> visitor.get("/slip")));
    step(() -> pay(visitor, app));
    confirm(desk, number);
    step(() -> visitor.get("/slip").text().contains("支払いがおわりました"));
    return number;
  }

  private static boolean begin(Resident visitor) {
    visitor.begin(TOWN);
    return true;
  }

  private static boolean handIn(Resident visitor) {
    if (visitor.get("/slip").status() == 200) {
      return true;
    }
    Map<String, String> form =
        new LinkedHashMap<>(visitor.get("/certificates").form("/certificates"));
    form.keySet().stream()
        .filter(k -> k.startsWith("copies."))
        .findFirst()
        .ifPresent(first -> form.put(first, "1"));
    return visitor.visitor().post("/certificates", form).location().equals("/slip");
  }

  private static boolean pay(Resident visitor, URI app) {
    Visitor.Page slip = visitor.get("/slip");
    if (slip.text().contains("支払いがおわりました")) {
      return true;
    }
    String digits = slip.html().select(".code-digits").text().replaceAll("\\D", "");
    Visitor phone = new Visitor(app);
    Map<String, String> form = new HashMap<>(phone.get("/app").form("/app/bill"));
    form.put("text", digits);
    Visitor.Page bill = phone.post("/app/bill", form);
    if (!bill.text().contains("/app/pay")) {
      return bill.text().contains("支払");
    }
    return isIn(phone.post("/app/pay", bill.form("/app/pay")).status(), 200, 303);
  }

  private static void confirm(DeskProcess desk, String number) {
    Clerk clerk = until(() -> new Clerk(desk.desk(), TOWN));
    String path = until(() -> clerk.findCase(number));
    step(() -> {
      Visitor.Page page = clerk.get(path);
      return page.text().contains("仮登録済み")
          || page.text().contains("送信中")
          || clerk.confirm(path, Map.of()).status() == 303;
    });
    step(() -> clerk.get(path).text().contains("仮登録済み"));
  }

  private static void assertPaidOnce(DeskProcess desk) {
    Clerk clerk = until(() -> new Clerk(desk.desk(), TOWN));
    String list = clerk.get("/?show=all").text();
    assertThat(list.split("支払い済み", -1)).hasSize(RESIDENTS + 1);
    assertThat(list).doesNotContain("食い違い");
  }

  private static boolean isIn(int status, int... allowed) {
    for (int each : allowed) {
      if (status == each) {
        return true;
      }
    }
    return false;
  }

  private static void step(Supplier<Boolean> attempt) {
    Boolean _ = until(() -> attempt.get() ? Boolean.TRUE : null);
  }

  /// Tries until there is a result; anything that fails is a process just killed.
  private static <T> T until(Supplier<T> attempt) {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_S);
    Throwable last = new AssertionError("never tried");
    while (System.nanoTime() < end) {
      try {
        T result = attempt.get();
        if (result != null) {
          return result;
        }
        last = new AssertionError("not done yet");
      } catch (RuntimeException | AssertionError killed) {
        last = killed;
      }
      pause(300);
    }
    throw new AssertionError("a step was not done in time", last);
  }
}
