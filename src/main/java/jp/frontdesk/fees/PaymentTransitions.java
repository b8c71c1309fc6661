package jp.frontdesk.fees;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/// The one table of every legal move of a payment attempt.
public final class PaymentTransitions {
  private static final Map<PaymentStatus, Map<PaymentEvent, PaymentStatus>> TABLE = table();

  private PaymentTransitions() {}

  /// The status after an event; empty where the event cannot happen in that status.
  public static Optional<PaymentStatus> next(PaymentStatus status, PaymentEvent event) {
    return Optional.ofNullable(TABLE.getOrDefault(status, Map.of()).get(event));
  }

  private static Map<PaymentStatus, Map<PaymentEvent, PaymentStatus>> table() {
    Map<PaymentStatus, Map<PaymentEvent, PaymentStatus>> table = new EnumMap<>(PaymentStatus.class);
    table.put(
        PaymentStatus.CREATED,
        open(
            Map.of(
                PaymentEvent.CODE_RECEIVED, PaymentStatus.CODE_ISSUED,
                PaymentEvent.PROVIDER_REFUSED, PaymentStatus.REFUSED,
                PaymentEvent.ANSWER_LOST, PaymentStatus.UNKNOWN,
                PaymentEvent.CANCEL_ASKED, PaymentStatus.CANCEL_REQUESTED,
                PaymentEvent.LIFETIME_OVER, PaymentStatus.EXPIRE_CHECK,
                PaymentEvent.CLOSE_CONFIRMED, PaymentStatus.EXPIRED)));
    table.put(
        PaymentStatus.UNKNOWN,
        open(
            Map.of(
                PaymentEvent.CODE_RECEIVED, PaymentStatus.CODE_ISSUED,
                PaymentEvent.PROVIDER_REFUSED, PaymentStatus.REFUSED,
                PaymentEvent.CANCEL_ASKED, PaymentStatus.CANCEL_REQUESTED,
                PaymentEvent.LIFETIME_OVER, PaymentStatus.EXPIRE_CHECK,
                PaymentEvent.CLOSE_CONFIRMED, PaymentStatus.EXPIRED)));
    table.put(
        PaymentStatus.CODE_ISSUED,
        open(
            Map.of(
                PaymentEvent.CANCEL_ASKED, PaymentStatus.CANCEL_REQUESTED,
                PaymentEvent.LIFETIME_OVER, PaymentStatus.EXPIRE_CHECK,
                PaymentEvent.CLOSE_CONFIRMED, PaymentStatus.EXPIRED)));
    table.put(
        PaymentStatus.CANCEL_REQUESTED,
        open(Map.of(PaymentEvent.CLOSE_CONFIRMED, PaymentStatus.CANCELLED)));
    table.put(
        PaymentStatus.EXPIRE_CHECK,
        open(
            Map.of(
                PaymentEvent.CANCEL_ASKED, PaymentStatus.CANCEL_REQUESTED,
                PaymentEvent.CLOSE_CONFIRMED, PaymentStatus.EXPIRED)));
    table.put(PaymentStatus.CANCELLED, closedUnpaid());
    table.put(PaymentStatus.EXPIRED, closedUnpaid());
    table.put(PaymentStatus.REFUSED, closedUnpaid());
    table.put(
        PaymentStatus.PAID,
        Map.of(
            PaymentEvent.REFUND_APPROVED, PaymentStatus.REFUND_REQUESTED,
            PaymentEvent.NOTICE_WITHDRAWN, PaymentStatus.REVERSED));
    table.put(
        PaymentStatus.EXCEPTION,
        Map.of(
            PaymentEvent.SURPLUS_ACCEPTED, PaymentStatus.PAID,
            PaymentEvent.REFUND_APPROVED, PaymentStatus.REFUND_REQUESTED,
            PaymentEvent.NOTICE_WITHDRAWN, PaymentStatus.REVERSED));
    table.put(
        PaymentStatus.REFUND_REQUESTED,
        Map.of(
            PaymentEvent.REFUND_CONFIRMED, PaymentStatus.REFUNDED,
            PaymentEvent.REFUND_REFUSED, PaymentStatus.REFUND_FAILED));
    table.put(
        PaymentStatus.REFUND_FAILED,
        Map.of(PaymentEvent.REFUND_APPROVED, PaymentStatus.REFUND_REQUESTED));
    return table;
  }

  /// Whatever else happens, an open attempt can be paid, rightly or wrongly.
  private static Map<PaymentEvent, PaymentStatus> open(Map<PaymentEvent, PaymentStatus> moves) {
    Map<PaymentEvent, PaymentStatus> all = new EnumMap<>(moves);
    all.put(PaymentEvent.PAYMENT_CONFIRMED, PaymentStatus.PAID);
    all.putAll(closedUnpaid());
    return all;
  }

  private static Map<PaymentEvent, PaymentStatus> closedUnpaid() {
    return Map.of(
        PaymentEvent.MISMATCH_FOUND, PaymentStatus.EXCEPTION,
        PaymentEvent.SURPLUS_FOUND, PaymentStatus.EXCEPTION);
  }
}
