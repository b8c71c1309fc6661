package jp.frontdesk.reading;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.function.Consumer;
import jp.frontdesk.reading.page.PageLimits;

/// A fixed number of reader processes. A process that died, hung, lied or did its share of files is
/// replaced before the next file; nothing of one file reaches another.
final class ReaderProcesses implements ReaderPool {
  private final ReaderSettings settings;
  private final ReaderLaunch launch;
  private final BlockingQueue<Seat> free;
  private final List<Seat> seats = new ArrayList<>();
  private volatile boolean isClosed;

  /// A place for one process, taken by one caller at a time.
  private static final class Seat {
    private Optional<ReaderProcess> process = Optional.empty();
  }

  ReaderProcesses(int processes, ReaderSettings settings) {
    if (processes < 1) {
      throw new IllegalArgumentException("a pool needs a reader process");
    }
    this.settings = settings;
    settings.models().unpackLibraries();
    launch = new ReaderLaunch(settings);
    free = new ArrayBlockingQueue<>(processes);
    for (int i = 0; i < processes; i++) {
      Seat seat = new Seat();
      seat.process = startProcess();
      seats.add(seat);
      free.add(seat);
    }
  }

  @Override
  public ReadResult read(byte[] file, Consumer<ReadingProgress> progress) {
    if (file.length > PageLimits.MAX_BYTES) {
      return new ReadResult.Refused(Warnings.FILE_TOO_LARGE);
    }
    Seat seat;
    try {
      seat = free.take();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return new ReadResult.Crashed("stopped");
    }
    try {
      return readAt(seat, file, progress);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      seat.process.ifPresent(ReaderProcess::close);
      return new ReadResult.Crashed("stopped");
    } finally {
      free.add(seat);
    }
  }

  private ReadResult readAt(Seat seat, byte[] file, Consumer<ReadingProgress> progress)
      throws InterruptedException {
    if (isClosed) {
      return new ReadResult.Crashed("stopped");
    }
    if (seat.process.isEmpty() || !seat.process.orElseThrow().isUsable()) {
      seat.process.ifPresent(ReaderProcess::close);
      seat.process = startProcess();
    }
    if (seat.process.isEmpty()) {
      return new ReadResult.Crashed("start");
    }
    ReadResult result = seat.process.orElseThrow().read(file, progress);
    if (result instanceof ReadResult.Crashed && !isClosed) {
      seat.process = startProcess();
    }
    return result;
  }

  private Optional<ReaderProcess> startProcess() {
    try {
      return Optional.of(new ReaderProcess(launch, settings));
    } catch (IOException cannotStart) {
      return Optional.empty();
    }
  }

  /// The ids of the living processes, for tests that end one.
  List<Long> pids() {
    return seats.stream().flatMap(s -> s.process.stream()).map(ReaderProcess::pid).toList();
  }

  @Override
  public String isolation() {
    return launch.isolation();
  }

  @Override
  public void close() {
    isClosed = true;
    seats.forEach(s -> s.process.ifPresent(ReaderProcess::close));
  }
}
