package jp.frontdesk.registry;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import jp.frontdesk.cases.MovingInRecord;
import jp.frontdesk.platform.TestDatabase;
import jp.frontdesk.platform.TestHttp;
import jp.frontdesk.review.Confirmed;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

class RegistryDispatcherIT {
  @TempDir private Path folder = Path.of(".");
  private final OutboxDesk desk = new OutboxDesk();
  private final ListAppender<ILoggingEvent> logged = new ListAppender<>();
  private final List<AutoCloseable> open = new ArrayList<>();

  @BeforeEach
  void listenToTheLog() {
    logged.start();
    ((Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME)).addAppender(logged);
  }

  @AfterEach
  void noNameIsInTheLogAndAllIsClosed() throws Exception {
    desk.close();
    for (AutoCloseable each : open.reversed()) {
      each.close();
    }
    ((Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME)).detachAppender(logged);
    assertThat(List.copyOf(logged.list))
        .extracting(event -> event.getFormattedMessage() + event.getThrowableProxy())
        .noneMatch(line -> line.contains("見本印"));
  }

  @Test
  void aConfirmedRecordStandsInTheRegistryOnceAndTheCaseIsToldItsReceipt() throws Exception {
    RegistrySimulator registry = simulator(0);
    desk.confirm(Households.couple(1));

    var _ = desk.dispatch(registry.port());

    OutboxDesk.await(() -> desk.told().size() == 1);
    assertThat(desk.told().getFirst())
        .isEqualTo(Households.couple(1).value().caseId() + " accepted 999997-000001");
    assertThat(entries(registry.port()))
        .singleElement()
        .satisfies(entry -> {
          assertThat(entry.at("/record/世帯主氏名").asText()).isEqualTo("見本印00001　一夫");
          assertThat(entry.path("times_received").asInt()).isEqualTo(1);
        });
    assertThat(backlog()).isEqualTo(new Backlog(0, 0, 0, Optional.empty()));
  }

  @Test
  void whateverIsDroppedDelayedFailedOrAnsweredTwiceEveryRecordIsThereOnceWithItsOwnValues()
      throws Exception {
    RegistrySimulator registry = simulator(0);
    List<SimulatorFaults> faults =
        List.of(
            new SimulatorFaults(0, 4, 0, 0, false),
            new SimulatorFaults(1_000, 0, 0, 0, false),
            new SimulatorFaults(0, 0, 4, 0, false),
            new SimulatorFaults(0, 0, 0, 4, false),
            new SimulatorFaults(0, 2, 2, 2, true));
    int number = 0;

    var _ = desk.dispatch(registry.port());
    for (SimulatorFaults fault : faults) {
      registry.setFaults(fault);
      for (int i = 0; i < 5; i++) {
        desk.confirm(Households.couple(++number));
      }
      int sent = number;
      OutboxDesk.await(() -> desk.states().size() == sent);
      pause(400);
      registry.setFaults(SimulatorFaults.NONE);
      OutboxDesk.await(() -> desk.allAre("ACCEPTED"));
    }

    assertEachStandsOnce(registry.port(), number);
  }

  @Test
  void aDispatcherKilledBetweenSendingAndCommittingFindsTheRecordByItsKey() throws Exception {
    RegistrySimulator registry = simulator(0);
    AtomicInteger deaths = new AtomicInteger();
    desk.confirm(Households.couple(1));

    var _ =
        desk.dispatch(
            registry.port(),
            (connection, town, caseId, outcome) -> {
              if (deaths.incrementAndGet() <= 2) {
                throw new IllegalStateException("killed before the commit");
              }
              OutboxDesk.tell(connection, town, caseId, outcome);
            });

    OutboxDesk.await(() -> desk.told().size() == 1);
    assertThat(deaths).hasValue(3);
    assertThat(entries(registry.port()))
        .singleElement()
        .satisfies(entry -> assertThat(entry.path("times_received").asInt()).isEqualTo(1));
  }

  @Test
  void twoDispatchersAtOnceSendNothingTwice() throws Exception {
    RegistrySimulator registry = simulator(0);

    var _ = desk.dispatch(registry.port());
    var _ = desk.dispatch(registry.port());
    IntStream.rangeClosed(1, 40).forEach(i -> desk.confirm(Households.couple(i)));

    OutboxDesk.await(() -> desk.states().size() == 40 && desk.allAre("ACCEPTED"));
    assertEachStandsOnce(registry.port(), 40);
    assertThat(entries(registry.port()))
        .allSatisfy(entry -> assertThat(entry.path("times_received").asInt()).isEqualTo(1));
  }

  @Test
  void aRefusedRecordGoesBackWithWordsAndTheCorrectedVersionFollows() throws Exception {
    RegistrySimulator registry = simulator(0);
    Confirmed<MovingInRecord> wrong = Households.withTwoHeads(1);
    desk.confirm(wrong);

    var _ = desk.dispatch(registry.port());
    OutboxDesk.await(() -> desk.told().size() == 1);

    assertThat(desk.told().getFirst())
        .endsWith(" refused invalid_entry 世帯主が二人以上います。世帯主は一人にしてください。");
    assertThat(desk.states()).containsExactly("REFUSED");
    assertThat(entries(registry.port())).isEmpty();

    desk.confirmAgain(Households.couple(1), 4);
    OutboxDesk.await(() -> desk.told().size() == 2);
    assertThat(desk.states()).containsExactly("REFUSED", "ACCEPTED");
    assertThat(entries(registry.port())).hasSize(1);
  }

