package jp.frontdesk.fees;

import io.vertx.sqlclient.SqlConnection;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import jp.frontdesk.fees.LedgerEntry.Account;
import jp.frontdesk.fees.LedgerEntry.Kind;
import jp.frontdesk.kernel.MunicipalityCode;
import jp.frontdesk.kernel.Yen;
import jp.frontdesk.platform.Database;

/// Books what the files of agent and provider say, and the cash of a day. Every method works inside
/// the caller's transaction and holds the invoices it touches; the ledger's unique keys see to it
/// that money is settled once, whatever comes twice.
public final class SettlementBook {
  private final InvoiceStore invoices;
  private final AttemptStore attempts = new AttemptStore();
  private final LedgerStore ledger;
  private final PaymentBook payments;
  private final RefundBook refunds;
  private final SettlementEntries entries;

  private SettlementBook(Database database, InstantSource clock) {
    this.invoices = new InvoiceStore();
    this.ledger = new LedgerStore(clock);
    this.payments = new PaymentBook(database, invoices, attempts, ledger, clock);
    this.refunds = new RefundBook(payments, invoices, attempts, ledger);
    this.entries = new SettlementEntries(ledger, refunds);
  }

  /// A book over the same tables as the {@link Cashier}'s.
  public static SettlementBook open(Database database, InstantSource clock) {
    return new SettlementBook(database, clock);
  }

  /// What came of a notice.
  public sealed interface Outcome {
    /// It is about this attempt; what had to be booked is booked.
    record Matched(String attemptKey) implements Outcome {}

    /// Nothing was booked.
    record NotOurs(Reason reason) implements Outcome {}
  }

  /// Why a notice is not booked and a person has to look.
  public enum Reason {
    /// No slip or code of ours has this reference.
    UNKNOWN,
    /// The amount is another one than ours.
    OTHER_AMOUNT,
    /// The money came already: a second 確定.
    SECOND_FINAL,
    /// Another payment of the same reference than the one we know.
    SECOND_PAYMENT,
    /// The notice of this very payment was taken back before.
    WITHDRAWN_BEFORE,
    /// 取消 after 確定.
    SETTLED_BEFORE,
    /// 取消 of what we do not know as paid.
    NOT_PAID,
    /// A refund that is not in our books as given back by the provider.
    NOT_REFUNDED
  }

  /// Money in our books that no file has accounted for.
  ///
  /// @param yen below zero where the provider still keeps back a refund
  public record Unsettled(PaymentAttempt attempt, long yen) {}

  /// Books one notice.
  ///
  /// @param actor the clerk who brought the file
  public Outcome book(SqlConnection c, MunicipalityCode town, MoneyNotice notice, String actor) {
    Optional<PaymentAttempt> named =
        notice.isSlip()
            ? attempts.findSlip(c, town, notice.reference())
            : attempts
                .find(c, town, notice.reference())
                .filter(a -> a.channel() == PaymentAttempt.Channel.DYNAMIC_CODE);
    if (named.isEmpty()) {
      return new Outcome.NotOurs(Reason.UNKNOWN);
    }
    Invoice invoice = invoices.lock(c, town, named.get().invoiceId());
    List<PaymentAttempt> all =
        attempts.listOf(c, town, invoice.id()).stream()
            .filter(a -> a.channel() == named.get().channel())
            .toList();
    PaymentAttempt meant = meant(all, named.get().key(), notice);
    return switch (notice.kind()) {
      case QUICK -> quick(c, invoice, meant, notice, actor);
      case FINAL -> settleFinal(c, invoice, meant, notice, actor);
      case WITHDRAWN -> withdrawn(c, invoice, successorOf(all, meant, notice), notice, actor);
      case REFUND -> refunded(c, all, notice);
    };
  }

  /// The attempt that has this very payment, else the one that was named.
  private static PaymentAttempt meant(List<PaymentAttempt> all, String key, MoneyNotice notice) {
    Optional<String> id = Optional.of(notice.idOrMade());
    return all.stream()
        .filter(a -> a.providerPaymentId().equals(id))
        .findFirst()
        .orElseGet(() -> all.stream().filter(a -> a.key().equals(key)).findFirst().orElseThrow());
  }

  private Outcome quick(
      SqlConnection c, Invoice invoice, PaymentAttempt meant, MoneyNotice notice, String actor) {
    if (notice.amountYen() != expected(c, meant)) {
      return new Outcome.NotOurs(Reason.OTHER_AMOUNT);
    }
    if (meant.status() == PaymentStatus.REVERSED) {
      return isSame(meant, notice)
          ? new Outcome.Matched(meant.key())
          : new Outcome.Matched(payAgain(c, invoice, meant, notice, actor).key());
    }
    return new Outcome.Matched(pay(c, invoice, meant, notice, actor).key());
  }

