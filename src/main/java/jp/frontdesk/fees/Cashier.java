package jp.frontdesk.fees;

import io.vertx.sqlclient.SqlConnection;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jp.frontdesk.cases.CertificateWish;
import jp.frontdesk.fees.code.CollectionCode;
import jp.frontdesk.kernel.CaseId;
import jp.frontdesk.kernel.MunicipalityCode;
import jp.frontdesk.platform.Database;

/// The till: makes invoices, gives out codes, asks whether they were paid, takes cash. Blocking
/// style, for virtual threads. Our key is committed before the provider hears of it and a payment
/// is booked in one transaction, so a crash at any point neither charges nor books twice.
///
/// Every change of a payment signals {@link #TOPIC} with `town:case`.
public final class Cashier {
  /// The topic of {@link Database#signal}; the payload is `town:case`.
  public static final String TOPIC = "fees";

  static final ZoneId ZONE = ZoneId.of("Asia/Tokyo");

  private static final int MOST_TRIES = 5;

  private final Database database;
  private final Map<MunicipalityCode, TownFees> towns;
  private final InstantSource clock;
  private final InvoiceStore invoices = new InvoiceStore();
  private final AttemptStore attempts = new AttemptStore();
  private final PaymentBook book;
  private final Invoicing invoicing;
  private final Inquiry inquiry;
  private final Refunds refunds;

  /// @param towns what each town of this installation sets, see {@link TownFees#loadAll}
  public Cashier(
      Database database,
      PaymentProvider provider,
      Map<MunicipalityCode, TownFees> towns,
      InstantSource clock) {
    this.database = database;
    this.towns = Map.copyOf(towns);
    this.clock = clock;
    LedgerStore ledger = new LedgerStore(clock);
    this.book = new PaymentBook(database, invoices, attempts, ledger, clock);
    this.invoicing = new Invoicing(database, invoices, book, ledger, clock);
    this.inquiry = new Inquiry(provider, book, clock);
    this.refunds =
        new Refunds(
            database,
            provider,
            new RefundBook(book, invoices, attempts, ledger),
            invoices,
            attempts,
            clock);
  }

  /// What a call for a code on the screen gives.
  public sealed interface CodeOutcome {
    /// The resident can pay; the attempt has its code.
    record Ready(PaymentAttempt attempt) implements CodeOutcome {}

    /// There is nothing to pay any more.
    record Settled(Invoice invoice) implements CodeOutcome {}

    /// No code now; `message` is one Japanese sentence that says what to do.
    record Unavailable(String message) implements CodeOutcome {}
  }

  /// What a call for a slip's code gives.
  public sealed interface SlipOutcome {
    /// The code to print.
    record Ready(CollectionCode code, PaymentAttempt attempt) implements SlipOutcome {}

    /// No slip; `reason` is one Japanese sentence.
    record None(String reason) implements SlipOutcome {}
  }

  /// What taking cash gives.
  public sealed interface CashOutcome {
    /// Booked.
    record Taken(Invoice invoice) implements CashOutcome {}

    /// Do not take the money: it is paid already, or nothing is due.
    record NotDue(Invoice invoice) implements CashOutcome {}

    /// Do not take the money yet: it is not certain that a code was not paid.
    record Unsure(String message) implements CashOutcome {}
  }

  /// How a case's fee stands, for the desk.
  ///
  /// @param attempts every attempt, the oldest first
  /// @param refunds every refund, the oldest first
  public record FeeState(Invoice invoice, List<PaymentAttempt> attempts, List<Refund> refunds) {
    public FeeState {
      attempts = List.copyOf(attempts);
      refunds = List.copyOf(refunds);
    }

    /// The attempt that settled the invoice.
    public Optional<PaymentAttempt> paidBy() {
      return attempts.stream().filter(a -> a.status() == PaymentStatus.PAID).findFirst();
    }

