package jp.frontdesk.fees.settlement;

import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jp.frontdesk.fees.MoneyNotice;
import jp.frontdesk.fees.SettlementBook;
import jp.frontdesk.kernel.MunicipalityCode;

/// SQL of settlement files, their lines and what clerks said of them. Every method works inside the
/// caller's transaction.
final class SettlementStore {
  private static final int BATCH = 5_000;
  private static final String LINES =
      """
      select l.file_id, f.file_name, f.received_at, f.received_by, l.row_number, l.kind, l.is_slip,
             l.reference, l.payment_id, l.amount_yen, l.paid_at, l.transfer_on, l.why,
             l.cleared_by, l.cleared_at, l.cleared_reason
        from settlement_line l
        join settlement_file f using (municipality_code, file_id)
       where l.municipality_code = $1
      """;

  /// Holds the town's close until the transaction ends: files and days are booked one after
  /// another.
  void lockTown(SqlConnection c, MunicipalityCode town) {
    c.preparedQuery("select pg_advisory_xact_lock(hashtextextended('settlement ' || $1, 0))")
        .execute(Tuple.of(town.digits()))
        .await();
  }

  /// Adds a file with all its lines; false, with nothing added, where the town has these bytes.
  boolean insert(
      SqlConnection c, MunicipalityCode town, SettlementFile file, List<SettlementLine> lines) {
    int added =
        c.preparedQuery(
                """
                insert into settlement_file (municipality_code, file_id, sha256, format, file_name,
                       received_at, received_by, line_count, total_yen)
                values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
                on conflict (municipality_code, sha256) do nothing
                """)
            .execute(
                Tuple.from(
                    List.of(
                        town.digits(),
                        file.id(),
                        file.sha256(),
                        file.format(),
                        file.fileName(),
                        file.receivedAt().atOffset(ZoneOffset.UTC),
                        file.receivedBy(),
                        file.lineCount(),
                        file.totalYen())))
            .await()
            .rowCount();
    for (int from = 0; added == 1 && from < lines.size(); from += BATCH) {
      insertLines(c, town, file, lines.subList(from, Math.min(lines.size(), from + BATCH)));
    }
    return added == 1;
  }

  private static void insertLines(
      SqlConnection c, MunicipalityCode town, SettlementFile file, List<SettlementLine> lines) {
    List<Tuple> rows = new ArrayList<>();
    for (SettlementLine line : lines) {
      MoneyNotice notice = line.notice();
      rows.add(
          Tuple.tuple()
              .addString(town.digits())
              .addUUID(file.id())
              .addInteger(line.row())
              .addString(notice.kind().name())
              .addBoolean(notice.isSlip())
              .addString(notice.reference())
              .addValue(notice.paymentId().orElse(null))
              .addLong(notice.amountYen())
              .addOffsetDateTime(notice.paidAt().atOffset(ZoneOffset.UTC))
              .addValue(line.transferOn().orElse(null)));
    }
    c.preparedQuery(
            """
            insert into settlement_line (municipality_code, file_id, row_number, kind, is_slip,
                   reference, payment_id, amount_yen, paid_at, transfer_on, pile)
            values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, 'WAITING')
            """)
        .executeBatch(rows)
        .await();
  }

  /// The lines that are to be booked next, in the order in which the files came.
  List<PiledLine> listWaiting(SqlConnection c, MunicipalityCode town, int most) {
    return lines(
        c,
        "and l.pile = 'WAITING' order by f.received_at, l.file_id, l.row_number limit $2",
        Tuple.of(town.digits(), most));
  }

  /// The lines that nothing of ours fits and nobody cleared, the oldest first.
  List<PiledLine> listTheirs(SqlConnection c, MunicipalityCode town, int most) {
    return lines(
        c,
        """
        and l.pile = 'THEIRS_ONLY' and l.cleared_by is null
        order by l.paid_at, l.file_id, l.row_number limit $2
        """,
        Tuple.of(town.digits(), most));
  }

  /// The lines that a clerk cleared, the newest word first.
  List<PiledLine> listCleared(SqlConnection c, MunicipalityCode town, int most) {
    return lines(
        c,
        "and l.cleared_by is not null order by l.cleared_at desc limit $2",
        Tuple.of(town.digits(), most));
  }

  private static List<PiledLine> lines(SqlConnection c, String condition, Tuple parameters) {
    List<PiledLine> lines = new ArrayList<>();
    c.preparedQuery(LINES + condition)
        .execute(parameters)
        .await()
        .forEach(row -> lines.add(lineOf(row)));
    return lines;
  }

