package jp.frontdesk.reading;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import jp.frontdesk.kernel.CertificateField;
import jp.frontdesk.reading.evidence.FieldRules;

/// Some words are labels and values: 介護 beside or under 在留資格 is a status of residence, and in its
/// row where no other label and no choice stands.
final class ValuesLikeLabels {
  private static final Pattern INSURED = Pattern.compile("(有|無|非?該当).*");

  private ValuesLikeLabels() {}

  /// The cells, those that are values without their label.
  static List<ReadCell> told(List<ReadCell> cells) {
    CellGrid grid = new CellGrid(cells);
    Set<ReadCell> values = new HashSet<>();
    for (ReadCell cell : cells) {
      if (cell.label().filter(l -> l.names(CertificateField.RESIDENCE_STATUS)).isPresent()) {
        Stream.of(
                grid.right(cell).stream(),
                grid.below(cell).stream().limit(1),
                ofPeopleAcross(cell, grid))
            .flatMap(found -> found)
            .filter(o -> FieldRules.isStatusOfResidence(o.text()))
            .forEach(values::add);
      }
    }
    return cells.stream().map(c -> values.contains(c) ? c.withoutLabel() : c).toList();
  }

  /// The cells at the right of a label that has its row for itself.
  private static Stream<ReadCell> ofPeopleAcross(ReadCell label, CellGrid grid) {
    List<ReadCell> row =
        grid.row(label).stream().filter(o -> o.box().x() > label.box().x()).toList();
    boolean isAlone =
        row.stream()
            .allMatch(o ->
                o.label().isEmpty()
                    ? !INSURED.matcher(o.text()).matches()
                    : FieldRules.isStatusOfResidence(o.text()));
    return isAlone ? row.stream() : Stream.empty();
  }
}
