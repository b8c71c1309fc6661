package jp.frontdesk.guide;

import java.util.List;
import jp.frontdesk.intake.PageFrame;

/// The page with the guide's questions (`kiosk/procedures.jte`). It posts to `/procedures`:
/// `version` and `answer.` + question: `yes`, `no`, or `ask` to leave it to the counter.
///
/// @param frame what surrounds the page
/// @param version of the draft
/// @param questions never empty
/// @param isStale whether somebody else changed the draft meanwhile
public record ProceduresView(PageFrame frame, int version, List<Asked> questions, boolean isStale) {
  /// A question.
  ///
  /// @param why the reason it is asked
  public record Asked(String id, String text, String why) {}

  public ProceduresView {
    questions = List.copyOf(questions);
  }
}