    /// The code on a screen that can be paid now.
    public Optional<PaymentAttempt> openCode() {
      return attempts.stream()
          .filter(a -> a.channel() == PaymentAttempt.Channel.DYNAMIC_CODE)
          .filter(a -> a.status() == PaymentStatus.CODE_ISSUED)
          .findFirst();
    }

    /// Whether the screen has to be given a code: something is due and no code can be paid now.
    public boolean needsCode(Instant now) {
      return invoice.status() == Invoice.Status.DUE
          && openCode().filter(code -> !code.isOver(now)).isEmpty();
    }

    /// Whether money came that a person has to sort out.
    public boolean hasException() {
      return attempts.stream()
          .map(PaymentAttempt::status)
          .anyMatch(s -> s == PaymentStatus.EXCEPTION || s == PaymentStatus.REFUND_FAILED);
    }
  }

  /// Money that goes back.
  public Refunds refunds() {
    return refunds;
  }

  /// The town's table and contract; an `IllegalArgumentException` for a town not served here.
  public TownFees feesOf(MunicipalityCode town) {
    return Optional.ofNullable(towns.get(town))
        .orElseThrow(() -> new IllegalArgumentException("this installation has no such town"));
  }

  /// The case's invoice: the one it has already when the same was wished for or it is paid; else a
  /// new one, and the old one is withdrawn.
  ///
  /// @param wishes may be empty: then nothing is due
  /// @param day decides the price
  /// @throws IllegalArgumentException when the town does not offer an item on that day
  public Invoice createInvoice(
      MunicipalityCode town, CaseId caseId, List<CertificateWish> wishes, LocalDate day) {
    return invoicing.create(feesOf(town), caseId, wishes, day);
  }

  /// Exempts one kind of certificate from its fee, or takes the exemption back: a new invoice in
  /// place of one that nobody paid.
  ///
  /// @param ground one of {@link FeeTable#exemptionsOf}; empty to take it back
  /// @param clerk who grants it
  /// @return the new invoice; empty where this one was paid or withdrawn meanwhile
  public Optional<Invoice> exempt(
      Invoice invoice, String item, Optional<FeeExemption> ground, String clerk) {
    return invoicing.exempt(feesOf(invoice.town()), invoice, item, ground, clerk);
  }

  /// How the invoices of these cases stand; a case without one is left out.
  public Map<CaseId, Invoice.Status> listStatuses(MunicipalityCode town, List<CaseId> ids) {
    return database.inTown(town, c -> invoices.listStatuses(c, town, ids));
  }

  /// The case's invoice with everything tried for it; empty before there is one.
  public Optional<FeeState> findState(MunicipalityCode town, CaseId caseId) {
    return database.inTown(
        town,
        c ->
            invoices
                .findLive(c, town, caseId)
                .map(i ->
                    new FeeState(
                        i, attempts.listOf(c, town, i.id()), refunds.listOf(c, town, i.id()))));
  }

  /// A code for the screen: the open one where there is one, also when two pages ask at once.
  public CodeOutcome openCode(Invoice invoice) {
    for (int i = 0; i < MOST_TRIES; i++) {
      Invoice now = reread(invoice);
      if (now.status() != Invoice.Status.DUE) {
        return new CodeOutcome.Settled(now);
      }
      PaymentAttempt attempt = openAttempt(now);
      if (attempt.status() == PaymentStatus.CODE_ISSUED && !attempt.isOver(clock.instant())) {
        return new CodeOutcome.Ready(attempt);
      }
      PaymentAttempt after = refresh(attempt);
      if (after.status() == PaymentStatus.CODE_ISSUED && !after.isOver(clock.instant())) {
        return new CodeOutcome.Ready(after);
      }
      if (after.status() == PaymentStatus.REFUSED) {
        return new CodeOutcome.Unavailable("ただいまQRコードを作れません。払込票か現金でお支払いください。");
      }
      if (after.status().isOpen()) {
        return new CodeOutcome.Unavailable("決済サービスから応答がありません。しばらく待ってから、もう一度お試しください。");
      }
    }
    return new CodeOutcome.Unavailable("ただいまQRコードを作れません。払込票か現金でお支払いください。");
  }

