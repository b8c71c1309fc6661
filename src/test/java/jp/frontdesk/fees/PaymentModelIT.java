package jp.frontdesk.fees;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import jp.frontdesk.cases.CertificateWish;
import jp.frontdesk.fees.LedgerEntry.Account;
import jp.frontdesk.kernel.CaseId;
import jp.frontdesk.kernel.MunicipalityCode;
import jp.frontdesk.platform.Database;
import jp.frontdesk.platform.TestDatabase;
import org.junit.jupiter.api.Test;

/// Thousands of random interleavings of what residents, clerks, the provider and crashes do. After
/// each, the books are compared with what the provider and the cash drawer really hold.
class PaymentModelIT {
  private static final MunicipalityCode TOWN = new MunicipalityCode("999997");
  private static final int INTERLEAVINGS =
      Integer.parseInt(System.getenv().getOrDefault("FRONTDESK_INTERLEAVINGS", "2000"));
  private static final int WORKERS = 8;
  private static final int MOST_ACTIONS = 9;
  private static final Instant BEGIN = Instant.parse("2026-11-20T01:00:00Z");

  private final Database database = TestDatabase.fresh();
  private final Map<MunicipalityCode, TownFees> towns =
      TownFees.loadAll(Path.of("kiosk-config"), List.of(TOWN)).orThrow();

  @Test
  void whateverHappensMoneyAddsUpAndNobodyPaysTwiceUnseen() throws Exception {
    try (ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<?>> running = new ArrayList<>();
      for (int worker = 0; worker < WORKERS; worker++) {
        int first = worker;
        running.add(
            workers.submit(() -> {
              for (int seed = first; seed < INTERLEAVINGS; seed += WORKERS) {
                new Interleaving(seed).run();
              }
            }));
      }
      for (Future<?> one : running) {
        Object _ = one.get(15, TimeUnit.MINUTES);
      }
      assertEveryMoveIsInTheTable();
    } finally {
      database.close();
    }
  }

  /// Every move that was ever written is one of the table, and all of its edges were walked but
  /// those that need the agent's file.
  private void assertEveryMoveIsInTheTable() {
    List<String> walked = new ArrayList<>();
    database.runInTown(
        TOWN,
        c -> {
          for (Row row :
              c.query("select distinct from_status, event, to_status from payment_event")
                  .execute()
                  .await()) {
            PaymentStatus from = PaymentStatus.valueOf(row.getString(0));
            PaymentEvent event = PaymentEvent.valueOf(row.getString(1));
            assertThat(PaymentTransitions.next(from, event))
                .hasValue(PaymentStatus.valueOf(row.getString(2)));
            walked.add(from + " " + event);
          }
        });
    assertThat(walked).hasSizeGreaterThan(25);
  }

  private static final class Clock implements InstantSource {
    private Duration ahead = Duration.ZERO;

    @Override
    public Instant instant() {
      return BEGIN.plus(ahead);
    }
  }

  /// One case from its first invoice to the end of everything open.
  private final class Interleaving {
    private final int seed;
    private final Random random;
    private final Clock clock = new Clock();
    private final ModelProvider provider;
    private final CaseId caseId = CaseId.random();
    private final List<String> story = new ArrayList<>();
    private Cashier desk;
    private Invoice invoice;

    Interleaving(int seed) {
      this.seed = seed;
      this.random = new Random(seed);
      this.provider = new ModelProvider(random, clock);
      this.desk = new Cashier(database, provider, towns, clock);
      this.invoice = wish(1 + random.nextInt(3));
    }

    void run() {
      int actions = 3 + random.nextInt(MOST_ACTIONS - 2);
      for (int i = 0; i < actions; i++) {
        try {
          act(random.nextInt(14));
        } catch (ModelProvider.Killed killed) {
          story.add("killed");
          desk = new Cashier(database, provider, towns, clock);
        }
        invoice = state().invoice();
      }
      provider.setCalm(true);
      settleAll();
      compare();
    }

    private Invoice wish(int copies) {
      story.add("wish " + copies);
      return desk.createInvoice(
          TOWN,
          caseId,
          List.of(new CertificateWish("resident_record_copy", copies)),
          clock.instant().atZone(Cashier.ZONE).toLocalDate());
    }

