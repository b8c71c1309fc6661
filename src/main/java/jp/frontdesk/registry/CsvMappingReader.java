package jp.frontdesk.registry;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import jp.frontdesk.fees.TownYaml;

/// Reads a mapping file of `kind: csv`, whole: every fault with file and line.
final class CsvMappingReader {
  /// Without these nobody can tell one household from the next, or half of one from all of it.
  private static final List<String> NEEDED = List.of("連携番号", "世帯員数", "記載順位", "氏名");

  private static final int LONGEST = 100_000;

  private CsvMappingReader() {}

  /// The mapping; empty, with `FILE:LINE: what is wrong` added for each fault, when it has any.
  static Optional<CsvMapping> load(Path file, List<String> faults) {
    List<String> found = new ArrayList<>();
    Optional<CsvMapping> mapping = TownYaml.open(file, found).map(CsvMappingReader::read);
    faults.addAll(found);
    return found.isEmpty() ? mapping : Optional.empty();
  }

  private static CsvMapping read(TownYaml top) {
    top.allowOnly(
        "encoding",
        "line_end",
        "delimiter",
        "quote",
        "header",
        "date",
        "yes",
        "no",
        "codes",
        "columns");
    String encoding = top.text("encoding");
    String yes = top.text("yes");
    String no = top.text("no");
    if (yes.equals(no)) {
      top.fault("no", "yes and no must be written differently");
    }
    return new CsvMapping(
        charset(top, encoding),
        encoding.equals("UTF-8-BOM") || encoding.startsWith("UTF-16"),
        word(top, "line_end", Map.of("CRLF", "\r\n", "LF", "\n"), "\r\n"),
        word(top, "delimiter", Map.of("comma", ',', "tab", '\t', "semicolon", ';'), ','),
        word(top, "quote", Map.of("all", true, "needed", false), true),
        top.flag("header"),
        word(
            top,
            "date",
            Map.of(
                "iso",
                CsvMapping.Dates.ISO,
                "slash",
                CsvMapping.Dates.SLASH,
                "digits",
                CsvMapping.Dates.DIGITS,
                "era",
                CsvMapping.Dates.ERA),
            CsvMapping.Dates.ISO),
        yes,
        no,
        codes(top),
        columns(top));
  }

  private static Charset charset(TownYaml top, String name) {
    return switch (name) {
      case "UTF-8", "UTF-8-BOM" -> StandardCharsets.UTF_8;
      case "UTF-16LE" -> StandardCharsets.UTF_16LE;
      case "UTF-16BE" -> StandardCharsets.UTF_16BE;
      case "Shift_JIS" -> Charset.forName("windows-31j");
      default -> {
        top.fault("encoding", "encoding is UTF-8, UTF-8-BOM, UTF-16LE, UTF-16BE or Shift_JIS");
        yield StandardCharsets.UTF_8;
      }
    };
  }

  private static <T> T word(TownYaml top, String key, Map<String, T> words, T standIn) {
    T value = words.get(top.text(key));
    if (value == null) {
      top.fault(
          key, key + " is one of " + String.join(", ", words.keySet().stream().sorted().toList()));
      return standIn;
    }
    return value;
  }

  /// A table that is there names every code once, and no two alike: what comes back has to be read.
  private static Map<String, Map<String, String>> codes(TownYaml top) {
    Map<String, Map<String, String>> tables = new HashMap<>();
    Optional<TownYaml> part = top.mappingIfAny("codes");
    if (part.isEmpty()) {
      return tables;
    }
    part.get().allowOnly(CsvItem.tables().stream().sorted().toArray(String[]::new));
    for (String name : CsvItem.tables()) {
      Optional<TownYaml> table = part.get().mappingIfAny(name);
      if (table.isEmpty()) {
        continue;
      }
      Set<String> known = CsvItem.codesOf(name);
      table.get().allowOnly(known.stream().sorted().toArray(String[]::new));
      Map<String, String> codes = new HashMap<>();
      for (String code : known) {
        String written = table.get().text(code);
        if (codes.containsValue(written) && !written.isEmpty()) {
          table.get().fault(code, "two codes of " + name + " are written " + written);
        }
        codes.put(code, written);
      }
      tables.put(name, Map.copyOf(codes));
    }
    return tables;
  }

  private static List<CsvMapping.Column> columns(TownYaml top) {
    List<CsvMapping.Column> columns = new ArrayList<>();
    Set<String> headings = new HashSet<>();
    Set<String> items = new HashSet<>();
    for (TownYaml part : top.list("columns")) {
      CsvMapping.Column column = column(part);
      columns.add(column);
      if (!headings.add(column.heading())) {
        part.fault("name", "a column " + column.heading() + " is there already");
      }
      column
          .item()
          .filter(item -> !items.add(item.name()))
          .ifPresent(item -> part.fault("item", "the item " + item.name() + " is there already"));
    }
    for (String needed : NEEDED) {
      if (!items.contains(needed)) {
        top.fault("columns", "the item " + needed + " must have a column");
      }
    }
    return columns;
  }

  private static CsvMapping.Column column(TownYaml part) {
    part.allowOnly("item", "value", "name", "width", "longest");
    Optional<String> name = part.textIfAny("item");
    Optional<CsvItem> item = name.flatMap(CsvItem::find);
    if (name.isPresent() && item.isEmpty()) {
      part.fault("item", name.get() + " is no item of registry/csv-items.csv");
    }
    Optional<String> fixed = part.textIfAny("value");
    if (name.isPresent() == fixed.isPresent()) {
      part.fault("item", "a column has either an item or a value");
    }
    String width = part.textIfAny("width").orElse("keep");
    if (!width.equals("keep") && !width.equals("full")) {
      part.fault("width", "width is keep or full");
    }
    boolean isFull = width.equals("full");
    if (isFull && item.isPresent() && !takesWidth(item.get())) {
      part.fault("width", "only digits and days have a width; other values stay as they are");
    }
    int longest =
        part.textIfAny("longest").isPresent() ? part.number("longest", 1, LONGEST) : LONGEST;
    return new CsvMapping.Column(
        part.textIfAny("name").or(() -> name).orElseGet(() -> missingName(part)),
        item,
        fixed.orElse(""),
        isFull,
        longest);
  }

  private static String missingName(TownYaml part) {
    part.fault("name", "name is missing");
    return "";
  }

  private static boolean takesWidth(CsvItem item) {
    return item.kind() == CsvItem.Kind.DIGITS || item.kind() == CsvItem.Kind.DATE;
  }
}
