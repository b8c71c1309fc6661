package jp.frontdesk.fees;

import java.time.Duration;
import java.time.InstantSource;
import jp.frontdesk.fees.PaymentProvider.Answer;
import jp.frontdesk.kernel.MunicipalityCode;

/// Chooses the one call to the provider that an attempt needs next, by its status, and has the
/// answer booked. Calls are made outside of transactions and may be repeated.
final class Inquiry {
  /// The provider closes a code this much later than our screen stops offering it.
  private static final Duration GRACE = Duration.ofSeconds(30);

  private final PaymentProvider provider;
  private final PaymentBook book;
  private final InstantSource clock;

  Inquiry(PaymentProvider provider, PaymentBook book, InstantSource clock) {
    this.provider = provider;
    this.book = book;
    this.clock = clock;
  }

  /// Asks about an attempt and books the answer. One whose time is over is asked about before it
  /// counts as expired.
  ///
  /// @param payee as the resident reads it, for a code that has still to be made
  PaymentAttempt ask(PaymentAttempt attempt, String payee, String actor) {
    boolean isOver = attempt.status().isOpen() && attempt.isOver(clock.instant());
    PaymentAttempt now = isOver ? book.note(attempt, PaymentEvent.LIFETIME_OVER, actor) : attempt;
    return switch (now.channel()) {
      case CASH -> now;
      case SLIP -> askForSlip(now, actor);
      case DYNAMIC_CODE -> askForCode(now, payee, actor);
    };
  }

  private PaymentAttempt askForCode(PaymentAttempt attempt, String payee, String actor) {
    MunicipalityCode town = attempt.town();
    return switch (attempt.status()) {
      case CREATED, UNKNOWN ->
          book.apply(attempt, provider.createCode(orderOf(attempt, payee)), actor);
      case CODE_ISSUED,
          PAID,
          CANCELLED,
          EXPIRED,
          REFUSED,
          EXCEPTION,
          REFUND_REQUESTED,
          REFUNDED,
          REFUND_FAILED,
          REVERSED ->
          book.apply(attempt, provider.findPayment(town, attempt.key()), actor);
      case CANCEL_REQUESTED -> book.apply(attempt, provider.closeCode(town, attempt.key()), actor);
      case EXPIRE_CHECK -> {
        PaymentAttempt asked =
            book.apply(attempt, provider.findPayment(town, attempt.key()), actor);
        boolean isStillOpen = asked.status() == PaymentStatus.EXPIRE_CHECK;
        yield isStillOpen && asked.unansweredChecks() == 0
            ? book.apply(asked, provider.closeCode(town, attempt.key()), actor)
            : asked;
      }
    };
  }

  private PaymentAttempt askForSlip(PaymentAttempt attempt, String actor) {
    if (attempt.code().isEmpty()) {
      return attempt;
    }
    Answer answer = provider.findCollection(attempt.town(), attempt.code().get());
    boolean isUnpaidAtItsEnd =
        attempt.status() == PaymentStatus.EXPIRE_CHECK && answer instanceof Answer.NotKnown;
    return book.apply(attempt, isUnpaidAtItsEnd ? new Answer.Closed() : answer, actor);
  }

  private PaymentProvider.CodeOrder orderOf(PaymentAttempt attempt, String payee) {
    return new PaymentProvider.CodeOrder(
        attempt.town(),
        attempt.key(),
        attempt.amount(),
        payee,
        attempt.expiresAt().orElse(clock.instant()).plus(GRACE));
  }
}