  private Outcome settleFinal(
      SqlConnection c, Invoice invoice, PaymentAttempt meant, MoneyNotice notice, String actor) {
    if (notice.amountYen() != expected(c, meant)) {
      return new Outcome.NotOurs(Reason.OTHER_AMOUNT);
    }
    if (meant.status() == PaymentStatus.REVERSED && isSame(meant, notice)) {
      return new Outcome.NotOurs(Reason.WITHDRAWN_BEFORE);
    }
    if (ledger.isBooked(c, meant, Kind.SETTLED)) {
      return new Outcome.NotOurs(Reason.SECOND_FINAL);
    }
    boolean isAnother =
        meant.status().wasPaid()
            && meant.status() != PaymentStatus.REVERSED
            && notice.paymentId().isPresent()
            && !payment(meant, notice).isKnownFor(meant);
    if (isAnother) {
      return new Outcome.NotOurs(Reason.SECOND_PAYMENT);
    }
    PaymentAttempt paid = meant;
    if (meant.status() == PaymentStatus.REVERSED) {
      paid = payAgain(c, invoice, meant, notice, actor);
    } else if (!meant.status().wasPaid()) {
      paid = pay(c, invoice, meant, notice, actor);
    }
    entries.settle(c, invoice, paid, notice.amountYen());
    return new Outcome.Matched(paid.key());
  }

  private Outcome withdrawn(
      SqlConnection c, Invoice invoice, PaymentAttempt meant, MoneyNotice notice, String actor) {
    if (meant.status() == PaymentStatus.REVERSED) {
      return new Outcome.Matched(meant.key());
    }
    if (ledger.isBooked(c, meant, Kind.SETTLED)) {
      return new Outcome.NotOurs(Reason.SETTLED_BEFORE);
    }
    if (PaymentTransitions.next(meant.status(), PaymentEvent.NOTICE_WITHDRAWN).isEmpty()) {
      return new Outcome.NotOurs(Reason.NOT_PAID);
    }
    if (notice.amountYen() != expected(c, meant)) {
      return new Outcome.NotOurs(Reason.OTHER_AMOUNT);
    }
    boolean isForDebt = meant.status() == PaymentStatus.PAID;
    PaymentAttempt after = payments.move(c, meant, PaymentEvent.NOTICE_WITHDRAWN, actor, "");
    if (isForDebt) {
      Invoice _ = invoices.move(c, invoice, Invoice.Event.NOTICE_WITHDRAWN);
    }
    Account owed = isForDebt ? Account.RECEIVABLE : Account.SURPLUS_RECEIVED;
    ledger.enter(
        c,
        after,
        Kind.REVERSED,
        owed,
        LedgerEntry.clearingOf(after.channel()),
        new Yen(notice.amountYen()));
    return new Outcome.Matched(after.key());
  }

  private Outcome refunded(SqlConnection c, List<PaymentAttempt> all, MoneyNotice notice) {
    for (PaymentAttempt attempt : all) {
      Account clearing = LedgerEntry.clearingOf(attempt.channel());
      boolean fits =
          attempt.status() == PaymentStatus.REFUNDED
              && ledger.refundedFrom(c, attempt.town(), clearing, attempt.key())
                  == notice.amountYen()
              && !ledger.isBooked(c, attempt, Kind.SETTLED_BACK);
      if (fits) {
        ledger.enter(
            c,
            attempt,
            Kind.SETTLED_BACK,
            clearing,
            Account.TOWN_ACCOUNT,
            new Yen(notice.amountYen()));
        return new Outcome.Matched(attempt.key());
      }
    }
    return new Outcome.NotOurs(Reason.NOT_REFUNDED);
  }

  /// Where the notice of a slip was taken back and it was paid again later, the later payment, as
  /// long as it is not later than the notice.
  private static PaymentAttempt successorOf(
      List<PaymentAttempt> all, PaymentAttempt meant, MoneyNotice notice) {
    if (meant.status() != PaymentStatus.REVERSED || isSame(meant, notice)) {
      return meant;
    }
    return all.stream()
        .filter(a -> a.providerPaymentId().filter(ProviderPayment::isMadeId).isPresent())
        .filter(a -> a.code().isEmpty() && a.status() != PaymentStatus.REVERSED)
        .filter(a -> a.paidAt().filter(at -> !at.isAfter(notice.paidAt())).isPresent())
        .findFirst()
        .orElse(meant);
  }

  /// Books a payment as the answer to an inquiry would; the attempt that has it.
  private PaymentAttempt pay(
      SqlConnection c, Invoice invoice, PaymentAttempt meant, MoneyNotice notice, String actor) {
    ProviderPayment payment = payment(meant, notice);
    if (meant.status().wasPaid() && payment.isKnownFor(meant)) {
      return meant;
    }
    PaymentAttempt after = payments.paid(c, invoice, meant, payment, actor);
    return attempts.listOf(c, invoice.town(), invoice.id()).stream()
        .filter(a -> a.providerPaymentId().equals(Optional.of(payment.id())))
        .findFirst()
        .orElse(after);
  }

