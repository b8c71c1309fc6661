package jp.frontdesk.reading;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import jp.frontdesk.reading.glyphs.GlyphReader;
import jp.frontdesk.reading.page.Decoded;
import jp.frontdesk.reading.page.PageDecoder;
import jp.frontdesk.reading.page.PageSource;
import jp.frontdesk.reading.text.Engines;
import jp.frontdesk.reading.text.ModelFolder;

/// Reads whole files in this process, page by page: what a reader process does with its one job.
/// Not safe for threads.
public final class FileReader implements AutoCloseable {
  private final Engines engines;
  private final ReadingThreads threads;
  private final PageReader pages;

  /// Opens the engines and the label list of the installation.
  ///
  /// @param trace sees the picture after each stage
  /// @param threadCount how many threads read a page together, at least 1
  public FileReader(Trace trace, int threadCount) {
    engines = new Engines(ModelFolder.ofInstallation(), threadCount);
    threads = new ReadingThreads(threadCount);
    pages = new PageReader(engines, threads, LabelBook.load(labelFile()), trace);
  }

  /// `templates/certificates/labels.yaml` below the system property `frontdesk.home`.
  static Path labelFile() {
    return Path.of(System.getProperty("frontdesk.home", "."))
        .resolve("templates/certificates/labels.yaml")
        .toAbsolutePath();
  }

  /// Opens all models, so that the first page is not slower than the rest.
  public void warmUp() {
    engines.warmUp();
    GlyphReader.warmUp();
  }

  /// Reads one file.
  ///
  /// @param file the bytes as they came in
  public ReadResult read(byte[] file) {
    return read(file, _ -> {}, () -> {});
  }

  /// Reads one file and tells how far it is.
  ///
  /// @param file the bytes as they came in
  /// @param progress told while a page is read, from whichever thread reads, one at a time
  /// @param afterPage called when a page is done
  public ReadResult read(byte[] file, Consumer<ReadingProgress> progress, Runnable afterPage) {
    return switch (PageDecoder.open(file)) {
      case Decoded.Refused(ReadingWarning warning) -> new ReadResult.Refused(warning);
      case Decoded.Pages(PageSource source) -> readPages(source, progress, afterPage);
    };
  }

  private ReadResult readPages(
      PageSource source, Consumer<ReadingProgress> progress, Runnable afterPage) {
    try (source) {
      List<ReadPage> read = new ArrayList<>();
      for (int i = 0; i < source.count(); i++) {
        read.add(
            pages.read(source.page(i), i + 1, new PageProgress(i + 1, source.count(), progress)));
        afterPage.run();
      }
      return new ReadResult.Read(read);
    } catch (IOException broken) {
      return new ReadResult.Refused(Warnings.DAMAGED_FILE);
    }
  }

  @Override
  public void close() {
    threads.close();
    engines.close();
  }
}
