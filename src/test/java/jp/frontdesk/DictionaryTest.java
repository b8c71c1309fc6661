package jp.frontdesk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// The dictionary leads from a word to the code, so each code name in it has to exist.
class DictionaryTest {
  private static final Path DICTIONARY = Path.of("src/docs/dictionary.md");
  private static final Pattern ROW =
      Pattern.compile("^\\| `(\\w+)(?:\\.(\\w+))?` \\| [^|]+ \\| [^|]+ \\| [^|]+ \\|$");

  @Test
  void everyCodeNameOfTheDictionaryExists() throws IOException {
    List<Path> sources = sources();
    Predicate<Matcher> isMissing = row -> !exists(sources, row.group(1), row.group(2));

    assertThat(rows().filter(isMissing).map(row -> row.group(0))).isEmpty();
  }

  @Test
  void noCodeNameStandsThereTwice() throws IOException {
    assertThat(rows().map(row -> row.group(1) + "." + row.group(2))).doesNotHaveDuplicates();
  }

  @Test
  void everyRowWithACodeNameHasFourColumns() throws IOException {
    assertThat(Files.readAllLines(DICTIONARY).stream().filter(line -> line.startsWith("| `")))
        .hasSizeGreaterThan(60)
        .allMatch(line -> ROW.matcher(line).matches());
  }

  private static Stream<Matcher> rows() throws IOException {
    return Files.readAllLines(DICTIONARY).stream().map(ROW::matcher).filter(Matcher::matches);
  }

  private static boolean exists(List<Path> sources, String type, @Nullable String member) {
    return sources.stream()
        .filter(file -> file.endsWith(type + ".java"))
        .anyMatch(file -> member == null || holds(file, member));
  }

  private static boolean holds(Path file, String word) {
    try {
      return Pattern.compile("\\b" + word + "\\b").matcher(Files.readString(file)).find();
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  private static List<Path> sources() throws IOException {
    try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
      return files.filter(file -> file.toString().endsWith(".java")).collect(Collectors.toList());
    }
  }
}
