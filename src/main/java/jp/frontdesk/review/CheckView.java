package jp.frontdesk.review;

import java.util.List;
import jp.frontdesk.intake.PageFrame;
import jp.frontdesk.kernel.Problem;

/// The page on which the resident checks every value (`kiosk/check.jte`). It posts to `/check`:
/// `version`, every value under its path, `ok` once per doubtful path that was looked at, `stays`
/// once per member (place from 0) who does not move, and `pick` = `path=value` when a candidate was
/// pressed without JavaScript (then the page is shown again with it).
///
/// @param frame what surrounds the page
/// @param version of the draft that is shown
/// @param groups the move first, then each member
/// @param problems all of them; each `field` is a path, or `page`
public record CheckView(
    PageFrame frame, int version, List<FieldGroupView> groups, List<Problem> problems) {
  public CheckView {
    groups = List.copyOf(groups);
    problems = List.copyOf(problems);
  }

  /// The fields that the resident has to look at, of all groups.
  public List<FieldView> toLookAt() {
    return groups.stream().flatMap(g -> g.toLookAt().stream()).toList();
  }

  /// The id of the input a problem belongs to.
  public String anchorOf(Problem problem) {
    return groups.stream()
        .flatMap(g -> g.fields().stream())
        .filter(f -> f.path().equals(problem.field()))
        .map(FieldView::domId)
        .findFirst()
        .orElse("main");
  }
}
