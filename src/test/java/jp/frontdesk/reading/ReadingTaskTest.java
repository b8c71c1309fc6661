package jp.frontdesk.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import jp.frontdesk.kernel.CertificateField;
import jp.frontdesk.reading.cells.TextLine;
import jp.frontdesk.reading.evidence.Verdict;
import org.junit.jupiter.api.Test;

class ReadingTaskTest {
  private static final Box BOX = new Box(0, 0, 10, 10);

  private static Slot slot(int member, CertificateField... fields) {
    return new Slot(member, List.of(fields), List.of(), List.of(new TextLine(BOX)), BOX, List.of());
  }

  @Test
  void whatPeopleKnowTheirPaperByIsReadFirstAndStillStandsWhereItStood() {
    List<Slot> slots =
        List.of(
            slot(-1, CertificateField.MOVE_NOTIFIED_DATE),
            slot(-1, CertificateField.MOVE_DATE),
            slot(1, CertificateField.NAME),
            slot(0, CertificateField.SEX),
            slot(0, CertificateField.KANA, CertificateField.BIRTH_DATE),
            slot(0, CertificateField.NAME));
    List<CertificateField> read = new ArrayList<>();
    List<ReadingTask> tasks = new ArrayList<>();
    tasks.add(
        new ReadingTask(
            ReadingTask.PAGE,
            () -> {
              read.add(CertificateField.MAYOR);
              return List.of(found(slot(-1, CertificateField.MAYOR)));
            }));
    for (Slot slot : slots) {
      tasks.add(
          new ReadingTask(
              ReadingTask.rankOf(slot),
              () -> {
                read.add(slot.fields().getLast());
                return List.of(found(slot));
              }));
    }

    List<Found> found;
    try (ReadingThreads threads = new ReadingThreads(1)) {
      found = ReadingTask.done(tasks, threads, new PageProgress(1, 1, _ -> {}));
    }

    assertThat(read)
        .containsExactly(
            CertificateField.NAME,
            CertificateField.BIRTH_DATE,
            CertificateField.MOVE_DATE,
            CertificateField.NAME,
            CertificateField.MAYOR,
            CertificateField.MOVE_NOTIFIED_DATE,
            CertificateField.SEX);
    assertThat(found)
        .extracting(Found::field)
        .containsExactly(
            CertificateField.MAYOR,
            CertificateField.MOVE_NOTIFIED_DATE,
            CertificateField.MOVE_DATE,
            CertificateField.NAME,
            CertificateField.SEX,
            CertificateField.KANA,
            CertificateField.NAME);
  }

  private static Found found(Slot slot) {
    return new Found(
        slot.fields().getFirst(), slot.member(), Verdict.sure("x", 0.9), slot.inkBox());
  }
}
