package jp.frontdesk.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
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
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;

/// Any process may be killed at any moment of a case's way: nothing accepted is lost, nothing
/// happens twice. Residents keep coming while desk, reader process and database are killed in turn;
/// all of them arrive.
class CrashIT {
  private static final int KILLS = 20;
  private static final int KIOSKS = 4;
  private static final String TOWN = "999997";
  private static final String SECRET = "a-secret-of-the-crash-test";
  private static final String PAID = "支払いがおわりました";
  private static final long PATIENCE_S = 240;
  private static final long MOST_SECONDS_BETWEEN_KILLS = 8;

  private final AtomicInteger residents = new AtomicInteger();
  private final AtomicInteger steps = new AtomicInteger();
  private final AtomicBoolean isCalm = new AtomicBoolean();

  @Test
  void twentyKillsAtRandomPointsLoseNothingAndDoNothingTwice() throws Exception {
    Path folder =
        Files.createTempDirectory(Files.createDirectories(Path.of("target", "desks")), "crash");
    Vertx vertx = Vertx.vertx();
    DeskProcess desk = new DeskProcess(folder, Map.of());
    try (RegistrySimulator registry =
            RegistrySimulator.start(
                vertx, 0, folder.resolve("registry"), true, InstantSource.system());
        PaymentSimulator payments = startPayments(vertx, folder, desk.deskPort());
        ExecutorService kiosks = Executors.newFixedThreadPool(KIOSKS);
        desk) {
      desk.set("FRONTDESK_DEMO_PASSWORD", DeskUnderTest.PASSWORD);
      desk.set("FRONTDESK_PAYMENT_URL", payments.address().toString());
      desk.set("FRONTDESK_PAYMENT_SECRET", SECRET);
      desk.set("FRONTDESK_REGISTRY_URL", "http://127.0.0.1:" + registry.port() + "/api");
      long _ = desk.start();
      List<Future<List<String>>> ways = new ArrayList<>();
      for (int i = 0; i < KIOSKS; i++) {
        ways.add(kiosks.submit(() -> serveResidents(desk, payments.address())));
      }
      List<String> numbers = new ArrayList<>();
      try {
        killAtRandomPoints(desk);
        isCalm.set(true);
        for (Future<List<String>> way : ways) {
          numbers.addAll(way.get(PATIENCE_S, TimeUnit.SECONDS));
        }
      } finally {
        List<Runnable> _ = kiosks.shutdownNow();
      }

      assertThat(numbers).doesNotHaveDuplicates().hasSize(residents.get());
      assertAllIsThere(desk, numbers.size());
      assertRegisteredOnce(folder, numbers.size());
      assertPaidOnce(folder, numbers.size());
    } finally {
      vertx.close().await();
    }
    assertThat(desk.processesLeft()).isEmpty();
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

  /// Kills desk, reader and database in turn at points that a fixed seed chooses: some steps after
  /// the kill before, so that they spread over the whole way on any machine, and then some moments.
  private void killAtRandomPoints(DeskProcess desk) {
    Random chance = new Random(20261122);
    for (int kill = 0; kill < KILLS; kill++) {
      awaitSteps(chance.nextInt(4));
      pause(chance.nextInt(1_500));
      switch (kill % 3) {
        case 0 -> {
          desk.killDesk();
          long _ = desk.start();
        }
        case 1 -> desk.killReader();
        default -> desk.killPostgres();
      }
    }
  }

  private void awaitSteps(int wanted) {
    int from = steps.get();
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(MOST_SECONDS_BETWEEN_KILLS);
    while (steps.get() - from < wanted && System.nanoTime() < end) {
      pause(50);
    }
  }

  /// One resident after the other, until the killing has ended; at least one.
  private List<String> serveResidents(DeskProcess desk, URI app) {
    List<String> numbers = new ArrayList<>();
    do {
      numbers.add(goAllTheWay(desk, app, residents.getAndIncrement()));
    } while (!isCalm.get());
    return numbers;
  }

  private static void pause(long ms) {
    LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(ms));
  }

  /// One resident's whole way, each step tried again until it is done.
  private String goAllTheWay(DeskProcess desk, URI app, int resident) {
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
    step(() -> read(visitor, pages));
    step(() -> visitor.check(Markers.texts(resident)).location().equals("/questions"));
    step(() -> visitor.answer(Markers.answers(resident)).location().equals("/procedures"));
    step(() -> handIn(visitor));
    String number = Resident.receptionNumber(until(() -> visitor.get("/slip")));
    step(() -> pay(visitor, app));
    confirm(desk, number);
    step(() -> visitor.get("/slip").text().contains(PAID));
    return number;
  }

  private static boolean begin(Resident visitor) {
    visitor.begin(TOWN);
    return true;
  }

