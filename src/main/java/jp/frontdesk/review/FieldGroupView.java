package jp.frontdesk.review;

import java.util.List;

/// Fields shown together: the move, one member of the household, the certificate, the answers.
///
/// @param id stable in the page, e.g. `move`, `member-0`, `certificate`, `answers`
/// @param title e.g. 引っ越し or 1人目
/// @param name the member's name; blank for other groups
/// @param member the member's place from 0, or -1
/// @param isStaying whether the member does not move with the others
/// @param fields in reading order
public record FieldGroupView(
    String id, String title, String name, int member, boolean isStaying, List<FieldView> fields) {
  public FieldGroupView {
    fields = List.copyOf(fields);
  }

  /// Whether the group is a member of the household.
  public boolean isMember() {
    return member >= 0;
  }

  /// The fields that somebody has to look at.
  public List<FieldView> toLookAt() {
    return fields.stream().filter(FieldView::needsLook).toList();
  }

  /// The fields that hold a value and need no look.
  public List<FieldView> filled() {
    return fields.stream().filter(f -> !f.needsLook() && !f.isBlank()).toList();
  }

  /// The fields that the paper leaves empty.
  public List<FieldView> empty() {
    return fields.stream().filter(f -> !f.needsLook() && f.isBlank()).toList();
  }
}
