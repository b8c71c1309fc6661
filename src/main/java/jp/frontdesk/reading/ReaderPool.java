package jp.frontdesk.reading;

/// Reader processes behind one blocking call. Safe for many threads.
public interface ReaderPool extends AutoCloseable {
  /// Starts reader processes of this installation; they warm up while the caller goes on.
  ///
  /// @param processes how many, at least 1
  static ReaderPool start(int processes) {
    return new ReaderProcesses(processes, ReaderSettings.ofInstallation());
  }

  /// Reads one file, all its pages; waits for a free reader process. Call it from a platform
  /// thread.
  ///
  /// @param file the bytes as they came in
  ReadResult read(byte[] file);

  /// How the processes are kept apart, for the start-up line: `bubblewrap` or `plain child
  /// process`.
  String isolation();

  /// Ends the reader processes.
  @Override
  void close();
}
