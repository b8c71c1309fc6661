package jp.frontdesk.reading;

import java.util.List;

/// What came of giving one file to a reader process.
public sealed interface ReadResult {
  /// The pages of the file, in order; warnings are inside the readings.
  ///
  /// @param pages at least one
  record Read(List<ReadPage> pages) implements ReadResult {
    public Read {
      pages = List.copyOf(pages);
    }
  }

  /// The file cannot be a certificate; the same bytes would be refused again.
  ///
  /// @param warning why, and what the visitor does now
  record Refused(ReadingWarning warning) implements ReadResult {}

  /// The reader process died, hung or ran out of memory on this file; another attempt may work.
  ///
  /// @param reason a word for the log: `exited`, `timeout`, `protocol`, `start`
  record Crashed(String reason) implements ReadResult {}
}
