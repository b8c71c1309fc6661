package jp.frontdesk.guide;

import java.util.List;
import jp.frontdesk.intake.PageFrame;

/// The page with the guide's questions (`kiosk/procedures.jte`). It posts to `/procedures`:
/// `version` and `answer.` + question: `yes`, `no`, or `ask` to leave it to the counter.
///
/// @param frame what surrounds the page
/// @param version of the draft
/// @param language that it is in: BCP 47, or `easy`
/// @param languages to choose from
/// @param words of the page in that language
/// @param questions never empty
/// @param isStale whether somebody else changed the draft meanwhile
public record ProceduresView(
    PageFrame frame,
    int version,
    String language,
    List<GuideView.Language> languages,
    Words words,
    List<Asked> questions,
    boolean isStale) {
  /// The page's own words.
  ///
  /// @param askThere leaves a question to the counter
  public record Words(String title, String lead, String yes, String no, String askThere) {}

  /// A question.
  ///
  /// @param why the reason it is asked
  public record Asked(String id, String text, String why) {}

  public ProceduresView {
    languages = List.copyOf(languages);
    questions = List.copyOf(questions);
  }
}
