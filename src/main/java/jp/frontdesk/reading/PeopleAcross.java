package jp.frontdesk.reading;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/// Forms with one column a person: labels stand once at the left, and most of them have several
/// values in their row.
final class PeopleAcross {
  private static final int LABELS_AT_LEAST = 4;

  private final List<Box> columns;

  /// @param values the values of each label
  PeopleAcross(Map<ReadCell, List<ReadCell>> values) {
    List<List<ReadCell>> rows =
        values.entrySet().stream()
            .filter(e -> e.getKey().label().filter(PeopleAcross::isSingle).isPresent())
            .map(Map.Entry::getValue)
            .toList();
    List<List<ReadCell>> wide = rows.stream().filter(r -> r.size() >= 2 && isOneRow(r)).toList();
    boolean isAcross = wide.size() >= LABELS_AT_LEAST && wide.size() * 2 > rows.size();
    columns =
        isAcross
            ? wide.stream().max(Comparator.comparingInt(List::size)).orElseThrow().stream()
                .map(ReadCell::box)
                .sorted(Comparator.comparingInt(Box::x))
                .toList()
            : List.of();
  }

  private static boolean isSingle(Label label) {
    return label.isOfMember() && label.fields().size() == 1;
  }

  private static boolean isOneRow(List<ReadCell> cells) {
    int top = cells.stream().mapToInt(c -> c.box().y()).max().orElseThrow();
    int bottom = cells.stream().mapToInt(c -> c.box().bottom()).min().orElseThrow();
    return top < bottom;
  }

  /// How many people stand beside each other, 1 on all other forms.
  int count() {
    return Math.max(1, columns.size());
  }

  /// The values by person; all in one list on other forms.
  List<List<ReadCell>> divided(List<ReadCell> values) {
    if (columns.isEmpty()) {
      return List.of(values);
    }
    List<List<ReadCell>> out = new ArrayList<>();
    for (Box column : columns) {
      out.add(
          values.stream()
              .filter(v -> v.box().centerX() >= column.x() && v.box().centerX() < column.right())
              .toList());
    }
    return out;
  }
}
