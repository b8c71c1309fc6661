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
  SURPLUS_FOUND,
  /// A clerk took surplus money for the debt it was meant for.
  SURPLUS_ACCEPTED,
  /// A second person approved that the money goes back.
  REFUND_APPROVED,
  /// The provider gave the money back, or a clerk did by hand.
  REFUND_CONFIRMED,
  /// The provider will not give the money back.
  REFUND_REFUSED,
  /// The agent took its quick notice back 速報取消.
  NOTICE_WITHDRAWN
}
