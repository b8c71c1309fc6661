import io.vertx.core.Vertx;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import jp.frontdesk.cases.MovingInRecord;
import jp.frontdesk.kernel.CaseId;
import jp.frontdesk.registry.CsvConnector;
import jp.frontdesk.registry.PushOutcome;
import jp.frontdesk.registry.RegistryConfig;
import jp.frontdesk.registry.RegistryRecord;
import jp.frontdesk.registry.RegistrySimulator;
import jp.frontdesk.registry.RegistryTarget;
import jp.frontdesk.registry.RestConnector;
import jp.frontdesk.review.Confirmed;
import jp.frontdesk.review.SampleHousehold;

/// Measures how fast confirmed records leave for the registry. Started by `scripts/bench registry`
/// with a scratch folder and the number of records.
final class BenchRegistry {
  private static final Path HOUSEHOLD = Path.of("templates/households/family-of-four.yaml");
  private static final Path MAPPING = Path.of("kiosk-config/common/registry-csv.yaml");
  private static final int BATCH = 1_000;
  private static final int AT_ONCE = 32;

  private final Path folder;
  private final int records;
  private final RegistryRecord sample;

  public static void main(String[] args) throws Exception {
    BenchRegistry bench = new BenchRegistry(Path.of(args[0]), Integer.parseInt(args[1]));
    System.out.println("| what | measured | goal |\n|---|---|---|");
    bench.measureBatches();
    bench.measureSingleFiles();
    bench.measureRest();
    System.exit(0);
  }

  private BenchRegistry(Path folder, int records) {
    this.folder = folder;
    this.records = records;
    Confirmed<MovingInRecord> household =
        switch (SampleHousehold.read(HOUSEHOLD)) {
          case SampleHousehold.Outcome.Read(var _, Confirmed<MovingInRecord> read) -> read;
          case SampleHousehold.Outcome.Faulty(List<String> faults) ->
              throw new IllegalStateException(String.join("; ", faults));
        };
    this.sample = RegistryRecord.of(household);
  }

  private RegistryRecord record(int number) {
    CaseId id = new CaseId(new UUID(0x4000L, number));
    String json = sample.json().replace(sample.caseId().toString(), id.toString());
    return new RegistryRecord(sample.town(), id, 1, json);
  }

  private CsvConnector csv(String name) throws IOException {
    Path town = Files.createDirectories(folder.resolve(name));
    Files.copy(MAPPING, town.resolve("columns.yaml"));
    Files.writeString(
        town.resolve("registry.yaml"),
        "kind: csv\nfolder: " + town.resolve("drop") + "\nmapping: columns.yaml\nresult_poll_s: 1\n");
    return switch (RegistryConfig.load(town)) {
      case RegistryConfig.Loaded.Target(RegistryTarget target) -> new CsvConnector(target);
      case RegistryConfig.Loaded.Faulty(List<String> faults) ->
          throw new IllegalStateException(String.join("; ", faults));
    };
  }

  private void measureBatches() throws IOException {
    CsvConnector connector = csv("batches");
    IntConsumer handOver =
        first -> {
          List<RegistryRecord> batch = new ArrayList<>();
          for (int i = first; i < first + BATCH; i++) {
            batch.add(record(i));
          }
          connector.push("batch-" + first, batch).forEach(BenchRegistry::mustWait);
        };
    for (int first = 0; first < 10 * BATCH; first += BATCH) {
      handOver.accept(first - 1_000_000); // warms up
    }
    long before = liveHeapMb();
    long start = System.nanoTime();
    for (int first = 0; first < records; first += BATCH) {
      handOver.accept(first);
    }
    row("households of four through files of 1,000", rate(records, start), "5,000 a second");
    row("live heap before / after %,d".formatted(records), before + " / " + liveHeapMb() + " MB", "flat");
  }

  private void measureSingleFiles() throws IOException {
    CsvConnector connector = csv("single");
    int count = Math.max(1, records / 20);
    long start = System.nanoTime();
    for (int i = 0; i < count; i++) {
      mustWait(connector.push(record(i), false));
    }
    row("one file a household, as the desk hands them over", rate(count, start), "");
  }

  private void measureRest() throws Exception {
    Vertx vertx = Vertx.vertx();
    RegistrySimulator registry =
        RegistrySimulator.start(vertx, 0, folder.resolve("registry"), false, InstantSource.system());
    RestConnector connector =
        new RestConnector(
            vertx,
            new RegistryTarget(
                RegistryTarget.Kind.REST,
                URI.create("http://127.0.0.1:" + registry.port() + "/api"),
                Duration.ofSeconds(30)));
    pushAll(connector, 1_000_000, 500); // warms up
    int count = Math.max(1, records / 20);
    long start = System.nanoTime();
    pushAll(connector, 0, count);
    row("through REST to the simulator, posted and read back", rate(count, start), "300 a second");
    connector.close();
    registry.close();
  }

  private void pushAll(RestConnector connector, int first, int count) throws InterruptedException {
    Semaphore free = new Semaphore(AT_ONCE);
    AtomicInteger accepted = new AtomicInteger();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = first; i < first + count; i++) {
        int number = i;
        free.acquire();
        threads.execute(
            () -> {
              try {
                if (connector.push(record(number), false) instanceof PushOutcome.Accepted) {
                  accepted.incrementAndGet();
                }
              } finally {
                free.release();
              }
            });
      }
    }
    if (accepted.get() != count) {
      throw new IllegalStateException(accepted.get() + " of " + count + " were accepted");
    }
  }

  private static void mustWait(PushOutcome outcome) {
    if (!(outcome instanceof PushOutcome.Unreachable(var _, PushOutcome.Cause cause))
        || cause != PushOutcome.Cause.RESULT_PENDING) {
      throw new IllegalStateException("not handed over: " + outcome);
    }
  }

  private static String rate(int count, long startNs) {
    double seconds = (System.nanoTime() - startNs) / (double) TimeUnit.SECONDS.toNanos(1);
    return "%,.0f a second".formatted(count / seconds);
  }

  private static long liveHeapMb() {
    System.gc();
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() >> 20;
  }

  private static void row(String what, String measured, String goal) {
    System.out.println("| " + what + " | " + measured + " | " + goal + " |");
  }
}
