package jp.frontdesk.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import jp.frontdesk.kernel.CertificateField;
import jp.frontdesk.kernel.FieldPath;
import jp.frontdesk.reading.text.ModelFolder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(180)
class ReaderPoolIT {
  private static final Duration PAGE_LIMIT = Duration.ofSeconds(8);

  private static ReaderSettings settings() {
    return new ReaderSettings(
        Path.of("").toAbsolutePath(),
        2,
        ModelFolder.ofInstallation(),
        PAGE_LIMIT,
        Duration.ofSeconds(90),
        3,
        true);
  }

  private static byte[] fault(String kind) {
    return ("FRONTDESK-FAULT:" + kind).getBytes(StandardCharsets.US_ASCII);
  }

  private static ReadResult read(ReaderProcesses pool, byte[] file) {
    return pool.read(file, _ -> {});
  }

  @Test
  void aPageIsReadWithItsPictures() throws IOException {
    try (ReaderProcesses pool = new ReaderProcesses(1, settings())) {
      ReadResult result = read(pool, TestPages.png(TestPages.certificate()));

      assertThat(result)
          .isInstanceOfSatisfying(
              ReadResult.Read.class,
              read -> {
                ReadPage page = read.pages().getFirst();
                assertThat(page.reading().fields()).isNotEmpty();
                assertThat(page.images().upright()).isNotEmpty();
                assertThat(page.images().crops())
                    .containsOnlyKeys(
                        page.reading().fields().stream().map(FieldReading::path).toList());
              });
      assertThat(pool.isolation()).isIn("bubblewrap", "plain child process");
    }
  }

  @Test
  void aCrashCostsOneAttemptAndTheNextFileIsRead() throws IOException {
    try (ReaderProcesses pool = new ReaderProcesses(1, settings())) {
      assertThat(read(pool, fault("exit"))).isInstanceOf(ReadResult.Crashed.class);
      assertThat(read(pool, fault("memory"))).isInstanceOf(ReadResult.Crashed.class);
      assertThat(read(pool, fault("lie"))).isInstanceOf(ReadResult.Crashed.class);
      assertThat(read(pool, TestPages.png(TestPages.blank()))).isInstanceOf(ReadResult.Read.class);
    }
  }

  @Test
  void aHangIsEndedAfterTheLimit() throws IOException {
    try (ReaderProcesses pool = new ReaderProcesses(1, settings())) {
      assertThat(read(pool, fault("hang"))).isEqualTo(new ReadResult.Crashed("timeout"));
      assertThat(read(pool, TestPages.png(TestPages.blank()))).isInstanceOf(ReadResult.Read.class);
    }
  }

  @Test
  void theFirstValuesAreToldWhileThePageIsRead() throws IOException {
    try (ReaderProcesses pool = new ReaderProcesses(1, settings())) {
      List<ReadingProgress> told = new ArrayList<>();

      ReadResult result = pool.read(TestPages.png(TestPages.certificate()), told::add);

      assertThat(result).isInstanceOf(ReadResult.Read.class);
      assertThat(told).hasSizeGreaterThan(2);
      assertThat(told.getFirst().values()).isEmpty();
      assertThat(told.getLast().placesRead()).isPositive();
      assertThat(told.getLast().values())
          .contains(new EarlyValue(FieldPath.of(CertificateField.BIRTH_DATE, 0), "昭和49年12月1日"));
    }
  }

  @Test
  void aProcessThatTellsWithoutEndIsEnded() throws IOException {
    try (ReaderProcesses pool = new ReaderProcesses(1, settings())) {
      assertThat(read(pool, fault("flood"))).isEqualTo(new ReadResult.Crashed("protocol"));
      assertThat(read(pool, fault("creep"))).isEqualTo(new ReadResult.Crashed("timeout"));
      assertThat(read(pool, TestPages.png(TestPages.blank()))).isInstanceOf(ReadResult.Read.class);
    }
  }

  @Test
  void aFileWhoseListenerFailedLeavesNoAnswerToTheNext() throws IOException {
    try (ReaderProcesses pool = new ReaderProcesses(1, settings())) {
      byte[] certificate = TestPages.png(TestPages.certificate());
      Consumer<ReadingProgress> failing =
          _ -> {
            throw new IllegalStateException("nobody looks");
          };

      assertThatThrownBy(
              () -> {
                ReadResult _ = pool.read(certificate, failing);
              })
          .hasMessage("nobody looks");
      ReadResult next = read(pool, TestPages.png(TestPages.blank()));

      assertThat(next)
          .isInstanceOfSatisfying(
              ReadResult.Read.class,
              read -> assertThat(read.pages().getFirst().reading().fields()).isEmpty());
    }
  }

  @Test
  void aProcessKilledFromOutsideIsReplaced() throws IOException {
    try (ReaderProcesses pool = new ReaderProcesses(1, settings())) {
      byte[] page = TestPages.png(TestPages.blank());
      assertThat(read(pool, page)).isInstanceOf(ReadResult.Read.class);
      pool.pids().forEach(pid -> ProcessHandle.of(pid).ifPresent(ProcessHandle::destroyForcibly));

      ReadResult first = read(pool, page);
      ReadResult second = first instanceof ReadResult.Crashed ? read(pool, page) : first;

      assertThat(second).isInstanceOf(ReadResult.Read.class);
    }
  }

  @Test
  void aProcessIsReplacedAfterItsShareOfFiles() throws IOException {
    try (ReaderProcesses pool = new ReaderProcesses(1, settings())) {
      byte[] page = TestPages.png(TestPages.blank());
      assertThat(read(pool, page)).isInstanceOf(ReadResult.Read.class);
      var firstProcess = pool.pids();
      for (int i = 0; i < 3; i++) {
        assertThat(read(pool, page)).isInstanceOf(ReadResult.Read.class);
      }

      assertThat(pool.pids()).doesNotContainAnyElementsOf(firstProcess);
    }
  }
}
