package jp.frontdesk.reading.page;

import java.util.List;
import java.util.stream.IntStream;

/// Runs pieces of work side by side that do not touch one another. What comes out does not depend
/// on how many run at a time.
@FunctionalInterface
public interface Together {
  /// One piece after the other.
  Together IN_TURN = pieces -> pieces.forEach(Runnable::run);

  /// How many bands the rows of a picture make: some more than threads, so that none waits long.
  int BANDS = 8;

  /// Returns when all pieces are done.
  void run(List<Runnable> pieces);

  /// Works on all rows of a picture, band by band.
  ///
  /// @param count how many rows
  default void rows(int count, Band work) {
    run(
        IntStream.range(0, BANDS)
            .<Runnable>mapToObj(i -> () -> work.on(count * i / BANDS, count * (i + 1) / BANDS))
            .toList());
  }

  /// Work on some rows that concerns no others.
  @FunctionalInterface
  interface Band {
    /// Works on these rows.
    ///
    /// @param first the first row
    /// @param end the row after the last
    void on(int first, int end);
  }
}
