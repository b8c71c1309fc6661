package jp.frontdesk.fees;

import io.vertx.sqlclient.SqlConnection;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import jp.frontdesk.cases.CertificateWish;
import jp.frontdesk.kernel.CaseId;
import jp.frontdesk.kernel.MunicipalityCode;
import jp.frontdesk.kernel.Yen;
import jp.frontdesk.platform.Database;

/// Makes and withdraws invoices and books what is due 調定.
final class Invoicing {
  private final Database database;
  private final InvoiceStore invoices;
  private final PaymentBook book;
  private final LedgerStore ledger;
  private final InstantSource clock;

  Invoicing(
      Database database,
      InvoiceStore invoices,
      PaymentBook book,
      LedgerStore ledger,
      InstantSource clock) {
    this.database = database;
    this.invoices = invoices;
    this.book = book;
    this.ledger = ledger;
    this.clock = clock;
  }

  /// See {@link Cashier#createInvoice}.
  Invoice create(TownFees fees, CaseId caseId, List<CertificateWish> wishes, LocalDate day) {
    MunicipalityCode town = fees.table().town();
    List<Invoice.Line> lines = linesOf(fees.table(), wishes, day);
    return database.inTown(
        town,
        c -> {
          int fiscalYear = Invoice.fiscalYearOf(day);
          Optional<Invoice> present = invoices.findLive(c, town, caseId);
          if (present.map(p -> !isReplaceable(p, lines)).orElse(false)) {
            return present.orElseThrow();
          }
          invoices.lockCounter(c, town, fiscalYear);
          present = invoices.findLive(c, town, caseId);
          if (present.isPresent()) {
            Invoice locked = invoices.lock(c, town, present.get().id());
            if (!isReplaceable(locked, lines)) {
              return locked;
            }
            withdraw(c, locked);
          }
          Invoice invoice =
              newInvoice(fees, caseId, invoices.nextNumber(c, town, fiscalYear), lines, day);
          if (!invoices.insert(c, invoice, clock.instant())) {
            throw new IllegalStateException("the case got an invoice under the counter's lock");
          }
          bookLines(c, invoice, LedgerEntry.Kind.INVOICED);
          Database.signal(c, Cashier.TOPIC, town + ":" + caseId);
          return invoice;
        });
  }

  /// See {@link Cashier#exempt}.
  Optional<Invoice> exempt(
      TownFees fees, Invoice seen, String item, Optional<FeeExemption> ground, String clerk) {
    return database.inTown(
        seen.town(),
        c -> {
          invoices.lockCounter(c, seen.town(), seen.fiscalYear());
          Invoice before = invoices.lock(c, seen.town(), seen.id());
          boolean isOpen =
              before.status() == Invoice.Status.DUE
                  || before.status() == Invoice.Status.NOTHING_DUE;
          if (!isOpen || before.lines().stream().noneMatch(l -> l.item().equals(item))) {
            return Optional.empty();
          }
          List<Invoice.Line> lines =
              before.lines().stream()
                  .map(l ->
                      l.item().equals(item)
                          ? priced(fees.table(), before.issuedOn(), l, ground, clerk)
                          : l)
                  .toList();
          withdraw(c, before);
          long number = invoices.nextNumber(c, seen.town(), seen.fiscalYear());
          Invoice after = newInvoice(fees, before.caseId(), number, lines, before.issuedOn());
          if (!invoices.insert(c, after, clock.instant())) {
            throw new IllegalStateException("the case got an invoice under the counter's lock");
          }
          bookLines(c, after, LedgerEntry.Kind.INVOICED);
          Database.signal(c, Cashier.TOPIC, seen.town() + ":" + seen.caseId());
          return Optional.of(after);
        });
  }

  private static Invoice.Line priced(
      FeeTable table,
      LocalDate day,
      Invoice.Line line,
      Optional<FeeExemption> ground,
      String clerk) {
    FeePrice price = table.priceOn(line.item(), day).orElseThrow();
    return new Invoice.Line(
        line.item(),
        line.name(),
        line.unit(),
        line.copies(),
        ground.isPresent() ? Yen.ZERO : price.price(),
        line.revenueAccount(),
        ground.map(FeeExemption::legalBasis).orElse(price.legalBasis()),
        ground.map(g -> new Invoice.Exemption(g.key(), g.name(), clerk)));
  }

  private void withdraw(SqlConnection c, Invoice invoice) {
    Invoice withdrawn = invoices.move(c, invoice, Invoice.Event.WITHDRAWN);
    book.closeOthers(c, withdrawn, Optional.empty(), "desk");
    if (invoice.status() != Invoice.Status.REFUNDED) {
      bookLines(c, withdrawn, LedgerEntry.Kind.WITHDRAWN);
    }
  }

  private void bookLines(SqlConnection c, Invoice invoice, LedgerEntry.Kind kind) {
    boolean isNew = kind == LedgerEntry.Kind.INVOICED;
    ledger.enterLines(
        c,
        invoice,
        invoice.id().toString(),
        kind,
        isNew ? LedgerEntry.Account.RECEIVABLE : LedgerEntry.Account.ASSESSED,
        isNew ? LedgerEntry.Account.ASSESSED : LedgerEntry.Account.RECEIVABLE);
  }

  private static Invoice newInvoice(
      TownFees fees, CaseId caseId, long number, List<Invoice.Line> lines, LocalDate day) {
    Yen total = lines.stream().map(Invoice.Line::amount).reduce(Yen.ZERO, Yen::plus);
    return new Invoice(
        fees.table().town(),
        UUID.randomUUID(),
        caseId,
        Invoice.fiscalYearOf(day),
        number,
        fees.table().version(),
        day,
        day.plusDays(fees.contract().dueDays()),
        lines,
        total,
        total.equals(Yen.ZERO) ? Invoice.Status.NOTHING_DUE : Invoice.Status.DUE,
        1);
  }

  private static boolean isReplaceable(Invoice invoice, List<Invoice.Line> wished) {
    boolean isSame =
        invoice.lines().stream()
            .map(l -> Map.entry(l.item(), l.copies()))
            .toList()
            .equals(wished.stream().map(l -> Map.entry(l.item(), l.copies())).toList());
    return !isSame && invoice.status() != Invoice.Status.PAID;
  }

  private static List<Invoice.Line> linesOf(
      FeeTable table, List<CertificateWish> wishes, LocalDate day) {
    Map<String, Integer> copies = new TreeMap<>();
    wishes.forEach(wish -> copies.merge(wish.feeItem(), wish.copies(), Integer::sum));
    List<Invoice.Line> lines = new ArrayList<>();
    copies.forEach((item, count) -> {
      FeePrice price =
          table
              .priceOn(item, day)
              .orElseThrow(() -> new IllegalArgumentException("the town does not offer " + item));
      lines.add(
          new Invoice.Line(
              price.item(),
              price.name(),
              price.unit(),
              count,
              price.price(),
              price.account(),
              price.legalBasis()));
    });
    return lines;
  }
}
