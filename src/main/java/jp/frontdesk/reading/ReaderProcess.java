package jp.frontdesk.reading;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;

/// One reader process and the thread that listens to it. Used by one thread at a time.
final class ReaderProcess implements AutoCloseable {
  private static final int WAITING_FRAMES = 64;
  private static final ReaderFrames.Frame END = new ReaderFrames.Frame('E', new byte[0]);

  private final Process process;
  private final DataOutputStream out;
  private final BlockingQueue<ReaderFrames.Frame> frames = new ArrayBlockingQueue<>(WAITING_FRAMES);
  private final ReaderSettings settings;
  private boolean isReady;
  private int files;

  ReaderProcess(ReaderLaunch launch, ReaderSettings settings) throws IOException {
    this.settings = settings;
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

  /// Whether it can take another file.
  boolean isUsable() {
    return process.isAlive() && files < settings.filesPerProcess();
  }

  /// Reads one file; after anything but an answer the process is no longer usable.
  ReadResult read(byte[] file) throws InterruptedException {
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
      while (true) {
        ReaderFrames.Frame frame = next(settings.pageLimit());
        switch (frame.letter()) {
          case ReaderFrames.PAGE -> {}
          case ReaderFrames.ANSWER -> {
            return ReaderFrames.decode(frame.body());
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
