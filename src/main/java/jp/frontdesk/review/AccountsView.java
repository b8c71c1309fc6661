package jp.frontdesk.review;

import java.util.List;
import java.util.Optional;
import jp.frontdesk.intake.PageFrame;

/// The administrator's page of accounts (`desk/accounts.jte`).
///
/// @param problem one sentence; blank when there is none
/// @param missing names in `town.yaml` that no active account has; may be empty
/// @param code the one-time code just made, shown this once
/// @param rows by name
/// @param roles in the order of the choice
/// @param name as typed, where it was refused
/// @param display as typed, where it was refused
/// @param counters as typed, where it was refused
public record AccountsView(
    PageFrame frame,
    String problem,
    List<String> missing,
    Optional<Code> code,
    List<Row> rows,
    List<Choice> roles,
    String name,
    String display,
    String counters) {
  public AccountsView {
    missing = List.copyOf(missing);
    rows = List.copyOf(rows);
    roles = List.copyOf(roles);
  }

  /// A one-time code.
  ///
  /// @param account the sign-in name
  /// @param until time of day, in words
  public record Code(String account, String code, String until) {}

  /// A role to choose.
  public record Choice(String key, String label) {}

  /// One account.
  ///
  /// @param state in words
  /// @param canReset whether it may get a new code
  /// @param canDisable whether it may be shut
  public record Row(
      String name,
      String display,
      String role,
      String counters,
      String state,
      boolean canReset,
      boolean canDisable) {}
}
