package jp.frontdesk.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;

/// Files that only their owner may read: keys and passwords.
final class PrivateFiles {
  private static final Set<PosixFilePermission> OWNER_FILE =
      PosixFilePermissions.fromString("rw-------");
  private static final Set<PosixFilePermission> OWNER_FOLDER =
      PosixFilePermissions.fromString("rwx------");

  private PrivateFiles() {}

  /// Makes the folder with mode 0700 when it is missing.
  ///
  /// @throws IllegalStateException when it exists and others may look into it
  static void makeFolder(Path folder) {
    try {
      if (!Files.isDirectory(folder)) {
        Path parent = folder.toAbsolutePath().getParent();
        if (parent != null) {
          Files.createDirectories(parent);
        }
        Files.createDirectory(folder, PosixFilePermissions.asFileAttribute(OWNER_FOLDER));
      }
      refuseIfOpenToOthers(folder, "0700");
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  /// The content of the file; when it is missing it is first written with mode 0600, whole or not
  /// at all. Of two that start at once one writes and both read the same.
  ///
  /// @throws IllegalStateException when others may read the file
  static byte[] readOrCreate(Path file, Supplier<byte[]> content) {
    try {
      if (!Files.exists(file)) {
        create(file, content.get());
      }
      refuseIfOpenToOthers(file, "0600");
      return Files.readAllBytes(file);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  private static void create(Path file, byte[] content) throws IOException {
    Path draft = file.resolveSibling("." + file.getFileName() + "." + UUID.randomUUID());
    Files.createFile(draft, PosixFilePermissions.asFileAttribute(OWNER_FILE));
    try {
      Files.write(draft, content, StandardOpenOption.SYNC);
      Files.createLink(file, draft);
      syncFolder(file);
    } catch (FileAlreadyExistsException anotherNodeWasFirst) {
      return;
    } finally {
      Files.delete(draft);
    }
  }

  private static void syncFolder(Path file) throws IOException {
    Path folder = file.toAbsolutePath().getParent();
    if (folder != null) {
      try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
        channel.force(true);
      }
    }
  }

  private static void refuseIfOpenToOthers(Path path, String wanted) throws IOException {
    Set<PosixFilePermission> open =
        EnumSet.copyOf(Files.getPosixFilePermissions(path, LinkOption.NOFOLLOW_LINKS));
    open.removeAll(OWNER_FOLDER);
    if (!open.isEmpty()) {
      throw new IllegalStateException(
          "others may read " + path + ": set its mode to " + wanted + " and look who read it");
    }
  }
}
