package jp.frontdesk.review;

import java.util.List;
import jp.frontdesk.intake.PageFrame;

/// The desk's list of cases in order of arrival (`desk/list.jte`). It listens to `/events`: an
/// event `rows` carries a new `desk/rows.jte`.
///
/// @param frame what surrounds the page
/// @param tabs which cases are listed; at most one is selected
/// @param rows in order of arrival
/// @param isCashOfficer whether the reader closes the day
public record CaseListView(PageFrame frame, List<Tab> tabs, Rows rows, boolean isCashOfficer) {
  public CaseListView {
    tabs = List.copyOf(tabs);
  }

  /// A choice of cases.
  ///
  /// @param label e.g. 受付中
  /// @param path where it leads, e.g. `/?show=open`
  /// @param count how many cases it lists
  /// @param isSelected whether it is shown now
  public record Tab(String label, String path, int count, boolean isSelected) {}

  /// The table's body; the single parameter of `desk/rows.jte`.
  ///
  /// @param rows in order of arrival
  /// @param asOf the time of day this was true, in words
  public record Rows(List<Row> rows, String asOf) {
    public Rows {
      rows = List.copyOf(rows);
    }
  }

  /// One case.
  ///
  /// @param path its page, e.g. `/cases/01J...`
  /// @param receptionNumber the number on the slip; blank before there is one
  /// @param receivedAt time of day, in words
  /// @param waitingMinutes since it was submitted
  /// @param memberCount how many people move
  /// @param doubtfulCount values that the clerk has to look at
  /// @param status where the case is
  /// @param fee the fee's state
  /// @param registry the registry's state
  /// @param isHelpCalled whether the visitor called for a clerk
  /// @param isProtected whether no document shows the new address
  /// @param heldBy the other clerk who has it open; blank when nobody has
  public record Row(
      String path,
      String receptionNumber,
      String receivedAt,
      long waitingMinutes,
      int memberCount,
      int doubtfulCount,
      StateView status,
      StateView fee,
      StateView registry,
      boolean isHelpCalled,
      boolean isProtected,
      String heldBy) {}
}
