package jp.frontdesk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Rules on the sources themselves that no compiled class shows: javadoc, size, null marks.
class SourceStyleTest {
  private static final Path MAIN = Path.of("src/main/java");
  private static final int LONGEST_FILE_LINES = 400;
  private static final Pattern TYPE =
      Pattern.compile(
          "^(?:public |abstract |final |sealed |non-sealed )*(?:class|interface|enum|record|@interface) .*");

  @Test
  void everyTypeSaysWhatItIs() {
    assertThat(sources().filter(SourceStyleTest::hasTypeWithoutJavadoc)).isEmpty();
  }

  @Test
  void noFileIsLongerThanFourHundredLines() {
    assertThat(sources().filter(file -> lines(file).size() > LONGEST_FILE_LINES)).isEmpty();
  }

  @Test
  void everyPackageIsDescribedAndNullMarked() {
    List<Path> packages = sources().map(Path::getParent).distinct().toList();

    assertThat(packages)
        .allSatisfy(folder ->
            assertThat(String.join("\n", lines(folder.resolve("package-info.java"))))
                .as("package-info of %s", folder)
                .startsWith("///")
                .contains("@NullMarked", "@CheckReturnValue"));
  }

  private static boolean hasTypeWithoutJavadoc(Path file) {
    List<String> lines = lines(file);
    for (int i = 0; i < lines.size(); i++) {
      if (TYPE.matcher(lines.get(i)).matches()) {
        return !isDescribed(lines, i);
      }
    }
    return false;
  }

  private static boolean isDescribed(List<String> lines, int declaration) {
    int before = declaration - 1;
    while (before >= 0 && isPartOfAnnotation(lines.get(before))) {
      before--;
    }
    return before >= 0 && lines.get(before).startsWith("///");
  }

  private static boolean isPartOfAnnotation(String line) {
    return line.startsWith("@")
        || line.startsWith(" ")
        || line.startsWith(")")
        || line.startsWith("}");
  }

  private static Stream<Path> sources() {
    try (Stream<Path> files = Files.walk(MAIN)) {
      return files.filter(file -> file.toString().endsWith(".java")).sorted().toList().stream();
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  private static List<String> lines(Path file) {
    try {
      return Files.exists(file) ? Files.readAllLines(file) : List.of("(missing)");
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}
