package jp.frontdesk.intake;

import java.util.List;
import java.util.Optional;
import jp.frontdesk.kernel.Problem;

/// The page shown while the certificate is read (`kiosk/reading.jte`). It listens to
/// `/events/reading`: an event `progress` carries a new `kiosk/reading-progress.jte`, an event `go`
/// carries the path of the next page.
///
/// @param frame what surrounds the page
/// @param progress what is known now
/// @param retrySeconds how often the page asks again without JavaScript
public record ReadingView(PageFrame frame, Progress progress, int retrySeconds) {

  /// How far the reading is; the single parameter of `kiosk/reading-progress.jte`.
  ///
  /// @param pages in their order
  /// @param rows the fields by which people know their paper, always the same ones in the same
  ///   order
  /// @param isFinished whether the visitor can go on
  /// @param nextPath where to go when finished, e.g. `/check`
  /// @param problems in plain words with what to do, e.g. a page that could not be read
  public record Progress(
      List<PageLine> pages,
      List<Row> rows,
      boolean isFinished,
      String nextPath,
      List<Problem> problems) {
    public Progress {
      pages = List.copyOf(pages);
      rows = List.copyOf(rows);
      problems = List.copyOf(problems);
    }

    /// How many pages need no more reading.
    public long doneCount() {
      return pages.stream()
          .filter(p -> p.state() == PageState.READ || p.state() == PageState.FAILED)
          .count();
    }

    /// How much of all pages is read, in percent of one page.
    public int donePercent() {
      return pages.stream().mapToInt(PageLine::donePercent).sum();
    }

    /// The page a reader has in its hands, if any.
    public Optional<PageLine> findNow() {
      return pages.stream().filter(p -> p.state().isWithReader()).findFirst();
    }
  }

  /// One page on its way.
  ///
  /// @param number from 1
  /// @param state how far it is
  /// @param donePercent how much of it is read, 0 to 100
  /// @param places where something stands on it to read; 0 while that is not known
  /// @param placesRead how many of them are read
  /// @param thumbnailUrl a small picture; blank while there is none
  public record PageLine(
      int number,
      PageState state,
      int donePercent,
      int places,
      int placesRead,
      String thumbnailUrl) {}

  /// How far one page is.
  public enum PageState {
    WAITING,
    /// A reader has it.
    STARTED,
    /// It is upright, and what is to be read is looked for.
    UPRIGHT,
    /// Place after place is read.
    READING,
    READ,
    FAILED;

    /// Whether it is being read.
    public boolean isWithReader() {
      return this == STARTED || this == UPRIGHT || this == READING;
    }
  }

  /// One field.
  ///
  /// @param label e.g. 氏名
  /// @param values as printed, of each member where they have one each; empty while nothing is read
  public record Row(String label, List<String> values) {
    public Row {
      values = List.copyOf(values);
    }
  }
}