    private Cashier.FeeState state() {
      return desk.findState(TOWN, caseId).orElseThrow();
    }

    private void act(int action) {
      story.add("action " + action);
      switch (action) {
        case 0, 1 -> {
          Cashier.CodeOutcome _ = desk.openCode(invoice);
        }
        case 2 -> {
          Cashier.SlipOutcome _ =
              random.nextInt(4) == 0 ? desk.reissueSlip(invoice) : desk.slipOf(invoice);
        }
        case 3, 4, 5 -> pay();
        case 6, 7 ->
            any(attempts())
                .ifPresent(attempt -> {
                  PaymentAttempt _ = desk.refresh(attempt);
                });
        case 8 -> {
          Cashier.CashOutcome _ = desk.payInCash(invoice, "R-" + seed, "mihon");
        }
        case 9 -> clock.ahead = clock.ahead.plusMinutes(1 + random.nextInt(20));
        case 10 -> invoice = wish(1 + random.nextInt(3));
        case 11 ->
            any(paidAttempts())
                .ifPresent(attempt -> {
                  Refunds.Outcome _ = desk.refunds().ask(attempt, "見本の理由", "mihon");
                });
        case 12 -> decide();
        default ->
            any(paidAttempts())
                .ifPresent(attempt -> {
                  Refunds.Outcome _ = desk.refunds().acceptSurplus(attempt, "mihon");
                });
      }
    }

    private <T> Optional<T> any(List<T> all) {
      return all.isEmpty() ? Optional.empty() : Optional.of(all.get(random.nextInt(all.size())));
    }

    private List<PaymentAttempt> attempts() {
      return ofAllInvoices((c, id) -> new AttemptStore().listOf(c, TOWN, id));
    }

    private List<PaymentAttempt> paidAttempts() {
      return attempts().stream().filter(a -> a.status().wasPaid()).toList();
    }

    private List<Refund> refunds() {
      return ofAllInvoices((c, id) -> new RefundStore().listOf(c, TOWN, id));
    }

    private <T> List<T> ofAllInvoices(BiFunction<SqlConnection, UUID, List<T>> list) {
      return database.inTown(
          TOWN,
          c -> {
            List<T> all = new ArrayList<>();
            for (Row row :
                c.preparedQuery("select invoice_id from invoice where case_id = $1 order by 1")
                    .execute(Tuple.of(caseId.value()))
                    .await()) {
              all.addAll(list.apply(c, row.getUUID(0)));
            }
            return all;
          });
    }

    private void pay() {
      any(attempts())
          .ifPresent(attempt -> {
            switch (attempt.channel()) {
              case DYNAMIC_CODE -> provider.payCode(attempt.key());
              case SLIP ->
                  attempt
                      .code()
                      .ifPresent(code -> provider.paySlip(code, attempt.amount().amountYen()));
              case CASH -> {
                // paid already
              }
            }
          });
    }

    private void decide() {
      any(refunds())
          .ifPresent(refund -> {
            String clerk = random.nextInt(4) == 0 ? "mihon" : "suitou";
            Refunds.Outcome outcome =
                random.nextInt(4) == 0
                    ? desk.refunds().decline(TOWN, refund.id(), clerk)
                    : desk.refunds().approve(TOWN, refund.id(), clerk);
            if (clerk.equals("mihon")) {
              assertThat(outcome).as("four eyes").isInstanceOf(Refunds.Outcome.Refused.class);
            }
          });
    }

    /// What poller and restarts do until nothing is open.
    private void settleAll() {
      for (int round = 0; round < 2; round++) {
        for (PaymentAttempt attempt : attempts()) {
          PaymentAttempt _ = desk.refresh(attempt);
          if (attempt.channel() == PaymentAttempt.Channel.SLIP) {
            PaymentAttempt _ = desk.refresh(attempt);
          }
        }
      }
      refunds().stream()
          .filter(refund -> refund.status() == Refund.Status.APPROVED)
          .forEach(desk.refunds()::pursue);
    }

