package jp.frontdesk.fees;

import io.vertx.sqlclient.SqlConnection;
import java.util.Optional;
import jp.frontdesk.kernel.Yen;

/// Books what happens to money after it came: it goes back, or surplus is taken for its debt. Every
/// method works inside the caller's transaction, with the invoice held.
final class RefundBook {
  private final PaymentBook book;
  private final InvoiceStore invoices;
  private final AttemptStore attempts;
  private final LedgerStore ledger;

  RefundBook(PaymentBook book, InvoiceStore invoices, AttemptStore attempts, LedgerStore ledger) {
    this.book = book;
    this.invoices = invoices;
    this.attempts = attempts;
    this.ledger = ledger;
  }

  /// What came for an attempt in yen; zero where nothing did, or only foreign money.
  Yen cameFor(SqlConnection c, PaymentAttempt attempt) {
    return wasForDebt(c, attempt)
        ? attempt.amount()
        : ledger.sumOf(c, attempt, LedgerEntry.Kind.SURPLUS);
  }

  /// Whether the money was taken for the debt it came for.
  boolean wasForDebt(SqlConnection c, PaymentAttempt attempt) {
    return ledger.isBooked(c, attempt, LedgerEntry.Kind.PAID)
        || ledger.isBooked(c, attempt, LedgerEntry.Kind.ACCEPTED);
  }

  /// The provider may be asked from now on.
  void approve(SqlConnection c, Refund refund, String actor) {
    PaymentAttempt _ = book.move(c, current(c, refund), PaymentEvent.REFUND_APPROVED, actor, "");
  }

  /// The provider will not give the money back.
  void refuse(SqlConnection c, Refund refund, String reason, String actor) {
    PaymentAttempt _ = book.move(c, current(c, refund), PaymentEvent.REFUND_REFUSED, actor, reason);
  }

  /// The money went back.
  void confirm(SqlConnection c, Invoice invoice, Refund refund, String actor) {
    PaymentAttempt after =
        book.move(c, current(c, refund), PaymentEvent.REFUND_CONFIRMED, actor, "");
    LedgerEntry.Account from =
        refund.way() == Refund.Way.BY_HAND && after.channel() != PaymentAttempt.Channel.CASH
            ? LedgerEntry.Account.TOWN_ACCOUNT
            : LedgerEntry.clearingOf(after.channel());
    if (!wasForDebt(c, after)) {
      ledger.enter(
          c,
          after,
          LedgerEntry.Kind.REFUNDED,
          LedgerEntry.Account.SURPLUS_RECEIVED,
          from,
          refund.amount());
      return;
    }
    Invoice _ = invoices.move(c, invoice, Invoice.Event.REFUND_BOOKED);
    LedgerEntry.Account loses =
        ledger.isBooked(c, after, LedgerEntry.Kind.REVENUE)
            ? LedgerEntry.Account.REVENUE
            : LedgerEntry.Account.ASSESSED;
    ledger.enterLines(c, invoice, after.key(), LedgerEntry.Kind.REFUNDED, loses, from);
  }

  /// Surplus money is taken for the invoice; what else could be paid is closed.
  void acceptSurplus(SqlConnection c, Invoice invoice, PaymentAttempt attempt, String actor) {
    PaymentAttempt after = book.move(c, attempt, PaymentEvent.SURPLUS_ACCEPTED, actor, "");
    Invoice settled = invoices.move(c, invoice, Invoice.Event.PAYMENT_BOOKED);
    ledger.enter(
        c,
        after,
        LedgerEntry.Kind.ACCEPTED,
        LedgerEntry.Account.SURPLUS_RECEIVED,
        LedgerEntry.Account.RECEIVABLE,
        invoice.total());
    book.closeOthers(c, settled, Optional.of(after), actor);
  }

  private PaymentAttempt current(SqlConnection c, Refund refund) {
    return attempts
        .find(c, refund.town(), refund.attemptKey())
        .orElseThrow(() -> new IllegalStateException("no such payment attempt in this town"));
  }
}
