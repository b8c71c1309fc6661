package jp.frontdesk.fees;

import io.vertx.sqlclient.SqlConnection;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import jp.frontdesk.fees.PaymentProvider.Answer;
import jp.frontdesk.kernel.Yen;
import jp.frontdesk.platform.Database;

/// Turns what the provider said into moves of attempt and invoice, ledger entries and events: one
/// transaction for each answer, with the invoice held, so that answers that arrive at once are
/// booked one after another and the second finds the first.
final class PaymentBook {
  private static final Duration SLOWEST_CHECK = Duration.ofMinutes(5);

  private final Database database;
  private final InvoiceStore invoices;
  private final AttemptStore attempts;
  private final LedgerStore ledger;
  private final InstantSource clock;

  PaymentBook(
      Database database,
      InvoiceStore invoices,
      AttemptStore attempts,
      LedgerStore ledger,
      InstantSource clock) {
    this.database = database;
    this.invoices = invoices;
    this.attempts = attempts;
    this.ledger = ledger;
    this.clock = clock;
  }

  /// Books an answer and says where the attempt stands now.
  ///
  /// @param actor who asked, e.g. `poller` or a clerk's account
  PaymentAttempt apply(PaymentAttempt seen, Answer answer, String actor) {
    return database.inTown(
        seen.town(),
        c -> {
          Invoice invoice = invoices.lock(c, seen.town(), seen.invoiceId());
          PaymentAttempt attempt = current(c, seen);
          PaymentAttempt after =
              switch (answer) {
                case Answer.Open(String text, Instant expiresAt) ->
                    opened(c, attempt, text, expiresAt, actor);
                case Answer.Paid(ProviderPayment payment) ->
                    paid(c, invoice, attempt, payment, actor);
                case Answer.Closed() ->
                    moveIfLegal(c, attempt, PaymentEvent.CLOSE_CONFIRMED, actor);
                case Answer.NotKnown() -> attempt;
                case Answer.Refused(String reason) -> refused(c, attempt, reason, actor);
                case Answer.Missing(String reason) ->
                    attempt.status() == PaymentStatus.CREATED
                        ? move(c, attempt, PaymentEvent.ANSWER_LOST, actor, reason)
                        : attempt;
              };
          int unanswered = answer instanceof Answer.Missing ? attempt.unansweredChecks() + 1 : 0;
          if (after.status().isOpen()) {
            attempts.schedule(c, after, nextCheck(after, unanswered), unanswered);
          }
          return after.withUnansweredChecks(unanswered);
        });
  }

  /// Moves an attempt by an event of our own; where the event is not possible it stays as it is.
  PaymentAttempt note(PaymentAttempt seen, PaymentEvent event, String actor) {
    return database.inTown(
        seen.town(),
        c -> {
          Invoice _ = invoices.lock(c, seen.town(), seen.invoiceId());
          return moveIfLegal(c, current(c, seen), event, actor);
        });
  }

  /// Makes a slip payable; its code is ours, so nobody has to be asked.
  PaymentAttempt issue(SqlConnection c, PaymentAttempt slip) {
    return move(c, slip, PaymentEvent.CODE_RECEIVED, "desk", "");
  }

  /// Closes what else could still be paid: slips at once, for an agent cannot be told; a code on a
  /// screen is closed at the provider by the next check.
  void closeOthers(SqlConnection c, Invoice invoice, Optional<PaymentAttempt> paid, String actor) {
    for (PaymentAttempt other : attempts.listOf(c, invoice.town(), invoice.id())) {
      boolean isPaidOne = paid.map(p -> p.key().equals(other.key())).orElse(false);
      if (isPaidOne || !other.status().isOpen()) {
        continue;
      }
      PaymentAttempt asked = moveIfLegal(c, other, PaymentEvent.CANCEL_ASKED, actor);
      if (asked.channel() != PaymentAttempt.Channel.DYNAMIC_CODE) {
        PaymentAttempt _ = moveIfLegal(c, asked, PaymentEvent.CLOSE_CONFIRMED, actor);
      }
    }
  }

  /// Books the payment of an invoice that is due: attempt, invoice, ledger, other codes, signal.
  PaymentAttempt settle(
      SqlConnection c, Invoice invoice, PaymentAttempt attempt, PaymentAttempt paid, String actor) {
    PaymentAttempt after = write(c, attempt, PaymentEvent.PAYMENT_CONFIRMED, paid, actor, "");
    Invoice settled = invoices.move(c, invoice, Invoice.Event.PAYMENT_BOOKED);
    book(c, after, LedgerEntry.Kind.PAID, LedgerEntry.Account.RECEIVABLE, invoice.total());
    closeOthers(c, settled, Optional.of(after), actor);
    return after;
  }

  /// Books a payment that provider or agent confirmed.
  ///
  /// @param invoice held
  PaymentAttempt paid(
      SqlConnection c,
      Invoice invoice,
      PaymentAttempt attempt,
      ProviderPayment payment,
      String actor) {
    if (payment.isKnownFor(attempt)) {
      return attempt;
    }
    if (attempt.status().wasPaid()) {
      return secondPayment(c, invoice, attempt, payment, actor);
    }
    PaymentAttempt with = attempt.withPayment(payment.id(), payment.paidAt());
    if (!payment.fits(attempt)) {
      return exception(c, attempt, with, PaymentEvent.MISMATCH_FOUND, payment, actor);
    }
    boolean isWanted = attempt.status().isOpen() && invoice.status() == Invoice.Status.DUE;
    return isWanted
        ? settle(c, invoice, attempt, with, actor)
        : exception(c, attempt, with, PaymentEvent.SURPLUS_FOUND, payment, actor);
  }

