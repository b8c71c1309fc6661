package jp.frontdesk.review;

import java.util.List;
import jp.frontdesk.intake.PageFrame;

/// The auditor's page (`desk/log.jte`).
///
/// @param rows the newest first
public record LogView(PageFrame frame, List<Row> rows) {
  public LogView {
    rows = List.copyOf(rows);
  }

  /// One act.
  ///
  /// @param at day and time, in words
  /// @param what in words
  /// @param about an account or the id of a case
  /// @param actor the account, `kiosk` or `registry`; blank where nobody signed in
  public record Row(String at, String what, String about, String actor) {}
}
