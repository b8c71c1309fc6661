package jp.frontdesk.access;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Reads a town's `access.yaml`, which may be absent: every fault with file and line.
public final class AccessConfig {
  /// The file's name in a town's folder.
  public static final String FILE_NAME = "access.yaml";

  private static final String ROLES = "openid.roles.";
  private static final Set<String> KNOWN =
      Set.of(
          "local_accounts",
          "openid.issuer",
          "openid.client_id",
          "openid.client_secret_file",
          "openid.desk_url",
          "openid.name_claim",
          "openid.role_claim",
          "openid.acr",
          "openid.amr");

  /// A value with the line it stands on; a list has several.
  private record Entry(List<String> values, int line) {}

  private final Path file;
  private final List<String> faults;
  private final Map<String, Entry> entries = new LinkedHashMap<>();

  private AccessConfig(Path file, List<String> faults) {
    this.file = file;
    this.faults = faults;
  }

  /// Reads the file of a town's folder; each fault is added to the list.
  public static AccessSettings load(Path townFolder, List<String> faults) {
    Path file = townFolder.resolve(FILE_NAME);
    return Files.exists(file) ? new AccessConfig(file, faults).read() : AccessSettings.USUAL;
  }

  private AccessSettings read() {
    try (YAMLParser parser = new YAMLFactory().createParser(file.toFile())) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        fault(1, "expected lines of the form `key: value`");
      } else {
        readObject(parser, "");
      }
    } catch (JsonProcessingException notYaml) {
      fault(notYaml.getLocation() == null ? 1 : notYaml.getLocation().getLineNr(), "not YAML");
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
    entries.forEach((key, entry) -> {
      if (!KNOWN.contains(key) && !key.startsWith(ROLES)) {
        fault(entry.line(), "`" + key + "` is not known");
      }
    });
    boolean hasProvider = entries.keySet().stream().anyMatch(key -> key.startsWith("openid."));
    String localAccounts = optional("local_accounts");
    if (hasProvider && !localAccounts.isEmpty()) {
      fault(
          lineOf("local_accounts"), "`local_accounts` and `openid` exclude each other, leave one");
    }
    return new AccessSettings(localAccounts, hasProvider ? provider() : Optional.empty());
  }

  private void readObject(YAMLParser parser, String prefix) throws IOException {
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String key = prefix + parser.currentName();
      int line = parser.currentTokenLocation().getLineNr();
      JsonToken token = parser.nextToken();
      if (token == JsonToken.START_OBJECT) {
        readObject(parser, key + ".");
      } else if (token == JsonToken.START_ARRAY) {
        put(key, list(parser, key, line), line);
      } else {
        put(key, List.of(parser.getText().strip()), line);
      }
    }
  }

  private List<String> list(YAMLParser parser, String key, int line) throws IOException {
    List<String> values = new ArrayList<>();
    for (JsonToken token = parser.nextToken();
        token != JsonToken.END_ARRAY;
        token = parser.nextToken()) {
      if (token.isScalarValue()) {
        values.add(parser.getText().strip());
      } else {
        fault(line, "`" + key + "` is a list of single values");
        parser.skipChildren();
      }
    }
    return values;
  }

  private void put(String key, List<String> values, int line) {
    if (entries.put(key, new Entry(values, line)) != null) {
      fault(line, "`" + key + "` is there twice");
    }
  }

  private Optional<AccessSettings.Provider> provider() {
    int before = faults.size();
    URI issuer = url("openid.issuer");
    URI deskUrl = url("openid.desk_url");
    String clientId = required("openid.client_id");
    String secretFile = required("openid.client_secret_file");
    String nameClaim = required("openid.name_claim");
    String roleClaim = required("openid.role_claim");
    Map<String, Role> roles = roles();
    List<String> acr = values("openid.acr");
    List<String> amr = values("openid.amr");
    if (acr.isEmpty() && amr.isEmpty()) {
      fault(1, "`openid.acr` or `openid.amr` has to say what two factors look like");
    }
    if (faults.size() > before) {
      return Optional.empty();
    }
    return Optional.of(
        new AccessSettings.Provider(
            issuer, clientId, Path.of(secretFile), deskUrl, nameClaim, roleClaim, roles, acr, amr));
  }

  private Map<String, Role> roles() {
    Map<String, Role> roles = new LinkedHashMap<>();
    entries.forEach((key, entry) -> {
      if (key.startsWith(ROLES)) {
        Optional<Role> role = entry.values().stream().findFirst().flatMap(Role::parse);
        role.ifPresentOrElse(
            known -> roles.put(key.substring(ROLES.length()), known),
            () ->
                fault(
                    entry.line(), "`" + key + "` is clerk, supervisor, auditor or administrator"));
      }
    });
    if (roles.isEmpty()) {
      fault(1, "`openid.roles` has to give at least one value of the claim a role");
    }
    return roles;
  }

  /// An address without query; plain HTTP on this machine alone.
  private URI url(String key) {
    String text = required(key);
    try {
      URI url = URI.create(text.replaceAll("/+$", ""));
      String host = Optional.ofNullable(url.getHost()).orElse("");
      boolean isSafe =
          "https".equals(url.getScheme())
              || ("http".equals(url.getScheme()) && isThisMachine(host));
      if (isSafe && !host.isEmpty() && url.getQuery() == null && url.getFragment() == null) {
        return url;
      }
    } catch (IllegalArgumentException notAUrl) {
      // told below, as for another scheme
    }
    if (!text.isEmpty()) {
      fault(lineOf(key), "`" + key + "` is an https address without query");
    }
    return URI.create("https://invalid.example");
  }

  /// Whether a host is this very machine.
  public static boolean isThisMachine(String host) {
    return Set.of("127.0.0.1", "localhost", "[::1]").contains(host);
  }

  private String required(String key) {
    String value = optional(key);
    if (value.isEmpty()) {
      fault(lineOf(key), "`" + key + "` is missing");
    }
    return value;
  }

  private String optional(String key) {
    return values(key).stream().findFirst().orElse("");
  }

  private List<String> values(String key) {
    return Optional.ofNullable(entries.get(key)).map(Entry::values).orElse(List.of());
  }

  private int lineOf(String key) {
    return Optional.ofNullable(entries.get(key)).map(Entry::line).orElse(1);
  }

  private void fault(int line, String words) {
    faults.add(file + ":" + line + ": " + words);
  }
}
