package jp.frontdesk.review;

import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import jp.frontdesk.cases.CaseStore;
import jp.frontdesk.intake.ReadingJob;
import jp.frontdesk.kernel.CaseId;
import jp.frontdesk.kernel.FieldPath;
import jp.frontdesk.kernel.MunicipalityCode;
import jp.frontdesk.platform.CaseKey;
import jp.frontdesk.reading.PageReading;
import jp.frontdesk.reading.ReadPage;
import jp.frontdesk.reading.ReadingJson;

/// What the readers made of the pages of a case: readings, page pictures and crops, each sealed
/// under its own name.
public final class ReadingStore {
  private static final String PAGES_IN_ORDER =
      """
      from reading_page p join sheet s using (municipality_code, sheet_id)
      where p.municipality_code = $1 and p.case_id = $2 order by s.position, p.page_in_sheet
      """;

  private final CaseStore cases;

  /// @param cases gives the keys things are sealed with
  public ReadingStore(CaseStore cases) {
    this.cases = cases;
  }

  /// Stores the pages of one file in place of what an earlier attempt stored.
  public void storePages(SqlConnection connection, ReadingJob job, List<ReadPage> pages) {
    CaseKey key = cases.getKey(connection, job.town(), job.caseId());
    connection
        .preparedQuery("delete from reading_page where municipality_code = $1 and sheet_id = $2")
        .execute(Tuple.of(job.town().digits(), job.sheetId()))
        .await();
    for (int i = 0; i < pages.size(); i++) {
      storePage(connection, job, i + 1, pages.get(i), key);
    }
  }

  private static void storePage(
      SqlConnection connection, ReadingJob job, int page, ReadPage read, CaseKey key) {
    String name = job.sheetId() + ":" + page;
    byte[] json = ReadingJson.write(read.reading()).getBytes(StandardCharsets.UTF_8);
    connection
        .preparedQuery(
            """
            insert into reading_page (municipality_code, sheet_id, page_in_sheet, case_id, sealed_reading,
              media_type, sealed_picture)
            values ($1, $2, $3, $4, $5, $6, $7)
            """)
        .execute(
            Tuple.tuple()
                .addString(job.town().digits())
                .addUUID(job.sheetId())
                .addInteger(page)
                .addUUID(job.caseId().value())
                .addBuffer(Buffer.buffer(key.seal("reading:" + name, json)))
                .addString(read.images().mediaType())
                .addBuffer(Buffer.buffer(key.seal("page:" + name, read.images().upright()))))
        .await();
    List<Tuple> crops = new ArrayList<>();
    for (Map.Entry<FieldPath, byte[]> crop : read.images().crops().entrySet()) {
      String path = crop.getKey().toString();
      crops.add(
          Tuple.tuple()
              .addString(job.town().digits())
              .addUUID(job.sheetId())
              .addInteger(page)
              .addString(path)
              .addUUID(job.caseId().value())
              .addBuffer(Buffer.buffer(key.seal("crop:" + name + ":" + path, crop.getValue()))));
    }
    if (!crops.isEmpty()) {
      connection
          .preparedQuery(
              """
              insert into crop (municipality_code, sheet_id, page_in_sheet, field_path, case_id, sealed_picture)
              values ($1, $2, $3, $4, $5, $6)
              """)
          .executeBatch(crops)
          .await();
    }
  }

  /// The readings of a case's pages, numbered from 1 in the order of the files.
  public List<PageReading> listReadings(
      SqlConnection connection, MunicipalityCode town, CaseId caseId) {
    CaseKey key = cases.getKey(connection, town, caseId);
    List<PageReading> readings = new ArrayList<>();
    connection
        .preparedQuery("select p.sheet_id, p.page_in_sheet, p.sealed_reading " + PAGES_IN_ORDER)
        .execute(Tuple.of(town.digits(), caseId.value()))
        .await()
        .forEach(row -> {
          String name = row.getUUID(0) + ":" + row.getInteger(1);
          byte[] json = key.open("reading:" + name, row.getBuffer(2).getBytes());
          readings.add(
              ReadingJson.read(new String(json, StandardCharsets.UTF_8))
                  .asPage(readings.size() + 1));
        });
    return readings;
  }

  /// The upright picture of a page of a case, pages counted from 1.
  public Optional<Picture> findPage(
      SqlConnection connection, MunicipalityCode town, CaseId caseId, int page) {
    return findNthPage(connection, town, caseId, page)
        .map(row -> {
          String name = row.getUUID(0) + ":" + row.getInteger(1);
          byte[] content =
              cases
                  .getKey(connection, town, caseId)
                  .open("page:" + name, row.getBuffer(3).getBytes());
          return new Picture(caseId, row.getString(2), content);
        });
  }

  private static Optional<Row> findNthPage(
      SqlConnection connection, MunicipalityCode town, CaseId caseId, int page) {
    RowSet<Row> rows =
        connection
            .preparedQuery(
                "select p.sheet_id, p.page_in_sheet, p.media_type, p.sealed_picture "
                    + PAGES_IN_ORDER
                    + " limit 1 offset $3")
            .execute(Tuple.of(town.digits(), caseId.value(), (long) page - 1))
            .await();
    return rows.size() == 0 ? Optional.empty() : Optional.of(rows.iterator().next());
  }

  /// The first page of one file, for its thumbnail.
  public Optional<Picture> findFirstPage(
      SqlConnection connection, MunicipalityCode town, CaseId caseId, UUID sheetId) {
    RowSet<Row> rows =
        connection
            .preparedQuery(
                """
                select media_type, sealed_picture, page_in_sheet from reading_page
                where municipality_code = $1 and case_id = $2 and sheet_id = $3
                order by page_in_sheet limit 1
                """)
            .execute(Tuple.of(town.digits(), caseId.value(), sheetId))
            .await();
    if (rows.size() == 0) {
      return Optional.empty();
    }
    Row row = rows.iterator().next();
    byte[] content =
        cases
            .getKey(connection, town, caseId)
            .open("page:" + sheetId + ":" + row.getInteger(2), row.getBuffer(1).getBytes());
    return Optional.of(new Picture(caseId, row.getString(0), content));
  }

  /// The crop of a value by the place it was read at.
  public Optional<Picture> findCrop(
      SqlConnection connection, MunicipalityCode town, CaseId caseId, DraftValue.Place place) {
    RowSet<Row> rows =
        connection
            .preparedQuery(
                """
                select c.sheet_id, c.page_in_sheet, c.sealed_picture
                from (select p.municipality_code, p.sheet_id, p.page_in_sheet
                """
                    + PAGES_IN_ORDER
                    + """
                     limit 1 offset $3) page
                    join crop c using (municipality_code, sheet_id, page_in_sheet)
                    where c.field_path = $4
                    """)
            .execute(
                Tuple.of(town.digits(), caseId.value(), (long) place.page() - 1, place.cropPath()))
            .await();
    if (rows.size() == 0) {
      return Optional.empty();
    }
    Row row = rows.iterator().next();
    String name = row.getUUID(0) + ":" + row.getInteger(1) + ":" + place.cropPath();
    byte[] content =
        cases.getKey(connection, town, caseId).open("crop:" + name, row.getBuffer(2).getBytes());
    return Optional.of(new Picture(caseId, "image/png", content));
  }
}
