package jp.frontdesk.fees;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PaymentTransitionsTest {
  private static final String EDGES =
      """
      CREATED CODE_RECEIVED CODE_ISSUED
      CREATED PROVIDER_REFUSED REFUSED
      CREATED ANSWER_LOST UNKNOWN
      CREATED CANCEL_ASKED CANCEL_REQUESTED
      CREATED LIFETIME_OVER EXPIRE_CHECK
      CREATED PAYMENT_CONFIRMED PAID
      CREATED CLOSE_CONFIRMED EXPIRED
      CREATED MISMATCH_FOUND EXCEPTION
      CREATED SURPLUS_FOUND EXCEPTION
      CODE_ISSUED CANCEL_ASKED CANCEL_REQUESTED
      CODE_ISSUED LIFETIME_OVER EXPIRE_CHECK
      CODE_ISSUED PAYMENT_CONFIRMED PAID
      CODE_ISSUED CLOSE_CONFIRMED EXPIRED
      CODE_ISSUED MISMATCH_FOUND EXCEPTION
      CODE_ISSUED SURPLUS_FOUND EXCEPTION
      UNKNOWN CODE_RECEIVED CODE_ISSUED
      UNKNOWN PROVIDER_REFUSED REFUSED
      UNKNOWN CANCEL_ASKED CANCEL_REQUESTED
      UNKNOWN LIFETIME_OVER EXPIRE_CHECK
      UNKNOWN PAYMENT_CONFIRMED PAID
      UNKNOWN CLOSE_CONFIRMED EXPIRED
      UNKNOWN MISMATCH_FOUND EXCEPTION
      UNKNOWN SURPLUS_FOUND EXCEPTION
      CANCEL_REQUESTED PAYMENT_CONFIRMED PAID
      CANCEL_REQUESTED CLOSE_CONFIRMED CANCELLED
      CANCEL_REQUESTED MISMATCH_FOUND EXCEPTION
      CANCEL_REQUESTED SURPLUS_FOUND EXCEPTION
      EXPIRE_CHECK CANCEL_ASKED CANCEL_REQUESTED
      EXPIRE_CHECK PAYMENT_CONFIRMED PAID
      EXPIRE_CHECK CLOSE_CONFIRMED EXPIRED
      EXPIRE_CHECK MISMATCH_FOUND EXCEPTION
      EXPIRE_CHECK SURPLUS_FOUND EXCEPTION
      PAID REFUND_APPROVED REFUND_REQUESTED
      PAID NOTICE_WITHDRAWN REVERSED
      CANCELLED MISMATCH_FOUND EXCEPTION
      CANCELLED SURPLUS_FOUND EXCEPTION
      EXPIRED MISMATCH_FOUND EXCEPTION
      EXPIRED SURPLUS_FOUND EXCEPTION
      REFUSED MISMATCH_FOUND EXCEPTION
      REFUSED SURPLUS_FOUND EXCEPTION
      EXCEPTION SURPLUS_ACCEPTED PAID
      EXCEPTION REFUND_APPROVED REFUND_REQUESTED
      EXCEPTION NOTICE_WITHDRAWN REVERSED
      REFUND_REQUESTED REFUND_CONFIRMED REFUNDED
      REFUND_REQUESTED REFUND_REFUSED REFUND_FAILED
      REFUND_FAILED REFUND_APPROVED REFUND_REQUESTED
      """;

  @ParameterizedTest
  @EnumSource(PaymentStatus.class)
  void anOpenAttemptCanBePaidAndAClosedOneCanNot(PaymentStatus status) {
    Optional<PaymentStatus> next = PaymentTransitions.next(status, PaymentEvent.PAYMENT_CONFIRMED);

    assertThat(next.isPresent()).isEqualTo(status.isOpen());
  }

  @ParameterizedTest
  @EnumSource(PaymentStatus.class)
  void moneyIsNeverLostWhateverTheStatus(PaymentStatus status) {
    Optional<PaymentStatus> next = PaymentTransitions.next(status, PaymentEvent.SURPLUS_FOUND);

    assertThat(next)
        .isEqualTo(status.wasPaid() ? Optional.empty() : Optional.of(PaymentStatus.EXCEPTION));
  }

  @ParameterizedTest
  @EnumSource(PaymentStatus.class)
  void everyOpenStatusLeadsToAnEnd(PaymentStatus status) {
    boolean hasEnd =
        Arrays.stream(PaymentEvent.values())
            .filter(event -> event != PaymentEvent.SURPLUS_FOUND)
            .flatMap(event -> PaymentTransitions.next(status, event).stream())
            .anyMatch(next -> !next.isOpen());

    assertThat(hasEnd)
        .isEqualTo(status != PaymentStatus.REFUNDED && status != PaymentStatus.REVERSED);
  }

  @Test
  void everyEdgeIsOneOfThese() {
    List<String> edges = new ArrayList<>();
    for (PaymentStatus status : PaymentStatus.values()) {
      for (PaymentEvent event : PaymentEvent.values()) {
        PaymentTransitions.next(status, event)
            .ifPresent(next -> edges.add(status + " " + event + " " + next));
      }
    }

    assertThat(edges).containsExactlyElementsOf(EDGES.lines().toList());
  }

  @Test
  void nothingExpiresOrIsCancelledUnasked() {
    assertThat(PaymentTransitions.next(PaymentStatus.CODE_ISSUED, PaymentEvent.LIFETIME_OVER))
        .hasValue(PaymentStatus.EXPIRE_CHECK);
    assertThat(PaymentTransitions.next(PaymentStatus.CODE_ISSUED, PaymentEvent.CANCEL_ASKED))
        .hasValue(PaymentStatus.CANCEL_REQUESTED);
    assertThat(PaymentTransitions.next(PaymentStatus.CANCEL_REQUESTED, PaymentEvent.LIFETIME_OVER))
        .isEmpty();
  }

  @Test
  void anInvoiceIsPaidOrWithdrawnOnceOnly() {
    assertThat(Invoice.next(Invoice.Status.DUE, Invoice.Event.PAYMENT_BOOKED))
        .isEqualTo(Invoice.Status.PAID);
    assertThat(Invoice.next(Invoice.Status.NOTHING_DUE, Invoice.Event.WITHDRAWN))
        .isEqualTo(Invoice.Status.WITHDRAWN);
    assertThat(Invoice.next(Invoice.Status.PAID, Invoice.Event.REFUND_BOOKED))
        .isEqualTo(Invoice.Status.REFUNDED);
    assertThat(Invoice.next(Invoice.Status.PAID, Invoice.Event.NOTICE_WITHDRAWN))
        .isEqualTo(Invoice.Status.DUE);
    assertThatThrownBy(() -> Invoice.next(Invoice.Status.REFUNDED, Invoice.Event.PAYMENT_BOOKED))
        .isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> Invoice.next(Invoice.Status.PAID, Invoice.Event.WITHDRAWN))
        .isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> Invoice.next(Invoice.Status.PAID, Invoice.Event.PAYMENT_BOOKED))
        .isInstanceOf(IllegalStateException.class);
  }
}
