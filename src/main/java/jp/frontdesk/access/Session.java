package jp.frontdesk.access;

import java.util.Optional;
import jp.frontdesk.kernel.CaseId;
import jp.frontdesk.kernel.MunicipalityCode;

/// A visit at a kiosk or a clerk's work at the desk. It belongs to one town and a kiosk's to at
/// most one case.
///
/// @param token the secret of the cookie, only in memory
/// @param caseId the case of a kiosk's visit, once one is open
/// @param account of a clerk, as it is now
public record Session(
    String token,
    Kind kind,
    MunicipalityCode town,
    Optional<CaseId> caseId,
    Optional<Account> account) {
  /// Which desk a session is for; one never opens the other.
  public enum Kind {
    /// A resident at a kiosk.
    KIOSK,
    /// A clerk at the counter.
    CLERK
  }

  /// The name of a clerk's account.
  public Optional<String> clerk() {
    return account.map(Account::name);
  }

  @Override
  public String toString() {
    return "Session[" + kind + " " + town + "]";
  }
}
