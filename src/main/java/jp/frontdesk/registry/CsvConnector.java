package jp.frontdesk.registry;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.buffer.Buffer;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import jp.frontdesk.kernel.Problem;
import jp.frontdesk.registry.PushOutcome.Accepted;
import jp.frontdesk.registry.PushOutcome.Cause;
import jp.frontdesk.registry.PushOutcome.Refused;
import jp.frontdesk.registry.PushOutcome.Unreachable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Hands records over as CSV files that a registry imports (住民記録システム標準仕様書 10.8): one file a
/// household, named by its key, with a manifest; the outcome is what the registry's result file
/// says.
public final class CsvConnector implements RegistryConnector {
  private static final Logger LOG = LoggerFactory.getLogger(CsvConnector.class);
  private static final Duration LONGEST_PUSH = Duration.ofSeconds(10);
  private static final int LONGEST_MESSAGE = 1000;
  private static final int MOST_PROBLEMS_SHOWN = 10;
  private static final ObjectMapper JSON = new ObjectMapper();

  private final CsvTarget target;
  private final DropFolder drop;
  private final CsvWriter writer;

  /// Opens the door to one registry; nothing is written yet.
  ///
  /// @throws IllegalArgumentException when the target is not of `kind: csv`
  public CsvConnector(RegistryTarget target) {
    this(
        target.csv().orElseThrow(() -> new IllegalArgumentException("the target is not CSV")),
        _ -> {});
  }

  /// @param after what happens after each step of a hand-over, for tests
  CsvConnector(CsvTarget target, Consumer<DropFolder.Step> after) {
    this.target = target;
    this.drop = new DropFolder(target.folder(), after);
    this.writer = new CsvWriter(target.mapping());
  }

  @Override
  public PushOutcome push(RegistryRecord record, boolean sentBefore) {
    return push(nameOf(record), List.of(record)).getFirst();
  }

  /// The file name of a record: its key with characters every file system takes.
  static String nameOf(RegistryRecord record) {
    return record.idempotencyKey().replace(':', '_');
  }

  /// Hands several records over in one file; a household that cannot be written keeps the whole
  /// file back.
  ///
  /// @param name the file's name, always the same for the same records
  /// @return an outcome for each record, in their order
  public List<PushOutcome> push(String name, List<RegistryRecord> records) {
    try {
      Optional<String> handed = drop.findHanded(name);
      return handed.isPresent() ? outcomesOf(name, records, handed.get()) : handOver(name, records);
    } catch (IOException broken) {
      LOG.warn("the drop folder cannot be used: {}", broken.getClass().getSimpleName());
      return forAll(records, new Unreachable(Duration.ZERO, Cause.TARGET_DOWN));
    }
  }

  private List<PushOutcome> handOver(String name, List<RegistryRecord> records) throws IOException {
    return switch (writer.write(records)) {
      case CsvWriter.Written.Refused(List<Problem> problems) ->
          forAll(
              records,
              new Refused(
                  problems.getFirst().code(),
                  problems.stream()
                      .map(Problem::message)
                      .distinct()
                      .limit(MOST_PROBLEMS_SHOWN)
                      .collect(Collectors.joining())));
      case CsvWriter.Written.Whole(Buffer file, int rows) -> {
        byte[] bytes = file.getBytes();
        String manifest = manifest(name, records, bytes, rows);
        yield outcomesOf(name, records, drop.handOver(name, bytes, manifest));
      }
    };
  }

  private static List<PushOutcome> forAll(List<RegistryRecord> records, PushOutcome outcome) {
    return records.stream().map(_ -> outcome).toList();
  }

  private List<PushOutcome> outcomesOf(String name, List<RegistryRecord> records, String sha256)
      throws IOException {
    Optional<byte[]> result = drop.findResult(name);
    return records.stream()
        .map(record ->
            result
                .map(file -> outcomeOf(record, sha256, file))
                .orElse(new Unreachable(target.resultPoll(), Cause.RESULT_PENDING)))
        .toList();
  }

  private PushOutcome outcomeOf(RegistryRecord record, String sha256, byte[] file) {
    Optional<ImportResult> found = ImportResult.find(file, record.idempotencyKey());
    if (found.isEmpty()) {
      LOG.warn("the result of {} cannot be read", record.idempotencyKey());
      return new Unreachable(target.resultPoll(), Cause.RECORD_FAILED);
    }
    ImportResult result = found.get();
    if (!result.sha256().equals(sha256)) {
      return new Refused("key_conflict", "取込結果が、渡したファイルと違うファイルのものです。住民記録の担当に確認してください。");
    }
    if (result.isAccepted()) {
      return new Accepted(result.receipt());
    }
    String code = result.code().matches("[a-z_]{1,60}") ? result.code() : "refused_by_registry";
    String words =
        result.message().isBlank() ? "住民記録システムが取り込みませんでした。担当に確認してください。" : result.message();
    return new Refused(code, words.substring(0, Math.min(words.length(), LONGEST_MESSAGE)));
  }

  private String manifest(String name, List<RegistryRecord> records, byte[] bytes, int rows) {
    var manifest =
        JSON.createObjectNode()
            .put("file", DropFolder.dataName(name))
            .put("sha256", RegistryRecord.sha256(bytes))
            .put("bytes", bytes.length)
            .put("households", records.size())
            .put("rows", rows)
            .put("encoding", target.mapping().charset().name());
    records.forEach(record -> manifest.withArrayProperty("keys").add(record.idempotencyKey()));
    return manifest.toString();
  }

  @Override
  public Duration longestPush() {
    return LONGEST_PUSH;
  }

  @Override
  public void close() {
    // nothing is held open between two files
  }
}
