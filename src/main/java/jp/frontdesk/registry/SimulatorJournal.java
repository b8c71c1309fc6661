package jp.frontdesk.registry;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What the simulated registry has accepted, in a file of one JSON object a line. A line is on the
/// disk before its entry is answered for, so a killed simulator has lost nothing it accepted; a
/// half-written last line was never answered for and is cut off at the next start.
final class SimulatorJournal implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final InstantSource clock;
  private final FileChannel file;
  private final Map<String, ProvisionalEntry> entries = new LinkedHashMap<>();
  private long revision;

  /// What became of an entry that was offered.
  sealed interface Kept {
    /// It is new.
    record Created(ProvisionalEntry entry) implements Kept {}

    /// The same was there already.
    record Replayed(ProvisionalEntry entry) implements Kept {}

    /// Something else is there under its key.
    record Conflict() implements Kept {}
  }

  private SimulatorJournal(FileChannel file, InstantSource clock) {
    this.file = file;
    this.clock = clock;
  }

  /// Opens or creates `journal.jsonl` in a folder, readable by its owner only.
  static SimulatorJournal open(Path folder, InstantSource clock) throws IOException {
    Files.createDirectories(folder);
    Path path = folder.resolve("journal.jsonl");
    FileChannel file =
        FileChannel.open(
            path,
            Set.of(StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE),
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    if (file.tryLock() == null) {
      throw new IOException("another simulator uses " + path);
    }
    SimulatorJournal journal = new SimulatorJournal(file, clock);
    journal.replay(Files.readAllBytes(path));
    return journal;
  }

  private void replay(byte[] content) throws IOException {
    int end = 0;
    for (int at = 0; at < content.length; at++) {
      if (content[at] == '\n') {
        apply(JSON.readTree(content, end, at - end));
        end = at + 1;
      }
    }
    file.truncate(end);
    file.position(end);
  }

  private void apply(JsonNode line) {
    String key = line.path("key").asText();
    if (line.path("line").asText().equals("seen")) {
      entries.computeIfPresent(key, (_, entry) -> entry.receivedAgain());
    } else {
      entries.put(
          key,
          new ProvisionalEntry(
              key,
              line.path("content_sha256").asText(),
              line.path("receipt").asText(),
              Instant.parse(line.path("registered_at").asText()),
              1,
              line.path("alerts").asInt(),
              line.path("record")));
    }
    revision++;
  }

  synchronized Optional<ProvisionalEntry> findEntry(String key) {
    return Optional.ofNullable(entries.get(key));
  }

  /// All entries, the newest first.
  synchronized List<ProvisionalEntry> listEntries() {
    return new ArrayList<>(entries.values()).reversed();
  }

  /// Counts every change, so that a page knows when to look again.
  synchronized long revision() {
    return revision;
  }

  /// What was kept under a key before, with this arrival counted; empty when the key is new.
  synchronized Optional<Kept> seenBefore(String key, String contentSha256) {
    return findEntry(key)
        .map(entry -> {
          if (!entry.contentSha256().equals(contentSha256)) {
            return new Kept.Conflict();
          }
          append(JSON.createObjectNode().put("line", "seen").put("key", key));
          return new Kept.Replayed(findEntry(key).orElseThrow());
        });
  }

  /// Keeps an entry for good, or tells what is there already.
  synchronized Kept keep(String key, String contentSha256, JsonNode record, int alerts) {
    Optional<Kept> before = seenBefore(key, contentSha256);
    if (before.isPresent()) {
      return before.get();
    }
    ObjectNode line =
        JSON.createObjectNode()
            .put("line", "accepted")
            .put("key", key)
            .put("content_sha256", contentSha256)
            .put(
                "receipt", "%s-%06d".formatted(record.path("市区町村コード").asText(), entries.size() + 1))
            .put("registered_at", clock.instant().toString())
            .put("alerts", alerts);
    line.set("record", record);
    append(line);
    return new Kept.Created(findEntry(key).orElseThrow());
  }

  private void append(ObjectNode line) {
    try {
      byte[] bytes = (JSON.writeValueAsString(line) + "\n").getBytes(StandardCharsets.UTF_8);
      ByteBuffer buffer = ByteBuffer.wrap(bytes);
      while (buffer.hasRemaining()) {
        int _ = file.write(buffer);
      }
      file.force(false);
      apply(line);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
