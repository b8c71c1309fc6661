package jp.frontdesk.fees;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PaymentTransitionsTest {
  @ParameterizedTest
  @EnumSource(PaymentStatus.class)
  void anOpenAttemptCanBePaidAndAClosedOneCanNot(PaymentStatus status) {
    Optional<PaymentStatus> next = PaymentTransitions.next(status, PaymentEvent.PAYMENT_CONFIRMED);

    assertThat(next.isPresent()).isEqualTo(status.isOpen());
  }

  @ParameterizedTest
  @EnumSource(PaymentStatus.class)
  void moneyIsNeverLostWhateverTheStatus(PaymentStatus status) {
    boolean isSettled = status == PaymentStatus.PAID || status == PaymentStatus.EXCEPTION;

    Optional<PaymentStatus> next = PaymentTransitions.next(status, PaymentEvent.SURPLUS_FOUND);

    assertThat(next).isEqualTo(isSettled ? Optional.empty() : Optional.of(PaymentStatus.EXCEPTION));
  }

  @ParameterizedTest
  @EnumSource(PaymentStatus.class)
  void everyOpenStatusLeadsToAnEnd(PaymentStatus status) {
    boolean hasEnd =
        Arrays.stream(PaymentEvent.values())
            .filter(event -> event != PaymentEvent.SURPLUS_FOUND)
            .flatMap(event -> PaymentTransitions.next(status, event).stream())
            .anyMatch(next -> !next.isOpen());

    assertThat(hasEnd).isEqualTo(status != PaymentStatus.PAID && status != PaymentStatus.EXCEPTION);
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
    assertThatThrownBy(() -> Invoice.next(Invoice.Status.PAID, Invoice.Event.WITHDRAWN))
        .isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> Invoice.next(Invoice.Status.PAID, Invoice.Event.PAYMENT_BOOKED))
        .isInstanceOf(IllegalStateException.class);
  }
}
