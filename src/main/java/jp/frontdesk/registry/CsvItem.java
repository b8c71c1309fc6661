package jp.frontdesk.registry;

import com.fasterxml.jackson.core.JsonPointer;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;

/// One item of the registry's record as a column can hold it; the table is
/// `registry/csv-items.csv`, which also says what the item is in the GIF core data parts (DS-431 to
/// DS-441) and in the registries' own lists of items.
///
/// @param name as mapping files call it
/// @param isPersons whether it belongs to one person; else every row of the household repeats it
/// @param pointer where it stands in the record, or in the person's part of it; empty for what is
///   worked out
record CsvItem(String name, boolean isPersons, JsonPointer pointer, Kind kind) {
  /// Codes of each table that a record can hold; 続柄 and 元号 as the registries number them.
  private static final Map<String, Set<String>> CODES =
      Map.of(
          "性別", Set.of("1", "2"),
          "住民種別", Set.of("1", "2"),
          "元号", Set.of("1", "2", "3", "4", "5"),
          "続柄", EntryRules.RELATION_CODES,
          "異動事由", Set.of("国内転入"),
          "年金資格種別", Set.of("1", "2", "3"));

  private static final Map<String, CsvItem> ALL = readAll();

  /// How a value is written.
  enum Kind {
    /// 連携番号, the idempotency key.
    KEY,
    /// 世帯員数, how many rows the household has.
    COUNT,
    /// As it is.
    TEXT,
    /// As it is; an empty one is a value of its own.
    TEXT_OR_EMPTY,
    /// ASCII digits, or full-width ones where the mapping says so.
    DIGITS,
    /// A whole number.
    NUMBER,
    /// Yes or no.
    FLAG,
    /// A day of the calendar.
    DATE,
    /// A code of a table.
    CODE
  }

  /// All items by name, in the order of the table.
  static Map<String, CsvItem> all() {
    return ALL;
  }

  static Optional<CsvItem> find(String name) {
    return Optional.ofNullable(ALL.get(name));
  }

  /// The names of all code tables.
  static Set<String> tables() {
    return CODES.keySet();
  }

  /// The codes a record can hold for a table of [#tables()].
  static Set<String> codesOf(String table) {
    return Optional.ofNullable(CODES.get(table)).orElse(Set.of());
  }

  /// The code table of the item, e.g. 続柄 for 続柄コード1.
  String table() {
    if (name.endsWith("_元号")) {
      return "元号";
    }
    return name.startsWith("続柄コード") ? "続柄" : name;
  }

  private static Map<String, CsvItem> readAll() {
    Map<String, CsvItem> items = new LinkedHashMap<>();
    try (InputStream stream =
        Objects.requireNonNull(CsvItem.class.getResourceAsStream("/registry/csv-items.csv"))) {
      CSVFormat format = CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();
      for (CSVRecord row :
          format.parse(new InputStreamReader(stream, StandardCharsets.UTF_8)).getRecords()) {
        CsvItem item =
            new CsvItem(
                row.get("item"),
                row.get("scope").equals("person"),
                JsonPointer.compile(row.get("path")),
                Kind.valueOf(row.get("kind").toUpperCase(Locale.ROOT)));
        if (items.put(item.name(), item) != null) {
          throw new IllegalStateException("an item stands twice in csv-items.csv");
        }
      }
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
    return java.util.Collections.unmodifiableMap(items);
  }
}
