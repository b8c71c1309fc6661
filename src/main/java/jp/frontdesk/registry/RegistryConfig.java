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

/// Reads a town's `registry.yaml`: flat keys `kind`, `url`, `timeout_ms`.
public final class RegistryConfig {
  /// The file's name in a town's folder.
  public static final String FILE_NAME = "registry.yaml";

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
    for (String key : List.of("kind", "url", "timeout_ms")) {
      if (!seen.contains(key)) {
        fault(1, "`" + key + "` is missing");
      }
    }
    return faults.isEmpty()
        ? new Loaded.Target(
            new RegistryTarget(kind.orElseThrow(), url.orElseThrow(), timeout.orElseThrow()))
        : new Loaded.Faulty(faults);
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
        kind = text.equals("rest") ? Optional.of(RegistryTarget.Kind.REST) : Optional.empty();
        if (kind.isEmpty()) {
          fault(line, "`kind` is `rest`; other ways are not built yet");
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
      default -> fault(line, "`" + key + "` is not known; known are kind, url, timeout_ms");
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

  private void fault(int line, String words) {
    faults.add(file + ":" + line + ": " + words);
  }
}
