package jp.frontdesk.reading.page;

import java.io.IOException;

/// The pages of one file that passed the checks; each is decoded when asked for, so that only one
/// is in memory.
public interface PageSource extends AutoCloseable {
  /// How many pages, 1 to [PageLimits#MAX_PAGES].
  int count();

  /// Decodes one page without colour, the longer side at most [PageLimits#MAX_SIDE_PX].
  ///
  /// @param index from 0
  /// @throws IOException when it cannot be decoded to its end
  Gray page(int index) throws IOException;

  @Override
  void close();
}
