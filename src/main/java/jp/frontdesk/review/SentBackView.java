package jp.frontdesk.review;

import java.util.List;
import jp.frontdesk.intake.PageFrame;

/// The page after a clerk sent the case back 差し戻し (`kiosk/sent-back.jte`).
///
/// @param frame what surrounds the page
/// @param receptionNumber of the case
/// @param reason the clerk's words
/// @param fixes what to fix, each leads to its input; may be empty
public record SentBackView(
    PageFrame frame, String receptionNumber, String reason, List<Fix> fixes) {
  public SentBackView {
    fixes = List.copyOf(fixes);
  }

  /// One thing to fix.
  ///
  /// @param label e.g. 2人目 生年月日
  /// @param path where it is fixed, e.g. `/check#f-members-1-birth-date`
  public record Fix(String label, String path) {}
}
