package jp.frontdesk.fees;

import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import jp.frontdesk.kernel.CaseId;
import jp.frontdesk.kernel.MunicipalityCode;
import jp.frontdesk.kernel.Yen;

/// SQL of invoices and their lines. Every method works inside the caller's transaction.
final class InvoiceStore {
  private static final String COLUMNS =
      """
      select municipality_code, invoice_id, case_id, fiscal_year, invoice_number,
             fee_table_version, issued_on, due_on, total_yen, status, version
        from invoice
      """;

  /// The case's invoice that was not withdrawn.
  Optional<Invoice> findLive(SqlConnection c, MunicipalityCode town, CaseId caseId) {
    return one(
        c,
        COLUMNS + "where municipality_code = $1 and case_id = $2 and status <> 'WITHDRAWN'",
        Tuple.of(town.digits(), caseId.value()));
  }

  /// How the live invoices of these cases stand.
  Map<CaseId, Invoice.Status> listStatuses(
      SqlConnection c, MunicipalityCode town, List<CaseId> ids) {
    Map<CaseId, Invoice.Status> statuses = new HashMap<>();
    c.preparedQuery(
            """
            select case_id, status from invoice
            where municipality_code = $1 and case_id = any($2) and status <> 'WITHDRAWN'
            """)
        .execute(
            Tuple.tuple()
                .addString(town.digits())
                .addArrayOfUUID(ids.stream().map(CaseId::value).toArray(UUID[]::new)))
        .await()
        .forEach(row ->
            statuses.put(new CaseId(row.getUUID(0)), Invoice.Status.valueOf(row.getString(1))));
    return statuses;
  }

  /// The invoice, held until the transaction ends, so that its payments change one after another.
  Invoice lock(SqlConnection c, MunicipalityCode town, UUID id) {
    return one(
            c,
            COLUMNS + "where municipality_code = $1 and invoice_id = $2 for update",
            Tuple.of(town.digits(), id))
        .orElseThrow(() -> new IllegalStateException("no such invoice in this town"));
  }

  /// Holds the town's counter until the transaction ends, so that no other invoice is made
  /// meanwhile.
  void lockCounter(SqlConnection c, MunicipalityCode town, int fiscalYear) {
    Tuple counter = Tuple.of(town.digits(), fiscalYear);
    c.preparedQuery(
            """
            insert into invoice_counter (municipality_code, fiscal_year, last_number)
            values ($1, $2, 0) on conflict do nothing
            """)
        .execute(counter)
        .await();
    c.preparedQuery(
            """
            select last_number from invoice_counter
             where municipality_code = $1 and fiscal_year = $2 for update
            """)
        .execute(counter)
        .await();
  }

  /// The next number of a fiscal year.
  long nextNumber(SqlConnection c, MunicipalityCode town, int fiscalYear) {
    return c.preparedQuery(
            """
            update invoice_counter set last_number = last_number + 1
             where municipality_code = $1 and fiscal_year = $2
            returning last_number
            """)
        .execute(Tuple.of(town.digits(), fiscalYear))
        .await()
        .iterator()
        .next()
        .getLong(0);
  }

  /// Adds an invoice with its lines; false, with nothing added, where the case has one already.
  boolean insert(SqlConnection c, Invoice invoice, Instant at) {
    int added =
        c.preparedQuery(
                """
                insert into invoice (municipality_code, invoice_id, case_id, fiscal_year,
                       invoice_number, fee_table_version, issued_on, due_on, total_yen, status,
                       version, created_at)
                values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)
                on conflict (municipality_code, case_id) where status <> 'WITHDRAWN' do nothing
                """)
            .execute(
                Tuple.from(
                    List.of(
                        invoice.town().digits(),
                        invoice.id(),
                        invoice.caseId().value(),
                        invoice.fiscalYear(),
                        invoice.number(),
                        invoice.feeTableVersion(),
                        invoice.issuedOn(),
                        invoice.dueOn(),
                        invoice.total().amountYen(),
                        invoice.status().name(),
                        invoice.version(),
                        at.atOffset(ZoneOffset.UTC))))
            .await()
            .rowCount();
    if (added == 1 && !invoice.lines().isEmpty()) {
      insertLines(c, invoice);
    }
    return added == 1;
  }

