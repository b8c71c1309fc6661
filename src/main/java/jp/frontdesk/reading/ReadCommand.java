package jp.frontdesk.reading;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `frontdesk read`: reads certificates without a database, one JSON object a line on standard
/// output in the order of the input; progress on standard error.
@Command(
    name = "read",
    description = "Reads moving-out certificates 転出証明書: images, PDFs or folders of pages.",
    mixinStandardHelpOptions = true)
public final class ReadCommand implements Callable<Integer> {
  @Spec @Nullable CommandSpec spec;

  @Option(names = "--jobs", defaultValue = "1", description = "how many certificates at a time")
  int jobs;

  @Option(
      names = "--threads",
      description = "how many threads read a page together (default: 2 where processors allow)")
  Optional<Integer> threads = Optional.empty();

  @Option(
      names = "--debug",
      description = "writes the picture after each stage and the QR codes into this folder")
  @Nullable Path debug;

  @Option(
      names = "--accept",
      defaultValue = "",
      description = "probabilities from which values need no look, e.g. name=0.99,date=0.95")
  String accept = "";

  @Option(
      names = "--stated",
      description = "confidence as the rules state it, for scripts/calibrate")
  boolean isStated;

  @Parameters(arity = "1..*", paramLabel = "PATH", description = "image, PDF or folder")
  List<Path> paths = List.of();

  @Override
  public Integer call() throws IOException, InterruptedException {
    checkUsage();
    PrintStream out = new PrintStream(System.out, false, StandardCharsets.UTF_8);
    List<Inputs.Input> inputs = Inputs.of(paths);
    ThreadLocal<FileReader> readers = ThreadLocal.withInitial(this::newReader);
    try (ExecutorService pool = Executors.newFixedThreadPool(jobs)) {
      List<Future<String>> lines = new ArrayList<>();
      for (Inputs.Input input : inputs) {
        lines.add(pool.submit(() -> line(input, readers)));
      }
      for (int i = 0; i < lines.size(); i++) {
        out.println(lines.get(i).get());
        out.flush();
        System.err.println("read " + (i + 1) + " of " + lines.size());
      }
      return 0;
    } catch (ExecutionException broken) {
      throw new IllegalStateException("reading failed", broken.getCause());
    }
  }

  private void checkUsage() {
    CommandSpec here = java.util.Objects.requireNonNull(spec);
    if (jobs < 1 || jobs > 64) {
      throw new ParameterException(here.commandLine(), "--jobs must be 1 to 64");
    }
    if (threads.filter(t -> t < 1 || t > 16).isPresent()) {
      throw new ParameterException(here.commandLine(), "--threads must be 1 to 16");
    }
    try {
      Acceptance _ = Acceptance.parse(accept);
    } catch (IllegalArgumentException wrong) {
      throw new ParameterException(here.commandLine(), "--accept: " + wrong.getMessage(), wrong);
    }
    for (Path path : paths) {
      if (!Files.exists(path)) {
        throw new ParameterException(here.commandLine(), "no such file or folder: " + path);
      }
    }
  }

  private final ThreadLocal<String> shown = ThreadLocal.withInitial(() -> "page");

  private FileReader newReader() {
    Path folder = debug;
    return new FileReader(
        folder == null ? Trace.NONE : new DebugFolder(folder, shown::get),
        threads.orElseGet(() -> ReadingThreads.usualCount(jobs)));
  }

  private String line(Inputs.Input input, ThreadLocal<FileReader> readers) throws IOException {
    FileReader reader = readers.get();
    long start = System.nanoTime();
    List<PageReading> pages = new ArrayList<>();
    for (Path file : input.files()) {
      shown.set(input.id() + "-p" + (pages.size() + 1));
      switch (reader.read(Files.readAllBytes(file))) {
        case ReadResult.Read(List<ReadPage> read) -> {
          for (ReadPage page : read) {
            pages.add(page.reading().asPage(pages.size() + 1));
          }
        }
        case ReadResult.Refused(ReadingWarning warning) ->
            pages.add(PageReading.unread(pages.size() + 1, DocumentType.OTHER, 0, 0, warning));
        case ReadResult.Crashed(String reason) ->
            pages.add(
                PageReading.unread(
                    pages.size() + 1, DocumentType.OTHER, 0, 0, Warnings.READING_FAILED));
      }
    }
    long elapsedMs = (System.nanoTime() - start) / 1_000_000;
    CertificateReading reading =
        isStated
            ? CertificateReading.stated(pages)
            : CertificateReading.merge(pages, Acceptance.parse(accept));
    return ReadingLine.of(input.id(), elapsedMs, reading);
  }
}