  /// The code of the invoice's payment slip; the same code at every call.
  public SlipOutcome slipOf(Invoice invoice) {
    return slip(invoice, false);
  }

  /// A slip with the next re-issue digit, e.g. for a lost or spoilt one. The older one stays
  /// payable.
  public SlipOutcome reissueSlip(Invoice invoice) {
    return slip(invoice, true);
  }

  /// Asks the provider how an attempt stands and books the answer. Nothing happens to an attempt
  /// that is settled already, except that money for a closed one is found.
  public PaymentAttempt refresh(PaymentAttempt attempt) {
    return refresh(attempt, "desk");
  }

  PaymentAttempt refresh(PaymentAttempt attempt, String actor) {
    return inquiry.ask(attempt, feesOf(attempt.town()).contract().payee(), actor);
  }

  /// Takes cash at the counter for the whole invoice, after every open code was closed at the
  /// provider.
  ///
  /// @param ticket number of the cash register's ticket
  /// @param actor the clerk's account
  public CashOutcome payInCash(Invoice invoice, String ticket, String actor) {
    for (int i = 0; i < MOST_TRIES; i++) {
      Invoice now = reread(invoice);
      if (now.status() != Invoice.Status.DUE) {
        return new CashOutcome.NotDue(now);
      }
      if (!areCodesClosed(now, actor)) {
        return new CashOutcome.Unsure("決済サービスに確認できないため、二重払いのおそれがあります。少し待ってから、もう一度お試しください。");
      }
      Optional<CashOutcome> outcome = takeCash(now, ticket, actor);
      if (outcome.isPresent()) {
        return outcome.get();
      }
    }
    return new CashOutcome.Unsure("別の画面で支払いの操作中です。画面を確かめてから、もう一度お試しください。");
  }

  /// Whether this installation serves the town.
  boolean isServed(MunicipalityCode town) {
    return towns.containsKey(town);
  }

  /// The attempt a notification is about; empty for a code we never gave out.
  Optional<PaymentAttempt> attemptOf(PaymentNotification notification) {
    return database.inTown(
        notification.town(),
        c ->
            switch (notification.kind()) {
              case PAYMENT -> attempts.find(c, notification.town(), notification.reference());
              case COLLECTION ->
                  attempts.findSlip(c, notification.town(), notification.reference());
            });
  }

  private Invoice reread(Invoice invoice) {
    return database.inTown(invoice.town(), c -> invoices.lock(c, invoice.town(), invoice.id()));
  }

  private PaymentAttempt openAttempt(Invoice invoice) {
    int minutes = feesOf(invoice.town()).contract().codeMinutes();
    Instant now = clock.instant();
    PaymentAttempt fresh =
        PaymentAttempt.created(
            invoice,
            PaymentAttempt.newKey(invoice.town()),
            PaymentAttempt.Channel.DYNAMIC_CODE,
            Optional.empty(),
            Optional.of(now.plus(Duration.ofMinutes(minutes))),
            now);
    return database.inTown(
        invoice.town(),
        c -> {
          Invoice _ = invoices.lock(c, invoice.town(), invoice.id());
          Optional<PaymentAttempt> open =
              attempts.listOf(c, invoice.town(), invoice.id()).stream()
                  .filter(a -> a.channel() == PaymentAttempt.Channel.DYNAMIC_CODE)
                  .filter(a -> a.status().isOpen())
                  .findFirst();
          if (open.isEmpty() && !attempts.insert(c, fresh)) {
            throw new IllegalStateException("another code was opened under the invoice's lock");
          }
          return open.orElse(fresh);
        });
  }

