package jp.frontdesk.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import jp.frontdesk.cases.CaseStore;

/// A resident at a kiosk, step by step; every page seen is given to a witness.
public final class Resident {
  private static final long PATIENCE_MS = 900_000;

  /// Many residents must leave the reader the processors it needs; a kiosk is told when to look.
  private static final long ASKS_EVERY_MS = 1_000;

  private final Visitor visitor;
  private final java.util.function.Consumer<Visitor.Page> witness;

  /// @param witness sees every page and picture this resident gets
  public Resident(URI kiosk, java.util.function.Consumer<Visitor.Page> witness) {
    this.visitor = new Visitor(kiosk);
    this.witness = witness;
  }

  /// A resident nobody watches.
  public Resident(URI kiosk) {
    this(kiosk, _ -> {});
  }

  private Visitor.Page see(Visitor.Page page) {
    witness.accept(page);
    return page;
  }

  Visitor visitor() {
    return visitor;
  }

  Visitor.Page get(String path) {
    return see(visitor.get(path));
  }

  /// Chooses 転入 at the kiosk of a town.
  void begin(String town) {
    Visitor.Page start = get("/t/" + town);
    assertThat(start.status()).isEqualTo(200);
    Visitor.Page begun =
        see(visitor.post("/start", Map.of("town", town, "procedure", "moving_in")));
    assertThat(begun.location()).isEqualTo("/scan");
  }

  /// Lays files on the kiosk; the answer to it.
  Visitor.Page lay(List<byte[]> files) {
    return see(visitor.upload("/scan", get("/scan").csrf("/scan"), files));
  }

  /// Starts the reading and waits until it ended.
  Visitor.Page readAll() {
    Visitor.Page scan = get("/scan");
    Visitor.Page done = see(visitor.post("/scan/done", Map.of("csrf", scan.csrf("/scan/done"))));
    assertThat(done.location()).isEqualTo("/reading");
    long until = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(PATIENCE_MS);
    while (System.nanoTime() < until) {
      Visitor.Page reading = get("/reading");
      if (reading.html().select("[data-finished=true]").size() > 0) {
        return reading;
      }
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(ASKS_EVERY_MS));
    }
    throw new AssertionError("the reading did not end");
  }

  /// Checks the values, typing other ones over some.
  ///
  /// @param typed texts by path
  Visitor.Page check(Map<String, String> typed) {
    Visitor.Page check = get("/check");
    Map<String, String> values = new LinkedHashMap<>(check.form("/check"));
    values.putAll(typed);
    return see(visitor.post("/check", values, Visitor.doubtful(check)));
  }

  /// Answers the questions.
  Visitor.Page answer(Map<String, String> answers) {
    LocalDate movedOn = LocalDate.now(CaseStore.JAPAN).minusDays(2);
    Map<String, String> values = new HashMap<>(get("/questions").form("/questions"));
    values.put("address", "架空町本町１番地２");
    values.put("moved_on_year", Integer.toString(movedOn.getYear()));
    values.put("moved_on_month", Integer.toString(movedOn.getMonthValue()));
    values.put("moved_on_day", Integer.toString(movedOn.getDayOfMonth()));
    values.put("head", "member:0");
    values.put("role", "SELF");
    values.put("notifier", "member:0");
    values.putAll(answers);
    return see(visitor.post("/questions", values));
  }

  /// Wishes for copies of the first certificate offered, and hands the case in.
  Visitor.Page handIn(int copies) {
    Map<String, String> values = new LinkedHashMap<>(get("/certificates").form("/certificates"));
    String first =
        values.keySet().stream().filter(k -> k.startsWith("copies.")).findFirst().orElseThrow();
    values.put(first, Integer.toString(copies));
    Visitor.Page done = see(visitor.post("/certificates", values));
    assertThat(done.location()).isIn("/slip", "/sign");
    return done.location().equals("/sign") ? signOnPaper() : get("/slip");
  }

  /// Chooses paper on the page to sign on.
  Visitor.Page signOnPaper() {
    Map<String, String> form = get("/sign").form("/sign/paper");
    assertThat(see(visitor.post("/sign/paper", form)).location()).isEqualTo("/slip");
    return get("/slip");
  }

  /// Wishes for nothing and draws these lines on the page to sign on.
  ///
  /// @param json as the page's script posts it
  Visitor.Page handInSigned(String json) {
    Map<String, String> wishes = get("/certificates").form("/certificates");
    assertThat(see(visitor.post("/certificates", wishes)).location()).isEqualTo("/sign");
    Visitor.Page answer = see(visitor.postJson("/sign", get("/sign").csrf("/sign/paper"), json));
    assertThat(answer.text()).isEqualTo("/slip");
    return get("/slip");
  }

  /// The reception number on the slip.
  static String receptionNumber(Visitor.Page slip) {
    return slip.html().select(".slip-number").text().replaceAll("\\D", "");
  }
}
