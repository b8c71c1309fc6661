package jp.frontdesk.reading;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import jp.frontdesk.kernel.FieldPath;
import jp.frontdesk.reading.evidence.Verdict;

/// Gathers what is known of one page while its threads read it, and tells it ten times a second at
/// most: all that is known so far each time, so nothing is lost by what is left out.
final class PageProgress {
  /// No two tellings are closer.
  static final Duration APART = Duration.ofMillis(100);

  private final int page;
  private final int pages;
  private final Consumer<ReadingProgress> listener;
  private final LongSupplier nanoTime;
  private final Map<FieldPath, EarlyValue> values = new TreeMap<>();
  private int places;
  private int placesRead;
  private long toldAt;

  /// @param page from 1 in the order of the file
  /// @param pages how many pages the file has
  /// @param listener told by whichever thread reads, one at a time
  PageProgress(int page, int pages, Consumer<ReadingProgress> listener) {
    this(page, pages, listener, System::nanoTime);
  }

  PageProgress(int page, int pages, Consumer<ReadingProgress> listener, LongSupplier nanoTime) {
    this.page = page;
    this.pages = pages;
    this.listener = listener;
    this.nanoTime = nanoTime;
    toldAt = nanoTime.getAsLong() - APART.toNanos();
  }

  /// The page is upright and level.
  synchronized void upright() {
    tell();
  }

  /// The places with something to read are known.
  synchronized void found(int count) {
    places = count;
    tell();
  }

  /// One more place is read.
  synchronized void read(List<Found> there) {
    placesRead = Math.min(places, placesRead + 1);
    there.forEach(this::note);
    tell();
  }

  private void note(Found one) {
    Verdict verdict = one.verdict();
    boolean isTold =
        ReadingProgress.FIELDS.contains(one.field())
            && !verdict.needsReview()
            && !verdict.value().isEmpty()
            && verdict.value().length() <= EarlyValue.MOST_CHARACTERS
            && one.field().isOfMember() == (one.member() >= 0)
            && one.member() < ReadingProgress.MOST_VALUES
            && values.size() < ReadingProgress.MOST_VALUES;
    if (isTold) {
      FieldPath path = new FieldPath(one.field(), one.member());
      values.putIfAbsent(path, new EarlyValue(path, verdict.value()));
    }
  }

  private void tell() {
    long now = nanoTime.getAsLong();
    if (now - toldAt >= APART.toNanos()) {
      toldAt = now;
      listener.accept(
          new ReadingProgress(page, pages, places, placesRead, List.copyOf(values.values())));
    }
  }
}
