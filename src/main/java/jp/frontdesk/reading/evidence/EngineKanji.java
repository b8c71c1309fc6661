package jp.frontdesk.reading.evidence;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/// The kanji that the engine can write. On any other its readings say nothing: it writes what it
/// knows and what looks a little like it, mostly something else each time.
///
/// `reading/engine-kanji.txt` holds them; `scripts/list-engine-kanji` makes it.
final class EngineKanji {
  private static final Set<Integer> KNOWN = load();

  private EngineKanji() {}

  /// Whether the engine could have written it; always for what is no kanji.
  static boolean canWrite(int codePoint) {
    return !Character.isIdeographic(codePoint) || KNOWN.contains(codePoint);
  }

  private static Set<Integer> load() {
    try (InputStream in =
        Objects.requireNonNull(
            EngineKanji.class.getResourceAsStream("/reading/engine-kanji.txt"))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#"))
          .flatMap(line -> line.codePoints().boxed())
          .collect(Collectors.toUnmodifiableSet());
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
