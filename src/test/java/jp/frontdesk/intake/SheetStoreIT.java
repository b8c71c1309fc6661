package jp.frontdesk.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import jp.frontdesk.cases.CaseFile;
import jp.frontdesk.cases.CaseStore;
import jp.frontdesk.kernel.MunicipalityCode;
import jp.frontdesk.platform.Database;
import jp.frontdesk.platform.TestDatabase;
import jp.frontdesk.platform.Vault;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SheetStoreIT {
  private static final MunicipalityCode TOWN = new MunicipalityCode("999997");
  private static final MunicipalityCode OTHER_TOWN = new MunicipalityCode("141003");
  private static final byte[] PAGE = "%PDF-a page".getBytes(StandardCharsets.US_ASCII);

  private Instant now = Instant.parse("2026-11-22T01:00:00Z");
  private final InstantSource clock = () -> now;
  private final Database database = TestDatabase.fresh();
  private final Vault vault = TestDatabase.vault();
  private final CaseStore cases = new CaseStore(vault, clock);
  private final SheetStore sheets = new SheetStore(database, cases, vault, clock);
  private final Intake intake = new Intake(sheets);

  @AfterEach
  void close() {
    database.close();
  }

  private CaseFile caseWithPage() {
    CaseFile file = database.inTown(TOWN, c -> cases.createCase(c, TOWN, "kiosk"));
    assertThat(intake.takeIn(file, PAGE)).isInstanceOf(Intake.Outcome.Stored.class);
    return file;
  }

  @Test
  void aPageIsStoredSealedAndQueuedOnceHoweverOftenItIsLaid() {
    CaseFile file = caseWithPage();

    assertThat(intake.takeIn(file, PAGE)).isInstanceOf(Intake.Outcome.AlreadyHere.class);
    ReadingJob job = sheets.leaseJob(Duration.ofMinutes(1)).orElseThrow();

    assertThat(database.inTown(TOWN, c -> sheets.findContent(c, job)).orElseThrow())
        .isEqualTo(PAGE);
    assertThat(sheets.leaseJob(Duration.ofMinutes(1))).isEmpty();
    String stored =
        database.inTown(
            TOWN,
            c ->
                c.query("select sealed_content from sheet")
                    .execute()
                    .await()
                    .iterator()
                    .next()
                    .getBuffer(0)
                    .toString(StandardCharsets.ISO_8859_1));
    assertThat(stored).doesNotContain("a page");
  }

  @Test
  void aLeaseThatRanOutGoesToAnotherReaderAndTheFirstCanNoLongerFinish() {
    CaseFile _ = caseWithPage();
    ReadingJob first = sheets.leaseJob(Duration.ofSeconds(60)).orElseThrow();

    now = now.plusSeconds(61);
    ReadingJob second = sheets.leaseJob(Duration.ofSeconds(60)).orElseThrow();
    boolean firstFinished =
        database.inTown(TOWN, c -> sheets.finishJob(c, first, Sheet.State.DONE));
    boolean secondFinished =
        database.inTown(TOWN, c -> sheets.finishJob(c, second, Sheet.State.DONE));

    assertThat(second.attempts()).isEqualTo(2);
    assertThat(firstFinished).isFalse();
    assertThat(secondFinished).isTrue();
  }

  @Test
  void anotherTownSeesNothingOfIt() {
    CaseFile file = caseWithPage();

    int rows =
        database.inTown(OTHER_TOWN, c -> c.query("select 1 from sheet").execute().await().size());

    Optional<CaseFile> seen = database.inTown(OTHER_TOWN, c -> cases.findCase(c, TOWN, file.id()));
    assertThat(rows).isZero();
    assertThat(seen).isEmpty();
  }

  @Test
  void aPageTakenAwayIsNotReadAnyMore() {
    CaseFile file = caseWithPage();
    ReadingJob job = sheets.leaseJob(Duration.ofSeconds(60)).orElseThrow();

    database.runInTown(TOWN, c -> sheets.removeSheet(c, TOWN, file.id(), job.sheetId()));

    Optional<byte[]> content = database.inTown(TOWN, c -> sheets.findContent(c, job));
    List<Sheet> left = database.inTown(TOWN, c -> sheets.listSheets(c, TOWN, file.id()));
    assertThat(content).isEmpty();
    assertThat(left).isEmpty();
  }
}
