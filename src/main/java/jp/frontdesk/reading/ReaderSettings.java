package jp.frontdesk.reading;

import java.nio.file.Path;
import java.time.Duration;
import jp.frontdesk.reading.text.ModelFolder;

/// How reader processes run.
///
/// @param home the installation: `templates` lies below it
/// @param threads how many threads read a page together in each process, at least 1
/// @param models trained data and native libraries
/// @param pageLimit the longest a page may take before its process is ended
/// @param startLimit the longest a process may take to get ready
/// @param filesPerProcess after so many files a process is replaced
/// @param hasFaults for tests: the processes crash when told to
public record ReaderSettings(
    Path home,
    int threads,
    ModelFolder models,
    Duration pageLimit,
    Duration startLimit,
    int filesPerProcess,
    boolean hasFaults) {
  /// The settings of a running desk.
  ///
  /// @param threads how many threads read a page together in each process
  public static ReaderSettings ofInstallation(int threads) {
    return new ReaderSettings(
        Path.of(System.getProperty("frontdesk.home", ".")).toAbsolutePath().normalize(),
        threads,
        ModelFolder.ofInstallation(),
        Duration.ofSeconds(20),
        Duration.ofSeconds(60),
        200,
        false);
  }
}
