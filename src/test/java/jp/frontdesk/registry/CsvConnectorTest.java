package jp.frontdesk.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.stream.Stream;
import jp.frontdesk.registry.PushOutcome.Accepted;
import jp.frontdesk.registry.PushOutcome.Cause;
import jp.frontdesk.registry.PushOutcome.Refused;
import jp.frontdesk.registry.PushOutcome.Unreachable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CsvConnectorTest {
  @TempDir private Path folder = Path.of(".");

  /// A registry that takes whatever stands in `in/` with a manifest, and would take it twice.
  private final List<String> taken = new ArrayList<>();

  @Test
  void aRecordIsHandedOverWithItsManifestAndWaitsForTheResult() throws IOException {
    RegistryRecord record = RegistryRecord.of(Households.couple(1));

    PushOutcome outcome = connector(_ -> {}).push(record, false);

    assertThat(outcome).isEqualTo(new Unreachable(Duration.ofSeconds(1), Cause.RESULT_PENDING));
    String name = CsvConnector.nameOf(record);
    byte[] data = Files.readAllBytes(folder.resolve("in/" + name + ".csv"));
    JsonNode manifest =
        CsvHouseholds.JSON.readTree(folder.resolve("in/" + name + ".manifest.json").toFile());
    assertThat(manifest.path("sha256").asText()).isEqualTo(RegistryRecord.sha256(data));
    assertThat(manifest.path("households").asInt()).isEqualTo(1);
    assertThat(manifest.path("rows").asInt()).isEqualTo(2);
    assertThat(manifest.path("keys").get(0).asText()).isEqualTo(record.idempotencyKey());
    assertThat(manifest.toString()).doesNotContain("見本");
  }

  @ParameterizedTest
  @EnumSource(DropFolder.Step.class)
  void aDeathAfterAnyStepNeitherLosesNorRepeatsTheRecord(DropFolder.Step death) throws IOException {
    RegistryRecord record = RegistryRecord.of(Households.couple(1));
    CsvConnector dying =
        connector(step -> {
          if (step == death) {
            throw new IllegalStateException("killed");
          }
        });

    assertThatThrownBy(() -> dying.push(record, false)).hasMessage("killed");
    takeIn();
    var _ = connector(_ -> {}).push(record, true);
    takeIn();
    var _ = connector(_ -> {}).push(record, true);
    takeIn();

    assertThat(taken).containsExactly(CsvConnector.nameOf(record));
  }

  @Test
  void hundredsOfRecordsWithDeathsAnywhereAreTakenOnceEach() throws IOException {
    Random chance = new Random(7);
    List<RegistryRecord> records = new ArrayList<>();
    for (int i = 0; i < 300; i++) {
      records.add(RegistryRecord.of(Households.couple(i)));
    }
    int deaths = 0;

    for (int round = 0; round < 12; round++) {
      for (RegistryRecord record : records) {
        try {
          var _ =
              connector(
                      _ -> {
                        if (chance.nextInt(10) < 3) {
                          throw new IllegalStateException("killed");
                        }
                      })
                  .push(record, round > 0);
        } catch (IllegalStateException killed) {
          deaths++;
        }
        if (chance.nextInt(5) == 0) {
          takeIn();
        }
      }
    }
    for (RegistryRecord record : records) {
      var _ = connector(_ -> {}).push(record, true);
    }
    takeIn();

    assertThat(deaths).isGreaterThan(300);
    assertThat(taken)
        .containsExactlyInAnyOrderElementsOf(records.stream().map(CsvConnector::nameOf).toList());
  }

  @Test
  void theRegistrysResultIsTheOutcomeHoweverOftenItIsRead() throws IOException {
    RegistryRecord good = RegistryRecord.of(Households.couple(1));
    RegistryRecord bad = RegistryRecord.of(Households.withTwoHeads(2));
    CsvConnector connector = connector(_ -> {});
    var _ = connector.push(good, false);
    var _ = connector.push(bad, false);

    importOnce();

    for (int i = 0; i < 2; i++) {
      assertThat(connector.push(good, true)).isEqualTo(new Accepted("999997-000001"));
      assertThat(connector.push(bad, true))
          .isEqualTo(new Refused("invalid_entry", "世帯主が二人以上います。世帯主は一人にしてください。"));
    }
  }

  @Test
  void aResultOfAnotherFileIsNotTaken() throws IOException {
    RegistryRecord record = RegistryRecord.of(Households.couple(1));
    CsvConnector connector = connector(_ -> {});
    var _ = connector.push(record, false);
    writeResult(
        record,
        ImportResult.write(
            List.of(
                new ImportResult(
                    record.idempotencyKey(), "0".repeat(64), true, "999997-000001", "", ""))));

    assertThat(connector.push(record, true)).hasToString("Refused(key_conflict)");
  }

  @Test
  void aResultCutShortIsNoResult() throws IOException {
    RegistryRecord record = RegistryRecord.of(Households.couple(1));
    CsvConnector connector = connector(_ -> {});
    var _ = connector.push(record, false);
    importOnce();
    Path result = folder.resolve("out/" + CsvConnector.nameOf(record) + ".result.csv");
    byte[] whole = Files.readAllBytes(result);
    Path _ = Files.write(result, java.util.Arrays.copyOf(whole, whole.length - 3));

    assertThat(connector.push(record, true))
        .isEqualTo(new Unreachable(Duration.ofSeconds(1), Cause.RECORD_FAILED));
  }

  @Test
  void whatCannotBeWrittenIsRefusedAndNothingReachesTheFolder() throws IOException {
    RegistryRecord record = RegistryRecord.of(Households.couple(1));
    String json = record.json().replace("見本印00001　花子", "見本\\u0000花子");
    RegistryRecord broken = new RegistryRecord(record.town(), record.caseId(), 1, json);

    PushOutcome outcome = connector(_ -> {}).push(broken, false);

    assertThat(outcome)
        .isEqualTo(new Refused("control_character", "氏名に、改行や制御文字が入っています。取り除いてください。"));
    assertThat(folder.resolve("in")).doesNotExist();
  }

  @Test
  void aFolderThatIsGoneIsARegistryThatIsDown() throws IOException {
    Path file = folder.resolve("file");
    Path _ = Files.createFile(file);
    CsvTarget target = new CsvTarget(file, CsvWriterTest.standard(), Duration.ofSeconds(1));

    PushOutcome outcome =
        new CsvConnector(target, _ -> {}).push(RegistryRecord.of(Households.couple(1)), false);

    assertThat(outcome).isEqualTo(new Unreachable(Duration.ZERO, Cause.TARGET_DOWN));
  }

  private CsvConnector connector(Consumer<DropFolder.Step> after) {
    return new CsvConnector(target(), after);
  }

  private CsvTarget target() {
    return new CsvTarget(folder, CsvWriterTest.standard(), Duration.ofSeconds(1));
  }

  private void importOnce() throws IOException {
    try (SimulatorJournal journal =
        SimulatorJournal.open(
            folder.resolve("journal"), () -> Instant.parse("2026-11-20T00:00:00Z"))) {
      SimulatorDrop drop =
          SimulatorDrop.idle(
              target(),
              new SimulatorEntries(journal, true),
              new AtomicReference<>(SimulatorFaults.NONE));
      drop.look();
      drop.close();
    }
  }

  private void writeResult(RegistryRecord record, byte[] result) throws IOException {
    Path _ =
        Files.write(folder.resolve("out/" + CsvConnector.nameOf(record) + ".result.csv"), result);
  }

  private void takeIn() throws IOException {
    Path in = folder.resolve("in");
    if (!Files.isDirectory(in)) {
      return;
    }
    List<Path> manifests;
    try (Stream<Path> files = Files.list(in)) {
      manifests = files.filter(file -> file.toString().endsWith(".manifest.json")).toList();
    }
    for (Path manifest : manifests) {
      JsonNode says =
          CsvHouseholds.JSON.readTree(Files.readString(manifest, StandardCharsets.UTF_8));
      Path data = in.resolve(says.path("file").asText());
      assertThat(RegistryRecord.sha256(Files.readAllBytes(data)))
          .isEqualTo(says.path("sha256").asText());
      Files.delete(data);
      Files.delete(manifest);
      taken.add(says.path("file").asText().replace(".csv", ""));
    }
  }
}
