package jp.frontdesk.fees.settlement;

import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.nio.charset.Charset;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import jp.frontdesk.fees.PaymentAttempt;
import jp.frontdesk.kernel.MunicipalityCode;

/// SQL of closed days and of the income they hold. Every method works inside the caller's
/// transaction.
final class DayCloseStore {
  /// A ledger entry that is income, or takes income back, and lies in no closed day yet.
  ///
  /// @param row the entry as a row of its own, its account without a name
  record Entry(long id, IncomeRow row) {}

  /// Income that no closed day holds.
  ///
  /// @param before only what was booked before
  /// @param alsoOf attempts whose income counts whenever it was booked
  /// @param day the transfer date of cash
  List<Entry> listOpen(
      SqlConnection c,
      MunicipalityCode town,
      Instant before,
      Set<String> alsoOf,
      LocalDate day,
      Map<String, String> accountNames) {
    List<Entry> entries = new ArrayList<>();
    c.preparedQuery(
            """
            select e.entry_id, e.kind, e.revenue_account, e.amount_yen, a.channel,
                   (case e.kind when 'REVENUE' then a.paid_at else e.booked_at end
                     at time zone 'Asia/Tokyo')::date as income_on,
                   (select max(l.transfer_on) from settlement_line l
                     where l.municipality_code = $1 and l.attempt_key = e.reference
                       and l.kind = case e.kind when 'REVENUE' then 'FINAL' else 'REFUND' end)
                     as transfer_on
              from ledger_entry e
              join payment_attempt a
                on a.municipality_code = $1 and a.attempt_key = e.reference
             where e.municipality_code = $1
               and (e.kind = 'REVENUE' or (e.kind = 'REFUNDED' and e.debit_account = 'REVENUE'))
               and (e.booked_at < $2 or e.reference = any($3))
               and not exists (select 1 from day_close_entry d
                                where d.municipality_code = $1 and d.entry_id = e.entry_id)
             order by e.entry_id
            """)
        .execute(
            Tuple.tuple()
                .addString(town.digits())
                .addOffsetDateTime(before.atOffset(ZoneOffset.UTC))
                .addArrayOfString(alsoOf.toArray(String[]::new)))
        .await()
        .forEach(row -> entries.add(entryOf(row, day, accountNames)));
    return entries;
  }

  private static Entry entryOf(Row row, LocalDate day, Map<String, String> accountNames) {
    boolean isRefund = !row.getString("kind").equals("REVENUE");
    PaymentAttempt.Channel channel = PaymentAttempt.Channel.valueOf(row.getString("channel"));
    String account = row.getString("revenue_account");
    long yen = row.getLong("amount_yen");
    return new Entry(
        row.getLong("entry_id"),
        new IncomeRow(
            row.getLocalDate("income_on"),
            channel == PaymentAttempt.Channel.CASH
                ? Optional.of(day)
                : Optional.ofNullable(row.getLocalDate("transfer_on")),
            account,
            accountNames.getOrDefault(account, ""),
            IncomeRow.Way.of(channel, isRefund),
            1,
            isRefund ? -yen : yen));
  }

  /// Adds a closed day with its rows, and remembers which entries it holds.
  void insert(
      SqlConnection c,
      MunicipalityCode town,
      DayClose close,
      List<IncomeRow> rows,
      List<Long> entries) {
    c.preparedQuery(
            """
            insert into day_close (municipality_code, closed_on, expected_yen, counted_yen, reason,
                   csv_charset, closed_by, closed_at)
            values ($1, $2, $3, $4, $5, $6, $7, $8)
            """)
        .execute(
            Tuple.of(
                town.digits(),
                close.day(),
                close.expectedYen(),
                close.countedYen(),
                close.reason(),
                close.charset().name(),
                close.closedBy(),
                close.closedAt().atOffset(ZoneOffset.UTC)))
        .await();
    insertRows(c, town, close, rows);
    c.preparedQuery(
            """
            insert into day_close_entry (municipality_code, entry_id, closed_on)
            select $1, entry_id, $2 from unnest($3::bigint[]) as entry_id
            """)
        .execute(
            Tuple.tuple()
                .addString(town.digits())
                .addLocalDate(close.day())
                .addArrayOfLong(entries.toArray(Long[]::new)))
        .await();
  }

  private static void insertRows(
      SqlConnection c, MunicipalityCode town, DayClose close, List<IncomeRow> rows) {
    List<Tuple> tuples = new ArrayList<>();
    for (IncomeRow row : rows) {
      tuples.add(
          Tuple.tuple()
              .addString(town.digits())
              .addLocalDate(close.day())
              .addInteger(tuples.size() + 1)
              .addLocalDate(row.incomeOn())
              .addValue(row.transferOn().orElse(null))
              .addString(row.account())
              .addString(row.accountName())
              .addString(row.way().name())
              .addInteger(row.itemCount())
              .addLong(row.yen()));
    }
    if (!tuples.isEmpty()) {
      c.preparedQuery(
              """
              insert into day_close_row (municipality_code, closed_on, row_number, income_on,
                     transfer_on, revenue_account, account_name, way, item_count, amount_yen)
              values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
              """)
          .executeBatch(tuples)
          .await();
    }
  }

  /// The newest closed days first.
  List<DayClose> list(SqlConnection c, MunicipalityCode town, int most) {
    return closes(c, "order by closed_on desc limit $2", Tuple.of(town.digits(), most));
  }

  Optional<DayClose> find(SqlConnection c, MunicipalityCode town, LocalDate day) {
    return closes(c, "and closed_on = $2", Tuple.of(town.digits(), day)).stream().findFirst();
  }

  private static List<DayClose> closes(SqlConnection c, String condition, Tuple parameters) {
    List<DayClose> closes = new ArrayList<>();
    c.preparedQuery(
            """
            select closed_on, expected_yen, counted_yen, reason, csv_charset, closed_by, closed_at
              from day_close where municipality_code = $1
            """
                + condition)
        .execute(parameters)
        .await()
        .forEach(row ->
            closes.add(
                new DayClose(
                    row.getLocalDate(0),
                    row.getLong(1),
                    row.getLong(2),
                    row.getString(3),
                    Charset.forName(row.getString(4)),
                    row.getString(5),
                    row.getOffsetDateTime(6).toInstant())));
    return closes;
  }

  /// The rows of a closed day as they were frozen.
  List<IncomeRow> rows(SqlConnection c, MunicipalityCode town, LocalDate day) {
    List<IncomeRow> rows = new ArrayList<>();
    c.preparedQuery(
            """
            select income_on, transfer_on, revenue_account, account_name, way, item_count,
                   amount_yen
              from day_close_row where municipality_code = $1 and closed_on = $2
             order by row_number
            """)
        .execute(Tuple.of(town.digits(), day))
        .await()
        .forEach(row ->
            rows.add(
                new IncomeRow(
                    row.getLocalDate(0),
                    Optional.ofNullable(row.getLocalDate(1)),
                    row.getString(2),
                    row.getString(3),
                    IncomeRow.Way.valueOf(row.getString(4)),
                    row.getInteger(5),
                    row.getLong(6))));
    return rows;
  }
}