  /// Moves the invoice by its table; the caller holds it by {@link #lock}.
  Invoice move(SqlConnection c, Invoice invoice, Invoice.Event event) {
    Invoice.Status next = Invoice.next(invoice.status(), event);
    int changed =
        c.preparedQuery(
                """
                update invoice set status = $4, version = version + 1
                 where municipality_code = $1 and invoice_id = $2 and version = $3
                """)
            .execute(
                Tuple.of(invoice.town().digits(), invoice.id(), invoice.version(), next.name()))
            .await()
            .rowCount();
    if (changed != 1) {
      throw new IllegalStateException("the invoice changed under its lock");
    }
    return new Invoice(
        invoice.town(),
        invoice.id(),
        invoice.caseId(),
        invoice.fiscalYear(),
        invoice.number(),
        invoice.feeTableVersion(),
        invoice.issuedOn(),
        invoice.dueOn(),
        invoice.lines(),
        invoice.total(),
        next,
        invoice.version() + 1);
  }

  private static void insertLines(SqlConnection c, Invoice invoice) {
    List<Tuple> rows = new ArrayList<>();
    for (Invoice.Line line : invoice.lines()) {
      rows.add(
          Tuple.from(
              List.of(
                  invoice.town().digits(),
                  invoice.id(),
                  rows.size() + 1,
                  line.item(),
                  line.name(),
                  line.unit(),
                  line.copies(),
                  line.unitPrice().amountYen(),
                  line.revenueAccount(),
                  line.legalBasis(),
                  line.exemption().map(Invoice.Exemption::key).orElse(""),
                  line.exemption().map(Invoice.Exemption::name).orElse(""),
                  line.exemption().map(Invoice.Exemption::grantedBy).orElse(""))));
    }
    c.preparedQuery(
            """
            insert into invoice_line (municipality_code, invoice_id, line_number, item, name, unit,
                   copies, unit_yen, revenue_account, legal_basis, exemption, exemption_name,
                   exempted_by)
            values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)
            """)
        .executeBatch(rows)
        .await();
  }

  private static Optional<Invoice> one(SqlConnection c, String sql, Tuple parameters) {
    RowSet<Row> rows = c.preparedQuery(sql).execute(parameters).await();
    return rows.size() == 0 ? Optional.empty() : Optional.of(invoiceOf(c, rows.iterator().next()));
  }

  private static Invoice invoiceOf(SqlConnection c, Row row) {
    String town = row.getString("municipality_code");
    UUID id = row.getUUID("invoice_id");
    return new Invoice(
        new MunicipalityCode(town),
        id,
        new CaseId(row.getUUID("case_id")),
        row.getInteger("fiscal_year"),
        row.getLong("invoice_number"),
        row.getString("fee_table_version"),
        row.getLocalDate("issued_on"),
        row.getLocalDate("due_on"),
        linesOf(c, town, id),
        new Yen(row.getLong("total_yen")),
        Invoice.Status.valueOf(row.getString("status")),
        row.getInteger("version"));
  }

  private static List<Invoice.Line> linesOf(SqlConnection c, String town, UUID id) {
    List<Invoice.Line> lines = new ArrayList<>();
    c.preparedQuery(
            """
            select item, name, unit, copies, unit_yen, revenue_account, legal_basis, exemption,
                   exemption_name, exempted_by
              from invoice_line where municipality_code = $1 and invoice_id = $2
             order by line_number
            """)
        .execute(Tuple.of(town, id))
        .await()
        .forEach(row ->
            lines.add(
                new Invoice.Line(
                    row.getString("item"),
                    row.getString("name"),
                    row.getString("unit"),
                    row.getInteger("copies"),
                    new Yen(row.getLong("unit_yen")),
                    row.getString("revenue_account"),
                    row.getString("legal_basis"),
                    Optional.of(row.getString("exemption"))
                        .filter(key -> !key.isEmpty())
                        .map(key ->
                            new Invoice.Exemption(
                                key,
                                row.getString("exemption_name"),
                                row.getString("exempted_by"))))));
    return lines;
  }
}