  /// The same code was paid twice: the second payment becomes an attempt of its own, one that never
  /// had a code.
  private PaymentAttempt secondPayment(
      SqlConnection c,
      Invoice invoice,
      PaymentAttempt attempt,
      ProviderPayment payment,
      String actor) {
    UUID name = UUID.nameUUIDFromBytes(payment.id().getBytes(StandardCharsets.UTF_8));
    PaymentAttempt surplus =
        PaymentAttempt.created(
                invoice,
                attempt.town().digits() + "-s-" + name,
                attempt.channel(),
                Optional.empty(),
                Optional.empty(),
                clock.instant())
            .withStatus(PaymentStatus.REFUSED);
    if (attempts.insert(c, surplus)) {
      PaymentAttempt with = surplus.withPayment(payment.id(), payment.paidAt());
      PaymentAttempt _ = exception(c, surplus, with, PaymentEvent.SURPLUS_FOUND, payment, actor);
    }
    return attempt;
  }

  private PaymentAttempt exception(
      SqlConnection c,
      PaymentAttempt attempt,
      PaymentAttempt with,
      PaymentEvent event,
      ProviderPayment payment,
      String actor) {
    String detail = "came %d %s".formatted(payment.amountYen(), payment.currency());
    PaymentAttempt after = write(c, attempt, event, with, actor, detail);
    if (payment.currency().equals("JPY") && payment.amountYen() > 0) {
      book(
          c,
          after,
          LedgerEntry.Kind.SURPLUS,
          LedgerEntry.Account.SURPLUS_RECEIVED,
          new Yen(payment.amountYen()));
    }
    return after;
  }

  private PaymentAttempt opened(
      SqlConnection c, PaymentAttempt attempt, String text, Instant expiresAt, String actor) {
    if (PaymentTransitions.next(attempt.status(), PaymentEvent.CODE_RECEIVED).isEmpty()) {
      return attempt;
    }
    Instant ends = attempt.expiresAt().filter(ours -> ours.isBefore(expiresAt)).orElse(expiresAt);
    return write(c, attempt, PaymentEvent.CODE_RECEIVED, attempt.withCode(text, ends), actor, "");
  }

  private PaymentAttempt refused(
      SqlConnection c, PaymentAttempt attempt, String reason, String actor) {
    return PaymentTransitions.next(attempt.status(), PaymentEvent.PROVIDER_REFUSED).isEmpty()
        ? attempt
        : move(c, attempt, PaymentEvent.PROVIDER_REFUSED, actor, reason);
  }

  private PaymentAttempt moveIfLegal(
      SqlConnection c, PaymentAttempt attempt, PaymentEvent event, String actor) {
    return PaymentTransitions.next(attempt.status(), event).isEmpty()
        ? attempt
        : move(c, attempt, event, actor, "");
  }

  /// Moves an attempt of a held invoice.
  ///
  /// @throws IllegalStateException where the table has no such move
  PaymentAttempt move(
      SqlConnection c, PaymentAttempt attempt, PaymentEvent event, String actor, String detail) {
    return write(c, attempt, event, attempt, actor, detail);
  }

  private PaymentAttempt write(
      SqlConnection c,
      PaymentAttempt before,
      PaymentEvent event,
      PaymentAttempt with,
      String actor,
      String detail) {
    PaymentStatus next =
        PaymentTransitions.next(before.status(), event)
            .orElseThrow(() -> new IllegalStateException(before.status() + " cannot be " + event));
    PaymentAttempt after = with.withStatus(next);
    attempts.move(c, before, event, after, actor, detail, clock.instant());
    Database.signal(c, Cashier.TOPIC, before.town() + ":" + before.caseId());
    return after;
  }

  private void book(
      SqlConnection c,
      PaymentAttempt attempt,
      LedgerEntry.Kind kind,
      LedgerEntry.Account credit,
      Yen amount) {
    ledger.enter(c, attempt, kind, LedgerEntry.clearingOf(attempt.channel()), credit, amount);
  }

  private PaymentAttempt current(SqlConnection c, PaymentAttempt seen) {
    return attempts
        .find(c, seen.town(), seen.key())
        .orElseThrow(() -> new IllegalStateException("no such payment attempt in this town"));
  }

  /// Codes on a screen every second, slips ever more rarely, silent providers after ever longer.
  private Instant nextCheck(PaymentAttempt attempt, int unanswered) {
    Instant now = clock.instant();
    Duration wait = Duration.ofSeconds(unanswered == 0 ? 1 : 1L << Math.min(unanswered, 5));
    if (attempt.channel() == PaymentAttempt.Channel.SLIP) {
      Duration byAge = Duration.between(attempt.createdAt(), now).dividedBy(60);
      wait = byAge.compareTo(wait) > 0 ? byAge : wait;
    }
    return now.plus(wait.compareTo(SLOWEST_CHECK) > 0 ? SLOWEST_CHECK : wait);
  }
}
