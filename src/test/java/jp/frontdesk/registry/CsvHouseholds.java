package jp.frontdesk.registry;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import jp.frontdesk.kernel.CaseId;
import jp.frontdesk.review.ConfirmedFixtures;

/// Records with every item of invented households replaced by hostile or random values.
final class CsvHouseholds {
  static final ObjectMapper JSON = new ObjectMapper();

  /// What hurts careless writers of CSV and careless programs that open it.
  static final List<String> HOSTILE =
      List.of(
          "=cmd|' /C calc'!A0",
          "+81-3-0000-0000",
          "-1+1",
          "@SUM(A1:A9)",
          "見本\"引用\"",
          "\"",
          "\"\"\"",
          "見本,架空",
          "見本;架空\\",
          "　",
          "  前後に空白  ",
          "0001",
          "1E10",
          "表示ソ能",
          "O'Sample",
          "見".repeat(300));

  /// As above, but outside of Shift_JIS.
  private static final List<String> BEYOND =
      List.of("𠮷見　花子", "斉󠄃藤", "邉邊", "ŌTA ÑANDÚ", "🏠", "〜−¥", "𠮷".repeat(300));

  private static final List<JsonNode> BASES =
      Stream.of(
              ConfirmedFixtures.single(),
              ConfirmedFixtures.couple(),
              ConfirmedFixtures.familyOfSix(),
              ConfirmedFixtures.foreignFamily(),
              ConfirmedFixtures.unknownDates(),
              ConfirmedFixtures.longestValues())
          .map(confirmed -> parse(RegistryRecord.of(confirmed).json()))
          .toList();

  private CsvHouseholds() {}

  /// @param isShiftJis whether only characters of Shift_JIS are used
  static RegistryRecord random(int number, boolean isShiftJis) {
    Random chance = new Random(number);
    ObjectNode record = BASES.get(chance.nextInt(BASES.size() - (isShiftJis ? 2 : 0))).deepCopy();
    CaseId id = new CaseId(new UUID(0x4000L, number));
    record.put("案件番号", id.toString());
    for (CsvItem item : CsvItem.all().values()) {
      if (item.isPersons()) {
        record.path("世帯員").forEach(person -> change(item, (ObjectNode) person, chance, isShiftJis));
      } else {
        change(item, record, chance, isShiftJis);
      }
    }
    return new RegistryRecord(ConfirmedFixtures.TOWN, id, 1, record.toString());
  }

  private static void change(CsvItem item, ObjectNode root, Random chance, boolean isShiftJis) {
    if (!(root.at(item.pointer().head() == null ? item.pointer() : item.pointer().head())
            instanceof ObjectNode parent)
        || item.pointer().matches()
        || !parent.has(item.pointer().last().getMatchingProperty())
        || item.name().equals("案件番号")) {
      return;
    }
    String leaf = item.pointer().last().getMatchingProperty();
    switch (item.kind()) {
      case TEXT, TEXT_OR_EMPTY -> parent.put(leaf, text(chance, isShiftJis));
      case NUMBER -> parent.put(leaf, chance.nextInt(1_000_000));
      case FLAG -> parent.put(leaf, chance.nextBoolean());
      case DIGITS -> parent.put(leaf, "%012d".formatted(chance.nextLong(1_000_000_000_000L)));
      case DATE ->
          parent.put(leaf, LocalDate.of(1868, 2, 1).plusDays(chance.nextInt(60_000)).toString());
      case CODE -> {
        List<String> codes = CsvItem.codesOf(item.table()).stream().sorted().toList();
        parent.put(leaf, codes.get(chance.nextInt(codes.size())));
      }
      case KEY, COUNT -> throw new IllegalStateException("worked out");
    }
  }

  private static String text(Random chance, boolean isShiftJis) {
    int at = chance.nextInt(HOSTILE.size() + BEYOND.size());
    if (at < HOSTILE.size()) {
      return HOSTILE.get(at);
    }
    return isShiftJis ? "見本" + chance.nextInt() : BEYOND.get(at - HOSTILE.size());
  }

  static JsonNode parse(String json) {
    try {
      return JSON.readTree(json);
    } catch (JsonProcessingException notJson) {
      throw new IllegalArgumentException(notJson);
    }
  }
}
