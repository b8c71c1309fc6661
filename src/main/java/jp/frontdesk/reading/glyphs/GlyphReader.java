package jp.frontdesk.reading.glyphs;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.zip.GZIPInputStream;
import jp.frontdesk.reading.Box;
import jp.frontdesk.reading.page.Gray;
import jp.frontdesk.reading.page.UprightPage;

/// This project's own reader of printed characters, independent of the engine: knows the kanji of
/// names that no engine to be had can write. Trained by `scripts/train-glyphs`.
public final class GlyphReader {
  private static final String MODEL = "/reading/glyphs.bin.gz";

  /// Read once, when the first line asks.
  private static final class Known {
    static final GlyphModel MODEL_READ = model();
    static final Map<Alphabet, GlyphModel.Choice> CHOICES = new ConcurrentHashMap<>();
  }

  private GlyphReader() {}

  /// Reads the model now, so that the first page is not slower than the rest.
  public static void warmUp() {
    for (Alphabet alphabet : List.of(Alphabet.NAME, Alphabet.KANA, Alphabet.ADDRESS)) {
      var _ = choice(alphabet);
    }
  }

  /// The characters of one line, from left to right.
  ///
  /// @param ink tight around the line's ink
  /// @param limits where its surroundings end, e.g. the cell it stands in
  /// @param alphabet the only characters that may come out
  public static List<ReadGlyph> read(UprightPage page, Box ink, Box limits, Alphabet alphabet) {
    Gray strip = LineStrip.of(page.map(), page.source(), ink, limits);
    return new GlyphLine(choice(alphabet), strip).read();
  }

  /// Words laid over a print.
  ///
  /// @param ink tight around the ink of each line, from top to bottom
  /// @param limits where their surroundings end
  public static Spelling spelling(UprightPage page, List<Box> ink, Box limits) {
    return new Spelling(
        Known.MODEL_READ,
        ink.stream()
            .map(box ->
                new GlyphLine(
                    choice(Alphabet.ADDRESS), LineStrip.of(page.map(), page.source(), box, limits)))
            .toList());
  }

  /// Whether a character can come out at all.
  public static boolean knows(int codePoint) {
    return Known.MODEL_READ.knows(codePoint);
  }

  private static GlyphModel.Choice choice(Alphabet alphabet) {
    return Known.CHOICES.computeIfAbsent(alphabet, a -> Known.MODEL_READ.only(a::has));
  }

  private static GlyphModel model() {
    try (InputStream stream = Objects.requireNonNull(GlyphReader.class.getResourceAsStream(MODEL));
        InputStream unpacked = new BufferedInputStream(new GZIPInputStream(stream, 1 << 16))) {
      return GlyphModel.read(unpacked);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}
