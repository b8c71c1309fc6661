package jp.frontdesk.registry;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The simulated registry's import of files: looks into `in/` of a drop folder, checks each file by
/// its manifest, takes its households as entries, writes the result into `out/` and moves the file
/// to `done/`. What it took before it died it takes again: the journal knows the keys.
final class SimulatorDrop implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(SimulatorDrop.class);
  private static final long LOOK_EVERY_MS = 100;
  private static final String MANIFEST_END = ".manifest.json";
  private static final ObjectMapper JSON = new ObjectMapper();

  private final CsvTarget target;
  private final DropFolder drop;
  private final Path done;
  private final SimulatorEntries entries;
  private final AtomicReference<SimulatorFaults> faults;
  private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();

  private SimulatorDrop(
      CsvTarget target, SimulatorEntries entries, AtomicReference<SimulatorFaults> faults) {
    this.target = target;
    this.drop = new DropFolder(target.folder(), _ -> {});
    this.done = target.folder().resolve("done");
    this.entries = entries;
    this.faults = faults;
  }

  static SimulatorDrop start(
      CsvTarget target, SimulatorEntries entries, AtomicReference<SimulatorFaults> faults) {
    SimulatorDrop watcher = idle(target, entries, faults);
    var _ =
        watcher.timer.scheduleWithFixedDelay(
            watcher::lookQuietly, 0, LOOK_EVERY_MS, TimeUnit.MILLISECONDS);
    return watcher;
  }

  /// One that looks only when it is told to.
  static SimulatorDrop idle(
      CsvTarget target, SimulatorEntries entries, AtomicReference<SimulatorFaults> faults) {
    return new SimulatorDrop(target, entries, faults);
  }

  private void lookQuietly() {
    try {
      look();
    } catch (IOException | RuntimeException broken) {
      LOG.error("importing failed: {}", broken.getClass().getName());
    }
  }

  /// Imports every file that waits.
  void look() throws IOException {
    if (faults.get().down()) {
      return;
    }
    drop.make();
    Path _ = Files.createDirectories(done);
    List<Path> manifests;
    try (Stream<Path> files = Files.list(drop.in())) {
      manifests = files.filter(file -> file.toString().endsWith(MANIFEST_END)).sorted().toList();
    }
    for (Path manifest : manifests) {
      importFile(manifest);
    }
  }

  private void importFile(Path manifest) throws IOException {
    SimulatorFaults now = faults.getAndUpdate(SimulatorFaults::afterOneEntry);
    if (now.delayMs() > 0) {
      try {
        boolean _ = timer.awaitTermination(now.delayMs(), TimeUnit.MILLISECONDS);
      } catch (InterruptedException stopped) {
        Thread.currentThread().interrupt();
        return;
      }
    }
    if (now.serverError() != 0) {
      return;
    }
    String fileName = manifest.getFileName() + "";
    String name = fileName.substring(0, fileName.length() - MANIFEST_END.length());
    JsonNode says = JSON.readTree(manifest.toFile());
    Path data = drop.in().resolve(DropFolder.dataName(name));
    byte[] result = ImportResult.write(importAll(says, Files.readAllBytes(data)));
    if (now.dropAfterCommit() != 0) {
      return;
    }
    Path to = drop.out().resolve(DropFolder.resultName(name));
    DropFolder.writeAtOnce(to, result);
    if (now.answerTwice() != 0) {
      DropFolder.writeAtOnce(to, result);
    }
    for (Path file : List.of(data, manifest)) {
      Path _ =
          Files.move(file, done.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
    }
  }

  /// A file that is not what its manifest says is refused whole; in a good one each household is
  /// taken or refused by itself.
  private List<ImportResult> importAll(JsonNode says, byte[] bytes) {
    String sha256 = RegistryRecord.sha256(bytes);
    if (!says.path("sha256").asText().equals(sha256)) {
      return refuseAll(says, "not_as_manifest", "ファイルの内容が、送付票（マニフェスト）と合いません。");
    }
    return switch (CsvReader.read(target.mapping(), bytes)) {
      case CsvReader.Read.Faulty(List<String> problems) ->
          refuseAll(says, "not_readable", String.join("", problems.stream().limit(10).toList()));
      case CsvReader.Read.Whole(List<CsvReader.Household> households) ->
          households.size() == says.path("households").asInt()
              ? households.stream().map(household -> importOne(household, sha256)).toList()
              : refuseAll(says, "not_as_manifest", "世帯の数が、送付票（マニフェスト）と合いません。");
    };
  }

  private ImportResult importOne(CsvReader.Household household, String sha256) {
    String key = household.key();
    return switch (entries.take(key, sha256, household.record())) {
      case SimulatorEntries.Taken.Refused refused ->
          new ImportResult(key, sha256, false, "", "invalid_entry", refused.words());
      case SimulatorEntries.Taken.Known(SimulatorJournal.Kept kept) ->
          switch (kept) {
            case SimulatorJournal.Kept.Created(ProvisionalEntry entry) -> accepted(entry, sha256);
            case SimulatorJournal.Kept.Replayed(ProvisionalEntry entry) -> accepted(entry, sha256);
            case SimulatorJournal.Kept.Conflict() ->
                new ImportResult(key, sha256, false, "", "key_conflict", "同じ連携番号で、内容の異なる仮登録があります。");
          };
    };
  }

  private static ImportResult accepted(ProvisionalEntry entry, String sha256) {
    return new ImportResult(entry.key(), sha256, true, entry.receipt(), "", "");
  }

  private static List<ImportResult> refuseAll(JsonNode says, String code, String words) {
    List<ImportResult> results = new ArrayList<>();
    for (JsonNode key : says.path("keys")) {
      results.add(
          new ImportResult(key.asText(), says.path("sha256").asText(), false, "", code, words));
    }
    return results;
  }

  @Override
  public void close() {
    List<Runnable> _ = timer.shutdownNow();
    try {
      boolean _ = timer.awaitTermination(5, TimeUnit.SECONDS);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }
}
