package jp.frontdesk.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CsvMappingReaderTest {
  @TempDir private Path folder = Path.of(".");

  @Test
  void aTownsRegistryMayImportFiles() throws IOException {
    write("registry.yaml", "kind: csv\nfolder: drop\nmapping: columns.yaml\nresult_poll_s: 30\n");
    write("columns.yaml", Files.readString(Path.of("kiosk-config/common/registry-csv.yaml")));

    RegistryConfig.Loaded loaded = RegistryConfig.load(folder);

    CsvTarget csv = ((RegistryConfig.Loaded.Target) loaded).target().csv().orElseThrow();
    assertThat(csv.folder()).isEqualTo(Path.of("drop"));
    assertThat(csv.resultPoll()).isEqualTo(Duration.ofSeconds(30));
    assertThat(csv.mapping().columns()).hasSize(CsvItem.all().size());
  }

  @Test
  void everyFaultOfAMappingIsNamedWithItsLine() throws IOException {
    write("registry.yaml", "kind: csv\nfolder: drop\nmapping: columns.yaml\nresult_poll_s: 0\n");
    write(
        "columns.yaml",
        """
        encoding: EBCDIC
        line_end: CR
        delimiter: comma
        quote: all
        header: perhaps
        date: iso
        yes: "1"
        no: "1"
        colour: blue
        codes:
          性別: {"1": "M", "2": "M"}
        columns:
          - {item: 連携番号}
          - {item: 連携番号, name: 別名}
          - {item: 宛名番号}
          - {item: 氏名, width: full, longest: 0}
          - {item: 世帯員数, value: x}
        """);

    List<String> faults = ((RegistryConfig.Loaded.Faulty) RegistryConfig.load(folder)).faults();

    assertThat(faults)
        .extracting(fault -> fault.substring(folder.toString().length() + 1))
        .containsExactlyInAnyOrder(
            "columns.yaml:9: colour is no known key; known are encoding, line_end, delimiter,"
                + " quote, header, date, yes, no, codes, columns",
            "columns.yaml:8: yes and no must be written differently",
            "columns.yaml:1: encoding is UTF-8, UTF-8-BOM, UTF-16LE, UTF-16BE or Shift_JIS",
            "columns.yaml:2: line_end is one of CRLF, LF",
            "columns.yaml:5: header must be true or false",
            "columns.yaml:11: two codes of 性別 are written M",
            "columns.yaml:14: the item 連携番号 is there already",
            "columns.yaml:15: 宛名番号 is no item of registry/csv-items.csv",
            "columns.yaml:16: only digits and days have a width; other values stay as they are",
            "columns.yaml:16: longest must be from 1 to 100000",
            "columns.yaml:17: a column has either an item or a value",
            "columns.yaml:13: the item 記載順位 must have a column",
            "registry.yaml:4: `result_poll_s` is a whole number from 1 to 3600");
  }

  @Test
  void keysOfAnotherKindAreFaults() throws IOException {
    write("registry.yaml", "kind: csv\nurl: http://127.0.0.1/api\n");

    assertThat(((RegistryConfig.Loaded.Faulty) RegistryConfig.load(folder)).faults())
        .extracting(fault -> fault.substring(fault.indexOf("yaml:")))
        .containsExactly(
            "yaml:1: `folder` is missing",
            "yaml:1: `mapping` is missing",
            "yaml:1: `result_poll_s` is missing",
            "yaml:1: `url` is not for this kind");
  }

  private void write(String name, String text) throws IOException {
    Path _ = Files.writeString(folder.resolve(name), text);
  }
}
