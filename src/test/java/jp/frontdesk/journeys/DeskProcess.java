package jp.frontdesk.journeys;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import java.util.stream.Stream;
import jp.frontdesk.platform.TestHttp;

/// A desk as a process of its own on a data folder, with the embedded database and real reader
/// processes, to be killed at any moment and started again.
final class DeskProcess implements AutoCloseable {
  private static final long START_MS = 90_000;

  private final Path data;
  private final Map<String, String> settings = new HashMap<>();
  private final int kioskPort = freePort();
  private final int deskPort = freePort();
  private final int operationsPort = freePort();
  private final HttpClient client = TestHttp.newClient();
  private final Set<ProcessHandle> seenReaders = new HashSet<>();
  private Optional<Process> process = Optional.empty();

  /// @param data kept over restarts
  DeskProcess(Path data, Map<String, String> moreSettings) {
    this.data = data;
    settings.put("FRONTDESK_DATA_DIR", data.resolve("data").toString());
    settings.put("FRONTDESK_KIOSK_PORT", Integer.toString(kioskPort));
    settings.put("FRONTDESK_DESK_PORT", Integer.toString(deskPort));
    settings.put("FRONTDESK_OPERATIONS_PORT", Integer.toString(operationsPort));
    settings.put("FRONTDESK_DEMO", "true");
    settings.putAll(moreSettings);
  }

  static int freePort() {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  int deskPort() {
    return deskPort;
  }

  URI kiosk() {
    return URI.create("http://127.0.0.1:" + kioskPort);
  }

  URI desk() {
    return URI.create("http://127.0.0.1:" + deskPort);
  }

  /// Health and metrics.
  URI operations() {
    return URI.create("http://127.0.0.1:" + operationsPort);
  }

  /// Adds a setting before a start.
  void set(String name, String value) {
    settings.put(name, value);
  }

  /// Starts and waits until it is ready.
  ///
  /// @return how long that took, in ms
  long start() {
    long began = System.nanoTime();
    try {
      Files.createDirectories(data);
      ProcessBuilder builder =
          new ProcessBuilder(
              Path.of(System.getProperty("java.home"), "bin", "java").toString(),
              "-Xmx300m",
              "-XX:+UseSerialGC",
              "-XX:TieredStopAtLevel=1",
              "-Dlogback.configurationFile=" + Path.of("src/main/resources/logback.xml"),
              "--enable-native-access=ALL-UNNAMED",
              "-cp",
              System.getProperty("java.class.path"),
              "jp.frontdesk.Main",
              "serve");
      builder.environment().putAll(settings);
      builder.redirectErrorStream(true);
      builder.redirectOutput(ProcessBuilder.Redirect.appendTo(data.resolve("desk.log").toFile()));
      process = Optional.of(builder.start());
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
    while (!isReady()) {
      if (!process.orElseThrow().isAlive()) {
        throw new AssertionError("the desk ended at start, see " + data.resolve("desk.log"));
      }
      if (System.nanoTime() - began > TimeUnit.MILLISECONDS.toNanos(START_MS)) {
        throw new AssertionError("the desk was not ready in time");
      }
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(100));
    }
    return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began);
  }

