package jp.frontdesk.intake;

import java.util.List;
import jp.frontdesk.kernel.Problem;

/// The kiosk's first page of a visit (`kiosk/start.jte`): what brought the visitor here. It posts
/// `town` and `procedure` (`moving_in` or `no_paper`) to `/start`.
///
/// @param frame what surrounds the page
/// @param townCode 6-digit code 全国地方公共団体コード
/// @param problems shown at the top, may be empty
public record StartView(PageFrame frame, String townCode, List<Problem> problems) {
  public StartView {
    problems = List.copyOf(problems);
  }
}
