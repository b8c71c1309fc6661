package jp.frontdesk.platform;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/// A secret that the installation's keeper puts into a file.
public final class SecretFile {
  private SecretFile() {}

  /// The first line of the file.
  ///
  /// @throws IllegalStateException when it is missing, empty, or others may read it
  public static Secret read(Path file) {
    if (!Files.isRegularFile(file)) {
      throw new IllegalStateException(file + ": the file of a secret is missing");
    }
    byte[] content =
        PrivateFiles.readOrCreate(
            file,
            () -> {
              throw new IllegalStateException(file + ": the file of a secret is missing");
            });
    String secret =
        new String(content, StandardCharsets.UTF_8).lines().findFirst().orElse("").strip();
    if (secret.isEmpty()) {
      throw new IllegalStateException(file + ": the file of a secret is empty");
    }
    return new Secret(secret);
  }
}
