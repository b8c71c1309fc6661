package jp.frontdesk.reading.text;

import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import jp.frontdesk.reading.page.Gray;

/// One Tesseract handle with one trained model, LSTM only. Any thread may use it, one at a time.
public final class TesseractEngine implements AutoCloseable {
  private static final int LSTM_ONLY = 1;
  private static final int SINGLE_LINE = 7;
  private static final int SINGLE_CHARACTER = 10;

  private final TesseractApi api;
  private final Arena arena = Arena.ofShared();
  private final MemorySegment handle;
  private final MemorySegment sides;
  private String whitelist = "";
  private int mode = SINGLE_LINE;

  /// Opens a model.
  ///
  /// @param library the functions, from [NativeLibraries]
  /// @param folder where `<model>.traineddata` lies
  /// @param model e.g. `jpn`
  TesseractEngine(SymbolLookup library, Path folder, String model) {
    api = new TesseractApi(library);
    sides = arena.allocate(JAVA_INT, 4);
    try {
      handle = (MemorySegment) api.create.invokeExact();
      int failed =
          (int)
              api.init.invokeExact(
                  handle,
                  arena.allocateFrom(folder.toString()),
                  arena.allocateFrom(model),
                  LSTM_ONLY);
      if (failed != 0) {
        throw new IllegalStateException("Tesseract cannot open " + model + " in " + folder);
      }
      api.setPageSegMode.invokeExact(handle, SINGLE_LINE);
      setVariable(arena, "debug_file", "/dev/null");
      // Print is dark on light here; without this each doubtful line is read a second time
      // inverted.
      setVariable(arena, "invert_threshold", "0.0");
    } catch (Throwable broken) {
      throw rethrown(broken);
    }
  }

  /// Reads one line.
  ///
  /// The engine's own search for the line sometimes drops all of it; where nothing comes out, the
  /// other way of looking is tried.
  ///
  /// @param picture dark text on light paper, one line
  /// @param allowed the only characters that may come out; empty for all
  /// @param isCharacter whether the picture holds one character only
  public LineText read(Gray picture, String allowed, boolean isCharacter) {
    LineText line = readAs(picture, allowed, isCharacter ? SINGLE_CHARACTER : SINGLE_LINE);
    return line.symbols().isEmpty()
        ? readAs(picture, allowed, isCharacter ? SINGLE_LINE : SINGLE_CHARACTER)
        : line;
  }

  private LineText readAs(Gray picture, String allowed, int wanted) {
    try (Arena scratch = Arena.ofConfined()) {
      if (mode != wanted) {
        api.setPageSegMode.invokeExact(handle, wanted);
        mode = wanted;
      }
      if (!allowed.equals(whitelist)) {
        setVariable(scratch, "tessedit_char_whitelist", allowed);
        whitelist = allowed;
      }
      MemorySegment pixels = scratch.allocate(picture.pixels().length);
      MemorySegment.copy(
          MemorySegment.ofArray(picture.pixels()), 0, pixels, 0, picture.pixels().length);
      api.setImage.invokeExact(
          handle, pixels, picture.width(), picture.height(), 1, picture.width());
      api.setResolution.invokeExact(handle, 300);
      int failed = (int) api.recognize.invokeExact(handle, MemorySegment.NULL);
      return failed == 0 ? symbols() : LineText.NOTHING;
    } catch (Throwable broken) {
      throw rethrown(broken);
    }
  }

  @SuppressWarnings("restricted") // a native string ends within 64 bytes: one character
  private LineText symbols() throws Throwable {
    MemorySegment iterator = (MemorySegment) api.iterator.invokeExact(handle);
    if (iterator.address() == 0) {
      return LineText.NOTHING;
    }
    List<Symbol> symbols = new ArrayList<>();
    int more;
    do {
      MemorySegment text =
          (MemorySegment) api.iteratorText.invokeExact(iterator, TesseractApi.LEVEL_SYMBOL);
      if (text.address() != 0) {
        String character = text.reinterpret(64).getString(0).strip();
        api.deleteText.invokeExact(text);
        if (!character.isEmpty()) {
          symbols.add(symbolAt(iterator, character));
        }
      }
      more = (int) api.iteratorNext.invokeExact(iterator, TesseractApi.LEVEL_SYMBOL);
    } while (more != 0);
    api.iteratorDelete.invokeExact(iterator);
    return new LineText(symbols);
  }

  private Symbol symbolAt(MemorySegment iterator, String character) throws Throwable {
    float percent = (float) api.iteratorConfidence.invokeExact(iterator, TesseractApi.LEVEL_SYMBOL);
    MemorySegment page = (MemorySegment) api.pageIterator.invokeExact(iterator);
    int found =
        (int)
            api.boundingBox.invokeExact(
                page,
                TesseractApi.LEVEL_SYMBOL,
                sides,
                sides.asSlice(4),
                sides.asSlice(8),
                sides.asSlice(12));
    int left = found == 0 ? 0 : sides.getAtIndex(JAVA_INT, 0);
    int right = found == 0 ? 0 : sides.getAtIndex(JAVA_INT, 2);
    return new Symbol(character, Math.clamp(percent / 100.0, 0, 1), left, right);
  }

  private void setVariable(Arena scratch, String name, String value) throws Throwable {
    int known =
        (int)
            api.setVariable.invokeExact(
                handle, scratch.allocateFrom(name), scratch.allocateFrom(value));
    if (known == 0) {
      throw new IllegalStateException("Tesseract does not know the setting " + name);
    }
  }

  private static RuntimeException rethrown(Throwable broken) {
    if (broken instanceof Error error) {
      throw error;
    }
    return broken instanceof RuntimeException unchecked
        ? unchecked
        : new IllegalStateException("calling Tesseract failed", broken);
  }

  @Override
  public void close() {
    try {
      api.delete.invokeExact(handle);
    } catch (Throwable broken) {
      throw rethrown(broken);
    }
    arena.close();
  }
}
