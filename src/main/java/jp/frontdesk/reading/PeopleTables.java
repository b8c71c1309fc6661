package jp.frontdesk.reading;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import jp.frontdesk.kernel.CertificateField;

/// Which person the rows of each table with headings speak of. Tables that name different fields
/// speak of the same people, told by the number printed at the left of their rows, else by their
/// order; a table that names the fields of one before it goes on with further people.
final class PeopleTables {
  private final Map<Integer, List<Integer>> people = new HashMap<>();
  private final Function<HeadedColumns.Block, Integer> number;
  private int count;
  private boolean isDoubtful;

  private record Group(
      Set<CertificateField> fields, List<HeadedColumns.Block> blocks, List<Integer> members) {}

  /// @param blocks the rows of people, table by table from top to bottom
  /// @param fields the fields of a table's headings that are of people
  /// @param number the number printed beside the rows of a person, 0 where none can be read
  PeopleTables(
      List<HeadedColumns.Block> blocks,
      Function<Integer, Set<CertificateField>> fields,
      Function<HeadedColumns.Block, Integer> number) {
    this.number = number;
    List<Group> groups = new ArrayList<>();
    for (int table : blocks.stream().map(HeadedColumns.Block::table).distinct().sorted().toList()) {
      List<HeadedColumns.Block> own = blocks.stream().filter(b -> b.table() == table).toList();
      Set<CertificateField> named = fields.apply(table);
      if (!groups.isEmpty() && isAboutSame(groups.getLast(), named)) {
        Group group = groups.getLast();
        people.put(table, joined(group, own));
        group.fields().addAll(named);
      } else {
        List<Integer> members = IntStream.range(count, count + own.size()).boxed().toList();
        count += own.size();
        people.put(table, members);
        groups.add(new Group(new HashSet<>(named), own, members));
      }
    }
  }

  private static boolean isAboutSame(Group group, Set<CertificateField> named) {
    return group.fields().contains(CertificateField.NAME)
        && named.stream().noneMatch(f -> f != CertificateField.NAME && group.fields().contains(f));
  }

  private List<Integer> joined(Group group, List<HeadedColumns.Block> own) {
    List<Integer> known = group.blocks().stream().map(number).toList();
    List<Integer> numbers = own.stream().map(number).toList();
    boolean inOrder =
        numbers.size() == known.size()
            && IntStream.range(0, known.size())
                .allMatch(i ->
                    known.get(i) == 0
                        || numbers.get(i) == 0
                        || known.get(i).equals(numbers.get(i)));
    if (inOrder) {
      return group.members();
    }
    boolean isNumbered =
        numbers.stream().allMatch(n -> n > 0 && known.indexOf(n) == known.lastIndexOf(n))
            && numbers.stream().distinct().count() == numbers.size()
            && known.containsAll(numbers);
    isDoubtful |= !isNumbered || !numbers.equals(numbers.stream().sorted().toList());
    List<Integer> members = new ArrayList<>();
    for (int i = 0; i < own.size(); i++) {
      int at = isNumbered ? known.indexOf(numbers.get(i)) : i;
      members.add(at < group.members().size() ? group.members().get(at) : count++);
    }
    return members;
  }

  int count() {
    return count;
  }

  /// From 0 over all tables.
  ///
  /// @param row which person of the table, from 0
  int memberOf(int table, int row) {
    return people.getOrDefault(table, List.of()).get(row);
  }

  /// Whether the rows of two tables could not be matched for sure.
  boolean isDoubtful() {
    return isDoubtful;
  }
}
