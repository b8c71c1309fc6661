package jp.frontdesk.reading;

import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.FutureTask;
import java.util.function.Function;
import jp.frontdesk.reading.page.Together;

/// The threads that read one page together: the caller's and some helpers. What comes out does not
/// depend on how many there are.
final class ReadingThreads implements Together, AutoCloseable {
  private static final int USUAL_LIMIT = 2;

  private final int helpers;
  private final ExecutorService pool;

  /// @param count how many threads, the caller's among them; at least 1
  ReadingThreads(int count) {
    helpers = count - 1;
    pool =
        Executors.newFixedThreadPool(
            Math.max(1, helpers), Thread.ofPlatform().daemon().name("reading-", 1).factory());
  }

  /// As many as there are processors for each of so many readers, two at most.
  static int usualCount(int readers) {
    return Math.clamp(Runtime.getRuntime().availableProcessors() / readers, 1, USUAL_LIMIT);
  }

  /// Does the same work for each thing; the first failure in their order is thrown.
  ///
  /// @return the results in the order of the things
  <A, B> List<B> each(List<A> things, Function<A, B> work) {
    List<FutureTask<B>> tasks =
        things.stream().map(t -> new FutureTask<>(() -> work.apply(t))).toList();
    for (int i = 0; i < helpers; i++) {
      pool.execute(() -> tasks.forEach(FutureTask::run));
    }
    tasks.forEach(FutureTask::run);
    return tasks.stream().map(ReadingThreads::result).toList();
  }

  @Override
  public void run(List<Runnable> pieces) {
    List<Boolean> _ =
        each(
            pieces,
            piece -> {
              piece.run();
              return true;
            });
  }

  private static <B> B result(FutureTask<B> task) {
    try {
      return task.get();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("reading was stopped", stopped);
    } catch (ExecutionException failed) {
      if (failed.getCause() instanceof Error error) {
        throw error;
      }
      throw failed.getCause() instanceof RuntimeException fault
          ? fault
          : new IllegalStateException("reading failed", failed);
    }
  }

  @Override
  public void close() {
    pool.shutdown();
  }
}
