package jp.frontdesk.fees;

import java.util.UUID;
import jp.frontdesk.kernel.MunicipalityCode;
import jp.frontdesk.kernel.Yen;

/// One double entry of the books: an amount goes to one account and comes from another. Revenue is
/// booked when the money is settled, which a later reconciliation does, not when an app says paid.
///
/// @param reference the invoice's identity, or the attempt's key
/// @param revenueAccount 歳入科目; empty where it does not matter
record LedgerEntry(
    MunicipalityCode town,
    Kind kind,
    String reference,
    UUID invoiceId,
    Account debit,
    Account credit,
    String revenueAccount,
    Yen amount) {

  /// Why an entry was made; one of each for a reference.
  enum Kind {
    /// What is due 調定.
    INVOICED,
    /// No longer due.
    WITHDRAWN,
    /// The exact amount came.
    PAID,
    /// Money came that fits no debt.
    SURPLUS,
    /// Surplus money taken for its debt.
    ACCEPTED,
    /// Money given back 還付.
    REFUNDED,
    /// A notice of a payment was taken back 速報取消.
    REVERSED,
    /// What provider, agent or drawer owed arrived in the town's account.
    SETTLED,
    /// What the provider kept back for a refund.
    SETTLED_BACK,
    /// Income of a revenue account 収入, once the money arrived.
    REVENUE
  }

  /// The accounts of the desk's own books.
  enum Account {
    /// 未収金: what residents owe.
    RECEIVABLE,
    /// 調定額: what was assessed as due.
    ASSESSED,
    /// What the provider of codes owes us.
    PROVIDER_CLEARING,
    /// What the collection agent owes us.
    AGENT_CLEARING,
    /// Cash at the counter.
    CASH_DRAWER,
    /// 預り金: money that fits no debt and goes back, or is sorted out by a person.
    SURPLUS_RECEIVED,
    /// 指定金融機関の口座: the town's account.
    TOWN_ACCOUNT,
    /// 歳入: income, by revenue account.
    REVENUE
  }

  /// Where the money of a channel lies after it was paid.
  static Account clearingOf(PaymentAttempt.Channel channel) {
    return switch (channel) {
      case SLIP -> Account.AGENT_CLEARING;
      case DYNAMIC_CODE -> Account.PROVIDER_CLEARING;
      case CASH -> Account.CASH_DRAWER;
    };
  }
}
