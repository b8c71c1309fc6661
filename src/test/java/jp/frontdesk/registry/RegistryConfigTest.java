package jp.frontdesk.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RegistryConfigTest {
  @TempDir private Path folder = Path.of(".");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "141003", "141305", "142018", "142042", "142051", "142085", "142131", "132098", "999997"
      })
  void theFileOfEveryTownIsRight(String town) {
    assertThat(RegistryConfig.load(Path.of("kiosk-config", town)))
        .isEqualTo(
            new RegistryConfig.Loaded.Target(
                new RegistryTarget(
                    RegistryTarget.Kind.REST,
                    URI.create("http://127.0.0.1:8084/api"),
                    Duration.ofSeconds(3))));
  }

  @Test
  void everyFaultIsNamedWithItsLine() throws IOException {
    write("# a town\nkind: pigeon\nurl: ftp://registry.invalid/\ncolour: blue\ntimeout_ms: soon\n");

    assertThat(faults())
        .containsExactly(
            at(2, "`kind` is `rest` or `csv`"),
            at(3, "`url` is an address like http://127.0.0.1:8084/api, without query"),
            at(
                4,
                "`colour` is not known; known are kind, url, timeout_ms, folder, mapping, result_poll_s, characters"),
            at(5, "`timeout_ms` is a whole number from 100 to 60000"));
  }

  @Test
  void whatIsMissingOrTwiceIsNamed() throws IOException {
    write("kind: rest\nkind: rest\nurl: [http://127.0.0.1/]\n");

    assertThat(faults())
        .containsExactly(
            at(2, "`kind` is there twice"),
            at(3, "`url` takes one value"),
            at(1, "`timeout_ms` is missing"));
  }

  @Test
  void aFileThatIsNotYamlIsNamedWithTheLine() throws IOException {
    write("kind: rest\nurl: \"http://127.0.0.1\ntimeout_ms: 1000\n");

    assertThat(faults()).anyMatch(fault -> fault.endsWith(": not YAML"));
  }

  @Test
  void aMissingFileIsNamed() {
    assertThat(faults()).containsExactly(at(1, "the file is missing or cannot be read"));
  }

  private void write(String text) throws IOException {
    var _ = Files.writeString(folder.resolve(RegistryConfig.FILE_NAME), text);
  }

  private java.util.List<String> faults() {
    return ((RegistryConfig.Loaded.Faulty) RegistryConfig.load(folder)).faults();
  }

  private String at(int line, String words) {
    return folder.resolve(RegistryConfig.FILE_NAME) + ":" + line + ": " + words;
  }
}
