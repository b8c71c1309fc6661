package jp.frontdesk.server;

import static jp.frontdesk.access.Role.ADMINISTRATOR;
import static jp.frontdesk.access.Role.AUDITOR;
import static jp.frontdesk.access.Role.CLERK;
import static jp.frontdesk.access.Role.SUPERVISOR;

import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Route;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import jp.frontdesk.access.ProviderSignIn;
import jp.frontdesk.access.Role;
import jp.frontdesk.fees.NotificationRoutes;

/// Who may use which address of the desk: the one table. An address that is not in it exists for
/// nobody, and what a role may not use does not exist for it (404).
///
/// Beside the role, three rules hold in [ClerkGate] and the routes themselves: a case exists only
/// in its own town, a protected one only for the clerks that `town.yaml` names, and the daily close
/// only for its cash officers.
final class RouteRoles {
  /// Who an address is for.
  sealed interface Who {
    /// Anybody, without a session: the way in, and what proves itself by other means.
    record Anybody() implements Who {}

    /// Signed-in accounts of these roles.
    record Roles(Set<Role> roles) implements Who {
      public Roles {
        roles = Set.copyOf(roles);
      }
    }
  }

  private static final Who ANYBODY = new Who.Anybody();
  private static final Who SIGNED_IN = roles(CLERK, SUPERVISOR, AUDITOR, ADMINISTRATOR);
  private static final Who CASES = roles(CLERK, SUPERVISOR);
  private static final Who RECORDS = roles(AUDITOR);
  private static final Who ACCOUNTS = roles(ADMINISTRATOR);

  private static final Map<String, Who> DESK = new LinkedHashMap<>();

  static {
    row("POST", NotificationRoutes.CALLBACK, ANYBODY);
    row("GET", DeskSignInRoutes.LOGIN, ANYBODY);
    row("POST", DeskSignInRoutes.LOGIN, ANYBODY);
    row("GET", DeskProviderRoutes.PROVIDER, ANYBODY);
    row("GET", ProviderSignIn.CALLBACK, ANYBODY);
    row("GET", DeskSignInRoutes.ENROL, ANYBODY);
    row("POST", DeskSignInRoutes.ENROL, ANYBODY);
    row("POST", DeskSignInRoutes.ENROL_FINISH, ANYBODY);
    row("POST", DeskSignInRoutes.LOGOUT, SIGNED_IN);
    row("GET", DeskRoutes.LIST, SIGNED_IN);
    row("GET", DeskRoutes.LIST_EVENTS, CASES);
    row("GET", DeskAccountRoutes.ACCOUNTS, ACCOUNTS);
    row("POST", DeskAccountRoutes.ACCOUNTS, ACCOUNTS);
    row("POST", DeskAccountRoutes.RESET, ACCOUNTS);
    row("POST", DeskAccountRoutes.DISABLE, ACCOUNTS);
    row("GET", DeskLogRoutes.LOG, RECORDS);
    row("GET", DeskCaseRoutes.CASE, CASES);
    row("POST", DeskCaseRoutes.SAVE, CASES);
    row("POST", DeskCaseRoutes.CONFIRM, CASES);
    row("POST", DeskCaseRoutes.RETURN, CASES);
    row("POST", DeskCaseRoutes.REJECT, CASES);
    row("POST", DeskCaseRoutes.RETRY, CASES);
    row("GET", DeskCaseRoutes.CASE_EVENTS, CASES);
    row("POST", DeskProtectionRoutes.PROTECT, CASES);
    row("GET", DeskFeeRoutes.FEE, CASES);
    row("POST", DeskFeeRoutes.CASH, CASES);
    row("POST", DeskFeeRoutes.EXEMPT, CASES);
    row("POST", DeskFeeRoutes.ACCEPT, CASES);
    row("POST", DeskFeeRoutes.REFUND, CASES);
    row("POST", DeskFeeRoutes.APPROVE, CASES);
    row("POST", DeskFeeRoutes.DECLINE, CASES);
    row("GET", DeskCloseRoutes.CLOSE, CASES);
    row("POST", DeskCloseRoutes.FILE, CASES);
    row("POST", DeskCloseRoutes.RESUME, CASES);
    row("POST", DeskCloseRoutes.THEIRS, CASES);
    row("POST", DeskCloseRoutes.OURS, CASES);
    row("POST", DeskCloseRoutes.DAY, CASES);
    row("GET", DeskCloseRoutes.EXPORT, CASES);
    row("GET", DeskPaperRoutes.RECEIPT, CASES);
    row("GET", DeskPaperRoutes.TICKET, CASES);
    row("GET", DeskPaperRoutes.LOCAL_TAX, CASES);
    row("POST", DeskPaperRoutes.LOCAL_TAX, CASES);
    row("POST", DeskPaperRoutes.LOCAL_TAX_PRINT, CASES);
    row("GET", DeskSignatureRoutes.SIGN, CASES);
    row("POST", DeskSignatureRoutes.SIGN, CASES);
    row("POST", DeskSignatureRoutes.PAPER, CASES);
    row("POST", DeskSignatureRoutes.DELETE, CASES);
    row("GET", DeskFileRoutes.PAGE, CASES);
    row("GET", DeskFileRoutes.CROP, CASES);
    row("POST", DeskFileRoutes.REVEAL, CASES);
    row("GET", DeskFileRoutes.FORM, CASES);
    row("GET", DeskFileRoutes.GUIDE, CASES);
    row("GET", DeskFileRoutes.SLIP, CASES);
  }

  private RouteRoles() {}

  private static Who roles(Role... roles) {
    return new Who.Roles(Set.of(roles));
  }

  private static void row(String method, String path, Who who) {
    if (DESK.put(method + " " + path, who) != null) {
      throw new IllegalStateException(method + " " + path + " stands in the table twice");
    }
  }

  /// The whole table by method and path, e.g. `GET /cases/:case`.
  static Map<String, Who> table() {
    return Map.copyOf(DESK);
  }

  /// The line of the table that a route of the desk has.
  static Optional<Who> of(HttpMethod method, Route route) {
    return Optional.ofNullable(DESK.get(method.name() + " " + route.getPath()));
  }

  /// Whether a role may use a route.
  static boolean mayUse(Role role, HttpMethod method, Route route) {
    return of(method, route)
        .map(who ->
            switch (who) {
              case Who.Anybody() -> true;
              case Who.Roles(Set<Role> roles) -> roles.contains(role);
            })
        .orElse(false);
  }
}
