package jp.frontdesk.cases;

import java.util.Optional;
import jp.frontdesk.kernel.Address;
import jp.frontdesk.kernel.PersonName;

/// 届出人, who brings the notification (住民基本台帳法 第26条, 第27条; 施行令 第26条).
///
/// @param role what the notifier is to the people who move
/// @param phone a number to call by day, as written
/// @param address the notifier's own address where it is not the new one
public record Notifier(PersonName name, Role role, String phone, Optional<Address> address) {
  /// 異動者との関係.
  public enum Role {
    /// 本人, one of those who move.
    SELF,
    /// 同一世帯員, a member of the same household; needs no power of attorney.
    HOUSEHOLD_MEMBER,
    /// 代理人, with a power of attorney or by law.
    PROXY
  }

  @Override
  public String toString() {
    return "Notifier(" + role + ")";
  }
}
