package jp.frontdesk.registry;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.vertx.core.buffer.Buffer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import jp.frontdesk.kernel.Problem;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.apache.commons.csv.QuoteMode;

/// Writes records as the rows a town's registry imports, one row a person. A value is written as it
/// is or its record is refused with words for the clerk; nothing is changed or shortened.
final class CsvWriter {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final CsvMapping mapping;
  private final CsvCells cells;
  private final CSVFormat format;

  /// What writing came to.
  sealed interface Written {
    /// Every household is in the file, whole.
    ///
    /// @param rows one for each person, the heading not counted
    record Whole(Buffer file, int rows) implements Written {
      byte[] bytes() {
        return file.getBytes();
      }
    }

    /// Nothing is written.
    ///
    /// @param problems at least one; fields as `世帯員[0].氏名`, never a value
    record Refused(List<Problem> problems) implements Written {
      public Refused {
        problems = List.copyOf(problems);
      }
    }
  }

  CsvWriter(CsvMapping mapping) {
    this.mapping = mapping;
    this.cells = new CsvCells(mapping);
    this.format = formatOf(mapping);
  }

  static CSVFormat formatOf(CsvMapping mapping) {
    return CSVFormat.RFC4180
        .builder()
        .setDelimiter(mapping.delimiter())
        .setRecordSeparator(mapping.lineEnd())
        .setQuoteMode(mapping.quotesAll() ? QuoteMode.ALL : QuoteMode.MINIMAL)
        .setIgnoreEmptyLines(false)
        .get();
  }

  /// Writes households into one file.
  Written write(List<RegistryRecord> records) {
    List<Problem> problems = new ArrayList<>();
    StringBuilder text = new StringBuilder(mapping.hasMark() ? "\ufeff" : "");
    int rows = 0;
    try (CSVPrinter printer = new CSVPrinter(text, format)) {
      if (mapping.hasHeader()) {
        printer.printRecord(mapping.headings());
      }
      for (RegistryRecord record : records) {
        JsonNode json = parse(record);
        JsonNode members = json.path("世帯員");
        for (int i = 0; i < members.size(); i++) {
          printer.printRecord(row(record, json, i, problems));
          rows++;
        }
      }
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    if (rows == 0) {
      problems.add(new Problem("世帯員", "no_member", "異動する人が一人もいません。世帯員を入力してください。"));
    }
    if (!problems.isEmpty()) {
      return new Written.Refused(problems);
    }
    int written = rows;
    return encoded(text.toString())
        .<Written>map(bytes -> new Written.Whole(Buffer.buffer(bytes), written))
        .orElseGet(() ->
            new Written.Refused(
                List.of(new Problem("page", "not_in_encoding", "取込ファイルの文字コードで書けない文字があります。"))));
  }

  private static JsonNode parse(RegistryRecord record) {
    try {
      return JSON.readTree(record.json());
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("a record is JSON");
    }
  }

  private List<String> row(
      RegistryRecord record, JsonNode json, int member, List<Problem> problems) {
    List<String> row = new ArrayList<>(mapping.columns().size());
    JsonNode person = json.path("世帯員").path(member);
    for (CsvMapping.Column column : mapping.columns()) {
      if (column.item().isEmpty()) {
        row.add(column.fixed());
        continue;
      }
      CsvItem item = column.item().get();
      JsonNode value =
          switch (item.kind()) {
            case KEY -> new TextNode(record.idempotencyKey());
            case COUNT -> new IntNode(json.path("世帯員").size());
            default -> (item.isPersons() ? person : json).at(item.pointer());
          };
      String field = item.isPersons() ? "世帯員[" + member + "]." + item.name() : item.name();
      Optional<String> cell = cells.write(column, item, value);
      row.add(cell.orElse(""));
      problemOf(column, item, field, cell)
          .filter(problem -> item.isPersons() || member == 0)
          .ifPresent(problems::add);
    }
    return row;
  }

  private Optional<Problem> problemOf(
      CsvMapping.Column column, CsvItem item, String field, Optional<String> cell) {
    if (cell.isEmpty()) {
      return Optional.of(
          new Problem(field, "unknown_code", item.name() + "を、取込ファイルの書き方に直せません。値を確かめてください。"));
    }
    String text = cell.get();
    if (text.chars().anyMatch(c -> c < ' ' || c == 0x7f)) {
      return Optional.of(
          new Problem(field, "control_character", item.name() + "に、改行や制御文字が入っています。取り除いてください。"));
    }
    if (text.codePointCount(0, text.length()) > column.longest()) {
      return Optional.of(
          new Problem(
              field,
              "too_long",
              "%sが、住民記録システムに入る長さ（%d文字）を超えています。住民記録の担当に相談してください。"
                  .formatted(item.name(), column.longest())));
    }
    return encoded(text).isPresent()
        ? Optional.empty()
        : Optional.of(
            new Problem(
                field,
                "not_in_encoding",
                item.name() + "に、取込ファイルの文字コードで書けない文字があります。住民記録の担当に相談してください。"));
  }

  /// The bytes of a text; empty when a character has none or comes back as another.
  private Optional<byte[]> encoded(String text) {
    Charset charset = mapping.charset();
    try {
      ByteBuffer bytes =
          charset
              .newEncoder()
              .onMalformedInput(CodingErrorAction.REPORT)
              .onUnmappableCharacter(CodingErrorAction.REPORT)
              .encode(CharBuffer.wrap(text));
      byte[] whole = new byte[bytes.remaining()];
      bytes.get(whole);
      return new String(whole, charset).equals(text) ? Optional.of(whole) : Optional.empty();
    } catch (CharacterCodingException notInIt) {
      return Optional.empty();
    }
  }
}
