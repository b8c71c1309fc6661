package jp.frontdesk.review;

import java.util.List;
import jp.frontdesk.intake.PageFrame;

/// The page on which the notifier signs (`kiosk/sign.jte`, `desk/sign.jte`). Its script posts the
/// lines as JSON to `path` and gets the address of the next page as text, or with status 422 a
/// sentence that says what to do; its form posts to `path` + `/paper`.
///
/// @param frame what surrounds the page
/// @param path of this page
/// @param back the page before
/// @param name of the person who signs, blank when it is not known
/// @param forms titles of the forms the signature is for
public record SignView(PageFrame frame, String path, String back, String name, List<String> forms) {
  public SignView {
    forms = List.copyOf(forms);
  }

  /// What the page says when nothing was drawn, without asking the server.
  public String emptyMessage() {
    return SignatureInput.NOTHING_DRAWN;
  }
}