  /// A page given up after three killed readers is taken away and laid again, as people do.
  private static boolean read(Resident resident, List<byte[]> pages) {
    if (sheets(resident).isEmpty()) {
      Visitor.Page _ = resident.lay(pages);
    }
    Visitor.Page _ = resident.readAll();
    List<Element> failed =
        sheets(resident).stream().filter(s -> !s.select(".sheet-note").isEmpty()).toList();
    for (Element sheet : failed) {
      Map<String, String> remove = new HashMap<>();
      sheet.select("input[type=hidden]").forEach(f -> remove.put(f.attr("name"), f.val()));
      Visitor.Page _ = resident.visitor().post("/scan/remove", remove);
    }
    return failed.isEmpty();
  }

  private static List<Element> sheets(Resident resident) {
    Visitor.Page scan = resident.get("/scan");
    assertThat(scan.status()).isEqualTo(200);
    return scan.html().select("li.sheet");
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
    String next = visitor.visitor().post("/certificates", form).location();
    return next.equals("/sign") ? visitor.signOnPaper().status() == 200 : next.equals("/slip");
  }

  private static boolean pay(Resident visitor, URI app) {
    Visitor.Page slip = visitor.get("/slip");
    if (slip.text().contains(PAID)) {
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

  private void confirm(DeskProcess desk, String number) {
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

  /// Looks into the database: every case registered, every page read, every fee booked once.
  private static void assertAllIsThere(DeskProcess desk, int cases) throws Exception {
    try (Connection database = desk.openDatabase()) {
      assertThat(count(database, "case_file where status = 'REGISTERED'")).isEqualTo(cases);
      assertThat(
              count(
                  database,
                  "sheet s join case_file c using (case_id) where c.status = 'REGISTERED'"))
          .isEqualTo(cases);
      assertThat(count(database, "reading_job where state <> 'DONE'")).isZero();
      assertThat(count(database, "(select distinct sheet_id from reading_page) p"))
          .isEqualTo(count(database, "sheet"));
      assertThat(count(database, "confirmed_record")).isEqualTo(cases);
      assertThat(count(database, "registry_outbox where state = 'ACCEPTED'")).isEqualTo(cases);
      assertThat(count(database, "registry_outbox")).isEqualTo(cases);
      assertThat(count(database, "invoice")).isEqualTo(cases);
      assertThat(count(database, "invoice where status = 'PAID'")).isEqualTo(cases);
      assertThat(count(database, "ledger_entry where kind = 'INVOICED'")).isEqualTo(cases);
      assertThat(count(database, "ledger_entry where kind = 'PAID'")).isEqualTo(cases);
      assertThat(count(database, "ledger_entry where kind in ('SURPLUS', 'WITHDRAWN')")).isZero();
      assertThat(count(database, "payment_attempt where status = 'EXCEPTION'")).isZero();
    }
  }

  private static int count(Connection database, String rows) throws SQLException {
    try (Statement statement = database.createStatement();
        ResultSet result = statement.executeQuery("select count(*) from " + rows)) {
      assertThat(result.next()).isTrue();
      return result.getInt(1);
    }
  }

  /// Reads the journal in which the registry keeps what it accepted.
  private static void assertRegisteredOnce(Path folder, int cases) throws IOException {
    List<String> accepted =
        Files.readAllLines(folder.resolve("registry").resolve("journal.jsonl")).stream()
            .filter(line -> new JsonObject(line).getString("line").equals("accepted"))
            .toList();
    assertThat(accepted).hasSize(cases);
    for (int i = 0; i < cases; i++) {
      String marker = Markers.of(i);
      assertThat(accepted.stream().filter(line -> line.contains("見本　" + marker))).hasSize(1);
    }
  }

  /// Reads the book of the payment provider.
  private static void assertPaidOnce(Path folder, int cases) throws IOException {
    List<String> references =
        Files.readAllLines(folder.resolve("payments")).stream()
            .map(JsonObject::new)
            .filter(line -> line.getString("type").equals("payment"))
            .map(line -> line.getString("reference"))
            .toList();
    assertThat(references).doesNotHaveDuplicates().hasSize(cases);
  }

  private static boolean isIn(int status, int... allowed) {
    for (int each : allowed) {
      if (status == each) {
        return true;
      }
    }
    return false;
  }

  private void step(Supplier<Boolean> attempt) {
    Boolean _ = until(() -> attempt.get() ? Boolean.TRUE : null);
    int _ = steps.incrementAndGet();
  }

  /// Tries until there is a result; anything that fails is a process just killed.
  private static <T> T until(Supplier<T> attempt) {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_S);
    Throwable last = new AssertionError("never tried");
    while (System.nanoTime() < end && !Thread.currentThread().isInterrupted()) {
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
