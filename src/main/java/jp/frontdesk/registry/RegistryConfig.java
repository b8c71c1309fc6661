package jp.frontdesk.registry;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import jp.frontdesk.kernel.CharacterProfile;

/// Reads a town's `registry.yaml`: flat keys, `kind` and what that kind needs.
public final class RegistryConfig {
  /// The file's name in a town's folder.
  public static final String FILE_NAME = "registry.yaml";

  private static final List<String> REST_KEYS = List.of("kind", "url", "timeout_ms");
  private static final List<String> CSV_KEYS =
      List.of("kind", "folder", "mapping", "result_poll_s");
  private static final int SHORTEST_TIMEOUT_MS = 100;
  private static final int LONGEST_TIMEOUT_MS = 60_000;

  /// What a file came to.
  public sealed interface Loaded {
    /// Every line of the file is right.
    record Target(RegistryTarget target) implements Loaded {}

    /// Everything that is wrong with the file.
    ///
    /// @param faults at least one; each `FILE:LINE: what is wrong`, in the order of the lines
    record Faulty(List<String> faults) implements Loaded {
      public Faulty {
        faults = List.copyOf(faults);
      }
    }
  }

  private final Path file;
  private final List<String> faults = new ArrayList<>();
  private Optional<RegistryTarget.Kind> kind = Optional.empty();
  private Optional<URI> url = Optional.empty();
  private Optional<Duration> timeout = Optional.empty();
  private Optional<Path> folder = Optional.empty();
  private Optional<CsvMapping> mapping = Optional.empty();
  private Optional<Duration> resultPoll = Optional.empty();
  private Optional<CharacterProfile> characters = Optional.empty();

  private RegistryConfig(Path file) {
    this.file = file;
  }

  /// Reads the `registry.yaml` of a town's folder, e.g. `kiosk-config/141003`.
  public static Loaded load(Path townFolder) {
    return new RegistryConfig(townFolder.resolve(FILE_NAME)).read();
  }

  private Loaded read() {
    if (!Files.isReadable(file)) {
      return new Loaded.Faulty(List.of(file + ":1: the file is missing or cannot be read"));
    }
    Set<String> seen = new HashSet<>();
    try (YAMLParser parser = new YAMLFactory().createParser(file.toFile())) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        fault(1, "expected lines of the form `key: value`");
      } else {
        readEntries(parser, seen);
      }
    } catch (JsonProcessingException notYaml) {
      int line = notYaml.getLocation() == null ? 1 : notYaml.getLocation().getLineNr();
      fault(line, "not YAML");
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
    checkKeys(seen);
    return faults.isEmpty() ? new Loaded.Target(target()) : new Loaded.Faulty(faults);
  }

  /// Every key of the kind is there, and none of another kind.
  private void checkKeys(Set<String> seen) {
    boolean isCsv = kind.equals(Optional.of(RegistryTarget.Kind.CSV));
    for (String key : isCsv ? CSV_KEYS : REST_KEYS) {
      if (!seen.contains(key)) {
        fault(1, "`" + key + "` is missing");
      }
    }
    for (String key : isCsv ? REST_KEYS : CSV_KEYS) {
      if (seen.contains(key) && !key.equals("kind")) {
        fault(1, "`" + key + "` is not for this kind");
      }
    }
  }

  private RegistryTarget target() {
    Optional<CsvTarget> csv =
        folder.map(drop -> new CsvTarget(drop, mapping.orElseThrow(), resultPoll.orElseThrow()));
    return new RegistryTarget(
        kind.orElseThrow(),
        folder.map(Path::toUri).or(() -> url).orElseThrow(),
        resultPoll.or(() -> timeout).orElseThrow(),
        csv,
        characters);
  }

  private void readEntries(YAMLParser parser, Set<String> seen) throws IOException {
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String key = parser.currentName();
      int line = parser.currentTokenLocation().getLineNr();
      if (!seen.add(key)) {
        fault(line, "`" + key + "` is there twice");
      }
      if (!parser.nextToken().isScalarValue()) {
        fault(line, "`" + key + "` takes one value");
        parser.skipChildren();
      } else {
        take(key, parser.getText(), line);
      }
    }
  }

  private void take(String key, String text, int line) {
    switch (key) {
      case "kind" -> {
        kind =
            switch (text) {
              case "rest" -> Optional.of(RegistryTarget.Kind.REST);
              case "csv" -> Optional.of(RegistryTarget.Kind.CSV);
              default -> Optional.empty();
            };
        if (kind.isEmpty()) {
          fault(line, "`kind` is `rest` or `csv`");
        }
      }
      case "url" -> {
        url = parseUrl(text);
        if (url.isEmpty()) {
          fault(line, "`url` is an address like http://127.0.0.1:8084/api, without query");
        }
      }
      case "timeout_ms" -> {
        timeout = parseTimeout(text);
        if (timeout.isEmpty()) {
          fault(
              line,
              "`timeout_ms` is a whole number from %d to %d"
                  .formatted(SHORTEST_TIMEOUT_MS, LONGEST_TIMEOUT_MS));
        }
      }
      case "folder" -> folder = Optional.of(Path.of(text));
      case "mapping" -> mapping = CsvMappingReader.load(file.resolveSibling(text), faults);
      case "result_poll_s" -> {
        resultPoll = parsePoll(text);
        if (resultPoll.isEmpty()) {
          fault(line, "`result_poll_s` is a whole number from 1 to 3600");
        }
      }
      case "characters" -> {
        characters = CharacterProfile.parse(text);
        if (characters.isEmpty()) {
          fault(line, "`characters` is mj, juki, jisx0213 or jisx0208");
        }
      }
      default ->
          fault(
              line,
              "`%s` is not known; known are kind, url, timeout_ms, folder, mapping, result_poll_s, characters"
                  .formatted(key));
    }
  }

  private static Optional<URI> parseUrl(String text) {
    try {
      URI parsed = URI.create(text.replaceAll("/+$", ""));
      String scheme = parsed.getScheme() == null ? "" : parsed.getScheme().toLowerCase(Locale.ROOT);
      boolean isHttp = scheme.equals("http") || scheme.equals("https");
      boolean isBare =
          parsed.getQuery() == null && parsed.getFragment() == null && parsed.getUserInfo() == null;
      return isHttp && isBare && parsed.getHost() != null ? Optional.of(parsed) : Optional.empty();
    } catch (IllegalArgumentException notAUri) {
      return Optional.empty();
    }
  }

  private static Optional<Duration> parseTimeout(String text) {
    try {
      int ms = Integer.parseInt(text.strip());
      return ms >= SHORTEST_TIMEOUT_MS && ms <= LONGEST_TIMEOUT_MS
          ? Optional.of(Duration.ofMillis(ms))
          : Optional.empty();
    } catch (NumberFormatException notANumber) {
      return Optional.empty();
    }
  }

  private static Optional<Duration> parsePoll(String text) {
    return text.matches("[1-9][0-9]{0,2}|[12][0-9]{3}|3[0-5][0-9]{2}|3600")
        ? Optional.of(Duration.ofSeconds(Integer.parseInt(text)))
        : Optional.empty();
  }

  private void fault(int line, String words) {
    faults.add(file + ":" + line + ": " + words);
  }
}
