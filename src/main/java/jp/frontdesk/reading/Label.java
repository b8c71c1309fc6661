package jp.frontdesk.reading;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import jp.frontdesk.kernel.CertificateField;

/// One entry of the label list: words and what stands beside them.
///
/// @param fields what the values are, in their order; at least one
/// @param words the wordings, as printed
/// @param above what stands in the upper of two cells or lines beside the label
/// @param foreign what the values of a foreign member are, where a form has one place for both;
///   empty where it has not
/// @param beside what the value is in a row that has the first of two fields too; empty for the
///   same
/// @param after fields of which one must be named right before, for words that say nothing by
///   themselves; empty for the others
/// @param drop words printed with a value that are no part of it
public record Label(
    List<CertificateField> fields,
    List<String> words,
    Optional<CertificateField> above,
    List<CertificateField> foreign,
    List<CertificateField> beside,
    List<CertificateField> after,
    List<String> drop) {
  public Label {
    if (fields.isEmpty() || words.isEmpty()) {
      throw new IllegalArgumentException("a label needs words and fields");
    }
    fields = List.copyOf(fields);
    words = List.copyOf(words);
    foreign = List.copyOf(foreign);
    beside = List.copyOf(beside);
    after = List.copyOf(after);
    if (!beside.isEmpty() && beside.size() != 2) {
      throw new IllegalArgumentException("beside names two fields");
    }
    drop = List.copyOf(drop);
  }

  /// The label as it is beside others.
  ///
  /// @param others the other labels of its row
  /// @param under the labels right under it
  Label inRowOf(List<Label> others, List<Label> under) {
    boolean isOther =
        !beside.isEmpty() && others.stream().anyMatch(l -> l.fields().contains(beside.getFirst()));
    List<CertificateField> left =
        fields.stream()
            .filter(f ->
                Stream.concat(others.stream(), under.stream())
                    .noneMatch(o -> o.fields().equals(List.of(f))))
            .toList();
    List<CertificateField> own =
        isOther ? List.of(beside.getLast()) : fields.size() < 2 || left.isEmpty() ? fields : left;
    return own.equals(fields)
        ? this
        : new Label(own, words, above, foreign, List.of(), after, drop);
  }

  /// Labels whose values share a cell.
  static Label joined(List<Label> labels) {
    return labels.size() == 1
        ? labels.getFirst()
        : new Label(
            labels.stream().flatMap(l -> l.fields().stream()).toList(),
            labels.stream().flatMap(l -> l.words().stream()).toList(),
            Optional.empty(),
            List.of(),
            List.of(),
            List.of(),
            labels.stream().flatMap(l -> l.drop().stream()).toList());
  }

  /// Whether its values, or those of foreign members, are of that field.
  boolean names(CertificateField field) {
    return fields.contains(field) || foreign.contains(field);
  }

  /// Whether its words mean something after another caption.
  boolean follows(Label other) {
    return after.contains(other.fields().getLast());
  }

  /// Whether its values belong to a member.
  public boolean isOfMember() {
    return fields.getFirst().isOfMember();
  }
}