  private SlipOutcome slip(Invoice seen, boolean isReissue) {
    return database.inTown(
        seen.town(),
        c -> {
          Invoice invoice = invoices.lock(c, seen.town(), seen.id());
          List<PaymentAttempt> slips =
              attempts.listOf(c, seen.town(), seen.id()).stream()
                  .filter(a -> a.channel() == PaymentAttempt.Channel.SLIP && a.code().isPresent())
                  .toList();
          if (!slips.isEmpty() && !isReissue) {
            PaymentAttempt last = slips.getLast();
            return new SlipOutcome.Ready(new CollectionCode(last.code().orElseThrow()), last);
          }
          return newSlip(c, invoice, slips.size());
        });
  }

  private SlipOutcome newSlip(SqlConnection c, Invoice invoice, int reissue) {
    if (invoice.status() != Invoice.Status.DUE) {
      return new SlipOutcome.None("お支払いいただくものはありません。");
    }
    PaymentContract contract = feesOf(invoice.town()).contract();
    if (reissue > 9 || (reissue > 0 && !contract.isReissueDigitOurs())) {
      return new SlipOutcome.None("この払込票はこれ以上再発行できません。窓口でお支払いください。");
    }
    return switch (contract.codeFor(
        invoice.fiscalYear(), invoice.number(), reissue, invoice.dueOn(), invoice.total())) {
      case CollectionCode.Outcome.Refused(String reason) -> new SlipOutcome.None(reason);
      case CollectionCode.Outcome.Valid(CollectionCode code) -> {
        Instant now = clock.instant();
        PaymentAttempt slip =
            PaymentAttempt.created(
                invoice,
                PaymentAttempt.newKey(invoice.town()),
                PaymentAttempt.Channel.SLIP,
                Optional.of(code.digits()),
                Optional.of(invoice.dueOn().plusDays(2).atStartOfDay(ZONE).toInstant()),
                now);
        if (!attempts.insert(c, slip)) {
          throw new IllegalStateException("these digits are on another slip already");
        }
        yield new SlipOutcome.Ready(code, book.issue(c, slip));
      }
    };
  }

  private boolean areCodesClosed(Invoice invoice, String actor) {
    List<PaymentAttempt> all =
        database.inTown(invoice.town(), c -> attempts.listOf(c, invoice.town(), invoice.id()));
    boolean areClosed = true;
    for (PaymentAttempt attempt : all) {
      if (!attempt.status().isOpen()) {
        continue;
      }
      boolean isSlip = attempt.channel() == PaymentAttempt.Channel.SLIP;
      PaymentAttempt asked =
          refresh(isSlip ? attempt : book.note(attempt, PaymentEvent.CANCEL_ASKED, actor), actor);
      areClosed &= isSlip ? asked.unansweredChecks() == 0 : !asked.status().isOpen();
    }
    return areClosed;
  }

  /// Empty where a new code was opened meanwhile.
  private Optional<CashOutcome> takeCash(Invoice seen, String ticket, String actor) {
    return database.inTown(
        seen.town(),
        c -> {
          Invoice invoice = invoices.lock(c, seen.town(), seen.id());
          if (invoice.status() != Invoice.Status.DUE) {
            return Optional.of(new CashOutcome.NotDue(invoice));
          }
          boolean hasOpenCode =
              attempts.listOf(c, seen.town(), seen.id()).stream()
                  .anyMatch(a ->
                      a.channel() == PaymentAttempt.Channel.DYNAMIC_CODE && a.status().isOpen());
          if (hasOpenCode) {
            return Optional.empty();
          }
          Instant now = clock.instant();
          PaymentAttempt cash =
              PaymentAttempt.created(
                  invoice,
                  PaymentAttempt.newKey(invoice.town()),
                  PaymentAttempt.Channel.CASH,
                  Optional.empty(),
                  Optional.empty(),
                  now);
          if (!attempts.insert(c, cash)) {
            throw new IllegalStateException("a random key came twice");
          }
          PaymentAttempt _ = book.settle(c, invoice, cash, cash.withPayment(ticket, now), actor);
          return Optional.of(new CashOutcome.Taken(invoices.lock(c, invoice.town(), invoice.id())));
        });
  }
}
