package jp.frontdesk.review;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import jp.frontdesk.intake.ReadingJob;
import jp.frontdesk.intake.Sheet;
import jp.frontdesk.intake.SheetStore;
import jp.frontdesk.platform.Database;
import jp.frontdesk.reading.DocumentType;
import jp.frontdesk.reading.PageImages;
import jp.frontdesk.reading.PageReading;
import jp.frontdesk.reading.ReadPage;
import jp.frontdesk.reading.ReadResult;
import jp.frontdesk.reading.ReaderPool;
import jp.frontdesk.reading.ReadingWarning;
import jp.frontdesk.reading.Warnings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Leases files from the queue, has them read by a reader process, and stores what was read. One
/// thread each; a file whose reader crashes three times is left to people.
public final class ReadingWorker implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(ReadingWorker.class);
  private static final Duration LEASE = Duration.ofSeconds(60);
  private static final long POLL_MS = 1_000;
  private static final int MAX_ATTEMPTS = 3;

  private final Database database;
  private final SheetStore sheets;
  private final ReadingStore readings;
  private final Review review;
  private final ReaderPool pool;
  private final EarlyReadings early;
  private final Semaphore hints = new Semaphore(0);
  private final List<Thread> threads;
  private volatile boolean isClosed;

  /// @param early is told of the files in work, and forgets them when they are read
  /// @param count how many files are read at once
  public ReadingWorker(
      Database database,
      SheetStore sheets,
      ReadingStore readings,
      Review review,
      ReaderPool pool,
      EarlyReadings early,
      int count) {
    this.database = database;
    this.sheets = sheets;
    this.readings = readings;
    this.review = review;
    this.pool = pool;
    this.early = early;
    this.threads =
        java.util.stream.IntStream.range(0, count)
            .mapToObj(i -> Thread.ofPlatform().name("reading-" + i).unstarted(this::work))
            .toList();
  }

  /// Begins to work.
  public void start() {
    threads.forEach(Thread::start);
  }

  /// A hint that a file waits; the queue itself is asked every second anyway.
  public void wake() {
    hints.release();
  }

  private void work() {
    while (!isClosed) {
      try {
        Optional<ReadingJob> job = sheets.leaseJob(LEASE);
        if (job.isPresent()) {
          read(job.get());
        } else {
          boolean _ = hints.tryAcquire(POLL_MS, TimeUnit.MILLISECONDS);
          int _ = hints.drainPermits();
        }
      } catch (InterruptedException closing) {
        Thread.currentThread().interrupt();
        return;
      } catch (RuntimeException failed) {
        LOG.error("reading worker failed", failed);
        pause();
      }
    }
  }

  private void pause() {
    try {
      boolean _ = hints.tryAcquire(POLL_MS, TimeUnit.MILLISECONDS);
    } catch (InterruptedException closing) {
      Thread.currentThread().interrupt();
    }
  }

  private void read(ReadingJob job) {
    Optional<byte[]> content =
        database.inTown(job.town(), connection -> sheets.findContent(connection, job));
    if (content.isEmpty()) {
      return;
    }
    try {
      finish(job, pool.read(content.get(), progress -> early.tell(job, progress)));
    } finally {
      early.forget(job);
    }
  }

  private void finish(ReadingJob job, ReadResult result) {
    switch (result) {
      case ReadResult.Read(List<ReadPage> pages) -> store(job, Sheet.State.DONE, pages);
      case ReadResult.Refused(ReadingWarning warning) ->
          store(job, Sheet.State.FAILED, List.of(unread(warning)));
      case ReadResult.Crashed(String reason) -> {
        LOG.warn(
            "reader crashed case={} reason={} attempt={}", job.caseId(), reason, job.attempts());
        if (job.attempts() >= MAX_ATTEMPTS) {
          store(job, Sheet.State.FAILED, List.of(unread(Warnings.READING_FAILED)));
        } else {
          boolean _ =
              database.inTown(
                  job.town(), connection -> sheets.finishJob(connection, job, Sheet.State.QUEUED));
        }
      }
    }
  }

  private static ReadPage unread(ReadingWarning warning) {
    return new ReadPage(
        PageReading.unread(1, DocumentType.OTHER, 0, 0, warning),
        new PageImages(new byte[0], "image/jpeg", Map.of()));
  }

  private void store(ReadingJob job, Sheet.State state, List<ReadPage> pages) {
    boolean isOurs =
        database.inTown(
            job.town(),
            connection -> {
              boolean finished = sheets.finishJob(connection, job, state);
              if (finished) {
                readings.storePages(connection, job, pages);
              }
              return finished;
            });
    if (isOurs) {
      VersionedDraft _ = review.refreshDraft(job.town(), job.caseId());
      LOG.info("read case={} state={} pages={}", job.caseId(), state, pages.size());
    }
  }

  /// Stops after the files in work; their leases run out where that takes too long.
  @Override
  public void close() {
    isClosed = true;
    threads.forEach(Thread::interrupt);
  }
}
