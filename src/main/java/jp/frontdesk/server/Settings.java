package jp.frontdesk.server;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jp.frontdesk.platform.Secret;
import jp.frontdesk.reading.Acceptance;
import jp.frontdesk.reading.ReaderPool;

/// Everything an installation may set, read once from the environment and checked whole.
///
/// @param host the address kiosk and desk listen on
/// @param operationsPort health and metrics, always on loopback
/// @param dataDir the embedded database and the keys
/// @param databaseUrl an external PostgreSQL instead of the embedded one
/// @param isCluster several nodes share the database on purpose
/// @param shelfDir invented certificates for 見本で試す; the shelf is not shown when the folder is
///   absent
/// @param readers reader processes
/// @param acceptance which values read need no look
/// @param readerThreads threads that read a page together in each of them
/// @param isDemo the invented town has accounts for a demonstration
/// @param demoPassword the password of those accounts; without it there are none
/// @param paymentUrl the payment provider
/// @param paymentSecret the key shared with it
/// @param registryUrl in place of the url in each `registry.yaml`
/// @param kioskIdle a kiosk session unused for so long ends
/// @param kioskLimit no kiosk session lives longer
public record Settings(
    String host,
    int kioskPort,
    int deskPort,
    int operationsPort,
    Path dataDir,
    Path keysDir,
    Path configDir,
    Path templatesDir,
    Path shelfDir,
    Optional<String> databaseUrl,
    boolean isCluster,
    int readers,
    int readerThreads,
    Acceptance acceptance,
    boolean isDemo,
    Optional<Secret> demoPassword,
    URI paymentUrl,
    Optional<String> paymentSecret,
    Optional<URI> registryUrl,
    Duration kioskIdle,
    Duration kioskLimit,
    Duration deskIdle,
    Duration deskLimit) {

  /// What came of reading the environment.
  public sealed interface Outcome {
    /// Every value is usable.
    record Usable(Settings settings) implements Outcome {}

    /// Each fault in one line with the name of the setting.
    record Faulty(List<String> faults) implements Outcome {
      public Faulty {
        faults = List.copyOf(faults);
      }
    }
  }

  /// Reads the process's environment; the only place that does.
  public static Outcome fromEnvironment() {
    return read(System.getenv());
  }

  /// Reads settings from a map as from an environment.
  public static Outcome read(Map<String, String> environment) {
    Reader reader = new Reader(environment);
    Path data = reader.path("FRONTDESK_DATA_DIR", "data");
    int kioskPort = reader.port("FRONTDESK_KIOSK_PORT", 8080);
    String host = reader.text("FRONTDESK_HOST", "127.0.0.1");
    int deskPort = reader.port("FRONTDESK_DESK_PORT", 8081);
    int readers = reader.number("FRONTDESK_READERS", 1, 1, 64);
    int readerThreads =
        reader.number("FRONTDESK_READER_THREADS", ReaderPool.usualThreads(readers), 1, 16);
    Settings settings =
        new Settings(
            host,
            kioskPort,
            deskPort,
            reader.port("FRONTDESK_OPERATIONS_PORT", 8082),
            data,
            reader.path("FRONTDESK_KEYS_DIR", data.resolve("keys").toString()),
            reader.path("FRONTDESK_CONFIG_DIR", "kiosk-config"),
            reader.path("FRONTDESK_TEMPLATES_DIR", "templates"),
            reader.path("FRONTDESK_SHELF_DIR", ".frontdesk/shelf"),
            reader.optional("FRONTDESK_DATABASE_URL"),
            reader.bool("FRONTDESK_CLUSTER", false),
            readers,
            readerThreads,
            reader.acceptance("FRONTDESK_ACCEPT"),
            reader.bool("FRONTDESK_DEMO", false),
            reader.optional("FRONTDESK_DEMO_PASSWORD").map(Secret::new),
            reader.uri("FRONTDESK_PAYMENT_URL", "http://127.0.0.1:8083"),
            reader.optional("FRONTDESK_PAYMENT_SECRET"),
            reader.optional("FRONTDESK_REGISTRY_URL").map(reader::uriOf),
            reader.seconds("FRONTDESK_KIOSK_IDLE_S", 90, 20),
            reader.seconds("FRONTDESK_KIOSK_LIMIT_S", 1200, 200),
            reader.seconds("FRONTDESK_DESK_IDLE_S", 1800, 60),
            reader.seconds("FRONTDESK_DESK_LIMIT_S", 43_200, 600));
    if (settings.demoPassword().map(word -> word.value().length() < 12).orElse(false)) {
      reader.faults.add("FRONTDESK_DEMO_PASSWORD: must have 12 characters or more");
    }
    if (settings.demoPassword().isPresent() && !settings.isDemo()) {
      reader.faults.add("FRONTDESK_DEMO_PASSWORD: is only for FRONTDESK_DEMO=true");
    }
    return reader.faults.isEmpty()
        ? new Outcome.Usable(settings)
        : new Outcome.Faulty(reader.faults);
  }

  /// Secrets are left out.
  @Override
  public String toString() {
    return "Settings[kiosk " + host + ":" + kioskPort + ", desk " + host + ":" + deskPort + "]";
  }

  private static final class Reader {
    private final Map<String, String> environment;
    private final List<String> faults = new ArrayList<>();

    Reader(Map<String, String> environment) {
      this.environment = environment;
    }

    Acceptance acceptance(String name) {
      try {
        return Acceptance.parse(optional(name).orElse(""));
      } catch (IllegalArgumentException wrong) {
        faults.add(name + ": " + wrong.getMessage());
        return Acceptance.usual();
      }
    }

    Optional<String> optional(String name) {
      return Optional.ofNullable(environment.get(name))
          .map(String::strip)
          .filter(v -> !v.isEmpty());
    }

    String text(String name, String fallback) {
      return optional(name).orElse(fallback);
    }

    Path path(String name, String fallback) {
      return Path.of(text(name, fallback));
    }

    int port(String name, int fallback) {
      return number(name, fallback, 0, 65_535);
    }

    int number(String name, int fallback, int least, int most) {
      String value = text(name, Integer.toString(fallback));
      try {
        int number = Integer.parseInt(value);
        if (number >= least && number <= most) {
          return number;
        }
      } catch (NumberFormatException notANumber) {
        // told below, as for a number out of range
      }
      faults.add(name + ": must be a whole number from " + least + " to " + most);
      return fallback;
    }

    Duration seconds(String name, int fallback, int least) {
      return Duration.ofSeconds(number(name, fallback, least, 86_400));
    }

    boolean bool(String name, boolean fallback) {
      String value = text(name, Boolean.toString(fallback));
      if (!value.equals("true") && !value.equals("false")) {
        faults.add(name + ": must be true or false");
      }
      return value.equals("true");
    }

    URI uri(String name, String fallback) {
      return uriOf(text(name, fallback), name);
    }

    URI uriOf(String value) {
      return uriOf(value, "FRONTDESK_REGISTRY_URL");
    }

    private URI uriOf(String value, String name) {
      try {
        URI uri = URI.create(value);
        if ("http".equals(uri.getScheme()) || "https".equals(uri.getScheme())) {
          return uri;
        }
      } catch (IllegalArgumentException notAUri) {
        // told below, as for another scheme
      }
      faults.add(name + ": must be an http or https address");
      return URI.create("http://127.0.0.1");
    }
  }
}
