package jp.frontdesk.fees;

import io.vertx.sqlclient.SqlConnection;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jp.frontdesk.fees.PaymentProvider.RefundAnswer;
import jp.frontdesk.kernel.MunicipalityCode;
import jp.frontdesk.kernel.Yen;
import jp.frontdesk.platform.Database;

/// Money that goes back 還付, and surplus money that is taken for its debt after all. One person
/// asks, another one approves, and only then is the provider called, with a key committed before; a
/// call without an answer is repeated with the same key, so the money goes back once. Blocking
/// style, for virtual threads.
public final class Refunds {
  private static final Duration SLOWEST_CHECK = Duration.ofMinutes(5);
  private static final int LONGEST_REASON = 200;

  private final Database database;
  private final PaymentProvider provider;
  private final RefundBook book;
  private final InvoiceStore invoices;
  private final AttemptStore attempts;
  private final RefundStore refunds = new RefundStore();
  private final InstantSource clock;

  Refunds(
      Database database,
      PaymentProvider provider,
      RefundBook book,
      InvoiceStore invoices,
      AttemptStore attempts,
      InstantSource clock) {
    this.database = database;
    this.provider = provider;
    this.book = book;
    this.invoices = invoices;
    this.attempts = attempts;
    this.clock = clock;
  }

  /// What came of a step.
  public sealed interface Outcome {
    /// Written; a refund that was approved may still wait for the provider.
    record Written() implements Outcome {}

    /// Nothing was changed; `message` is one Japanese sentence that says why and what to do.
    record Refused(String message) implements Outcome {}
  }

  List<Refund> listOf(SqlConnection c, MunicipalityCode town, UUID invoiceId) {
    return refunds.listOf(c, town, invoiceId);
  }

  /// What came for an attempt in yen; zero where nothing did, or only foreign money.
  public Yen cameFor(PaymentAttempt attempt) {
    return database.inTown(attempt.town(), c -> book.cameFor(c, attempt));
  }

  /// Asks that everything that came for an attempt goes back.
  ///
  /// @param reason why, at most 200 characters
  /// @param clerk who asks
  public Outcome ask(PaymentAttempt seen, String reason, String clerk) {
    String why = reason.strip();
    if (why.isEmpty() || why.length() > LONGEST_REASON) {
      return new Outcome.Refused("返金の理由を200文字までで書いてください。");
    }
    return database.inTown(
        seen.town(),
        c -> {
          Invoice invoice = invoices.lock(c, seen.town(), seen.invoiceId());
          PaymentAttempt attempt = attempts.find(c, seen.town(), seen.key()).orElseThrow();
          boolean canGoBack =
              PaymentTransitions.next(attempt.status(), PaymentEvent.REFUND_APPROVED).isPresent();
          Yen came = book.cameFor(c, attempt);
          if (!canGoBack || came.equals(Yen.ZERO)) {
            return new Outcome.Refused("この支払いには返せるお金がありません。画面を開き直してください。");
          }
          Refund refund = asked(invoice, attempt, came, why, clerk);
          return refunds.insert(c, refund)
              ? new Outcome.Written()
              : new Outcome.Refused("この支払いの返金は、もう申請されています。");
        });
  }

  private Refund asked(
      Invoice invoice, PaymentAttempt attempt, Yen came, String reason, String clerk) {
    boolean canProvider =
        attempt.channel() == PaymentAttempt.Channel.DYNAMIC_CODE
            && attempt.status() != PaymentStatus.REFUND_FAILED;
    return new Refund(
        invoice.town(),
        UUID.randomUUID(),
        attempt.key(),
        invoice.id(),
        came,
        canProvider ? Refund.Way.PROVIDER : Refund.Way.BY_HAND,
        Refund.Status.ASKED,
        reason,
        clerk,
        clock.instant(),
        Optional.empty(),
        Optional.empty(),
        0);
  }

  /// Approves a refund that another person asked for. The provider is called at once; where it does
  /// not answer the poller goes on. By hand, the money has been given back when this is called.
  public Outcome approve(MunicipalityCode town, UUID id, String clerk) {
    Outcome outcome = decide(town, id, clerk, Refund.Status.APPROVED);
    if (outcome instanceof Outcome.Written) {
      database
          .inTown(town, c -> refunds.find(c, town, id))
          .filter(r -> r.status() == Refund.Status.APPROVED)
          .ifPresent(this::pursue);
    }
    return outcome;
  }

  /// Declines a refund that another person asked for.
  public Outcome decline(MunicipalityCode town, UUID id, String clerk) {
    return decide(town, id, clerk, Refund.Status.DECLINED);
  }

