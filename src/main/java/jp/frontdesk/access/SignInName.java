package jp.frontdesk.access;

import java.util.Optional;
import jp.frontdesk.kernel.MunicipalityCode;

/// The name people sign in with 職員番号: the town's code, a hyphen, the account's name.
///
/// @param account its name, which may not exist
public record SignInName(MunicipalityCode town, String account) {
  private static final int TOWN_DIGITS = 6;

  /// The parts of a typed name; empty when it is none.
  public static Optional<SignInName> parse(String typed) {
    if (!typed.matches("\\d{6}-.+") || !Account.isName(typed.substring(TOWN_DIGITS + 1))) {
      return Optional.empty();
    }
    return MunicipalityCode.parse(typed.substring(0, TOWN_DIGITS))
        .map(town -> new SignInName(town, typed.substring(TOWN_DIGITS + 1)));
  }
}
