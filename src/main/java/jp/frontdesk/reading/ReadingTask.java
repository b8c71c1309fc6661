package jp.frontdesk.reading;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import jp.frontdesk.kernel.CertificateField;

/// One place of a page to read. What comes out of all of them does not depend on which is read
/// first.
///
/// @param rank the lower, the sooner
/// @param reading reads the place
record ReadingTask(int rank, Supplier<List<Found>> reading) {
  /// Of what belongs to no place of its own and takes long: after the first fields, before the
  /// rest, so that one thread is not left with it.
  static final int PAGE = 10_000;

  /// Of everything else.
  static final int REST = 10_001;

  /// The fields people know their paper by come first, person by person.
  static int rankOf(Slot slot) {
    int first =
        slot.fields().stream()
            .mapToInt(ReadingTask::placeOf)
            .min()
            .orElse(ReadingProgress.FIELDS.size());
    return first < ReadingProgress.FIELDS.size()
        ? Math.max(0, slot.member()) * ReadingProgress.FIELDS.size() + first
        : REST;
  }

  private static int placeOf(CertificateField field) {
    int place = ReadingProgress.FIELDS.indexOf(field);
    return place < 0 ? ReadingProgress.FIELDS.size() : place;
  }

  /// Does all of them.
  ///
  /// @param progress told of each
  /// @return what was found, in the order of the tasks as given
  static List<Found> done(List<ReadingTask> tasks, ReadingThreads threads, PageProgress progress) {
    progress.found(tasks.size());
    List<Integer> order =
        IntStream.range(0, tasks.size())
            .boxed()
            .sorted(Comparator.comparingInt(i -> tasks.get(i).rank()))
            .toList();
    List<List<Found>> results =
        threads.each(
            order,
            i -> {
              List<Found> found = tasks.get(i).reading().get();
              progress.read(found);
              return found;
            });
    List<Found> inOrder = new ArrayList<>();
    IntStream.range(0, order.size())
        .boxed()
        .sorted(Comparator.comparingInt(order::get))
        .forEach(i -> inOrder.addAll(results.get(i)));
    return inOrder;
  }
}
