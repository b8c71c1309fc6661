package jp.frontdesk.review;

import java.util.List;
import jp.frontdesk.intake.PageFrame;
import jp.frontdesk.kernel.Problem;

/// The clerks' login (`desk/login.jte`). It posts `account`, `password` and `code` to `/login`.
///
/// @param frame what surrounds the page
/// @param account as typed
/// @param hint shown below: how sign-in names are made
/// @param demonstration the present code of demonstration accounts; blank without any
/// @param ways to sign in at a town's identity provider; may be empty
/// @param problems `field` is `account`, `password`, `code` or `page`
public record LoginView(
    PageFrame frame,
    String account,
    String hint,
    String demonstration,
    List<Way> ways,
    List<Problem> problems) {
  public LoginView {
    ways = List.copyOf(ways);
    problems = List.copyOf(problems);
  }

  /// A provider to sign in at.
  ///
  /// @param town its town's name
  /// @param path where the sign-in there begins
  public record Way(String town, String path) {}
}
