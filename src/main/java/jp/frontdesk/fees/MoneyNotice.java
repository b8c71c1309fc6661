package jp.frontdesk.fees;

import java.time.Instant;
import java.util.Optional;

/// One line of a file in which an agent or provider accounts for money, as the books take it.
///
/// @param isSlip whether the reference is the 44 digits of a slip; else our key of a code
/// @param reference what was paid; may be empty or nobody's
/// @param paymentId the provider's number of the payment, where the file has one
/// @param amountYen above zero, also for a refund
/// @param paidAt when the resident paid, or when the notice was taken back
public record MoneyNotice(
    Kind kind,
    boolean isSlip,
    String reference,
    Optional<String> paymentId,
    long amountYen,
    Instant paidAt) {
  public MoneyNotice {
    if (amountYen <= 0) {
      throw new IllegalArgumentException("a notice is about more than 0 yen");
    }
  }

  /// What the line says.
  public enum Kind {
    /// It was paid 速報; may be taken back.
    QUICK,
    /// The money comes 確定.
    FINAL,
    /// A quick notice is taken back 速報取消.
    WITHDRAWN,
    /// The provider keeps money back for a refund 返金.
    REFUND
  }

  /// The provider's number, or one made of reference and time.
  String idOrMade() {
    return paymentId.orElseGet(() -> ProviderPayment.madeId(reference, paidAt));
  }
}
