package jp.frontdesk.registry;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import jp.frontdesk.kernel.Problem;
import jp.frontdesk.review.ConfirmedFixtures;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CsvWriterTest {
  private static final Charset SHIFT_JIS = Charset.forName("windows-31j");

  @ParameterizedTest
  @CsvSource({
    "UTF-8, true, true, ISO",
    "UTF-8, false, false, ERA",
    "UTF-16LE, true, false, SLASH",
    "UTF-16BE, true, true, DIGITS",
    "windows-31j, false, true, ERA",
    "windows-31j, false, false, ISO"
  })
  void tenThousandHouseholdsComeBackEqual(
      String charset, boolean hasMark, boolean quotesAll, CsvMapping.Dates dates) {
    CsvMapping mapping = mapping(Charset.forName(charset), hasMark, quotesAll, dates);
    boolean isShiftJis = mapping.charset().equals(SHIFT_JIS);
    CsvWriter writer = new CsvWriter(mapping);
    int count = 10_000;

    for (int first = 0; first < count; first += 1_000) {
      List<RegistryRecord> sent =
          IntStream.range(first, first + 1_000)
              .mapToObj(i -> CsvHouseholds.random(i, isShiftJis))
              .toList();
      CsvWriter.Written.Whole file = (CsvWriter.Written.Whole) writer.write(sent);
      CsvReader.Read.Whole read = (CsvReader.Read.Whole) CsvReader.read(mapping, file.bytes());

      assertThat(read.households()).hasSize(sent.size());
      for (int i = 0; i < sent.size(); i++) {
        assertThat(read.households().get(i).key()).isEqualTo(sent.get(i).idempotencyKey());
        assertThat(read.households().get(i).record())
            .isEqualTo(CsvHouseholds.parse(sent.get(i).json()));
      }
    }
  }

  @Test
  void codesAreWrittenByTheTownsTableAndReadBack() {
    CsvMapping plain = standard();
    CsvMapping mapping =
        new CsvMapping(
            plain.charset(),
            plain.hasMark(),
            plain.lineEnd(),
            plain.delimiter(),
            plain.quotesAll(),
            plain.hasHeader(),
            plain.dates(),
            "有",
            "無",
            Map.of("性別", Map.of("1", "M", "2", "F")),
            plain.columns());
    RegistryRecord record = RegistryRecord.of(ConfirmedFixtures.couple());

    CsvWriter.Written.Whole file =
        (CsvWriter.Written.Whole) new CsvWriter(mapping).write(List.of(record));

    assertThat(new String(file.bytes(), StandardCharsets.UTF_8))
        .contains("\"M\"", "\"F\"", "\"無\"");
    assertThat(((CsvReader.Read.Whole) CsvReader.read(mapping, file.bytes())).households())
        .extracting(CsvReader.Household::record)
        .containsExactly((ObjectNode) CsvHouseholds.parse(record.json()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"見本\u0000花子", "見本\n花子", "見本\r花子", "見本\u001b花子"})
  void aControlCharacterIsRefusedByItsField(String name) {
    assertThat(refusal(standard(), name))
        .singleElement()
        .satisfies(problem -> {
          assertThat(problem.field()).isEqualTo("世帯員[0].氏名");
          assertThat(problem.code()).isEqualTo("control_character");
          assertThat(problem.message()).doesNotContain("花子").contains("取り除いてください");
        });
  }

  @Test
  void halfACharacterIsRefused() {
    assertThat(refusal(standard(), "見本\ud842"))
        .extracting(Problem::code)
        .containsExactly("not_in_encoding");
  }

  @ParameterizedTest
  @ValueSource(strings = {"𠮷見　花子", "斉󠄃藤", "〜", "¥100"})
  void whatTheEncodingCannotHoldIsRefusedAndNeverReplaced(String name) {
    CsvMapping mapping = mapping(SHIFT_JIS, false, true, CsvMapping.Dates.ISO);

    assertThat(refusal(mapping, name)).extracting(Problem::code).containsExactly("not_in_encoding");
  }

  @Test
  void whatIsTooLongForTheRegistryIsRefused() {
    CsvMapping plain = standard();
    List<CsvMapping.Column> columns =
        plain.columns().stream()
            .map(column ->
                column.heading().equals("氏名")
                    ? new CsvMapping.Column("氏名", column.item(), "", false, 299)
                    : column)
            .toList();
    CsvMapping mapping =
        new CsvMapping(
            plain.charset(),
            true,
            "\n",
            ',',
            true,
            true,
            plain.dates(),
            "1",
            "0",
            Map.of(),
            columns);

    assertThat(refusal(mapping, "𠮷".repeat(300)))
        .extracting(Problem::code)
        .containsExactly("too_long");
  }

  @Test
  void aCellThatLooksLikeAFormulaStaysAsItIsInQuotationMarks() {
    RegistryRecord record = named("=cmd|' /C calc'!A0");

    CsvWriter.Written.Whole file =
        (CsvWriter.Written.Whole) new CsvWriter(standard()).write(List.of(record));

    assertThat(new String(file.bytes(), StandardCharsets.UTF_8))
        .contains(",\"=cmd|' /C calc'!A0\",");
  }

  @Test
  void halfAHouseholdIsNeverRead() {
    CsvMapping mapping = standard();
    CsvWriter.Written.Whole file =
        (CsvWriter.Written.Whole)
            new CsvWriter(mapping)
                .write(List.of(RegistryRecord.of(ConfirmedFixtures.familyOfSix())));
    String text = new String(file.bytes(), StandardCharsets.UTF_8);
    String cut = text.substring(0, text.lastIndexOf("\r\n", text.length() - 3) + 2);

    CsvReader.Read read = CsvReader.read(mapping, cut.getBytes(StandardCharsets.UTF_8));

    assertThat(((CsvReader.Read.Faulty) read).faults())
        .singleElement()
        .asString()
        .contains("世帯員がそろっていません");
  }

  @Test
  void everyValueOfThePublishedSchemaHasItsItem() throws java.io.IOException {
    try (java.io.InputStream stream =
        java.util.Objects.requireNonNull(
            CsvWriterTest.class.getResourceAsStream("/registry/registry-record-v1.json"))) {
      ObjectNode schema = (ObjectNode) CsvHouseholds.JSON.readTree(stream);
      Set<String> leaves = new TreeSet<>();
      leaves(schema, schema, "", leaves);

      Set<String> items = new TreeSet<>();
      CsvItem.all().values().stream()
          .filter(item -> !item.pointer().matches())
          .map(item ->
              (item.isPersons() ? "/世帯員" : "")
                  + item.pointer().toString().replaceFirst("/[0-9]$", ""))
          .forEach(items::add);

      leaves.removeIf(leaf -> leaf.endsWith("在留期間の満了の日/元号"));
      assertThat(items).isEqualTo(leaves);
    }
  }

  private static void leaves(
      com.fasterxml.jackson.databind.JsonNode root,
      com.fasterxml.jackson.databind.JsonNode schema,
      String path,
      Set<String> leaves) {
    if (schema.has("$ref")) {
      leaves(root, root.at(schema.path("$ref").asText().substring(1)), path, leaves);
    } else if (schema.has("properties")) {
      schema
          .path("properties")
          .properties()
          .forEach(p -> leaves(root, p.getValue(), path + "/" + p.getKey(), leaves));
    } else if (schema.has("items")) {
      leaves(root, schema.path("items"), path, leaves);
    } else {
      boolean _ = leaves.add(path);
    }
  }

  private static List<Problem> refusal(CsvMapping mapping, String name) {
    return ((CsvWriter.Written.Refused) new CsvWriter(mapping).write(List.of(named(name))))
        .problems();
  }

  private static RegistryRecord named(String name) {
    RegistryRecord record = RegistryRecord.of(ConfirmedFixtures.single());
    ObjectNode json = (ObjectNode) CsvHouseholds.parse(record.json());
    ((ObjectNode) json.path("世帯員").get(0)).put("氏名", name);
    return new RegistryRecord(record.town(), record.caseId(), 1, json.toString());
  }

  static CsvMapping standard() {
    List<String> faults = new ArrayList<>();
    CsvMapping mapping =
        CsvMappingReader.load(Path.of("kiosk-config/common/registry-csv.yaml"), faults)
            .orElseThrow(() -> new AssertionError(faults));
    assertThat(mapping.columns()).hasSameSizeAs(CsvItem.all().values());
    return mapping;
  }

  private static CsvMapping mapping(
      Charset charset, boolean hasMark, boolean quotesAll, CsvMapping.Dates dates) {
    CsvMapping plain = standard();
    List<CsvMapping.Column> columns =
        plain.columns().stream()
            .map(column ->
                new CsvMapping.Column(
                    column.heading(),
                    column.item(),
                    "",
                    column.item().orElseThrow().kind() == CsvItem.Kind.DATE && quotesAll,
                    column.longest()))
            .toList();
    return new CsvMapping(
        charset,
        hasMark,
        quotesAll ? "\r\n" : "\n",
        quotesAll ? ',' : '\t',
        quotesAll,
        quotesAll,
        dates,
        "1",
        "0",
        Map.of(),
        columns);
  }
}
