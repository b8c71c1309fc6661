package jp.frontdesk.reading.text;

import java.lang.foreign.SymbolLookup;
import java.util.EnumMap;
import java.util.Map;
import jp.frontdesk.reading.page.Gray;

/// The models of one thread, each opened when first used. Not safe for threads.
public final class Engines implements AutoCloseable {
  private final ModelFolder folder;
  private final SymbolLookup library;
  private final Map<Model, TesseractEngine> open = new EnumMap<>(Model.class);
  private int lines;

  /// Opens the native libraries; models follow when used.
  public Engines(ModelFolder folder) {
    this.folder = folder;
    library = NativeLibraries.tesseract(folder.libraries());
  }

  /// Reads one line.
  ///
  /// @param allowed the only characters that may come out; empty for all
  public LineText read(Model model, Gray line, String allowed) {
    lines++;
    return engine(model).read(line, allowed, false);
  }

  /// Reads one character.
  ///
  /// @param allowed the only characters that may come out; empty for all
  public LineText readCharacter(Model model, Gray character, String allowed) {
    lines++;
    return engine(model).read(character, allowed, true);
  }

  /// Opens all models, so that the first page is not slower than the rest.
  public void warmUp() {
    Gray paper = Gray.white(120, 48);
    for (Model model : Model.values()) {
      var _ = engine(model).read(paper, "", false);
    }
  }

  /// How many lines were read so far, by any model.
  public int lineCount() {
    return lines;
  }

  private TesseractEngine engine(Model model) {
    return open.computeIfAbsent(
        model, m -> new TesseractEngine(library, folder.trainedData(), m.file()));
  }

  @Override
  public void close() {
    open.values().forEach(TesseractEngine::close);
    open.clear();
  }
}
