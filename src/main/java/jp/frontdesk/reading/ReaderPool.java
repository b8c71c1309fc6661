package jp.frontdesk.reading;

/// Reader processes behind one blocking call. Safe for many threads.
public interface ReaderPool extends AutoCloseable {
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
