package jp.frontdesk.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import jp.frontdesk.cases.CaseFile;
import jp.frontdesk.cases.CaseStore;
import jp.frontdesk.intake.Intake;
import jp.frontdesk.intake.Sheet;
import jp.frontdesk.intake.SheetStore;
import jp.frontdesk.kernel.CertificateField;
import jp.frontdesk.kernel.FieldPath;
import jp.frontdesk.kernel.MunicipalityCode;
import jp.frontdesk.platform.Database;
import jp.frontdesk.platform.TestDatabase;
import jp.frontdesk.platform.Vault;
import jp.frontdesk.reading.Acceptance;
import jp.frontdesk.reading.EarlyValue;
import jp.frontdesk.reading.PageReading;
import jp.frontdesk.reading.ReadResult;
import jp.frontdesk.reading.ReaderPool;
import jp.frontdesk.reading.ReadingProgress;
import jp.frontdesk.reading.Warnings;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class ReadingWorkerIT {
  private static final MunicipalityCode TOWN = new MunicipalityCode("999997");
  private static final ReadingProgress SOME =
      new ReadingProgress(
          1, 1, 9, 1, List.of(new EarlyValue(FieldPath.of(CertificateField.NAME, 0), "見本　太郎")));

  private final Database database = TestDatabase.fresh();
  private final Vault vault = TestDatabase.vault();
  private final CaseStore cases = new CaseStore(vault, InstantSource.system());
  private final SheetStore sheets = new SheetStore(database, cases, vault, InstantSource.system());
  private final ReadingStore readings = new ReadingStore(cases);
  private final EarlyReadings early = new EarlyReadings(database.signals());
  private final Review review =
      new Review(
          database,
          cases,
          sheets,
          readings,
          new ReviewStore(cases, InstantSource.system()),
          InstantSource.system(),
          (_, _) -> {},
          Acceptance.usual());
  private final SlowReaders readers = new SlowReaders();
  private final ReadingWorker worker =
      new ReadingWorker(database, sheets, readings, review, readers, early, 1);

  @AfterEach
  void close() {
    worker.close();
    database.close();
  }

  /// Readers that tell what the test gives them and answer when it lets them.
  private static final class SlowReaders implements ReaderPool {
    private final BlockingQueue<ReadResult> answers = new LinkedBlockingQueue<>();
    private final CountDownLatch told = new CountDownLatch(1);

    @Override
    public ReadResult read(byte[] file, Consumer<ReadingProgress> progress) {
      progress.accept(SOME);
      told.countDown();
      try {
        return answers.take();
      } catch (InterruptedException stopped) {
        Thread.currentThread().interrupt();
        return new ReadResult.Crashed("stopped");
      }
    }

    @Override
    public String isolation() {
      return "none";
    }

    @Override
    public void close() {}
  }

  private CaseFile caseWithPage(String text) {
    CaseFile file = database.inTown(TOWN, c -> cases.createCase(c, TOWN, "kiosk"));
    assertThat(
            new Intake(sheets).takeIn(file, ("%PDF-" + text).getBytes(StandardCharsets.US_ASCII)))
        .isInstanceOf(Intake.Outcome.Stored.class);
    return file;
  }

  private Sheet sheetOf(CaseFile file) {
    return database.inTown(TOWN, c -> sheets.listSheets(c, TOWN, file.id())).getFirst();
  }

  private List<PageReading> pagesOf(CaseFile file) {
    return database.inTown(TOWN, c -> readings.listReadings(c, TOWN, file.id()));
  }

  private void waitFor(CaseFile file, Sheet.State state) throws InterruptedException {
    while (sheetOf(file).state() != state || !early.of(TOWN, file.id()).isEmpty()) {
      Thread.sleep(10);
    }
  }

  @Test
  void whatIsToldIsSeenByItsOwnCaseUntilTheFileIsReadAndNeverStored() throws Exception {
    CaseFile file = caseWithPage("one");
    CaseFile other = caseWithPage("two");
    BlockingQueue<String> hints = new LinkedBlockingQueue<>();
    try (AutoCloseable _ = database.signals().subscribe(EarlyReadings.TOPIC, hints::add)) {
      worker.start();

      assertThat(readers.told.await(30, TimeUnit.SECONDS)).isTrue();
      Map<UUID, List<ReadingProgress>> seen = early.of(TOWN, file.id());

      assertThat(seen).isEqualTo(Map.of(sheetOf(file).id(), List.of(SOME)));
      assertThat(hints.take()).isEqualTo(TOWN + ":" + file.id());
      assertThat(early.of(TOWN, other.id())).isEmpty();
      assertThat(early.of(new MunicipalityCode("141003"), file.id())).isEmpty();
      assertThat(pagesOf(file)).isEmpty();
    }

    readers.answers.add(new ReadResult.Refused(Warnings.DAMAGED_FILE));
    waitFor(file, Sheet.State.FAILED);

    assertThat(early.of(TOWN, file.id())).isEmpty();
  }

  @Test
  void aReaderThatCrashesTakesWhatItToldAlongAndTheFileIsReadAgain() throws Exception {
    CaseFile file = caseWithPage("one");
    readers.answers.add(new ReadResult.Crashed("exited"));
    worker.start();

    readers.answers.add(new ReadResult.Crashed("exited"));
    readers.answers.add(new ReadResult.Crashed("exited"));
    waitFor(file, Sheet.State.FAILED);

    assertThat(early.of(TOWN, file.id())).isEmpty();
    assertThat(pagesOf(file).getFirst().warnings()).containsExactly(Warnings.READING_FAILED);
  }
}
