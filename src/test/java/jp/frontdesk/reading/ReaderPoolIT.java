package jp.frontdesk.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
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

  @Test
  void aPageIsReadWithItsPictures() throws IOException {
    try (ReaderProcesses pool = new ReaderProcesses(1, settings())) {
      ReadResult result = pool.read(TestPages.png(TestPages.certificate()));

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
      assertThat(pool.read(fault("exit"))).isInstanceOf(ReadResult.Crashed.class);
      assertThat(pool.read(fault("memory"))).isInstanceOf(ReadResult.Crashed.class);
      assertThat(pool.read(fault("lie"))).isInstanceOf(ReadResult.Crashed.class);
      assertThat(pool.read(TestPages.png(TestPages.blank()))).isInstanceOf(ReadResult.Read.class);
    }
  }

  @Test
  void aHangIsEndedAfterTheLimit() throws IOException {
    try (ReaderProcesses pool = new ReaderProcesses(1, settings())) {
      assertThat(pool.read(fault("hang"))).isEqualTo(new ReadResult.Crashed("timeout"));
      assertThat(pool.read(TestPages.png(TestPages.blank()))).isInstanceOf(ReadResult.Read.class);
    }
  }

  @Test
  void aProcessKilledFromOutsideIsReplaced() throws IOException {
    try (ReaderProcesses pool = new ReaderProcesses(1, settings())) {
      byte[] page = TestPages.png(TestPages.blank());
      assertThat(pool.read(page)).isInstanceOf(ReadResult.Read.class);
      pool.pids().forEach(pid -> ProcessHandle.of(pid).ifPresent(ProcessHandle::destroyForcibly));

      ReadResult first = pool.read(page);
      ReadResult second = first instanceof ReadResult.Crashed ? pool.read(page) : first;

      assertThat(second).isInstanceOf(ReadResult.Read.class);
    }
  }

  @Test
  void aProcessIsReplacedAfterItsShareOfFiles() throws IOException {
    try (ReaderProcesses pool = new ReaderProcesses(1, settings())) {
      byte[] page = TestPages.png(TestPages.blank());
      assertThat(pool.read(page)).isInstanceOf(ReadResult.Read.class);
      var firstProcess = pool.pids();
      for (int i = 0; i < 3; i++) {
        assertThat(pool.read(page)).isInstanceOf(ReadResult.Read.class);
      }

      assertThat(pool.pids()).doesNotContainAnyElementsOf(firstProcess);
    }
  }
}
