package jp.frontdesk.fees.settlement;

import java.time.LocalDate;
import java.util.Optional;
import jp.frontdesk.fees.PaymentAttempt;

/// Income 収入 of one day, account and way, as accounting gets it.
///
/// @param incomeOn when the residents paid, or got their money back
/// @param transferOn when the money reaches the town's account 振込日; empty where no file says
/// @param account 歳入科目
/// @param itemCount how many payments; at least one
/// @param yen below zero for what was given back
public record IncomeRow(
    LocalDate incomeOn,
    Optional<LocalDate> transferOn,
    String account,
    String accountName,
    Way way,
    int itemCount,
    long yen) {

  /// How the money came or went back.
  public enum Way {
    /// By a payment slip.
    SLIP("払込票"),
    /// By a code on a screen.
    DYNAMIC_CODE("QRコード"),
    /// In cash.
    CASH("現金"),
    /// Given back what came by a slip.
    SLIP_REFUND("払込票（還付）"),
    /// Given back what came by a code.
    DYNAMIC_CODE_REFUND("QRコード（還付）"),
    /// Given back what came in cash.
    CASH_REFUND("現金（還付）");

    private final String label;

    Way(String label) {
      this.label = label;
    }

    /// As people read it.
    public String label() {
      return label;
    }

    static Way of(PaymentAttempt.Channel channel, boolean isRefund) {
      return valueOf(channel.name() + (isRefund ? "_REFUND" : ""));
    }
  }
}
