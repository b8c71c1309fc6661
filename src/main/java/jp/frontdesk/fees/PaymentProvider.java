package jp.frontdesk.fees;

import java.time.Instant;
import jp.frontdesk.kernel.MunicipalityCode;
import jp.frontdesk.kernel.Yen;

/// The outside world of payments: a provider of QR codes and a collection agent 収納代行 for slips.
/// Every call may be repeated with the same key and then has no further effect. A call that gets no
/// clear answer in time is {@link Answer.Missing}, never an exception: whether it had an effect is
/// then unknown.
public interface PaymentProvider {
  /// Makes the code of one payment, or tells what became of it.
  Answer createCode(CodeOrder order);

  /// What became of a code.
  Answer findPayment(MunicipalityCode town, String key);

  /// Closes a code for ever, also one the provider has not heard of yet.
  Answer closeCode(MunicipalityCode town, String key);

  /// Whether a slip was paid; {@link Answer.NotKnown} where the agent has no payment for it.
  Answer findCollection(MunicipalityCode town, String digits);

  /// Gives the money of a paid code back.
  RefundAnswer refund(RefundOrder order);

  /// What is to be given back.
  ///
  /// @param key our key of the code
  /// @param paymentId the provider's number of the payment
  /// @param refundKey our key of the refund; the same key never gives back twice
  record RefundOrder(
      MunicipalityCode town, String key, String paymentId, String refundKey, Yen amount) {}

  /// What the provider answered to a refund.
  sealed interface RefundAnswer {
    /// The money went back, now or before.
    record Done() implements RefundAnswer {}

    /// The provider will not do it; `reason` is for the log, without personal data.
    record Refused(String reason) implements RefundAnswer {}

    /// No clear answer; `reason` is for the log, without personal data.
    record Missing(String reason) implements RefundAnswer {}
  }

  /// What a code is to be made for.
  ///
  /// @param key our key; the same key always means the same code
  /// @param payee as the resident reads it
  /// @param expiresAt when our screen stops offering it; the provider closes it a little later
  record CodeOrder(
      MunicipalityCode town, String key, Yen amount, String payee, Instant expiresAt) {}

  /// What the provider answered.
  sealed interface Answer {
    /// There is a code that can be paid; `text` goes into the QR code.
    record Open(String text, Instant expiresAt) implements Answer {}

    /// It was paid.
    record Paid(ProviderPayment payment) implements Answer {}

    /// It can no longer be paid and was not.
    record Closed() implements Answer {}

    /// The provider has nothing under this key.
    record NotKnown() implements Answer {}

    /// The provider will not do it; `reason` is for the log, without personal data.
    record Refused(String reason) implements Answer {}

    /// No clear answer; `reason` is for the log, without personal data.
    record Missing(String reason) implements Answer {}
  }
}
