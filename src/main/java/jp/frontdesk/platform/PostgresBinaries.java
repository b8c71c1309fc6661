package jp.frontdesk.platform;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

/// PostgreSQL's programs, unpacked once from the class path into a cache folder.
///
/// @param home the folder that holds `bin`, `lib` and `share`
record PostgresBinaries(Path home) {
  private static final String ARCHIVE = "postgres-linux-x86_64.txz";
  private static final int OWNER_EXECUTES = 0100;

  /// Unpacks what the cache lacks: about 60 MB, 2 s, once for each version.
  ///
  /// @throws IllegalStateException when there is no archive for this machine on the class path
  static PostgresBinaries unpacked(Path cacheFolder) {
    try {
      Path home = cacheFolder.toAbsolutePath().resolve("postgres-" + archiveBytes());
      if (!Files.isDirectory(home)) {
        unpack(home);
      }
      return new PostgresBinaries(home);
    } catch (IOException broken) {
      throw new UncheckedIOException("could not unpack PostgreSQL", broken);
    }
  }

  /// The path of one program: `postgres` or `initdb`.
  String program(String name) {
    return home.resolve("bin").resolve(name).toString();
  }

  private static InputStream archive() {
    InputStream archive = PostgresBinaries.class.getResourceAsStream("/" + ARCHIVE);
    if (archive == null) {
      throw new IllegalStateException(
          "no PostgreSQL for this machine inside; name one with a database address");
    }
    return archive;
  }

  /// The packed size tells versions apart without reading 15 MB at each start.
  private static int archiveBytes() throws IOException {
    try (InputStream archive = archive()) {
      return archive.available();
    }
  }

  /// Into a folder of its own first, then renamed: a stop half-way leaves nothing that looks whole.
  private static void unpack(Path home) throws IOException {
    Path draft = home.resolveSibling(home.getFileName() + "." + UUID.randomUUID());
    Files.createDirectories(draft);
    try (TarArchiveInputStream tar =
        new TarArchiveInputStream(
            new XZCompressorInputStream(new BufferedInputStream(archive())))) {
      for (TarArchiveEntry each = tar.getNextEntry(); each != null; each = tar.getNextEntry()) {
        unpackEntry(tar, each, draft);
      }
    }
    try {
      Files.move(draft, home, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException anotherWasFirst) {
      deleteTree(draft);
      if (!Files.isDirectory(home)) {
        throw anotherWasFirst;
      }
    }
  }

  private static void unpackEntry(TarArchiveInputStream tar, TarArchiveEntry entry, Path into)
      throws IOException {
    Path target = into.resolve(entry.getName()).normalize();
    if (!target.startsWith(into)) {
      throw new IOException("an archive entry leaves its folder");
    }
    if (entry.isDirectory()) {
      Files.createDirectories(target);
      return;
    }
    Files.createDirectories(into.resolve(entry.getName()).normalize().getParent());
    if (entry.isSymbolicLink()) {
      Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
      return;
    }
    Files.copy(tar, target);
    boolean isProgram = (entry.getMode() & OWNER_EXECUTES) != 0;
    Files.setPosixFilePermissions(
        target, PosixFilePermissions.fromString(isProgram ? "rwxr-xr-x" : "rw-r--r--"));
  }

  private static void deleteTree(Path folder) throws IOException {
    try (Stream<Path> tree = Files.walk(folder)) {
      for (Path each : tree.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(each);
      }
    }
  }
}