  private Outcome decide(MunicipalityCode town, UUID id, String clerk, Refund.Status decision) {
    return database.inTown(
        town,
        c -> {
          Optional<Refund> found = refunds.find(c, town, id);
          if (found.isEmpty()) {
            return new Outcome.Refused("この返金の申請は見つかりません。画面を開き直してください。");
          }
          Invoice invoice = invoices.lock(c, town, found.get().invoiceId());
          Refund refund = refunds.find(c, town, id).orElseThrow();
          if (refund.status() != Refund.Status.ASKED) {
            return new Outcome.Refused("この返金は、もう決まっています。画面を開き直してください。");
          }
          if (refund.askedBy().equals(clerk)) {
            return new Outcome.Refused("返金は、申請した人とは別の人が承認します。ほかの職員にお願いしてください。");
          }
          Refund decided = refund.with(decision, clerk, clock.instant());
          refunds.move(c, refund, decided, clock.instant());
          if (decision == Refund.Status.APPROVED) {
            book.approve(c, decided, clerk);
            if (decided.way() == Refund.Way.BY_HAND) {
              done(c, invoice, decided, clerk);
            }
          }
          return new Outcome.Written();
        });
  }

  /// Asks the provider for an approved refund and books the answer; the same key every time.
  void pursue(Refund refund) {
    PaymentAttempt attempt =
        database
            .inTown(refund.town(), c -> attempts.find(c, refund.town(), refund.attemptKey()))
            .orElseThrow();
    RefundAnswer answer =
        provider.refund(
            new PaymentProvider.RefundOrder(
                refund.town(),
                attempt.key(),
                attempt.providerPaymentId().orElse(""),
                refund.id().toString(),
                refund.amount()));
    database.runInTown(refund.town(), c -> settle(c, refund, answer));
  }

  private void settle(SqlConnection c, Refund seen, RefundAnswer answer) {
    Invoice invoice = invoices.lock(c, seen.town(), seen.invoiceId());
    Refund refund = refunds.find(c, seen.town(), seen.id()).orElseThrow();
    if (refund.status() != Refund.Status.APPROVED) {
      return;
    }
    String actor = refund.decidedBy().orElseThrow();
    switch (answer) {
      case RefundAnswer.Done() -> done(c, invoice, refund, actor);
      case RefundAnswer.Refused(String reason) -> {
        refunds.move(
            c, refund, refund.with(Refund.Status.FAILED, actor, clock.instant()), clock.instant());
        book.refuse(c, refund, reason, actor);
      }
      case RefundAnswer.Missing _ -> {
        int unanswered = refund.unansweredChecks() + 1;
        Duration wait = Duration.ofSeconds(1L << Math.min(unanswered, 9));
        refunds.schedule(
            c,
            refund,
            clock.instant().plus(wait.compareTo(SLOWEST_CHECK) > 0 ? SLOWEST_CHECK : wait),
            unanswered);
      }
    }
  }

  private void done(SqlConnection c, Invoice invoice, Refund refund, String actor) {
    refunds.move(
        c, refund, refund.with(Refund.Status.DONE, actor, clock.instant()), clock.instant());
    book.confirm(c, invoice, refund, actor);
  }

  /// Takes the surplus money of an attempt for its invoice, which has to be due and of exactly that
  /// amount: a code that was paid after it was closed, or a slip after its last day.
  public Outcome acceptSurplus(PaymentAttempt seen, String clerk) {
    return database.inTown(
        seen.town(),
        c -> {
          Invoice invoice = invoices.lock(c, seen.town(), seen.invoiceId());
          PaymentAttempt attempt = attempts.find(c, seen.town(), seen.key()).orElseThrow();
          boolean isClaimed =
              refunds.listOf(c, seen.town(), seen.invoiceId()).stream()
                  .anyMatch(r -> r.attemptKey().equals(seen.key()) && !r.status().isOver());
          boolean isRight =
              attempt.status() == PaymentStatus.EXCEPTION
                  && invoice.status() == Invoice.Status.DUE
                  && book.cameFor(c, attempt).equals(invoice.total());
          if (isClaimed || !isRight) {
            return new Outcome.Refused("このお金は、今の請求には使えません。返金してください。");
          }
          book.acceptSurplus(c, invoice, attempt, clerk);
          return new Outcome.Written();
        });
  }

  /// Takes approved refunds that are due, for the poller.
  List<Refund> leaseDue(Instant until, int most) {
    return database.acrossTowns(c -> refunds.leaseDue(c, clock.instant(), until, most));
  }
}
