package jp.frontdesk.reading.text;

import java.nio.file.Path;

/// Where trained data and unpacked libraries lie.
///
/// @param trainedData folder with `jpn`, `jpn_combined`, `eng` `.traineddata`
/// @param libraries folder the native libraries are unpacked to
public record ModelFolder(Path trainedData, Path libraries) {
  /// The folders of the installation: system properties `frontdesk.tessdata` and `frontdesk.home`,
  /// else `.frontdesk` below the working directory.
  public static ModelFolder ofInstallation() {
    Path home = Path.of(System.getProperty("frontdesk.home", "."));
    Path data = home.resolve(".frontdesk");
    String trained = System.getProperty("frontdesk.tessdata");
    return new ModelFolder(
        (trained == null ? data.resolve("tessdata") : Path.of(trained)).toAbsolutePath(),
        data.resolve("native").toAbsolutePath());
  }

  /// Unpacks the native libraries, for a parent whose children may not write.
  public void unpackLibraries() {
    NativeLibraries.unpackAll(libraries);
  }
}
