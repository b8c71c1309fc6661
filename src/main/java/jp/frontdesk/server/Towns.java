package jp.frontdesk.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import jp.frontdesk.access.Account;
import jp.frontdesk.kernel.MunicipalityCode;

/// The towns of an installation: one folder of `kiosk-config` each.
///
/// @param all in the order of their codes, the invented town last
public record Towns(List<Town> all) {
  public Towns {
    all = List.copyOf(all);
  }

  /// Loads every `<code>/town.yaml`; each fault is added to the list with its file.
  public static Towns load(Path folder, List<String> faults) {
    List<Town> towns = new ArrayList<>();
    try (Stream<Path> entries = Files.list(folder)) {
      for (Path entry :
          entries.filter(e -> Files.exists(e.resolve("town.yaml"))).sorted().toList()) {
        loadTown(entry.resolve("town.yaml"), faults).ifPresent(towns::add);
      }
    } catch (IOException unreadable) {
      faults.add(folder + ": cannot be read");
    }
    if (towns.isEmpty()) {
      faults.add(folder + ": no <code>/town.yaml in it");
    }
    return new Towns(towns);
  }

  private static Optional<Town> loadTown(Path file, List<String> faults) {
    int before = faults.size();
    JsonNode node = read(file);
    String code = text(node, "code", file, faults);
    String name = text(node, "name", file, faults);
    String prefecture = text(node, "prefecture", file, faults);
    String mayorTitle = text(node, "mayorTitle", file, faults);
    String counter = text(node, "counter", file, faults);
    if (faults.size() == before && MunicipalityCode.parse(code).isEmpty()) {
      faults.add(
          file
              + ": code "
              + code
              + " is not a municipality code (six digits with its check digit)");
    } else if (faults.size() == before
        && !Optional.ofNullable(file.getParent()).map(p -> p.endsWith(code)).orElse(false)) {
      faults.add(file + ": code " + code + " is not the name of its folder");
    }
    List<String> protectionClerks = clerks(node, "protectionClerks", file, faults);
    List<String> cashOfficers = clerks(node, "cashOfficers", file, faults);
    Map<String, SigningWay> signing = signing(node.path("signing"), file, faults);
    return faults.size() == before
        ? Optional.of(
            new Town(
                new MunicipalityCode(code),
                name,
                prefecture,
                mayorTitle,
                counter,
                protectionClerks,
                cashOfficers,
                signing))
        : Optional.empty();
  }

  private static List<String> clerks(JsonNode node, String key, Path file, List<String> faults) {
    List<String> clerks = new ArrayList<>();
    for (JsonNode clerk : node.path(key)) {
      if (!Account.isName(clerk.asText(""))) {
        faults.add(
            file + ": " + key + ": an account's name has 1 to 40 of a-z, 0-9 and . _ - inside");
      }
      clerks.add(clerk.asText(""));
    }
    return clerks;
  }

  private static Map<String, SigningWay> signing(JsonNode node, Path file, List<String> faults) {
    Map<String, SigningWay> signing = new TreeMap<>();
    if (!node.isMissingNode() && !node.isObject()) {
      faults.add(file + ": signing: has to name forms, each with screen or paper");
    }
    node.properties()
        .forEach(entry ->
            SigningWay.parse(entry.getValue().asText(""))
                .ifPresentOrElse(
                    way -> signing.put(entry.getKey(), way),
                    () ->
                        faults.add(
                            file
                                + ": signing: "
                                + entry.getKey()
                                + " is neither screen nor paper")));
    return signing;
  }

  private static JsonNode read(Path file) {
    try {
      return new YAMLMapper().readTree(file.toFile());
    } catch (IOException broken) {
      throw new UncheckedIOException(file + ": is not YAML", broken);
    }
  }

  private static String text(JsonNode node, String key, Path file, List<String> faults) {
    String value = node.path(key).asText("");
    if (value.isBlank()) {
      faults.add(file + ": " + key + " is missing");
    }
    return value;
  }

  /// The town of that code.
  public Optional<Town> find(MunicipalityCode code) {
    return all.stream().filter(t -> t.code().equals(code)).findFirst();
  }

  /// The town of a code that is known to be one of ours.
  public Town getTown(MunicipalityCode code) {
    return find(code).orElseThrow();
  }
}
