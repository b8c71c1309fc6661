package jp.frontdesk.review;

import java.util.List;
import jp.frontdesk.intake.PageFrame;
import jp.frontdesk.kernel.Problem;

/// The page that asks what the paper cannot know (`kiosk/questions.jte`). It posts to `/questions`:
/// `version`, `address`, `postcode`, `moved_on_year` (western), `moved_on_month`, `moved_on_day`,
/// `head` (`member:0` ... or `other`), `head_name`, `phone`, `role` (`SELF`, `HOUSEHOLD_MEMBER`,
/// `PROXY`), `notifier` (`member:0` ..., with `SELF`), `notifier_name`, `notifier_address`.
///
/// @param frame what surrounds the page
/// @param version of the draft
/// @param address the new address as far as known
/// @param isAddressFromPaper whether the address was on the paper and has to be checked
/// @param postcode may be blank
/// @param movedOn the day the family began to live there
/// @param household the members who move
/// @param head who becomes the head of the new household
/// @param phone may be blank
/// @param notifier who stands at the kiosk
/// @param problems `field` is one of the input names, or `page`
public record QuestionsView(
    PageFrame frame,
    int version,
    String address,
    boolean isAddressFromPaper,
    String postcode,
    MovedOn movedOn,
    List<Person> household,
    Head head,
    String phone,
    Notifier notifier,
    boolean isProtected,
    List<Problem> problems) {
  public QuestionsView {
    household = List.copyOf(household);
    problems = List.copyOf(problems);
  }

  /// A member who moves.
  ///
  /// @param value `member:0` ...
  /// @param name as printed
  public record Person(String value, String name) {}

  /// The day of moving in, as typed, in parts.
  ///
  /// @param years the years that can be chosen
  /// @param year western, e.g. `2026`; blank when not answered
  /// @param month 1 to 12 or blank
  /// @param day 1 to 31 or blank
  /// @param todayIso today in Japan as yyyy-mm-dd, for the keys きょう and きのう
  /// @param planned the planned day on the paper, in words; blank when the paper has none
  public record MovedOn(
      List<Year> years, String year, String month, String day, String todayIso, String planned) {
    public MovedOn {
      years = List.copyOf(years);
    }
  }

  /// A year to choose.
  ///
  /// @param value western, e.g. `2026`
  /// @param label e.g. 令和8年（2026年）
  public record Year(String value, String label) {}

  /// The head of the new household 世帯主.
  ///
  /// @param selected `member:0` ..., `other`, or blank
  /// @param otherName the typed name with `other`
  public record Head(String selected, String otherName) {}

  /// Who makes the notification 届出人.
  ///
  /// @param role `SELF`, `HOUSEHOLD_MEMBER`, `PROXY`, or blank
  /// @param selected `member:0` ... with `SELF`
  /// @param name the typed name with the other roles
  /// @param address the typed address with `PROXY`
  public record Notifier(String role, String selected, String name, String address) {}

  /// The message for an input, blank when there is none.
  public String problemOf(String field) {
    return problems.stream()
        .filter(p -> p.field().equals(field))
        .map(Problem::message)
        .findFirst()
        .orElse("");
  }
}
