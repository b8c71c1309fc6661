package jp.frontdesk.forms;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import jp.frontdesk.cases.Member;
import jp.frontdesk.cases.MoveKind;
import jp.frontdesk.cases.MovingInRecord;
import jp.frontdesk.paper.BackgroundPage;

/// A form 様式 as its description says, checked whole.
///
/// @param id the folder's name, e.g. `moving_in_notification`
/// @param title e.g. 住民異動届
/// @param kinds for which moves it is
/// @param who which members the form is about
/// @param isPerMember whether every member gets sheets of their own
/// @param isOptional whether it is printed on request only, as nothing in the record tells
/// @param first the first sheet
/// @param next every further sheet 続紙; empty where one sheet holds everybody
public record FormTemplate(
    String id,
    String title,
    Set<MoveKind> kinds,
    FormGroup who,
    boolean isPerMember,
    boolean isOptional,
    FormPage first,
    Optional<FormPage> next) {
  public FormTemplate {
    kinds = Set.copyOf(kinds);
  }

  /// One sheet.
  ///
  /// @param background the printed page below, if the form has one
  record FormPage(
      double widthMm,
      double heightMm,
      Optional<BackgroundPage> background,
      List<FormItem> items,
      Optional<Rows> rows) {
    FormPage {
      items = List.copyOf(items);
    }

    int rowCount() {
      return rows.map(Rows::count).orElse(0);
    }
  }

  /// A row for each member.
  ///
  /// @param leftMm where the rows begin
  /// @param topMm where the first row begins
  /// @param heightMm from row to row
  /// @param items measured from the row's corner
  /// @param endMark written in the first row nobody fills, e.g. 以下余白
  record Rows(
      double leftMm,
      double topMm,
      double heightMm,
      int count,
      List<FormItem> items,
      Optional<FormItem.Label> endMark) {
    Rows {
      items = List.copyOf(items);
    }
  }

  /// Whether somebody signs it.
  public boolean hasSignature() {
    return Stream.concat(Stream.of(first), next.stream())
        .flatMap(page ->
            Stream.concat(
                page.items().stream(), page.rows().stream().flatMap(rows -> rows.items().stream())))
        .map(item -> item instanceof FormItem.When when ? when.item() : item)
        .anyMatch(FormItem.Signature.class::isInstance);
  }

  /// Whether it is made for every household without being asked for.
  public boolean isForEverybody() {
    return who == FormGroup.ALL && !isOptional;
  }

  /// The members the form is about, in their order; may be empty.
  List<Member> membersOf(MovingInRecord record) {
    return who.of(record);
  }
}
