package jp.frontdesk.reading;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `frontdesk reader`: a reader process of the desk, one file at a time over its standard streams;
/// not for people. It ends when the desk closes the pipe.
@Command(name = "reader", hidden = true, description = "Reads pages for the desk over a pipe.")
public final class ReaderCommand implements Callable<Integer> {
  private static final String FAULT_MARK = "FRONTDESK-FAULT:";
  private static final String EXERCISE = "/reading/exercise.jpg";
  private static final int EXERCISES = 3;
  private static final int IDLE_MS = 2_000;
  private static final int LOOK_MS = 50;

  @Option(names = "--threads", defaultValue = "1", description = "threads that read a page")
  int threads;

  @Option(
      names = "--with-faults",
      hidden = true,
      description = "for tests: files that begin with a mark make the process crash, hang or lie")
  boolean hasFaults;

  @Override
  public Integer call() throws IOException {
    DataInputStream in = new DataInputStream(new FileInputStream(FileDescriptor.in));
    DataOutputStream out = new DataOutputStream(new FileOutputStream(FileDescriptor.out));
    System.setOut(System.err);
    try (FileReader reader = new FileReader(Trace.NONE, threads)) {
      reader.warmUp();
      ReaderFrames.send(out, ReaderFrames.READY, new byte[0]);
      exercise(reader, in);
      while (true) {
        byte[] file = ReaderFrames.receiveFile(in);
        if (hasFaults) {
          commitFault(file, out);
        }
        ReadResult result = reader.read(file, progress -> tell(out, progress), () -> tellPage(out));
        ReaderFrames.send(out, ReaderFrames.ANSWER, ReaderFrames.encode(result));
        System.gc();
      }
    } catch (EOFException deskIsGone) {
      return 0;
    }
  }

  /// Reads an invented page (the first of `frontdesk samples --layout household-table --level
  /// office --members 3 --seed 77`) while nobody waits, so that the first resident's page finds the
  /// code compiled. A page that comes in meanwhile waits for one reading at most.
  private static void exercise(FileReader reader, InputStream in) throws IOException {
    byte[] page;
    try (InputStream stream =
        Objects.requireNonNull(ReaderCommand.class.getResourceAsStream(EXERCISE))) {
      page = stream.readAllBytes();
    }
    for (int i = 0; i < EXERCISES && isIdle(in); i++) {
      var _ = reader.read(page);
      System.gc();
    }
  }

  private static boolean isIdle(InputStream in) throws IOException {
    try {
      for (int waitedMs = 0; waitedMs < IDLE_MS && in.available() == 0; waitedMs += LOOK_MS) {
        Thread.sleep(LOOK_MS);
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
    return in.available() == 0;
  }

  private static void tell(DataOutputStream out, ReadingProgress progress) {
    try {
      ReaderFrames.send(out, ReaderFrames.PROGRESS, ReaderFrames.encodeProgress(progress));
    } catch (IOException deskIsGone) {
      throw new UncheckedIOException(deskIsGone);
    }
  }

  private static void tellPage(DataOutputStream out) {
    try {
      ReaderFrames.send(out, ReaderFrames.PAGE, new byte[0]);
    } catch (IOException deskIsGone) {
      throw new UncheckedIOException(deskIsGone);
    }
  }

  private static void commitFault(byte[] file, DataOutputStream out) throws IOException {
    String head =
        new String(file, 0, Math.min(file.length, 64), StandardCharsets.ISO_8859_1).strip();
    if (!head.startsWith(FAULT_MARK)) {
      return;
    }
    switch (head.substring(FAULT_MARK.length())) {
      case "exit" -> Runtime.getRuntime().halt(134);
      case "hang" -> hang();
      case "flood" -> tellWithoutEnd(out, 1);
      case "creep" -> tellWithoutEnd(out, 500);
      case "memory" -> exhaustMemory();
      case "lie" -> {
        out.write("this is no frame at all, not even nearly".getBytes(StandardCharsets.US_ASCII));
        out.flush();
      }
      default -> throw new IllegalArgumentException("no such fault");
    }
  }

  private static void hang() {
    while (!Thread.currentThread().isInterrupted()) {
      Thread.onSpinWait();
    }
  }

  private static void tellWithoutEnd(DataOutputStream out, long apartMs) {
    try {
      while (!Thread.currentThread().isInterrupted()) {
        tell(out, new ReadingProgress(1, 1, 0, 0, List.of()));
        Thread.sleep(apartMs);
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  private static void exhaustMemory() {
    List<byte[]> hoard = new ArrayList<>();
    while (hoard.size() < Integer.MAX_VALUE) {
      hoard.add(new byte[32 << 20]);
    }
  }
}
