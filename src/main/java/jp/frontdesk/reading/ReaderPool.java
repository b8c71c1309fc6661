package jp.frontdesk.reading;

import java.util.function.Consumer;

/// Reader processes behind one blocking call. Safe for many threads.
public interface ReaderPool extends AutoCloseable {
  /// Starts reader processes of this installation; they warm up while the caller goes on.
  ///
  /// @param processes how many, at least 1
  /// @param threads how many threads read a page together in each process, at least 1
  static ReaderPool start(int processes, int threads) {
    return new ReaderProcesses(processes, ReaderSettings.ofInstallation(threads));
  }

  /// The number of threads that suits this machine: a processor each, two at most.
  static int usualThreads(int processes) {
    return ReadingThreads.usualCount(processes);
  }

  /// Reads one file, all its pages; waits for a free reader process. Call it from a platform
  /// thread.
  ///
  /// @param file the bytes as they came in
  /// @param progress told while a page is read, a few times a second, in the calling thread
  ReadResult read(byte[] file, Consumer<ReadingProgress> progress);

  /// How the processes are kept apart, for the start-up line: `bubblewrap` or `plain child
  /// process`.
  String isolation();

  /// Ends the reader processes.
  @Override
  void close();
}
