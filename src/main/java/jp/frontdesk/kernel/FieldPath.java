package jp.frontdesk.kernel;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The address of one printed field of a certificate, e.g. `move.date` or `members[0].name`.
///
/// @param field which field of the paper
/// @param member the member's place in the order of the paper from 0, or -1 for a field of the
///   whole paper
public record FieldPath(CertificateField field, int member) implements Comparable<FieldPath> {
  private static final Pattern MEMBER = Pattern.compile("members\\[(\\d{1,2})]\\.([a-z_]+)");

  public FieldPath {
    if (field.isOfMember() != (member >= 0)) {
      throw new IllegalArgumentException("a member field needs a member, another field has none");
    }
  }

  /// The path of a field of the whole paper.
  public static FieldPath of(CertificateField field) {
    return new FieldPath(field, -1);
  }

  /// The path of a member's field; the first member is 0.
  public static FieldPath of(CertificateField field, int member) {
    return new FieldPath(field, member);
  }

  /// Empty when the text names no field of the contract.
  public static Optional<FieldPath> parse(String text) {
    Matcher matcher = MEMBER.matcher(text);
    if (matcher.matches()) {
      int member = Integer.parseInt(matcher.group(1));
      return CertificateField.find("members." + matcher.group(2)).map(f -> of(f, member));
    }
    return CertificateField.find(text).filter(f -> !f.isOfMember()).map(FieldPath::of);
  }

  /// The member's place, empty for a field of the whole paper.
  public OptionalInt memberIndex() {
    return member < 0 ? OptionalInt.empty() : OptionalInt.of(member);
  }

  /// Fields of the whole paper first, then member by member, each in the order of
  /// [CertificateField].
  @Override
  public int compareTo(FieldPath other) {
    return member != other.member
        ? Integer.compare(member, other.member)
        : field.compareTo(other.field);
  }

  @Override
  public String toString() {
    return member < 0
        ? field.path()
        : "members[" + member + "]." + field.path().substring("members.".length());
  }
}
