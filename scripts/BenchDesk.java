import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.net.CookieManager;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Measures a desk from outside. Started by `scripts/bench desk` with a folder of sample pages, in
/// which it also keeps the desk's data.
final class BenchDesk {
  private static final String TOWN = "999997";
  private static final String WORD = "aikotoba-no-bench";
  private static final String BOUNDARY = "----a-boundary-of-the-bench";
  private static final int STARTS = 3;
  private static final int READINGS = 7;
  private static final int TIMES = 41;

  private final Path folder;
  private final int kioskPort = freePort();
  private final int deskPort = freePort();
  private final int operationsPort = freePort();
  private final int paymentPort = freePort();
  private final Map<String, String> settings = new LinkedHashMap<>();

  /// What a site answered.
  private record Answer(int status, String location, String text) {}

  public static void main(String[] args) throws Exception {
    new BenchDesk(Path.of(args[0])).measure();
  }

  private BenchDesk(Path folder) throws IOException {
    this.folder = folder;
    settings.put("FRONTDESK_DATA_DIR", folder.resolve("data").toString());
    settings.put("FRONTDESK_KIOSK_PORT", "" + kioskPort);
    settings.put("FRONTDESK_DESK_PORT", "" + deskPort);
    settings.put("FRONTDESK_OPERATIONS_PORT", "" + operationsPort);
    settings.put("FRONTDESK_PAYMENT_URL", "http://127.0.0.1:" + paymentPort);
    settings.put("FRONTDESK_PAYMENT_SECRET", "a-secret-of-the-bench-only");
    settings.put("FRONTDESK_DEMO_PASSWORD", WORD);
  }

  private void measure() throws Exception {
    Process payments =
        launch(
            "payment-simulator", "--port", "" + paymentPort, "--data", folder + "/payments",
            "--notify", "http://127.0.0.1:" + deskPort + "/callbacks/payment");
    Process desk = launch("serve");
    try {
      System.out.println("| what | value |");
      System.out.println("|---|---|");
      row("first start of all, database made", ms(firstPage(desk, System.nanoTime())));
      List<Long> starts = new ArrayList<>();
      for (int i = 0; i < STARTS; i++) {
        stop(desk);
        long began = System.nanoTime();
        desk = launch("serve");
        starts.add(firstPage(desk, began));
      }
      row("process start → first page, existing database (%d starts)".formatted(STARTS), spread(starts));
      readPages();
      Thread.sleep(10_000);
      tellMemory(desk);
    } finally {
      stop(desk);
      stop(payments);
    }
  }

  // -- processes

