package jp.frontdesk.fees;

/// Where one attempt to be paid stands. The only moves are those of {@link PaymentTransitions}.
public enum PaymentStatus {
  /// Our key is committed; the provider may or may not have been called.
  CREATED,
  /// The resident can pay.
  CODE_ISSUED,
  /// The provider did not answer: the code may exist.
  UNKNOWN,
  /// The provider is to close the code; it may have been paid meanwhile.
  CANCEL_REQUESTED,
  /// Its time is over; the provider is asked before it counts as expired.
  EXPIRE_CHECK,
  /// The exact amount came and is booked.
  PAID,
  /// Closed unpaid because it was no longer wanted.
  CANCELLED,
  /// Closed unpaid because its time was over.
  EXPIRED,
  /// The provider never made a code.
  REFUSED,
  /// Money came that fits no debt (after closing, twice, another amount): a person decides.
  EXCEPTION,
  /// Two persons want the money given back; the provider was asked or is about to be.
  REFUND_REQUESTED,
  /// The money went back 還付.
  REFUNDED,
  /// The provider will not give the money back: a person decides.
  REFUND_FAILED,
  /// The agent took its quick notice back 速報取消: there never was money.
  REVERSED;

  /// Whether a payment can still come in the normal way.
  public boolean isOpen() {
    return switch (this) {
      case CREATED, CODE_ISSUED, UNKNOWN, CANCEL_REQUESTED, EXPIRE_CHECK -> true;
      case PAID,
          CANCELLED,
          EXPIRED,
          REFUSED,
          EXCEPTION,
          REFUND_REQUESTED,
          REFUNDED,
          REFUND_FAILED,
          REVERSED ->
          false;
    };
  }

  /// Whether money came for it once, so that more money is a payment of its own.
  public boolean wasPaid() {
    return switch (this) {
      case PAID, EXCEPTION, REFUND_REQUESTED, REFUNDED, REFUND_FAILED, REVERSED -> true;
      case CREATED,
          CODE_ISSUED,
          UNKNOWN,
          CANCEL_REQUESTED,
          EXPIRE_CHECK,
          CANCELLED,
          EXPIRED,
          REFUSED ->
          false;
    };
  }
}
