package jp.frontdesk.train;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;

/// Writes the names of places that the reader knows: a line a municipality with its prefecture, its
/// own name and the names of its areas 町域, parted by tabs. Run by `scripts/list-places`.
final class PlaceList {
  private static final Pattern NAME =
      Pattern.compile("[\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}ー々]+");

  private final Map<Integer, TreeSet<String>> areas = new TreeMap<>();
  private int municipality;

  /// @param words the folder of the postal codes as JSON, and the file to write
  static void main(String[] words) throws IOException {
    new PlaceList().write(Path.of(words[0]), Path.of(words[1]));
  }

  private void write(Path from, Path to) throws IOException {
    JsonNode prefectures = json(from, "pref");
    JsonNode municipalities = json(from, "city");
    JsonNode zones = json(from, "zip5");
    json(from, "zip7")
        .properties()
        .forEach(code -> {
          add(zones.path(code.getKey().substring(0, 5)));
          add(code.getValue());
        });
    try (OutputStream file = Files.newOutputStream(to);
        Writer out = new OutputStreamWriter(new GZIPOutputStream(file), StandardCharsets.UTF_8)) {
      for (Map.Entry<Integer, TreeSet<String>> entry : areas.entrySet()) {
        String code = "%05d".formatted(entry.getKey());
        out.write(prefectures.path(code.substring(0, 2)).path(0).asText());
        out.write("\t" + municipalities.path(code).path(0).asText());
        for (String area : entry.getValue()) {
          out.write("\t" + area);
        }
        out.write("\n");
      }
    }
  }

  private static JsonNode json(Path folder, String name) throws IOException {
    return new ObjectMapper().readTree(folder.resolve(name + ".json").toFile()).path(name);
  }

  /// A number is the municipality of the names after it.
  private void add(JsonNode node) {
    if (node.isArray()) {
      node.forEach(this::add);
    } else if (node.isNumber()) {
      municipality = node.asInt();
      areas.computeIfAbsent(municipality, _ -> new TreeSet<>());
    } else if (NAME.matcher(node.asText()).matches()) {
      areas.getOrDefault(municipality, new TreeSet<>()).add(node.asText());
    }
  }
}