  private Process launch(String... words) throws IOException {
    List<String> command = new ArrayList<>(List.of("scripts/frontdesk"));
    command.addAll(List.of(words));
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().putAll(settings);
    File log = folder.resolve("log").toFile();
    return builder.redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.appendTo(log)).start();
  }

  /// Waits for the kiosk's first page; ms since the process was launched.
  private long firstPage(Process desk, long began) throws Exception {
    while (true) {
      try {
        if (new Browser(kioskPort).get("/t/" + TOWN).status() == 200) {
          return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began);
        }
      } catch (IOException notYet) {
        if (!desk.isAlive()) {
          throw new IllegalStateException(Files.readString(folder.resolve("log")));
        }
      }
      Thread.sleep(10);
    }
  }

  private static void stop(Process process) throws InterruptedException {
    process.destroy();
    if (!process.waitFor(40, TimeUnit.SECONDS)) {
      process.destroyForcibly();
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  // -- reading

  private void readPages() throws Exception {
    List<Path> pages;
    try (Stream<Path> files = Files.walk(folder, 2)) {
      pages = files.filter(f -> f.getFileName().toString().matches(".*-p1\\.(png|jpg)")).sorted().toList();
    }
    Browser kiosk = new Browser(kioskPort);
    read(kiosk, pages.getLast());
    List<Long> firsts = new ArrayList<>();
    List<Long> times = new ArrayList<>();
    for (int i = 0; i < READINGS; i++) {
      kiosk = new Browser(kioskPort);
      Reading reading = read(kiosk, pages.get(i % pages.size()));
      firsts.add(reading.firstMs());
      times.add(reading.allMs());
    }
    row("scan → first values shown (%d pages)".formatted(READINGS), spread(firsts));
    row("scan → values shown, 3 people, office quality (%d pages)".formatted(READINGS), spread(times));
    time(kiosk, "kiosk /t/" + TOWN, "/t/" + TOWN);
    time(kiosk, "kiosk /scan", "/scan");
    time(kiosk, "kiosk /check", "/check");
    handIn(kiosk);
    timeDesk();
  }

  /// How long after a page was laid its first value stood on the kiosk's screen, and all values.
  private record Reading(long firstMs, long allMs) {}

  /// Lays a page and watches the page that shows how far it is, as a kiosk does.
  private static Reading read(Browser kiosk, Path page) throws Exception {
    kiosk.post("/start", Map.of("town", TOWN, "procedure", "moving_in"));
    String csrf = form(kiosk.get("/scan"), "/scan").get("csrf");
    byte[] bytes = Files.readAllBytes(page);
    long began = System.nanoTime();
    expect(303, kiosk.upload("/scan", csrf, bytes));
    expect(303, kiosk.post("/scan/done", Map.of("csrf", csrf)));
    expect(200, kiosk.get("/reading"));
    long firstMs = -1;
    try (Stream<String> lines = kiosk.listen("/events/reading")) {
      for (String line : (Iterable<String>) lines::iterator) {
        if (firstMs < 0 && line.contains("found-value")) {
          firstMs = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began);
        }
        if (line.contains("data-finished=\"true\"")) {
          break;
        }
      }
    }
    Answer check = kiosk.get("/check");
    expect(200, check);
    if (!check.text().contains("members[0].name")) {
      throw new IllegalStateException("nothing was read from " + page);
    }
    return new Reading(firstMs, TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began));
  }

  private void handIn(Browser kiosk) throws Exception {
    time(kiosk, "kiosk /questions", "/questions");
    LocalDate movedOn = LocalDate.now(ZoneId.of("Asia/Tokyo")).minusDays(2);
    Map<String, String> answers = form(kiosk.get("/questions"), "/questions");
    answers.putAll(
        Map.of(
            "address", "架空町本町１番地２",
            "moved_on_year", "" + movedOn.getYear(),
            "moved_on_month", "" + movedOn.getMonthValue(),
            "moved_on_day", "" + movedOn.getDayOfMonth(),
            "phone", "000-0000-0000",
            "head", "member:0",
            "role", "SELF",
            "notifier", "member:0"));
    expect(303, kiosk.post("/questions", answers));
    time(kiosk, "kiosk /certificates", "/certificates");
    Map<String, String> wishes = form(kiosk.get("/certificates"), "/certificates");
    wishes.replaceAll((name, value) -> name.equals("copies.resident_record_copy") ? "1" : value);
    expect(303, kiosk.post("/certificates", wishes));
    time(kiosk, "kiosk /sign", "/sign");
    expect(303, kiosk.post("/sign/paper", form(kiosk.get("/sign"), "/sign/paper")));
    time(kiosk, "kiosk /slip", "/slip");
  }

  private void timeDesk() throws Exception {
    Browser clerk = new Browser(deskPort);
    Matcher code = Pattern.compile("確認コード：(\\d{6})").matcher(clerk.get("/login").text());
    if (!code.find()) {
      throw new IllegalStateException("the sign-in page shows no code");
    }
    expect(
        303,
        clerk.post(
            "/login",
            Map.of("account", TOWN + "-mihon", "password", WORD, "code", code.group(1))));
    time(clerk, "desk list", "/");
    Matcher first = Pattern.compile("href=\"(/cases/[^\"]+)\"").matcher(clerk.get("/").text());
    if (first.find()) {
      time(clerk, "desk case", first.group(1));
    }
  }

  private static void time(Browser browser, String name, String path) throws Exception {
    List<Long> micros = new ArrayList<>();
    for (int i = 0; i < TIMES; i++) {
      long began = System.nanoTime();
      expect(200, browser.get(path));
      micros.add((System.nanoTime() - began) / 1_000);
    }
    micros.sort(null);
    row("%s, median of %d".formatted(name, TIMES), "%.1f ms".formatted(micros.get(TIMES / 2) / 1000.0));
  }

  // -- memory

  private void tellMemory(Process desk) throws IOException {
    long deskKb = 0;
    long readerKb = 0;
    long postgresKb = 0;
    for (ProcessHandle each : Stream.concat(Stream.of(desk.toHandle()), desk.descendants()).toList()) {
      Path proc = Path.of("/proc", "" + each.pid());
      String command = Files.readString(proc.resolve("cmdline")).replace('\0', ' ');
      if (command.startsWith("postgres:") || command.contains("/postgres ")) {
        postgresKb += kilobytes(proc.resolve("smaps_rollup"), "Pss:");
      } else if (command.contains("jp.frontdesk.Main reader")) {
        readerKb += kilobytes(proc.resolve("status"), "VmRSS:");
      } else {
        deskKb += kilobytes(proc.resolve("status"), "VmRSS:");
      }
    }
    row(
        "idle memory after %d readings, desk + one reader process (RSS)".formatted(READINGS + 1),
        "%d + %d = %d MB".formatted(deskKb / 1024, readerKb / 1024, (deskKb + readerKb) / 1024));
    row("beside it PostgreSQL (PSS of its processes)", postgresKb / 1024 + " MB");
  }

  private static long kilobytes(Path file, String name) throws IOException {
    return Files.readAllLines(file).stream()
        .filter(line -> line.startsWith(name))
        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
        .sum();
  }

  // -- telling

  private static String spread(List<Long> times) {
    List<Long> sorted = times.stream().sorted().toList();
    return "median %s (%s to %s)"
        .formatted(ms(sorted.get(sorted.size() / 2)), ms(sorted.getFirst()), ms(sorted.getLast()));
  }

  private static String ms(long value) {
    return "%.2f s".formatted(value / 1000.0);
  }

  private static void row(String what, String value) {
    System.out.println("| " + what + " | " + value + " |");
  }

  private static void expect(int status, Answer answer) {
    if (answer.status() != status) {
      throw new IllegalStateException(
          "expected " + status + ", got " + answer.status() + " " + answer.location() + " " + answer.text());
    }
  }

  /// What the form posting to a path would send as it stands.
  private static Map<String, String> form(Answer page, String action) {
    Map<String, String> values = new LinkedHashMap<>();
    String html = page.text();
    int start = html.indexOf("action=\"" + action + "\"");
    String form = html.substring(start, html.indexOf("</form>", start));
    Matcher field = Pattern.compile("<(input|select|textarea)\\b([^>]*)>").matcher(form);
    while (field.find()) {
      String tag = field.group(2);
      boolean isUnchecked = tag.matches("(?s).*type=\"(radio|checkbox)\".*") && !tag.contains("checked");
      if (!attribute(tag, "name").isEmpty() && !isUnchecked && !attribute(tag, "type").equals("file")) {
        values.put(
            attribute(tag, "name"),
            field.group(1).equals("select") ? chosen(form.substring(field.end())) : attribute(tag, "value"));
      }
    }
    return values;
  }

  private static String chosen(String options) {
    String ofThis = options.substring(0, options.indexOf("</select>"));
    Matcher option = Pattern.compile("<option([^>]*\\bselected\\b[^>]*)>").matcher(ofThis);
    return option.find() ? attribute(option.group(1), "value") : "";
  }

  private static String attribute(String tag, String name) {
    Matcher found = Pattern.compile("\\b" + name + "=\"([^\"]*)\"").matcher(tag);
    return found.find() ? found.group(1).replace("&quot;", "\"").replace("&#39;", "'").replace("&amp;", "&") : "";
  }

  /// Keeps cookies, follows nothing.
  private static final class Browser {
    private final URI base;
    private final HttpClient client =
        HttpClient.newBuilder()
            .cookieHandler(new CookieManager())
            .version(HttpClient.Version.HTTP_1_1)
            .build();

    Browser(int port) {
      base = URI.create("http://127.0.0.1:" + port);
    }

    Answer get(String path) throws IOException, InterruptedException {
      return send(HttpRequest.newBuilder(base.resolve(path)).GET());
    }

    /// The lines of a stream of events as they come.
    Stream<String> listen(String path) throws IOException, InterruptedException {
      HttpRequest request = HttpRequest.newBuilder(base.resolve(path)).GET().build();
      return client.send(request, HttpResponse.BodyHandlers.ofLines()).body();
    }

    Answer post(String path, Map<String, String> values) throws IOException, InterruptedException {
      List<String> parts = new ArrayList<>();
      values.forEach((name, value) ->
          parts.add(name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8)));
      return send(
          HttpRequest.newBuilder(base.resolve(path))
              .header("Content-Type", "application/x-www-form-urlencoded")
              .POST(HttpRequest.BodyPublishers.ofString(String.join("&", parts))));
    }

    Answer upload(String path, String csrf, byte[] file) throws IOException, InterruptedException {
      ByteArrayOutputStream body = new ByteArrayOutputStream();
      body.writeBytes(
          ("--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"csrf\"\r\n\r\n" + csrf
                  + "\r\n--" + BOUNDARY
                  + "\r\nContent-Disposition: form-data; name=\"page\"; filename=\"p\"\r\n"
                  + "Content-Type: application/octet-stream\r\n\r\n")
              .getBytes(StandardCharsets.UTF_8));
      body.writeBytes(file);
      body.writeBytes(("\r\n--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.UTF_8));
      return send(
          HttpRequest.newBuilder(base.resolve(path))
              .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
              .POST(HttpRequest.BodyPublishers.ofByteArray(body.toByteArray())));
    }

    private Answer send(HttpRequest.Builder request) throws IOException, InterruptedException {
      HttpResponse<String> answer =
          client.send(request.build(), HttpResponse.BodyHandlers.ofString());
      return new Answer(
          answer.statusCode(), answer.headers().firstValue("Location").orElse(""), answer.body());
    }
  }
}
