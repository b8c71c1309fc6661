package jp.frontdesk.platform;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.DeploymentOptions;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.ThreadingModel;
import io.vertx.core.VerticleBase;
import io.vertx.core.http.HttpServer;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WebFloorIT {
  private static final Secret SESSION = new Secret("session-of-a-test");

  private final Metrics metrics = new Metrics();
  private final Drain drain = new Drain();
  private final AtomicBoolean isDatabaseGood = new AtomicBoolean(true);
  private final BlockingQueue<Sse> streams = new LinkedBlockingQueue<>();
  private final StaticFiles files = StaticFiles.load();
  private final HttpClient browser = TestHttp.newClient();
  private final Site site = new Site();
  private String deployment = "";

  @BeforeEach
  void deploy() {
    deployment =
        TestDatabase.vertx()
            .deployVerticle(
                site, new DeploymentOptions().setThreadingModel(ThreadingModel.VIRTUAL_THREAD))
            .await();
  }

  @AfterEach
  void undeploy() {
    Void _ = TestDatabase.vertx().undeploy(deployment).await();
    browser.close();
    metrics.close();
  }

  @Test
  void everyAnswerHasItsOwnNonceAndIsNotKept() throws Exception {
    HttpResponse<String> first = get("/nonce");
    HttpResponse<String> second = get("/nonce");

    assertThat(header(first, "Content-Security-Policy"))
        .contains("default-src 'none'", "script-src 'nonce-" + first.body() + "'");
    assertThat(first.body()).hasSize(22).isNotEqualTo(second.body());
    assertThat(header(first, "Cache-Control")).isEqualTo("no-store");
    assertThat(header(first, "X-Content-Type-Options")).isEqualTo("nosniff");
    assertThat(header(first, "Referrer-Policy")).isEqualTo("no-referrer");
  }

  @Test
  void whatBreaksIsShownInJapaneseWithTheRequestsIdAndNothingOfTheCause() throws Exception {
    HttpResponse<String> answer = get("/broken");

    assertThat(answer.statusCode()).isEqualTo(500);
    assertThat(answer.body())
        .contains("うまくいきませんでした", "お問い合わせ番号", "/assets/error.")
        .doesNotContain("見本", "Exception");
    assertThat(header(answer, "Content-Security-Policy")).contains("default-src 'none'");
  }

  @Test
  void aFullLineOfWorkersAsksToTryAgain() throws Exception {
    HttpResponse<String> answer = get("/busy");

    assertThat(answer.statusCode()).isEqualTo(503);
    assertThat(header(answer, "Retry-After")).isEqualTo("5");
    assertThat(answer.body()).contains("混み合っています");
  }

  @Test
  void anAddressThatDoesNotExistIsAPageToo() throws Exception {
    assertThat(get("/nowhere").statusCode()).isEqualTo(404);
    assertThat(get("/nowhere").body()).contains("この画面はありません");
    assertThat(get("/assets/../logback.xml").statusCode()).isEqualTo(404);
  }

  @Test
  void aFileIsKeptForEverUnderItsHashAndAskedAboutUnderItsName() throws Exception {
    HttpResponse<String> hashed = get(files.url("live.js"));
    HttpResponse<String> named = get("/assets/error.css");
    HttpResponse<String> again =
        send(request("/assets/error.css").header("If-None-Match", header(named, "ETag")).GET());

    assertThat(hashed.statusCode()).isEqualTo(200);
    assertThat(header(hashed, "Cache-Control")).contains("immutable");
    assertThat(header(hashed, "Content-Type")).startsWith("text/javascript");
    assertThat(hashed.body()).contains("EventSource");
    assertThat(header(named, "Cache-Control")).isEqualTo("no-cache");
    assertThat(again.statusCode()).isEqualTo(304);
  }

  @Test
  void aFormWithoutTheTokenOrFromElsewhereIsRefused() throws Exception {
    String token = Csrf.tokenFor(SESSION);

    assertThat(post("csrf=" + token, "same-origin")).isEqualTo(200);
    assertThat(post("csrf=" + token, "cross-site")).isEqualTo(403);
    assertThat(post("csrf=wrong", "same-origin")).isEqualTo(403);
    assertThat(post("other=1", "same-origin")).isEqualTo(403);
  }

  @Test
  void anEventReachesTheBrowserAndAClosedBrowserIsNoticed() throws Exception {
    HttpResponse<InputStream> answer =
        browser.send(request("/events").GET().build(), BodyHandlers.ofInputStream());
    Sse stream = streams.poll(5, TimeUnit.SECONDS);
    assertThat(stream).isNotNull();
    AtomicBoolean isClosed = new AtomicBoolean();
    stream.onClose(() -> isClosed.set(true));

    stream.send("paid", "one\ntwo");

    assertThat(header(answer, "Content-Type")).startsWith("text/event-stream");
    BufferedReader reader =
        new BufferedReader(new InputStreamReader(answer.body(), StandardCharsets.UTF_8));
    assertThat(List.of(reader.readLine(), reader.readLine())).containsExactly("retry: 2000", "");
    assertThat(List.of(reader.readLine(), reader.readLine(), reader.readLine()))
        .containsExactly("event: paid", "data: one", "data: two");
    stream.close();
    assertThat(reader.readLine()).isEmpty();
    assertThat(reader.readLine()).isNull();
    assertThat(isClosed).isTrue();
    assertThat(stream.isOpen()).isFalse();
  }

  @Test
  void aDatabaseThatWentAwayAsksToTryTheSamePageAgain() throws Exception {
    HttpResponse<String> answer = get("/away");

    assertThat(answer.statusCode()).isEqualTo(503);
    assertThat(header(answer, "Retry-After")).isEqualTo("5");
    assertThat(answer.body()).contains("少し待ってから", "href=\"/away\"");
  }

  @Test
  void aHandlerWhoseWaitTookTooLongCanWaitAgain() throws Exception {
    assertThat(get("/patient").body()).isEqualTo("waited again");
    assertThat(get("/patient").body()).isEqualTo("waited again");
  }

  @Test
  void readyFollowsItsChecksAndTheStop() throws Exception {
    assertThat(get("/health/live").body()).isEqualTo("live\n");
    assertThat(get("/health/ready").body()).isEqualTo("database ok\n");

    isDatabaseGood.set(false);
    assertThat(get("/health/ready").statusCode()).isEqualTo(503);
    assertThat(get("/health/ready").body()).isEqualTo("database down\n");

    isDatabaseGood.set(true);
    drain.run();
    assertThat(get("/health/ready").statusCode()).isEqualTo(503);
  }

  @Test
  void metricsCountRequestsByRouteAndNotByAddress() throws Exception {
    assertThat(get("/case/personal-words").statusCode()).isEqualTo(200);

    String metrics = get("/metrics").body();

    assertThat(metrics)
        .contains("frontdesk_requests_seconds_count", "route=\"/case/:id\"", "jvm_memory_used")
        .doesNotContain("personal-words");
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + site.port() + path))
        .timeout(Duration.ofSeconds(10));
  }

  private HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return send(request(path).GET());
  }

  private int post(String form, String from) throws IOException, InterruptedException {
    return send(request("/form")
            .header("Content-Type", "application/x-www-form-urlencoded")
            .header("Sec-Fetch-Site", from)
            .POST(HttpRequest.BodyPublishers.ofString(form)))
        .statusCode();
  }

  private HttpResponse<String> send(HttpRequest.Builder request)
      throws IOException, InterruptedException {
    return browser.send(request.build(), BodyHandlers.ofString());
  }

  private static String header(HttpResponse<?> response, String name) {
    return response.headers().firstValue(name).orElse("");
  }

  /// A small site that stands on the floor.
  private final class Site extends VerticleBase {
    private final BlockingQueue<HttpServer> servers = new LinkedBlockingQueue<>();

    int port() {
      return servers.element().actualPort();
    }

    @Override
    public Future<?> start() {
      Router router = Router.router(vertx);
      router.route().handler(new Requests("test", metrics));
      router.route().handler(BodyHandler.create(false));
      router.get("/nonce").handler(context -> context.end(Requests.nonceOf(context)));
      router.get("/case/:id").handler(context -> context.end("case"));
      router
          .get("/broken")
          .handler(context -> {
            throw new IllegalStateException("見本　太郎");
          });
      router.get("/busy").handler(context -> busy());
      router
          .get("/away")
          .handler(context -> {
            throw new Database.AwayException(new IOException("cut"));
          });
      router.get("/patient").handler(WebFloorIT::patient);
      router.get("/events").handler(context -> streams.add(Sse.open(context)));
      router
          .post("/form")
          .handler(context -> {
            if (Csrf.isFromOurPage(context, SESSION)) {
              context.end("taken");
            } else {
              context.fail(403);
            }
          });
      files.mount(router);
      new HealthRoutes(
              metrics, drain, List.of(new HealthRoutes.Check("database", isDatabaseGood::get)))
          .mount(router);
      new ErrorPages(new Pages(), files).mount(router);
      return WebServer.create(vertx, 0)
          .requestHandler(router)
          .listen(0, "127.0.0.1")
          .onSuccess(servers::add);
    }
  }

  private static void patient(RoutingContext context) {
    Promise<Void> never = Promise.promise();
    try {
      TimedWait.await(never.future(), Duration.ofMillis(20));
    } catch (TimeoutException asMeant) {
      Void _ = context.vertx().timer(20, TimeUnit.MILLISECONDS).await();
      never.complete();
      Void _ = context.end("waited again").await();
    }
  }

  private static void busy() {
    try (Workers workers = new Workers("test", 1, 1, Duration.ofSeconds(10))) {
      for (int i = 0; i < 10; i++) {
        Future<Boolean> work = workers.run(() -> new CountDownLatch(1).await(1, TimeUnit.SECONDS));
        if (work.failed()) {
          boolean _ = work.await();
        }
      }
    }
  }
}
