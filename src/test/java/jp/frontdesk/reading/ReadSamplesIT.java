package jp.frontdesk.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import jp.frontdesk.kernel.FieldPath;
import jp.frontdesk.kernel.PrintedDate;
import jp.frontdesk.kernel.Texts;
import org.junit.jupiter.api.Test;

/// Reads the sample certificates that lie beside the repository, where they do.
class ReadSamplesIT {
  private static final Path SAMPLES =
      Path.of(System.getProperty("frontdesk.samples", "../shared/samples"));

  private int fields;
  private int right;
  private int accepted;
  private int acceptedWrong;

  @Test
  void cleanPagesAreReadAndNothingWrongIsAccepted() throws IOException {
    read("clean");

    assertThat((double) right / fields).isGreaterThan(0.96);
    assertThat((double) accepted / fields).isGreaterThan(0.80);
    assertThat(acceptedWrong).isZero();
  }

  @Test
  void officeScansAreReadAndNothingWrongIsAccepted() throws IOException {
    read("office");

    assertThat((double) right / fields).isGreaterThan(0.90);
    assertThat((double) accepted / fields).isGreaterThan(0.75);
    assertThat(acceptedWrong).isZero();
  }

  private void read(String level) throws IOException {
    boolean areThere = Files.isDirectory(SAMPLES);
    if (!areThere) {
      System.err.println("SKIPPED: no sample certificates in " + SAMPLES);
    }
    assumeTrue(areThere, "no sample certificates in " + SAMPLES);
    try (Stream<Path> files = Files.list(SAMPLES);
        FileReader reader = new FileReader(Trace.NONE, 2)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".truth.json")).sorted().toList()) {
        JsonNode truth = new ObjectMapper().readTree(Files.readString(file));
        if (truth.path("level").asText().equals(level)) {
          compare(truth, merged(reader, truth));
        }
      }
    }
    assertThat(fields).isPositive();
  }

  private static CertificateReading merged(FileReader reader, JsonNode truth) throws IOException {
    List<PageReading> pages = new ArrayList<>();
    for (JsonNode page : truth.path("pages")) {
      byte[] file = Files.readAllBytes(SAMPLES.resolve(page.path("file").asText()));
      if (reader.read(file) instanceof ReadResult.Read(List<ReadPage> read)) {
        read.forEach(p -> pages.add(p.reading().asPage(pages.size() + 1)));
      }
    }
    return CertificateReading.merge(pages, Acceptance.usual());
  }

  private void compare(JsonNode truth, CertificateReading reading) {
    for (Map.Entry<String, JsonNode> entry : truth.path("fields").properties()) {
      String type = entry.getValue().path("type").asText();
      String expected = canonical(type, entry.getValue().path("value").asText());
      Optional<FieldReading> found = FieldPath.parse(entry.getKey()).flatMap(reading::find);
      boolean isRight = found.map(f -> canonical(type, f.value()).equals(expected)).orElse(false);
      boolean isAccepted = found.map(f -> !f.needsReview()).orElse(false);
      fields++;
      right += isRight ? 1 : 0;
      accepted += isAccepted ? 1 : 0;
      acceptedWrong += isAccepted && !isRight ? 1 : 0;
    }
  }

  private static String canonical(String type, String value) {
    return switch (type) {
      case "date" -> PrintedDate.parse(value).map(PrintedDate::western).orElse(value);
      case "digits" -> Texts.digitsOf(value);
      case "code" -> Texts.folded(value).toUpperCase(Locale.ROOT);
      default -> Texts.folded(value);
    };
  }
}
