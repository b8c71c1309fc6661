package jp.frontdesk.fees.code;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// One field of a payment QR code: two digits of tag, two digits of length, the value. The length
/// counts characters (code points), although the check at the end runs over bytes.
///
/// @param id two digits
/// @param value 1 to 99 characters
public record TaggedField(String id, String value) {
  private static final int HEAD = 4;
  private static final int LONGEST = 99;

  public TaggedField {
    int length = lengthOf(value);
    if (!isNumber(id) || id.length() != 2 || length < 1 || length > LONGEST || isTorn(value)) {
      throw new IllegalArgumentException("a field has a tag of two digits and 1 to 99 characters");
    }
  }

  /// The field as it stands in the code.
  String text() {
    return "%s%02d%s".formatted(id, lengthOf(value), value);
  }

  /// Splits a text into its fields; empty where it does not end exactly with one, or a field is
  /// there twice.
  static Optional<List<TaggedField>> parse(String text) {
    int[] signs = text.codePoints().toArray();
    List<TaggedField> fields = new ArrayList<>();
    int at = 0;
    while (at < signs.length) {
      Optional<TaggedField> field = fieldAt(signs, at);
      if (field.isEmpty() || find(fields, field.get().id).isPresent()) {
        return Optional.empty();
      }
      fields.add(field.get());
      at += HEAD + lengthOf(field.get().value);
    }
    return Optional.of(List.copyOf(fields));
  }

  /// The value of a field; empty where it is not there.
  static Optional<String> find(List<TaggedField> fields, String id) {
    return fields.stream().filter(f -> f.id.equals(id)).map(TaggedField::value).findFirst();
  }

  /// The fields one after another.
  static String textOf(List<TaggedField> fields) {
    StringBuilder text = new StringBuilder();
    fields.forEach(field -> text.append(field.text()));
    return text.toString();
  }

  /// Whether a text is digits of ASCII only, one at least.
  static boolean isNumber(String text) {
    return !text.isEmpty() && text.chars().allMatch(c -> c >= '0' && c <= '9');
  }

  /// Characters of a text, where a pair of surrogates is one.
  static int lengthOf(String text) {
    return text.codePointCount(0, text.length());
  }

  /// Whether half of a surrogate pair is missing: such a text has no bytes in UTF-8.
  static boolean isTorn(String text) {
    return text.codePoints()
        .anyMatch(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE);
  }

  private static Optional<TaggedField> fieldAt(int[] signs, int at) {
    if (at + HEAD > signs.length) {
      return Optional.empty();
    }
    String head = new String(signs, at, HEAD);
    int length = isNumber(head) ? Integer.parseInt(head.substring(2)) : 0;
    if (length < 1 || at + HEAD + length > signs.length) {
      return Optional.empty();
    }
    String value = new String(signs, at + HEAD, length);
    return isTorn(value)
        ? Optional.empty()
        : Optional.of(new TaggedField(head.substring(0, 2), value));
  }
}