  @Test
  void aLaterVersionWaitsUntilTheEarlierOneIsSettled() throws Exception {
    RegistrySimulator registry = simulator(0);
    registry.setFaults(new SimulatorFaults(0, 0, -1, 0, false));
    desk.confirm(Households.withTwoHeads(1));
    desk.confirmAgain(Households.couple(1), 4);

    var _ = desk.dispatch(registry.port());
    OutboxDesk.await(() -> desk.told().size() == 1);
    registry.setFaults(SimulatorFaults.NONE);
    pause(500);
    assertThat(desk.states()).containsExactly("SET_ASIDE", "WAITING");

    boolean isTakenUp =
        desk.database.inTown(
            OutboxDesk.TOWN,
            connection ->
                desk.store.requeue(
                    connection, OutboxDesk.TOWN, Households.couple(1).value().caseId()));
    assertThat(isTakenUp).isTrue();
    OutboxDesk.await(() -> desk.states().equals(List.of("REFUSED", "ACCEPTED")));
    assertThat(entries(registry.port())).hasSize(1);
  }

  @Test
  void aRecordTheRegistryKeepsFailingOnIsSetAsideAndTakenUpAgainOnRequest() throws Exception {
    RegistrySimulator registry = simulator(0);
    registry.setFaults(new SimulatorFaults(0, 0, -1, 0, false));
    desk.confirm(Households.couple(1));

    var _ = desk.dispatch(registry.port());
    OutboxDesk.await(() -> desk.told().size() == 1);
    assertThat(desk.told().getFirst()).endsWith(" set aside");
    assertThat(desk.states()).containsExactly("SET_ASIDE");

    registry.setFaults(SimulatorFaults.NONE);
    boolean isTakenUp =
        desk.database.inTown(
            OutboxDesk.TOWN,
            connection ->
                desk.store.requeue(
                    connection, OutboxDesk.TOWN, Households.couple(1).value().caseId()));
    assertThat(isTakenUp).isTrue();
    OutboxDesk.await(() -> desk.allAre("ACCEPTED"));
    assertEachStandsOnce(registry.port(), 1);
  }

  @Test
  void aRegistryThatIsDownForLongSetsNothingAsideAndThenTakesEverythingOldestFirst()
      throws Exception {
    RegistrySimulator registry = simulator(0);
    registry.setFaults(new SimulatorFaults(0, 0, 0, 0, true));
    RegistryDispatcher dispatcher = desk.dispatch(registry.port());
    IntStream.rangeClosed(1, 30).forEach(i -> desk.confirm(Households.couple(i)));

    OutboxDesk.await(() -> dispatcher.townsDown().contains(OutboxDesk.TOWN));
    pause(3_000);
    assertThat(backlog().waiting()).isEqualTo(30);
    assertThat(backlog().setAside()).isZero();
    assertThat(backlog().oldestSince()).isPresent();

    registry.setFaults(SimulatorFaults.NONE);
    OutboxDesk.await(() -> desk.allAre("ACCEPTED"));
    assertEachStandsOnce(registry.port(), 30);
    assertThat(dispatcher.townsDown()).isEmpty();
  }

  @Test
  void aRegistryKilledAgainAndAgainHoldsEveryRecordOnce() throws Exception {
    SimulatorProcess registry = SimulatorProcess.start(0, folder);
    open.add(() -> registry.kill());
    int port = registry.port();
    var _ = desk.dispatch(port);

    SimulatorProcess running = registry;
    for (int round = 0; round < 4; round++) {
      int from = round * 10;
      IntStream.rangeClosed(from + 1, from + 10).forEach(i -> desk.confirm(Households.couple(i)));
      pause(60L * round);
      running.kill();
      running = SimulatorProcess.start(port, folder);
      SimulatorProcess last = running;
      open.add(() -> last.kill());
    }

    OutboxDesk.await(() -> desk.states().size() == 40 && desk.allAre("ACCEPTED"));
    assertEachStandsOnce(port, 40);
  }

  private RegistrySimulator simulator(int port) throws IOException {
    RegistrySimulator simulator =
        RegistrySimulator.start(TestDatabase.vertx(), port, folder, true, InstantSource.system());
    open.add(simulator);
    return simulator;
  }

  private void assertEachStandsOnce(int port, int count) throws Exception {
    List<JsonNode> entries = entries(port);
    assertThat(entries).hasSize(count);
    for (int number = 1; number <= count; number++) {
      Confirmed<MovingInRecord> couple = Households.couple(number);
      String json = RegistryRecord.of(couple).json();
      String reception = couple.value().receptionNumber();
      assertThat(entries)
          .filteredOn(entry -> entry.at("/record/受付番号").asText().equals(reception))
          .singleElement()
          .satisfies(entry -> assertThat(entry.path("record").toString()).isEqualTo(json));
      String caseId = couple.value().caseId().toString();
      assertThat(desk.told()).filteredOn(line -> line.startsWith(caseId + " accepted ")).hasSize(1);
    }
  }

  private static List<JsonNode> entries(int port) throws Exception {
    try (HttpClient client = TestHttp.newClient()) {
      URI uri = URI.create("http://127.0.0.1:" + port + SimulatorRoutes.ENTRIES);
      HttpResponse<byte[]> response =
          client.send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofByteArray());
      List<JsonNode> entries = new ArrayList<>();
      new ObjectMapper().readTree(response.body()).forEach(entries::add);
      return entries;
    }
  }

  /// Lets time pass while nothing may happen.
  private static void pause(long ms) throws InterruptedException {
    boolean _ = new Semaphore(0).tryAcquire(ms, TimeUnit.MILLISECONDS);
  }

  private Backlog backlog() {
    return desk.database.inTown(
        OutboxDesk.TOWN, connection -> desk.store.backlog(connection, OutboxDesk.TOWN));
  }
}
