package jp.frontdesk.registry;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;

/// The folder between the desk and a registry that imports files: `work/` is the desk's own, `in/`
/// holds what the registry is to take, `out/` what it says about it. The registry takes a data file
/// only when its manifest stands beside it, may move or delete both, and writes its result under a
/// temporary name first.
///
/// A file is handed over once, whatever dies when: data and manifest are staged in `work/`, then a
/// mark says that both are whole, then the data and last the manifest are renamed into `in/`.
/// Before the mark everything is staged anew; after it only what still stands in `work/` is moved,
/// so what the registry has taken away never comes again.
final class DropFolder {
  private static final Set<PosixFilePermission> FILE = PosixFilePermissions.fromString("rw-rw----");
  private static final Set<PosixFilePermission> FOLDER =
      PosixFilePermissions.fromString("rwxrwx---");

  /// One hand-over at a time in this process; the lock file holds off other ones.
  private static final ReentrantLock HANDING = new ReentrantLock();

  private final Path work;
  private final Path in;
  private final Path out;
  private final Consumer<Step> after;

  /// The moments at which a hand-over may be interrupted.
  enum Step {
    DATA_STAGED,
    MANIFEST_STAGED,
    MARKED,
    DATA_HANDED,
    MANIFEST_HANDED
  }

  /// @param after called after each step; a throw there is what a crash is
  DropFolder(Path folder, Consumer<Step> after) {
    this.work = folder.resolve("work");
    this.in = folder.resolve("in");
    this.out = folder.resolve("out");
    this.after = after;
  }

  static String dataName(String name) {
    return name + ".csv";
  }

  static String manifestName(String name) {
    return name + ".manifest.json";
  }

  static String resultName(String name) {
    return name + ".result.csv";
  }

  Path in() {
    return in;
  }

  Path out() {
    return out;
  }

  /// Makes what is missing of the folders.
  void make() throws IOException {
    for (Path folder : List.of(work, in, out)) {
      if (!Files.isDirectory(folder)) {
        Path _ = Files.createDirectories(folder, PosixFilePermissions.asFileAttribute(FOLDER));
      }
    }
  }

  /// The SHA-256 of a file that the registry may have had; it is never written again.
  Optional<String> findHanded(String name) throws IOException {
    boolean isHanded =
        Files.exists(mark(name))
            && !Files.exists(work.resolve(dataName(name)))
            && !Files.exists(work.resolve(manifestName(name)));
    return isHanded ? Optional.of(Files.readString(mark(name))) : Optional.empty();
  }

  /// Hands a file over, or finishes a hand-over that was interrupted.
  ///
  /// @return the SHA-256 of what was handed over, 64 hexadecimal digits
  String handOver(String name, byte[] data, String manifest) throws IOException {
    make();
    HANDING.lock();
    try (FileChannel channel =
            FileChannel.open(
                work.resolve(".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock _ = channel.lock()) {
      if (!Files.exists(mark(name))) {
        stage(name, data, manifest);
      }
      move(dataName(name));
      after.accept(Step.DATA_HANDED);
      move(manifestName(name));
      sync(in);
      sync(work);
      after.accept(Step.MANIFEST_HANDED);
      return Files.readString(mark(name));
    } finally {
      HANDING.unlock();
    }
  }

  private void stage(String name, byte[] data, String manifest) throws IOException {
    write(work.resolve(dataName(name)), data);
    after.accept(Step.DATA_STAGED);
    write(work.resolve(manifestName(name)), manifest.getBytes(StandardCharsets.UTF_8));
    after.accept(Step.MANIFEST_STAGED);
    sync(work);
    writeAtOnce(mark(name), RegistryRecord.sha256(data).getBytes(StandardCharsets.US_ASCII));
    after.accept(Step.MARKED);
  }

  private Path mark(String name) {
    return work.resolve(name + ".whole");
  }

  private void move(String file) throws IOException {
    Path staged = work.resolve(file);
    if (Files.exists(staged)) {
      Path _ = Files.move(staged, in.resolve(file), StandardCopyOption.ATOMIC_MOVE);
    }
  }

  /// What the registry wrote about a file; empty as long as it wrote nothing.
  Optional<byte[]> findResult(String name) throws IOException {
    Path result = out.resolve(resultName(name));
    return Files.exists(result) ? Optional.of(Files.readAllBytes(result)) : Optional.empty();
  }

  /// Writes a file so that it is there whole or not at all.
  static void writeAtOnce(Path file, byte[] content) throws IOException {
    Path folder = Optional.ofNullable(file.getParent()).orElse(Path.of("."));
    Path draft = folder.resolve("." + file.getFileName() + ".tmp");
    write(draft, content);
    Path _ = Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
    sync(folder);
  }

  private static void write(Path file, byte[] content) throws IOException {
    try (FileChannel channel =
        FileChannel.open(
            file,
            Set.of(
                StandardOpenOption.CREATE,
                StandardOpenOption.TRUNCATE_EXISTING,
                StandardOpenOption.WRITE),
            PosixFilePermissions.asFileAttribute(FILE))) {
      ByteBuffer buffer = ByteBuffer.wrap(content);
      while (buffer.hasRemaining()) {
        int _ = channel.write(buffer);
      }
      channel.force(true);
    }
  }

  private static void sync(Path folder) throws IOException {
    try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
      channel.force(true);
    }
  }
}
