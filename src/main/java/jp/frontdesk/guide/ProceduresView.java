package jp.frontdesk.guide;

import java.util.List;
import java.util.function.UnaryOperator;
import jp.frontdesk.intake.PageFrame;

/// The page with the guide's questions (`kiosk/procedures.jte`). It posts to `/procedures`:
/// `version` and `answer.` + question: `yes`, `no`, or `ask` to leave it to the counter. With
/// `show` the page only comes again, in the language of the address; nothing is saved.
///
/// @param frame what surrounds the page
/// @param version of the draft
/// @param language that it is in: BCP 47, or `easy`
/// @param languages to choose from
/// @param words the fixed words in that language by their keys
/// @param questions never empty
/// @param isStale whether somebody else changed the draft meanwhile
public record ProceduresView(
    PageFrame frame,
    int version,
    String language,
    List<GuideView.Language> languages,
    UnaryOperator<String> words,
    List<Asked> questions,
    boolean isStale) {
  /// A question.
  ///
  /// @param why the reason it is asked
  /// @param chosen what was chosen before: `yes`, `no` or `ask`
  public record Asked(String id, String text, String why, String chosen) {
    /// Whether a choice is the one made before.
    public boolean isChosen(String choice) {
      return chosen.equals(choice);
    }
  }

  public ProceduresView {
    languages = List.copyOf(languages);
    questions = List.copyOf(questions);
  }

  /// A fixed word.
  public String word(String key) {
    return words.apply(key);
  }

  /// The language for readers' voices.
  public String lang() {
    return language.equals("easy") ? "ja" : language;
  }
}