  /// Puts a line on its pile.
  void put(SqlConnection c, MunicipalityCode town, PiledLine line, SettlementBook.Outcome outcome) {
    Tuple parameters =
        switch (outcome) {
          case SettlementBook.Outcome.Matched(String key) ->
              Tuple.of(town.digits(), line.fileId(), line.line().row(), "MATCHED", key, null);
          case SettlementBook.Outcome.NotOurs(SettlementBook.Reason reason) ->
              Tuple.of(
                  town.digits(),
                  line.fileId(),
                  line.line().row(),
                  "THEIRS_ONLY",
                  null,
                  reason.name());
        };
    c.preparedQuery(
            """
            update settlement_line set pile = $4, attempt_key = $5, why = $6
             where municipality_code = $1 and file_id = $2 and row_number = $3
               and cleared_by is null
            """)
        .execute(parameters)
        .await();
  }

  /// Writes a clerk's word on a line that is theirs only; false where it is on another pile or was
  /// cleared already.
  boolean clear(
      SqlConnection c, MunicipalityCode town, UUID fileId, int row, PiledLine.Clearance word) {
    return c.preparedQuery(
                """
                update settlement_line
                   set cleared_by = $4, cleared_at = $5, cleared_reason = $6
                 where municipality_code = $1 and file_id = $2 and row_number = $3
                   and pile = 'THEIRS_ONLY' and cleared_by is null
                """)
            .execute(
                Tuple.of(
                    town.digits(),
                    fileId,
                    row,
                    word.by(),
                    word.at().atOffset(ZoneOffset.UTC),
                    word.reason()))
            .await()
            .rowCount()
        == 1;
  }

  /// How many lines, and their sum in yen.
  record Sum(long count, long yen) {}

  /// The money of files that is ours: what came less what was kept back.
  Sum matched(SqlConnection c, MunicipalityCode town) {
    Row row =
        c.preparedQuery(
                """
                select count(*),
                       coalesce(sum(case kind when 'FINAL' then amount_yen else -amount_yen end), 0)
                         ::bigint
                  from settlement_line
                 where municipality_code = $1 and pile = 'MATCHED' and kind in ('FINAL', 'REFUND')
                """)
            .execute(Tuple.of(town.digits()))
            .await()
            .iterator()
            .next();
    return new Sum(row.getLong(0), row.getLong(1));
  }

  /// The newest files.
  List<SettlementFile> listFiles(SqlConnection c, MunicipalityCode town, int most) {
    return files(c, "order by f.received_at desc limit $2", Tuple.of(town.digits(), most));
  }

  /// The file with these bytes.
  Optional<SettlementFile> findFile(SqlConnection c, MunicipalityCode town, String sha256) {
    return files(c, "and f.sha256 = $2", Tuple.of(town.digits(), sha256)).stream().findFirst();
  }

  private static List<SettlementFile> files(SqlConnection c, String condition, Tuple parameters) {
    List<SettlementFile> files = new ArrayList<>();
    c.preparedQuery(
            """
            select f.file_id, f.sha256, f.format, f.file_name, f.received_at, f.received_by,
                   f.line_count, f.total_yen,
                   (select count(*) from settlement_line l
                     where l.municipality_code = $1 and l.file_id = f.file_id
                       and l.pile = 'WAITING')::int as waiting,
                   (select count(*) from settlement_line l
                     where l.municipality_code = $1 and l.file_id = f.file_id
                       and l.pile = 'MATCHED')::int as matched
              from settlement_file f where f.municipality_code = $1
            """
                + condition)
        .execute(parameters)
        .await()
        .forEach(row ->
            files.add(
                new SettlementFile(
                    row.getUUID("file_id"),
                    row.getString("sha256"),
                    row.getString("format"),
                    row.getString("file_name"),
                    row.getOffsetDateTime("received_at").toInstant(),
                    row.getString("received_by"),
                    row.getInteger("line_count"),
                    row.getLong("total_yen"),
                    row.getInteger("waiting"),
                    row.getInteger("matched"))));
    return files;
  }

  private static PiledLine lineOf(Row row) {
    MoneyNotice notice =
        new MoneyNotice(
            MoneyNotice.Kind.valueOf(row.getString("kind")),
            row.getBoolean("is_slip"),
            row.getString("reference"),
            Optional.ofNullable(row.getString("payment_id")),
            row.getLong("amount_yen"),
            instantOf(row, "paid_at"));
    return new PiledLine(
        row.getUUID("file_id"),
        row.getString("file_name"),
        instantOf(row, "received_at"),
        row.getString("received_by"),
        new SettlementLine(
            row.getInteger("row_number"),
            notice,
            Optional.ofNullable(row.getLocalDate("transfer_on"))),
        Optional.ofNullable(row.getString("why")).map(SettlementBook.Reason::valueOf),
        Optional.ofNullable(row.getString("cleared_by"))
            .map(by ->
                new PiledLine.Clearance(
                    by, instantOf(row, "cleared_at"), row.getString("cleared_reason"))));
  }

  private static Instant instantOf(Row row, String column) {
    OffsetDateTime at = row.getOffsetDateTime(column);
    return at.toInstant();
  }
}
