package jp.frontdesk.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/// The files of one embedded PostgreSQL server, and how it is started on them.
///
/// @param folder absolute; holds `cluster`, `password` and `postgres.log`
/// @param binaries the programs
/// @param moreSettings replace settings of the same name
record PostgresCluster(Path folder, PostgresBinaries binaries, Map<String, String> moreSettings) {
  static final String OWNER = "frontdesk";
  static final String DATABASE = "frontdesk";

  private static final Duration START_PATIENCE = Duration.ofMinutes(5);
  private static final Duration RETRY_PATIENCE = Duration.ofSeconds(5);
  private static final int RETRY_MS = 100;
  private static final int POLL_MS = 10;
  private static final int PORT_ATTEMPTS = 3;
  private static final long LOG_BYTES = 1_000_000;

  /// Durable and small. Errors of single statements are not logged: they may quote values.
  private static final Map<String, String> SETTINGS =
      Map.ofEntries(
          Map.entry("fsync", "on"),
          Map.entry("synchronous_commit", "on"),
          Map.entry("full_page_writes", "on"),
          Map.entry("listen_addresses", "127.0.0.1"),
          Map.entry("unix_socket_directories", ""),
          Map.entry("shared_buffers", "64MB"),
          Map.entry("max_connections", "60"),
          Map.entry("work_mem", "4MB"),
          Map.entry("maintenance_work_mem", "32MB"),
          Map.entry("max_wal_size", "256MB"),
          Map.entry("io_method", "sync"),
          Map.entry("jit", "off"),
          Map.entry("timezone", "UTC"),
          Map.entry("log_timezone", "UTC"),
          Map.entry("log_min_messages", "log"),
          Map.entry("log_min_error_statement", "panic"),
          Map.entry("log_error_verbosity", "terse"));

  private Path cluster() {
    return folder.resolve("cluster");
  }

  private Path pidFile() {
    return cluster().resolve("postmaster.pid");
  }

  /// Made beside and then renamed, so that a stop half-way leaves nothing that looks whole.
  void createIfMissing() {
    if (Files.isDirectory(cluster())) {
      return;
    }
    Path draft = folder.resolve("cluster.new");
    try {
      deleteTree(draft);
      run(
          "",
          binaries.program("initdb"),
          "--pgdata=" + draft,
          "--username=" + OWNER,
          "--pwfile=" + folder.resolve("password"),
          "--auth=scram-sha-256",
          "--encoding=UTF8",
          "--locale=C",
          "--data-checksums",
          "--sync-method=syncfs");
      Files.writeString(draft.resolve("pg_hba.conf"), "host all all 127.0.0.1/32 scram-sha-256\n");
      run(
          "create database " + DATABASE + ";\n",
          binaries.program("postgres"),
          "--single",
          "-D",
          draft.toString(),
          "postgres");
      Files.move(draft, cluster(), StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  /// The server that runs on this folder already. A file that names a process of somebody else (its
  /// number was given out again) is removed, if surely no server process is left on the folder.
  Optional<Postmaster> findRunning() {
    Optional<PidFile> found = PidFile.read(pidFile());
    if (found.isEmpty()) {
      return Optional.empty();
    }
    Optional<ProcessHandle> process =
        ProcessHandle.of(found.get().pid()).filter(ProcessHandle::isAlive);
    if (process.isEmpty()) {
      return Optional.empty();
    }
    if (ServerProcesses.worksIn(process.get(), cluster())) {
      return Optional.of(new Postmaster(process.get(), found.get().port()));
    }
    if (ServerProcesses.noneWorksIn(cluster())) {
      PidFile.delete(pidFile());
    }
    return Optional.empty();
  }

  /// True when the server was started by the same program with the same settings.
  boolean isAsWanted(Postmaster running) {
    return ServerProcesses.commandLine(running.process()).equals(server(running.port()));
  }

  Postmaster startOnFreePort() {
    for (int attempt = 1; ; attempt++) {
      try {
        return start(freePort());
      } catch (IllegalStateException portTaken) {
        if (attempt == PORT_ATTEMPTS) {
          throw portTaken;
        }
      }
    }
  }

  /// Waits until the server takes connections, through a recovery too. While processes of a killed
  /// server still end, a new one gives up at once: it is started again until they have ended.
  ///
  /// @throws IllegalStateException when it gives up again and again
  Postmaster start(int port) {
    long giveUp = System.nanoTime() + RETRY_PATIENCE.toNanos();
    while (true) {
      Process process = launch(port);
      if (becomesReady(process)) {
        return new Postmaster(process.toHandle(), port);
      }
      if (System.nanoTime() > giveUp) {
        throw new IllegalStateException(
            "the database server does not start; see " + folder.resolve("postgres.log"));
      }
      Postmaster.pause(RETRY_MS);
    }
  }

  private boolean becomesReady(Process process) {
    long until = System.nanoTime() + START_PATIENCE.toNanos();
    while (process.isAlive() && System.nanoTime() < until) {
      if (PidFile.read(pidFile()).filter(file -> file.isReady(process.pid())).isPresent()) {
        return true;
      }
      Postmaster.pause(POLL_MS);
    }
    process.destroyForcibly();
    return false;
  }

  private Process launch(int port) {
    Path log = folder.resolve("postgres.log");
    try {
      if (Files.exists(log) && Files.size(log) > LOG_BYTES) {
        Files.move(log, folder.resolve("postgres.log.1"), StandardCopyOption.REPLACE_EXISTING);
      }
      return builder(server(port))
          .redirectErrorStream(true)
          .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
          .start();
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  private List<String> server(int port) {
    Map<String, String> settings = new TreeMap<>(SETTINGS);
    settings.putAll(moreSettings);
    settings.put("port", String.valueOf(port));
    List<String> command = new ArrayList<>();
    command.add(binaries.program("postgres"));
    command.add("-D");
    command.add(cluster().toString());
    settings.forEach((name, value) -> {
      command.add("-c");
      command.add(name + "=" + value);
    });
    return command;
  }

  /// PostgreSQL refuses to run as root: then it runs in a user namespace of its own, where it has
  /// no rights but those on files of this user. In a session of its own, so that a Ctrl-C for the
  /// desk does not stop the server under it.
  private static ProcessBuilder builder(List<String> command) {
    List<String> whole = new ArrayList<>(List.of("setsid"));
    if (System.getProperty("user.name").equals("root")) {
      whole.addAll(List.of("unshare", "--user"));
    }
    whole.addAll(command);
    return new ProcessBuilder(whole).redirectInput(ProcessBuilder.Redirect.PIPE);
  }

  private void run(String input, String... command) throws IOException {
    Path log = folder.resolve("postgres.log");
    Process process =
        builder(List.of(command))
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
            .start();
    try (var stdin = process.outputWriter()) {
      stdin.write(input);
    }
    try {
      int status = process.waitFor();
      if (status != 0) {
        throw new IllegalStateException(
            "the database could not be made, status " + status + "; see " + log);
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("stopped while making the database", stopped);
    }
  }

  private static int freePort() {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  private static void deleteTree(Path tree) throws IOException {
    if (!Files.exists(tree)) {
      return;
    }
    try (Stream<Path> paths = Files.walk(tree)) {
      for (Path each : paths.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(each);
      }
    }
  }
}
