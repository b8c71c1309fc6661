package jp.frontdesk.registry;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/// Reads back what [CsvWriter] writes, as a registry's import does: a household is whole or the
/// file is refused.
final class CsvReader {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
  private static final String MEMBERS = "世帯員";

  private final CsvMapping mapping;
  private final CsvCells cells;
  private final List<String> faults = new ArrayList<>();
  private final Map<String, Household> households = new LinkedHashMap<>();
  private final Map<String, Integer> sizes = new LinkedHashMap<>();

  /// One household of a file.
  ///
  /// @param key its 連携番号
  record Household(String key, ObjectNode record) {
    @Override
    public String toString() {
      return "Household(" + key + ")";
    }
  }

  /// What a file turned out to be.
  sealed interface Read {
    /// Every household of it is whole.
    ///
    /// @param households in the order of the file
    record Whole(List<Household> households) implements Read {
      public Whole {
        households = List.copyOf(households);
      }
    }

    /// Nothing of it may be taken.
    ///
    /// @param faults row and column, never a value
    record Faulty(List<String> faults) implements Read {
      public Faulty {
        faults = List.copyOf(faults);
      }
    }
  }

  private CsvReader(CsvMapping mapping) {
    this.mapping = mapping;
    this.cells = new CsvCells(mapping);
  }

  static Read read(CsvMapping mapping, byte[] bytes) {
    String text;
    try {
      text =
          mapping
              .charset()
              .newDecoder()
              .onMalformedInput(CodingErrorAction.REPORT)
              .onUnmappableCharacter(CodingErrorAction.REPORT)
              .decode(ByteBuffer.wrap(bytes))
              .toString();
    } catch (CharacterCodingException otherEncoding) {
      return new Read.Faulty(List.of("文字コードがちがいます。"));
    }
    if (text.startsWith("\ufeff") != mapping.hasMark()) {
      return new Read.Faulty(List.of("バイト順マーク（BOM）の有無がちがいます。"));
    }
    return new CsvReader(mapping).parse(mapping.hasMark() ? text.substring(1) : text);
  }

  private Read parse(String text) {
    try (CSVParser parser = CsvWriter.formatOf(mapping).parse(new StringReader(text))) {
      int number = 0;
      for (CSVRecord row : parser) {
        number++;
        if (row.size() != mapping.columns().size()) {
          faults.add(number + "行目の列の数がちがいます。");
        } else if (number == 1 && mapping.hasHeader()) {
          checkHeadings(row);
        } else {
          take(number, row);
        }
      }
    } catch (IOException | UncheckedIOException notCsv) {
      faults.add("CSVとして読めません。");
    }
    households.forEach((key, household) -> {
      if (!Integer.valueOf(household.record().path(MEMBERS).size()).equals(sizes.get(key))) {
        faults.add("連携番号 " + key + " の世帯員がそろっていません。");
      }
    });
    return faults.isEmpty()
        ? new Read.Whole(List.copyOf(households.values()))
        : new Read.Faulty(faults);
  }

  private void checkHeadings(CSVRecord row) {
    if (!row.toList().equals(mapping.headings())) {
      faults.add("1行目の項目名がちがいます。");
    }
  }

  private void take(int number, CSVRecord row) {
    ObjectNode shared = NODES.objectNode();
    ObjectNode person = NODES.objectNode();
    String key = "";
    String size = "";
    for (int i = 0; i < row.size(); i++) {
      CsvMapping.Column column = mapping.columns().get(i);
      if (column.item().isEmpty()) {
        continue;
      }
      CsvItem item = column.item().get();
      String cell = row.get(i);
      switch (item.kind()) {
        case KEY -> key = cell;
        case COUNT -> size = cell;
        default -> put(number, column, item, cell, item.isPersons() ? person : shared);
      }
    }
    join(number, key, size, shared, person);
  }

  private void put(
      int number, CsvMapping.Column column, CsvItem item, String cell, ObjectNode target) {
    if (cell.isEmpty() && item.kind() != CsvItem.Kind.TEXT_OR_EMPTY) {
      return;
    }
    Optional<JsonNode> value =
        cell.isEmpty() ? Optional.of(new TextNode("")) : cells.read(column, item, cell);
    if (value.isEmpty()) {
      faults.add(number + "行目の「" + column.heading() + "」が読めません。");
    } else {
      place(target, item.pointer().toString().substring(1).split("/"), value.get());
    }
  }

  private static void place(ObjectNode target, String[] path, JsonNode value) {
    ObjectNode at = target;
    for (int i = 0; i < path.length - 1; i++) {
      if (path[i + 1].length() == 1 && Character.isDigit(path[i + 1].charAt(0))) {
        ArrayNode list = at.withArrayProperty(path[i]);
        list.add(value);
        return;
      }
      at = at.withObjectProperty(path[i]);
    }
    at.set(path[path.length - 1], value);
  }

  private void join(int number, String key, String size, ObjectNode shared, ObjectNode person) {
    Household known = households.get(key);
    if (known == null) {
      ObjectNode record = shared.deepCopy();
      record.putArray(MEMBERS).add(person);
      households.put(key, new Household(key, record));
      sizes.put(key, size.matches("[0-9]{1,6}") ? Integer.parseInt(size) : -1);
      return;
    }
    ObjectNode before = known.record().deepCopy();
    before.remove(MEMBERS);
    if (!before.equals(shared)) {
      faults.add(number + "行目の世帯の項目が、同じ世帯のほかの行とちがいます。");
    }
    known.record().withArrayProperty(MEMBERS).add(person);
  }
}
