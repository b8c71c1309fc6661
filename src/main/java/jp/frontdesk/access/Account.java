package jp.frontdesk.access;

import java.util.List;
import jp.frontdesk.kernel.MunicipalityCode;

/// A clerk's account 職員アカウント. Its name is its identity: unique in its town, never changed and never
/// given to another person, so that two steps by two names are steps by two accounts.
///
/// @param name e.g. `mihon`; people sign in as `999997-mihon`
/// @param displayName the clerk's name for colleagues
/// @param counters where the clerk works, as the administrator wrote it; may be empty
/// @param isFromProvider whether the town's identity provider proves who it is
/// @param isDemonstration whether the program made it for a demonstration
public record Account(
    MunicipalityCode town,
    String name,
    String displayName,
    Role role,
    List<String> counters,
    State state,
    boolean isFromProvider,
    boolean isDemonstration) {
  public Account {
    counters = List.copyOf(counters);
  }

  /// What an account can do now.
  public enum State {
    /// Waits for its first sign-in with a one-time code 登録コード.
    INVITED,
    /// Signs in.
    ACTIVE,
    /// Signs in no more.
    DISABLED
  }

  /// Whether a text may be the name of an account.
  public static boolean isName(String text) {
    return text.matches("[a-z0-9][a-z0-9._-]{0,39}");
  }

  /// The same account with another role.
  Account withRole(Role other) {
    return new Account(
        town, name, displayName, other, counters, state, isFromProvider, isDemonstration);
  }

  /// The name as people type it at the sign-in.
  public String signInName() {
    return town.digits() + "-" + name;
  }
}
