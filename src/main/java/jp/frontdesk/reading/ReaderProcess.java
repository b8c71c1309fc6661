package jp.frontdesk.reading;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/// One reader process and the thread that listens to it. Used by one thread at a time.
final class ReaderProcess implements AutoCloseable {
  private static final int WAITING_FRAMES = 64;
  private static final ReaderFrames.Frame END = new ReaderFrames.Frame('E', new byte[0]);

  private final Process process;
  private final DataOutputStream out;
  private final BlockingQueue<ReaderFrames.Frame> frames = new ArrayBlockingQueue<>(WAITING_FRAMES);
  private final ReaderSettings settings;
  private final long mostTold;
  private boolean isReady;
  private boolean isBusy;
  private int files;

  ReaderProcess(ReaderLaunch launch, ReaderSettings settings) throws IOException {
    this.settings = settings;
    mostTold = settings.pageLimit().dividedBy(PageProgress.APART) + 1;
    process = launch.start();
    out = new DataOutputStream(process.getOutputStream());
    Thread _ = Thread.ofPlatform().daemon().name("reader-" + process.pid()).start(this::listen);
  }

  private void listen() {
    try (DataInputStream in = new DataInputStream(process.getInputStream())) {
      while (true) {
        ReaderFrames.Frame frame = ReaderFrames.receive(in);
        if (!frames.offer(frame, settings.pageLimit().toMillis(), TimeUnit.MILLISECONDS)) {
          return;
        }
      }
    } catch (IOException gone) {
      boolean _ = frames.offer(END);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  /// Whether it can take another file: not while it may still owe the answer to the last one.
  boolean isUsable() {
    return process.isAlive() && !isBusy && files < settings.filesPerProcess();
  }

  /// Reads one file; after anything but an answer the process is no longer usable.
  ReadResult read(byte[] file, Consumer<ReadingProgress> progress) throws InterruptedException {
    isBusy = true;
    try {
      if (!isReady) {
        ReaderFrames.Frame first = next(settings.startLimit());
        if (first.letter() != ReaderFrames.READY) {
          return crashed("start");
        }
        isReady = true;
      }
      files++;
      ReaderFrames.sendFile(out, file);
      long pageBegan = System.nanoTime();
      long told = 0;
      while (true) {
        long spentNs = System.nanoTime() - pageBegan;
        ReaderFrames.Frame frame = next(settings.pageLimit().minusNanos(spentNs));
        switch (frame.letter()) {
          case ReaderFrames.PROGRESS -> {
            if (++told > mostTold) {
              return crashed("protocol");
            }
            progress.accept(ReaderFrames.decodeProgress(frame.body()));
          }
          case ReaderFrames.PAGE -> {
            pageBegan = System.nanoTime();
            told = 0;
          }
          case ReaderFrames.ANSWER -> {
            ReadResult result = ReaderFrames.decode(frame.body());
            isBusy = false;
            return result;
          }
          case 'T' -> {
            return crashed("timeout");
          }
          case 'E' -> {
            return crashed("exited");
          }
          default -> {
            return crashed("protocol");
          }
        }
      }
    } catch (IOException broken) {
      return crashed(process.isAlive() ? "protocol" : "exited");
    }
  }

  private ReaderFrames.Frame next(Duration limit) throws InterruptedException {
    ReaderFrames.Frame frame = frames.poll(limit.toMillis(), TimeUnit.MILLISECONDS);
    return frame == null ? new ReaderFrames.Frame('T', new byte[0]) : frame;
  }

  private ReadResult crashed(String reason) {
    close();
    return new ReadResult.Crashed(reason);
  }

  long pid() {
    return process.pid();
  }

  @Override
  public void close() {
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    Process _ = process.destroyForcibly();
  }
}