  private boolean isReady() {
    try {
      return client
              .send(
                  HttpRequest.newBuilder(
                          URI.create("http://127.0.0.1:" + operationsPort + "/health/ready"))
                      .timeout(Duration.ofSeconds(2))
                      .build(),
                  HttpResponse.BodyHandlers.discarding())
              .statusCode()
          == 200;
    } catch (IOException notYet) {
      return false;
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /// Kills the desk itself without warning; its database is left behind.
  void killDesk() {
    readers().forEach(seenReaders::add);
    process.ifPresent(p -> {
      Process _ = p.destroyForcibly();
      try {
        int _ = p.waitFor();
      } catch (InterruptedException stopped) {
        Thread.currentThread().interrupt();
      }
    });
  }

  /// Kills one reader process, as soon as one runs.
  void killReader() {
    kill(() -> readers().findFirst());
  }

  /// Kills the database's first process, as soon as one runs; its children end by themselves.
  void killPostgres() {
    kill(this::postmaster);
  }

  private static void kill(Supplier<Optional<ProcessHandle>> victim) {
    long until = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(START_MS);
    while (System.nanoTime() < until) {
      Optional<ProcessHandle> found = victim.get();
      if (found.isPresent() && found.get().destroyForcibly()) {
        return;
      }
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
    }
    throw new AssertionError("the process to kill did not come back");
  }

  private Stream<ProcessHandle> readers() {
    return process.stream()
        .flatMap(Process::descendants)
        .filter(child -> commandOf(child).contains("jp.frontdesk.Main reader"));
  }

  private Path cluster() {
    return data.resolve("data/postgresql/cluster").toAbsolutePath();
  }

  private Optional<ProcessHandle> postmaster() {
    try {
      return ProcessHandle.of(Long.parseLong(postmasterLine(0)))
          .filter(ProcessHandle::isAlive)
          .filter(this::worksInCluster);
    } catch (IOException | NumberFormatException notRunning) {
      return Optional.empty();
    }
  }

  private String postmasterLine(int index) throws IOException {
    List<String> lines = Files.readAllLines(cluster().resolve("postmaster.pid"));
    if (lines.size() <= index) {
      throw new IOException("the file is being written");
    }
    return lines.get(index).strip();
  }

  private boolean worksInCluster(ProcessHandle handle) {
    try {
      return Files.readSymbolicLink(Path.of("/proc", Long.toString(handle.pid()), "cwd"))
          .equals(cluster());
    } catch (IOException ended) {
      return false;
    }
  }

  /// The desk's database as its owner sees it, every town.
  Connection openDatabase() throws IOException, SQLException {
    Connection connection =
        DriverManager.getConnection(
            "jdbc:postgresql://127.0.0.1:" + postmasterLine(3) + "/frontdesk",
            "frontdesk",
            Files.readString(data.resolve("data/postgresql/password")));
    try (Statement statement = connection.createStatement()) {
      boolean _ = statement.execute("select set_config('frontdesk.municipality', '*', false)");
    }
    return connection;
  }

  /// Every process that any desk of this object started and that still runs, once each had 10 s to
  /// end.
  List<String> processesLeft() {
    long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
    while (true) {
      List<String> left =
          Stream.concat(
                  seenReaders.stream().filter(ProcessHandle::isAlive),
                  ProcessHandle.allProcesses().filter(this::worksInCluster))
              .map(each -> each.pid() + " " + commandOf(each))
              .toList();
      if (left.isEmpty() || System.nanoTime() > until) {
        return left;
      }
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(100));
    }
  }

  private static String commandOf(ProcessHandle handle) {
    try {
      return Files.readString(Path.of("/proc", Long.toString(handle.pid()), "cmdline"))
          .replace('\0', ' ');
    } catch (IOException ended) {
      return "";
    }
  }

  /// Asks the desk to stop and waits for it.
  ///
  /// @return how long that took, in ms
  long stop() {
    long began = System.nanoTime();
    readers().forEach(seenReaders::add);
    process.ifPresent(p -> {
      p.destroy();
      try {
        if (!p.waitFor(40, TimeUnit.SECONDS)) {
          Process _ = p.destroyForcibly();
          throw new AssertionError("the desk did not stop in time");
        }
      } catch (InterruptedException stopped) {
        Thread.currentThread().interrupt();
      }
    });
    process = Optional.empty();
    return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began);
  }

  @Override
  public void close() {
    try {
      long _ = stop();
    } finally {
      seenReaders.forEach(ProcessHandle::destroyForcibly);
      postmaster().ifPresent(ProcessHandle::destroyForcibly);
    }
  }
}
