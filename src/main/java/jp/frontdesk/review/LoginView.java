package jp.frontdesk.review;

import java.util.List;
import jp.frontdesk.intake.PageFrame;
import jp.frontdesk.kernel.Problem;

/// The clerks' login (`desk/login.jte`). It posts `account` and `password` to `/login`.
///
/// @param frame what surrounds the page
/// @param account as typed
/// @param hint shown below, e.g. the demonstration accounts; may be blank
/// @param problems `field` is `account`, `password` or `page`
public record LoginView(PageFrame frame, String account, String hint, List<Problem> problems) {
  public LoginView {
    problems = List.copyOf(problems);
  }
}