    private void compare() {
      List<PaymentAttempt> attempts = attempts();
      List<String> references =
          attempts.stream()
              .flatMap(a ->
                  a.channel() == PaymentAttempt.Channel.SLIP
                      ? a.code().stream()
                      : Stream.of(a.key()))
              .toList();
      List<ProviderPayment> truth = provider.paymentsOf(references);
      String as = "seed " + seed + " " + story;
      assertThat(
              attempts.stream()
                  .filter(a -> a.channel() != PaymentAttempt.Channel.CASH)
                  .filter(a -> a.status().wasPaid())
                  .count())
          .as(as + ": every payment is one attempt")
          .isEqualTo(truth.size());
      Map<Account, Long> books = compareInvoices(as, attempts);
      long net =
          truth.stream()
              .filter(p -> p.currency().equals("JPY") && !provider.isGivenBack(p))
              .mapToLong(ProviderPayment::amountYen)
              .sum();
      long clearing =
          books.getOrDefault(Account.PROVIDER_CLEARING, 0L)
              + books.getOrDefault(Account.AGENT_CLEARING, 0L);
      assertThat(clearing).as(as + ": what provider and agent owe").isEqualTo(net);
      long cash =
          attempts.stream()
              .filter(a -> a.channel() == PaymentAttempt.Channel.CASH)
              .filter(a -> a.status() == PaymentStatus.PAID)
              .mapToLong(a -> a.amount().amountYen())
              .sum();
      assertThat(books.getOrDefault(Account.CASH_DRAWER, 0L)).as(as + ": drawer").isEqualTo(cash);
      long surplus =
          attempts.stream()
              .filter(a -> a.status() == PaymentStatus.EXCEPTION)
              .mapToLong(a -> desk.refunds().cameFor(a).amountYen())
              .sum();
      assertThat(-books.getOrDefault(Account.SURPLUS_RECEIVED, 0L))
          .as(as + ": surplus that waits for a person")
          .isGreaterThanOrEqualTo(surplus);
    }

    /// Each invoice is due, paid by exactly one attempt, or neither; its own books say the same.
    private Map<Account, Long> compareInvoices(String as, List<PaymentAttempt> attempts) {
      Map<Account, Long> all = new EnumMap<>(Account.class);
      for (Books of : ofAllInvoices((c, id) -> List.of(booksOf(c, id)))) {
        Invoice one = of.invoice();
        Map<Account, Long> books = of.balances();
        books.forEach((account, yen) -> all.merge(account, yen, Long::sum));
        assertThat(books.values().stream().mapToLong(Long::longValue).sum()).as(as).isZero();
        long due = one.status() == Invoice.Status.DUE ? one.total().amountYen() : 0;
        boolean isAssessed =
            one.status() == Invoice.Status.DUE || one.status() == Invoice.Status.PAID;
        assertThat(books.getOrDefault(Account.RECEIVABLE, 0L)).as(as + ": due").isEqualTo(due);
        assertThat(books.getOrDefault(Account.ASSESSED, 0L))
            .as(as + ": assessed")
            .isEqualTo(isAssessed ? -one.total().amountYen() : 0);
        long paidBy =
            attempts.stream()
                .filter(a -> a.invoiceId().equals(one.id()) && a.status() == PaymentStatus.PAID)
                .count();
        assertThat(paidBy).as(as + ": paid at most once").isLessThanOrEqualTo(1);
        if (paidBy == 1) {
          assertThat(one.status()).as(as).isEqualTo(Invoice.Status.PAID);
        }
      }
      return all;
    }

    private static Books booksOf(SqlConnection c, UUID id) {
      Map<Account, Long> books = new HashMap<>();
      c.preparedQuery(
              """
              select debit_account, credit_account, sum(amount_yen)::bigint
                from ledger_entry where invoice_id = $1 group by 1, 2
              """)
          .execute(Tuple.of(id))
          .await()
          .forEach(row -> {
            books.merge(Account.valueOf(row.getString(0)), row.getLong(2), Long::sum);
            books.merge(Account.valueOf(row.getString(1)), -row.getLong(2), Long::sum);
          });
      return new Books(new InvoiceStore().lock(c, TOWN, id), books);
    }
  }

  /// An invoice with the balances of its own entries.
  private record Books(Invoice invoice, Map<Account, Long> balances) {}
}
