package jp.frontdesk.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A PostgreSQL server of our own on a data folder that is kept across restarts, with durable
/// settings, listening on 127.0.0.1 only and asking for a password that lies beside the data.
///
/// A server that a killed desk left behind is taken over, or stopped when it is not as wanted. A
/// server that dies is started again on the same port, recovering what was committed.
public final class EmbeddedDatabase implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(EmbeddedDatabase.class);
  private static final String HOST = "127.0.0.1";
  private static final Duration WATCH_ENDS_WITHIN = Duration.ofSeconds(15);
  private static final int PASSWORD_BYTES = 32;

  private final PostgresCluster cluster;
  private final DatabaseAddress address;
  private final FileChannel lock;
  private final AtomicBoolean isClosed = new AtomicBoolean();
  private final Thread watch;
  private volatile Postmaster postmaster;

  private EmbeddedDatabase(
      PostgresCluster cluster, DatabaseAddress address, FileChannel lock, Postmaster postmaster) {
    this.cluster = cluster;
    this.address = address;
    this.lock = lock;
    this.postmaster = postmaster;
    this.watch =
        Thread.ofPlatform().name("postgres-watch").daemon(true).unstarted(this::restartWhenDead);
  }

  /// Starts the server of that folder, made at the first start; returns when it takes connections.
  ///
  /// @param folder keeps cluster, password and the server's log; mode 0700
  /// @param cacheFolder where the programs are unpacked once; may be shared and deleted
  /// @throws IllegalStateException when another process uses the folder, or the server cannot start
  public static EmbeddedDatabase start(Path folder, Path cacheFolder) {
    return start(folder, cacheFolder, Map.of());
  }

  /// @param moreSettings override the durable ones; for tests
  static EmbeddedDatabase start(Path folder, Path cacheFolder, Map<String, String> moreSettings) {
    PrivateFiles.makeFolder(folder);
    FileChannel lock = lock(folder);
    try {
      String password =
          new String(
              PrivateFiles.readOrCreate(folder.resolve("password"), EmbeddedDatabase::newPassword),
              StandardCharsets.US_ASCII);
      PostgresCluster cluster =
          new PostgresCluster(
              folder.toAbsolutePath(), PostgresBinaries.unpacked(cacheFolder), moreSettings);
      cluster.createIfMissing();
      Postmaster running =
          adoptable(cluster, new Secret(password)).orElseGet(cluster::startOnFreePort);
      EmbeddedDatabase database =
          new EmbeddedDatabase(
              cluster, address(running.port(), new Secret(password)), lock, running);
      database.watch.start();
      return database;
    } catch (RuntimeException failure) {
      release(lock);
      throw failure;
    }
  }

  /// Where it listens; stays the same while this object lives.
  public DatabaseAddress address() {
    return address;
  }

  /// The server's process now; another one after it died.
  public ProcessHandle process() {
    return postmaster.process();
  }

  /// Stops the server after it wrote everything down.
  @Override
  public void close() {
    if (isClosed.compareAndSet(false, true)) {
      postmaster.stop();
      awaitWatch();
      release(lock);
    }
  }

  private static Optional<Postmaster> adoptable(PostgresCluster cluster, Secret password) {
    Optional<Postmaster> left = cluster.findRunning();
    if (left.isEmpty()) {
      return Optional.empty();
    }
    if (cluster.isAsWanted(left.get()) && Jdbc.answers(address(left.get().port(), password))) {
      LOG.info("took over the database server left by an earlier run port={}", left.get().port());
      return left;
    }
    LOG.info("stopping the database server left by an earlier run");
    left.get().stop();
    return Optional.empty();
  }

  private static DatabaseAddress address(int port, Secret password) {
    return new DatabaseAddress(
        HOST, port, PostgresCluster.DATABASE, PostgresCluster.OWNER, password);
  }

  private void awaitWatch() {
    try {
      boolean _ = watch.join(WATCH_ENDS_WITHIN);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  private void restartWhenDead() {
    while (true) {
      ProcessHandle _ = postmaster.process().onExit().join();
      if (isClosed.get()) {
        return;
      }
      LOG.warn("the database server died; starting it again port={}", address.port());
      try {
        Postmaster next = cluster.start(address.port());
        postmaster = next;
        if (isClosed.get()) {
          next.stop();
          return;
        }
        LOG.info("the database server is back port={}", address.port());
      } catch (RuntimeException failure) {
        LOG.error("the database server does not start", failure);
        Postmaster.pause(1_000);
      }
    }
  }

  private static byte[] newPassword() {
    byte[] random = new byte[PASSWORD_BYTES];
    new SecureRandom().nextBytes(random);
    return HexFormat.of().formatHex(random).getBytes(StandardCharsets.US_ASCII);
  }

  private static FileChannel lock(Path folder) {
    try {
      FileChannel channel =
          FileChannel.open(
              folder.resolve("in-use"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      if (tryLock(channel).isEmpty()) {
        channel.close();
        throw new IllegalStateException("another process uses the database in " + folder);
      }
      return channel;
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  private static Optional<FileLock> tryLock(FileChannel channel) throws IOException {
    try {
      return Optional.ofNullable(channel.tryLock());
    } catch (OverlappingFileLockException heldByThisProcess) {
      return Optional.empty();
    }
  }

  private static void release(FileChannel lock) {
    try {
      lock.close();
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}
