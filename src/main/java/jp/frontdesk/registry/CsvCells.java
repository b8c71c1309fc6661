package jp.frontdesk.registry;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import jp.frontdesk.kernel.Era;

/// One value of the record as a cell and back, by a town's mapping. What is not known is an empty
/// cell.
final class CsvCells {
  private static final DateTimeFormatter SLASH = DateTimeFormatter.ofPattern("uuuu/MM/dd");
  private static final DateTimeFormatter DIGITS = DateTimeFormatter.ofPattern("uuuuMMdd");
  private static final int FULL_WIDTH = '０' - '0';

  private final CsvMapping mapping;
  private final Map<String, Map<String, String>> codesBack = new HashMap<>();

  CsvCells(CsvMapping mapping) {
    this.mapping = mapping;
    mapping
        .codes()
        .forEach((table, codes) -> {
          Map<String, String> back = new HashMap<>();
          codes.forEach((ours, theirs) -> back.put(theirs, ours));
          codesBack.put(table, back);
        });
  }

  /// The text of a value; empty when the mapping has no code for it or it is no day of an era.
  Optional<String> write(CsvMapping.Column column, CsvItem item, JsonNode value) {
    String text = value.asText("");
    if (value.isMissingNode() || text.isEmpty()) {
      return Optional.of("");
    }
    Optional<String> cell =
        switch (item.kind()) {
          case KEY, COUNT, TEXT, TEXT_OR_EMPTY, DIGITS, NUMBER -> Optional.of(text);
          case FLAG -> Optional.of(value.asBoolean() ? mapping.yes() : mapping.no());
          case DATE -> writeDate(text);
          case CODE -> code(mapping.codes(), item, text);
        };
    return column.isFullWidth() ? cell.map(CsvCells::widened) : cell;
  }

  /// The value of a cell that is not empty; empty when it cannot be understood.
  Optional<JsonNode> read(CsvMapping.Column column, CsvItem item, String cell) {
    String text = column.isFullWidth() ? narrowed(cell) : cell;
    return switch (item.kind()) {
      case KEY, COUNT, TEXT, TEXT_OR_EMPTY, DIGITS -> Optional.of(new TextNode(text));
      case NUMBER ->
          text.matches("[0-9]{1,9}")
              ? Optional.of(new IntNode(Integer.parseInt(text)))
              : Optional.empty();
      case FLAG ->
          text.equals(mapping.yes())
              ? Optional.of(BooleanNode.TRUE)
              : text.equals(mapping.no()) ? Optional.of(BooleanNode.FALSE) : Optional.empty();
      case DATE -> readDate(text).map(day -> new TextNode(day.toString()));
      case CODE ->
          code(codesBack, item, text)
              .filter(CsvItem.codesOf(item.table())::contains)
              .map(TextNode::new);
    };
  }

  private static Optional<String> code(
      Map<String, Map<String, String>> tables, CsvItem item, String code) {
    Map<String, String> table = tables.get(item.table());
    return table == null ? Optional.of(code) : Optional.ofNullable(table.get(code));
  }

  private Optional<String> writeDate(String iso) {
    LocalDate day;
    try {
      day = LocalDate.parse(iso);
    } catch (DateTimeException notADay) {
      return Optional.empty();
    }
    return switch (mapping.dates()) {
      case ISO -> Optional.of(iso);
      case SLASH -> Optional.of(SLASH.format(day));
      case DIGITS -> Optional.of(DIGITS.format(day));
      case ERA -> Era.at(day).map(era -> eraDate(era, day));
    };
  }

  private static String eraDate(Era era, LocalDate day) {
    int year = day.getYear() - era.firstDay().getYear() + 1;
    return "%d%02d%02d%02d".formatted(era.code(), year, day.getMonthValue(), day.getDayOfMonth());
  }

  private Optional<LocalDate> readDate(String text) {
    try {
      return switch (mapping.dates()) {
        case ISO -> Optional.of(LocalDate.parse(text));
        case SLASH -> Optional.of(LocalDate.parse(text, SLASH));
        case DIGITS -> Optional.of(LocalDate.parse(text, DIGITS));
        case ERA -> readEraDate(text);
      };
    } catch (DateTimeException notADay) {
      return Optional.empty();
    }
  }

  private static Optional<LocalDate> readEraDate(String text) {
    if (!text.matches("[1-5][0-9]{6}")) {
      return Optional.empty();
    }
    return Arrays.stream(Era.values())
        .filter(era -> era.code() == text.charAt(0) - '0')
        .findFirst()
        .map(era ->
            LocalDate.of(
                era.westernYear(Integer.parseInt(text.substring(1, 3))),
                Integer.parseInt(text.substring(3, 5)),
                Integer.parseInt(text.substring(5, 7))));
  }

  private static String widened(String text) {
    return mapped(text, '!', '~', FULL_WIDTH);
  }

  private static String narrowed(String text) {
    return mapped(text, '！', '～', -FULL_WIDTH);
  }

  private static String mapped(String text, char first, char last, int shift) {
    StringBuilder result = new StringBuilder(text.length());
    for (int at = 0; at < text.length(); at++) {
      char c = text.charAt(at);
      result.append(c >= first && c <= last ? (char) (c + shift) : c);
    }
    return result.toString();
  }
}
