package jp.frontdesk.intake;

import java.util.List;
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
  /// @param found fields as they came, newest last
  /// @param isFinished whether the visitor can go on
  /// @param nextPath where to go when finished, e.g. `/check`
  /// @param problems in plain words with what to do, e.g. a page that could not be read
  public record Progress(
      List<PageLine> pages,
      List<Found> found,
      boolean isFinished,
      String nextPath,
      List<Problem> problems) {
    public Progress {
      pages = List.copyOf(pages);
      found = List.copyOf(found);
      problems = List.copyOf(problems);
    }

    /// How many pages need no more reading.
    public long doneCount() {
      return pages.stream()
          .filter(p -> p.state() == PageState.READ || p.state() == PageState.FAILED)
          .count();
    }
  }

  /// One page on its way.
  ///
  /// @param number from 1
  /// @param state how far it is
  /// @param thumbnailUrl a small picture; blank while there is none
  public record PageLine(int number, PageState state, String thumbnailUrl) {}

  /// How far one page is.
  public enum PageState {
    WAITING,
    READING,
    READ,
    FAILED
  }

  /// One field that was read.
  ///
  /// @param label e.g. 氏名
  /// @param value as printed; masked for secret numbers
  public record Found(String label, String value) {}
}
