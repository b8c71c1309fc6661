package jp.frontdesk.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SimulatorJournalTest {
  private static final InstantSource CLOCK =
      InstantSource.fixed(Instant.parse("2026-04-06T01:30:00Z"));

  @TempDir private Path folder = Path.of(".");

  @Test
  void whatWasKeptIsThereAfterwards() throws IOException {
    ProvisionalEntry kept;
    try (SimulatorJournal journal = SimulatorJournal.open(folder, CLOCK)) {
      kept = ((SimulatorJournal.Kept.Created) journal.keep("k1", "aa", record(), 2)).entry();
      assertThat(journal.keep("k1", "aa", record(), 2))
          .isInstanceOf(SimulatorJournal.Kept.Replayed.class);
    }

    try (SimulatorJournal journal = SimulatorJournal.open(folder, CLOCK)) {
      assertThat(journal.listEntries()).containsExactly(kept.receivedAgain());
      assertThat(journal.findEntry("k1").orElseThrow().timesReceived()).isEqualTo(2);
    }
  }

  @Test
  void aHalfWrittenLastLineIsCutOffAndWritingGoesOn() throws IOException {
    try (SimulatorJournal journal = SimulatorJournal.open(folder, CLOCK)) {
      var _ = journal.keep("k1", "aa", record(), 0);
    }
    var _ =
        Files.writeString(
            folder.resolve("journal.jsonl"),
            "{\"line\":\"accepted\",\"key\":\"k2\",\"rec",
            StandardOpenOption.APPEND);

    try (SimulatorJournal journal = SimulatorJournal.open(folder, CLOCK)) {
      var _ = journal.keep("k3", "cc", record(), 0);
    }

    try (SimulatorJournal journal = SimulatorJournal.open(folder, CLOCK)) {
      assertThat(journal.listEntries())
          .extracting(ProvisionalEntry::key)
          .containsExactly("k3", "k1");
    }
  }

  @Test
  void otherContentUnderTheSameKeyIsAConflict() throws IOException {
    try (SimulatorJournal journal = SimulatorJournal.open(folder, CLOCK)) {
      var _ = journal.keep("k1", "aa", record(), 0);

      assertThat(journal.keep("k1", "bb", record(), 0))
          .isInstanceOf(SimulatorJournal.Kept.Conflict.class);
      assertThat(journal.findEntry("k1").orElseThrow().contentSha256()).isEqualTo("aa");
    }
  }

  @Test
  void theJournalIsItsOwnersAlone() throws IOException {
    try (SimulatorJournal journal = SimulatorJournal.open(folder, CLOCK)) {
      assertThat(journal.listEntries()).isEmpty();
      assertThat(Files.getPosixFilePermissions(folder.resolve("journal.jsonl")))
          .isEqualTo(PosixFilePermissions.fromString("rw-------"));
    }
  }

  @Test
  void anUnwritableFolderIsToldAtOnce() throws IOException {
    Path file = Files.writeString(folder.resolve("a-file"), "");

    assertThatThrownBy(() -> SimulatorJournal.open(file, CLOCK)).isInstanceOf(IOException.class);
  }

  private static JsonNode record() throws IOException {
    return new ObjectMapper().readTree("{\"市区町村コード\":\"999997\",\"受付番号\":\"0001\"}");
  }
}
