package jp.frontdesk.review;

import java.util.List;
import jp.frontdesk.intake.PageFrame;
import jp.frontdesk.kernel.Problem;

/// The way of an invited clerk to an account (`desk/enrol.jte`): first name and one-time code, then
/// authenticator and password, then done.
///
/// @param account as typed
/// @param code as typed once it was right; blank before
/// @param qrSvg for the authenticator; blank before
/// @param secret the same for typing; blank before
/// @param problems `field` is `code`, `password`, `again`, `totp` or `page`
/// @param isDone whether the account is active
public record EnrolView(
    PageFrame frame,
    String account,
    String code,
    String qrSvg,
    String secret,
    List<Problem> problems,
    boolean isDone) {
  public EnrolView {
    problems = List.copyOf(problems);
  }

  /// What is wrong with one field; blank when nothing is.
  public String problemOf(String field) {
    return problems.stream()
        .filter(p -> p.field().equals(field))
        .map(Problem::message)
        .findFirst()
        .orElse("");
  }
}
