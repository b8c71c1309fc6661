package jp.frontdesk.reading;

import java.util.List;
import java.util.Optional;
import jp.frontdesk.kernel.CertificateField;

/// One entry of the label list: words and what stands beside them.
///
/// @param fields what the values are, in their order; at least one
/// @param words the wordings, as printed
/// @param above what stands in the upper of two cells or lines beside the label
/// @param drop words printed with a value that are no part of it
public record Label(
    List<CertificateField> fields,
    List<String> words,
    Optional<CertificateField> above,
    List<String> drop) {
  public Label {
    if (fields.isEmpty() || words.isEmpty()) {
      throw new IllegalArgumentException("a label needs words and fields");
    }
    fields = List.copyOf(fields);
    words = List.copyOf(words);
    drop = List.copyOf(drop);
  }

  /// Whether its values belong to a member.
  public boolean isOfMember() {
    return fields.getFirst().isOfMember();
  }
}
