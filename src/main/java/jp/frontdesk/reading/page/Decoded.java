package jp.frontdesk.reading.page;

import jp.frontdesk.reading.ReadingWarning;

/// What the checks before decoding say about a file.
public sealed interface Decoded {
  /// It may be decoded.
  ///
  /// @param source its pages; close it
  record Pages(PageSource source) implements Decoded {}

  /// It must not be decoded.
  ///
  /// @param warning why
  record Refused(ReadingWarning warning) implements Decoded {}
}
