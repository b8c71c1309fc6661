package jp.frontdesk.guide;

import java.util.List;
import jp.frontdesk.intake.PageFrame;

/// The guide on screen (`kiosk/guide.jte`).
///
/// @param frame what surrounds the page
/// @param paper what it says
/// @param languages to choose from
/// @param back where the page came from
public record GuideView(PageFrame frame, GuidePaper paper, List<Language> languages, String back) {
  /// A language.
  ///
  /// @param code BCP 47, or `easy`
  /// @param name in itself, e.g. Tiếng Việt
  /// @param isShown whether the page is in it
  public record Language(String code, String name, boolean isShown) {}

  public GuideView {
    languages = List.copyOf(languages);
  }
}
