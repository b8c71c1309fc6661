package jp.frontdesk.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/// A copy of the shipped towns for a test to change.
public final class ConfigCopy {
  private ConfigCopy() {}

  /// A new folder below `target`.
  public static Path make() throws IOException {
    Path copy = Files.createTempDirectory(Files.createDirectories(Path.of("target")), "towns");
    Path from = Path.of("kiosk-config");
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.toList()) {
        Path to = copy.resolve(from.relativize(file).toString());
        if (Files.isDirectory(file)) {
          Files.createDirectories(to);
        } else {
          Files.copy(file, to);
        }
      }
    }
    return copy;
  }
}
