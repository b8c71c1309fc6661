package jp.frontdesk.platform;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// Files of one folder on the class path, in the jar or in the build's classes.
final class ClassPathFolder {
  private ClassPathFolder() {}

  /// Names of the files in the folder, sorted; sub-folders not followed. Empty when it is missing.
  static List<String> names(String folder) {
    URL url = ClassPathFolder.class.getResource("/" + folder);
    if (url == null) {
      return List.of();
    }
    try {
      URI uri = url.toURI();
      if (!uri.getScheme().equals("jar")) {
        return names(Path.of(uri));
      }
      try (FileSystem jar = FileSystems.newFileSystem(uri, Map.of())) {
        return names(jar.getPath("/" + folder));
      }
    } catch (IOException | URISyntaxException broken) {
      throw new IllegalStateException("cannot list the class path folder " + folder, broken);
    }
  }

  /// @throws IllegalArgumentException when there is no such file
  static byte[] bytes(String path) {
    try (InputStream stream = ClassPathFolder.class.getResourceAsStream("/" + path)) {
      if (stream == null) {
        throw new IllegalArgumentException("not on the class path: " + path);
      }
      return stream.readAllBytes();
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  private static List<String> names(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(Files::isRegularFile)
          .map(file -> file.getFileName().toString())
          .sorted()
          .toList();
    }
  }
}
