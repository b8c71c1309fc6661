package jp.frontdesk.fees;

import java.time.LocalDate;
import java.util.Optional;
import jp.frontdesk.kernel.Yen;

/// One line of a town's fee table 手数料表: what one piece of a certificate costs in one period.
///
/// @param item stable key, e.g. `resident_record_copy`
/// @param name as residents read it, e.g. 住民票の写し
/// @param channel where it is asked for
/// @param unit what is counted: 通, 件, 枚 ...
/// @param price for one unit; zero for what is free
/// @param legalBasis the ordinance or law that sets it
/// @param validFrom first day
/// @param validTo last day; empty while it goes on
/// @param account code of the revenue account 歳入科目
/// @param isExample true where the amount was not found in a source and stands for demonstration
/// @param source where the amount was read, and when
public record FeePrice(
    String item,
    String name,
    Channel channel,
    String unit,
    Yen price,
    String legalBasis,
    LocalDate validFrom,
    Optional<LocalDate> validTo,
    String account,
    boolean isExample,
    String source) {

  /// Where a certificate is asked for; the price may differ.
  public enum Channel {
    /// 窓口.
    COUNTER,
    /// コンビニ交付.
    CONVENIENCE_STORE,
    /// 郵送.
    MAIL,
    /// オンライン申請.
    ONLINE
  }

  /// Whether this line holds on that day.
  public boolean isValidOn(LocalDate day) {
    return !day.isBefore(validFrom) && validTo.map(last -> !day.isAfter(last)).orElse(true);
  }
}