  /// A slip whose notice was taken back is paid once more: a payment of its own, taken for the
  /// invoice where that is due.
  private PaymentAttempt payAgain(
      SqlConnection c, Invoice invoice, PaymentAttempt meant, MoneyNotice notice, String actor) {
    PaymentAttempt again = pay(c, invoice, meant, notice, actor);
    boolean isWanted =
        again.status() == PaymentStatus.EXCEPTION
            && invoice.status() == Invoice.Status.DUE
            && notice.amountYen() == invoice.total().amountYen();
    if (!isWanted) {
      return again;
    }
    refunds.acceptSurplus(c, invoice, again, actor);
    return attempts.find(c, again.town(), again.key()).orElseThrow();
  }

  private static ProviderPayment payment(PaymentAttempt meant, MoneyNotice notice) {
    return new ProviderPayment(
        notice.idOrMade(),
        notice.isSlip() ? meant.code().orElse("") : meant.key(),
        notice.amountYen(),
        "JPY",
        notice.paidAt());
  }

  private long expected(SqlConnection c, PaymentAttempt attempt) {
    return attempt.status().wasPaid()
        ? refunds.cameFor(c, attempt).amountYen()
        : attempt.amount().amountYen();
  }

  /// Whether a notice is about the very payment of an attempt: its number, or the same minute.
  private static boolean isSame(PaymentAttempt attempt, MoneyNotice notice) {
    Instant minute = notice.paidAt().truncatedTo(ChronoUnit.MINUTES);
    return attempt.providerPaymentId().equals(Optional.of(notice.idOrMade()))
        || attempt
            .paidAt()
            .map(at -> at.truncatedTo(ChronoUnit.MINUTES))
            .equals(Optional.of(minute));
  }

  /// Everything that agent and provider owe us, or keep back, by our books; the sum is the balance
  /// of their accounts.
  public List<Unsettled> listUnsettled(SqlConnection c, MunicipalityCode town, Instant before) {
    List<Unsettled> all = new ArrayList<>(unsettled(c, town, Account.AGENT_CLEARING, before));
    all.addAll(unsettled(c, town, Account.PROVIDER_CLEARING, before));
    return all;
  }

  /// The cash of the drawer that was not paid in yet; below zero what was given back from it after
  /// its payment was paid in.
  public List<Unsettled> listCash(SqlConnection c, MunicipalityCode town, Instant before) {
    return unsettled(c, town, Account.CASH_DRAWER, before);
  }

  private List<Unsettled> unsettled(
      SqlConnection c, MunicipalityCode town, Account account, Instant before) {
    Map<String, Long> open = ledger.openYen(c, town, account, before);
    return attempts.listByKeys(c, town, open.keySet()).stream()
        .map(a -> new Unsettled(a, Optional.ofNullable(open.get(a.key())).orElse(0L)))
        .toList();
  }

  /// Pays the drawer in: cash taken before an instant becomes income, what was given back is taken
  /// from the town's account.
  ///
  /// @return the keys of the attempts; empty, with nothing booked, where the drawer holds another
  ///   sum than expected
  public Optional<Set<String>> settleDrawer(
      SqlConnection c, MunicipalityCode town, Instant before, long expectedYen) {
    listCash(c, town, before).stream()
        .map(cash -> cash.attempt().invoiceId())
        .distinct()
        .sorted()
        .forEach(id -> {
          Invoice _ = invoices.lock(c, town, id);
        });
    List<Unsettled> drawer = listCash(c, town, before);
    if (drawer.stream().mapToLong(Unsettled::yen).sum() != expectedYen) {
      return Optional.empty();
    }
    for (Unsettled cash : drawer) {
      if (cash.yen() > 0) {
        Invoice invoice = invoices.lock(c, town, cash.attempt().invoiceId());
        entries.settle(c, invoice, cash.attempt(), cash.yen());
      } else {
        ledger.enter(
            c,
            cash.attempt(),
            Kind.SETTLED_BACK,
            Account.CASH_DRAWER,
            Account.TOWN_ACCOUNT,
            new Yen(-cash.yen()));
      }
    }
    return Optional.of(drawer.stream().map(d -> d.attempt().key()).collect(Collectors.toSet()));
  }

  /// Books as income what arrived as surplus and was taken for its debt since.
  public void bookLateRevenue(SqlConnection c, MunicipalityCode town) {
    for (String key : ledger.listSettledWithoutRevenue(c, town)) {
      PaymentAttempt seen = attempts.find(c, town, key).orElseThrow();
      Invoice invoice = invoices.lock(c, town, seen.invoiceId());
      PaymentAttempt attempt = attempts.find(c, town, key).orElseThrow();
      entries.earn(c, invoice, attempt);
    }
  }
}
