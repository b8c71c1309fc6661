package jp.frontdesk.reading.text;

import java.lang.foreign.SymbolLookup;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import jp.frontdesk.reading.page.Gray;

/// The models of one reader, a set of them for each of its threads, each model opened when first
/// used. Safe for threads: a line takes a whole set and gives it back.
public final class Engines implements AutoCloseable {
  private final ModelFolder folder;
  private final SymbolLookup library;
  private final List<Map<Model, TesseractEngine>> sets = new ArrayList<>();
  private final ConcurrentLinkedDeque<Map<Model, TesseractEngine>> free =
      new ConcurrentLinkedDeque<>();
  private final Semaphore freeSets;
  private final AtomicInteger lines = new AtomicInteger();

  /// Opens the native libraries; models follow when used.
  ///
  /// @param threads how many lines may be read at a time, at least 1
  public Engines(ModelFolder folder, int threads) {
    this.folder = folder;
    library = NativeLibraries.tesseract(folder.libraries());
    freeSets = new Semaphore(threads);
    for (int i = 0; i < threads; i++) {
      sets.add(new EnumMap<>(Model.class));
    }
    free.addAll(sets);
  }

  /// Reads one line.
  ///
  /// @param allowed the only characters that may come out; empty for all
  public LineText read(Model model, Gray line, String allowed) {
    return read(model, line, allowed, false);
  }

  /// Reads one character.
  ///
  /// @param allowed the only characters that may come out; empty for all
  public LineText readCharacter(Model model, Gray character, String allowed) {
    return read(model, character, allowed, true);
  }

  private LineText read(Model model, Gray line, String allowed, boolean isCharacter) {
    lines.incrementAndGet();
    freeSets.acquireUninterruptibly();
    Map<Model, TesseractEngine> set = free.removeLast();
    try {
      return engine(set, model).read(line, allowed, isCharacter);
    } finally {
      free.addLast(set);
      freeSets.release();
    }
  }

  /// Opens all models of all threads, so that the first page is not slower than the rest. Call it
  /// before anything is read.
  public void warmUp() {
    Gray paper = Gray.white(120, 48);
    for (Map<Model, TesseractEngine> set : sets) {
      for (Model model : Model.values()) {
        var _ = engine(set, model).read(paper, "", false);
      }
    }
  }

  /// How many lines were read so far, by any model.
  public int lineCount() {
    return lines.get();
  }

  private TesseractEngine engine(Map<Model, TesseractEngine> set, Model model) {
    return set.computeIfAbsent(
        model, m -> new TesseractEngine(library, folder.trainedData(), m.file()));
  }

  @Override
  public void close() {
    for (Map<Model, TesseractEngine> set : sets) {
      set.values().forEach(TesseractEngine::close);
      set.clear();
    }
  }
}
