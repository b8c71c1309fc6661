package jp.frontdesk.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import jp.frontdesk.kernel.CertificateField;
import org.junit.jupiter.api.Test;

class PeopleTablesTest {
  private static final Set<CertificateField> NAMES =
      Set.of(CertificateField.NAME, CertificateField.BIRTH_DATE);
  private static final Set<CertificateField> NUMBERS = Set.of(CertificateField.INDIVIDUAL_NUMBER);

  private static PeopleTables tables(
      List<Set<CertificateField>> fields, List<List<Integer>> numbers) {
    List<HeadedColumns.Block> blocks = new ArrayList<>();
    for (int table = 0; table < numbers.size(); table++) {
      for (int row = 0; row < numbers.get(table).size(); row++) {
        blocks.add(new HeadedColumns.Block(table, row, row * 40, row * 40 + 38));
      }
    }
    return new PeopleTables(
        blocks, fields::get, block -> numbers.get(block.table()).get(block.member()));
  }

  private static List<Integer> members(PeopleTables tables, int table, int rows) {
    return IntStream.range(0, rows).mapToObj(row -> tables.memberOf(table, row)).toList();
  }

  @Test
  void aTableOfOtherFieldsSpeaksOfTheSamePeople() {
    PeopleTables tables = tables(List.of(NAMES, NUMBERS), List.of(List.of(1, 2), List.of(1, 0)));

    List<Integer> second = members(tables, 1, 2);

    assertThat(second).containsExactly(0, 1);
    assertThat(tables.count()).isEqualTo(2);
    assertThat(tables.isDoubtful()).isFalse();
  }

  @Test
  void aTableOfTheSameFieldsGoesOnWithOtherPeople() {
    PeopleTables tables = tables(List.of(NAMES, NAMES), List.of(List.of(1, 2), List.of(3)));

    List<Integer> second = members(tables, 1, 1);

    assertThat(second).containsExactly(2);
    assertThat(tables.count()).isEqualTo(3);
  }

  @Test
  void aShorterTableIsMatchedByItsNumbers() {
    PeopleTables tables = tables(List.of(NAMES, NUMBERS), List.of(List.of(1, 2, 3), List.of(1, 3)));

    List<Integer> second = members(tables, 1, 2);

    assertThat(second).containsExactly(0, 2);
    assertThat(tables.isDoubtful()).isFalse();
  }

  @Test
  void tablesWhoseNumbersDoNotMatchAreInDoubt() {
    List<List<List<Integer>>> cases =
        List.of(
            List.of(List.of(1, 2, 3), List.of(1, 0)),
            List.of(List.of(1, 2), List.of(2, 1)),
            List.of(List.of(1, 2), List.of(1, 7)));

    Map<Boolean, Long> doubts =
        cases.stream()
            .map(numbers -> tables(List.of(NAMES, NUMBERS), numbers).isDoubtful())
            .collect(
                java.util.stream.Collectors.groupingBy(
                    d -> d, java.util.stream.Collectors.counting()));

    assertThat(doubts).containsExactly(Map.entry(true, 3L));
  }
}
