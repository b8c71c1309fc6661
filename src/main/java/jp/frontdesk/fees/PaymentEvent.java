package jp.frontdesk.fees;

/// What happens to one attempt to be paid.
public enum PaymentEvent {
  /// The provider made the code, or has it.
  CODE_RECEIVED,
  /// The provider said no.
  PROVIDER_REFUSED,
  /// The provider did not answer a call that may have made a code.
  ANSWER_LOST,
  /// The desk wants the code closed.
  CANCEL_ASKED,
  /// The code's time is over.
  LIFETIME_OVER,
  /// The provider confirmed our key, amount and currency as paid; cash was taken.
  PAYMENT_CONFIRMED,
  /// The provider confirmed that the code can no longer be paid.
  CLOSE_CONFIRMED,
  /// Paid, but with another amount, currency or key.
  MISMATCH_FOUND,
  /// Paid, but the debt was paid, withdrawn or closed already.
  SURPLUS_FOUND
}
