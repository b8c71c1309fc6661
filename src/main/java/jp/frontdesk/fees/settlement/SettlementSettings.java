package jp.frontdesk.fees.settlement;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import jp.frontdesk.fees.Loaded;
import jp.frontdesk.fees.TownYaml;
import jp.frontdesk.kernel.MunicipalityCode;

/// What a town sets about its daily close: the files it gets, and the encoding of the one it hands
/// to accounting (`kiosk-config/<code>/accounting.yaml`, UTF-8 without it).
///
/// @param formats in the order of their ids
public record SettlementSettings(List<SettlementFormat> formats, Charset accountingCharset) {
  private static final String FOLDER = "settlement";
  private static final String ENDING = ".yaml";

  public SettlementSettings {
    formats = List.copyOf(formats);
  }

  /// The format of an id.
  public Optional<SettlementFormat> find(String id) {
    return formats.stream().filter(f -> f.id().equals(id)).findFirst();
  }

  /// Reads the files of each town; every fault of every file is in the result.
  public static Loaded<Map<MunicipalityCode, SettlementSettings>> loadAll(
      Path folder, List<MunicipalityCode> towns) {
    List<String> faults = new ArrayList<>();
    Map<String, SettlementFormat> common = formats(folder.resolve("common"), faults);
    Map<MunicipalityCode, SettlementSettings> all = new LinkedHashMap<>();
    for (MunicipalityCode town : towns) {
      Path own = folder.resolve(town.digits());
      Map<String, SettlementFormat> formats = new TreeMap<>(common);
      formats.putAll(formats(own, faults));
      all.put(
          town,
          new SettlementSettings(
              List.copyOf(formats.values()), charset(own.resolve("accounting.yaml"), faults)));
    }
    return faults.isEmpty() ? new Loaded.Good<>(Map.copyOf(all)) : new Loaded.Faulty<>(faults);
  }

  private static Map<String, SettlementFormat> formats(Path parent, List<String> faults) {
    Path folder = parent.resolve(FOLDER);
    Map<String, SettlementFormat> formats = new TreeMap<>();
    if (!Files.isDirectory(folder)) {
      return formats;
    }
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.filter(f -> f.toString().endsWith(ENDING)).sorted().toList()) {
        String name = Optional.ofNullable(file.getFileName()).map(Path::toString).orElse("");
        String id = name.substring(0, name.length() - ENDING.length());
        if (!id.matches("[a-z0-9-]{1,40}")) {
          faults.add(file + ":1: the name of the file may have a-z, 0-9 and - only");
        }
        TownYaml.open(file, faults)
            .ifPresent(top -> formats.put(id, new SettlementFormatReader(top).read(id)));
      }
    } catch (IOException unreadable) {
      faults.add(folder + ":1: cannot be read");
    }
    return formats;
  }

  private static Charset charset(Path file, List<String> faults) {
    if (!Files.exists(file)) {
      return StandardCharsets.UTF_8;
    }
    return TownYaml.open(file, faults)
        .map(top -> {
          top.allowOnly("encoding");
          return SettlementFormatReader.charsetOf(top, "encoding");
        })
        .orElse(StandardCharsets.UTF_8);
  }
}
