package jp.frontdesk.samples.score;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.DoubleSummaryStatistics;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// The truth about one paper, as `ID.truth.json` has it.
///
/// @param kind what paper it is; `certificate` where the file does not say
/// @param documentType the word a reader should give, or empty
/// @param pages how many page files it has
/// @param fields by path, in reading order
/// @param places by path, where the file gives them
record TruthFile(
    String id,
    String kind,
    String documentType,
    String layout,
    String font,
    String level,
    int pages,
    Map<String, Field> fields,
    Map<String, Place> places) {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  TruthFile {
    fields = new LinkedHashMap<>(fields);
    places = Map.copyOf(places);
  }

  /// Where a field stands on an image, in its pixels.
  ///
  /// @param rotation clockwise degrees by which the image was turned
  record Place(String file, int rotation, double left, double top, double right, double bottom) {}

  /// A printed field.
  ///
  /// @param norm its meaning where the file gives one, or empty
  record Field(String value, String type, String norm) {
    /// What a reading must mean to be right.
    boolean isMetBy(String read) {
      String meaning = FieldComparison.meaning(type, read);
      return !read.isEmpty()
          && (meaning.equals(norm) || meaning.equals(FieldComparison.meaning(type, value)));
    }
  }

  /// Every truth file of a folder, by name.
  static List<TruthFile> readAll(Path folder) throws IOException {
    List<Path> files;
    try (Stream<Path> all = Files.list(folder)) {
      files = all.filter(f -> f.toString().endsWith(".truth.json")).sorted().toList();
    }
    List<TruthFile> truths = new ArrayList<>();
    for (Path file : files) {
      truths.add(parse(JSON.readTree(file.toFile())));
    }
    return truths;
  }

  private static TruthFile parse(JsonNode node) {
    Map<String, Field> fields = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> field : node.path("fields").properties()) {
      JsonNode value = field.getValue();
      fields.put(
          field.getKey(),
          new Field(
              value.path("value").asText(),
              value.path("type").asText(),
              value.path("norm").asText("")));
    }
    return new TruthFile(
        node.path("id").asText(),
        node.path("kind").asText("certificate"),
        node.path("expect").path("document_type").asText(""),
        node.path("layout").asText("-"),
        node.path("font").asText("-"),
        node.path("level").asText("-"),
        node.path("pages").size(),
        fields,
        places(node.path("pages")));
  }

  private static Map<String, Place> places(JsonNode pages) {
    Map<String, Place> places = new HashMap<>();
    for (JsonNode page : pages) {
      for (JsonNode box : page.path("boxes")) {
        List<JsonNode> corners = new ArrayList<>();
        box.path("lines").forEach(line -> line.forEach(corners::add));
        DoubleSummaryStatistics x =
            corners.stream().mapToDouble(c -> c.path(0).asDouble()).summaryStatistics();
        DoubleSummaryStatistics y =
            corners.stream().mapToDouble(c -> c.path(1).asDouble()).summaryStatistics();
        places.putIfAbsent(
            box.path("path").asText(),
            new Place(
                page.path("file").asText(),
                page.path("rotation").asInt(),
                x.getMin(),
                y.getMin(),
                x.getMax(),
                y.getMax()));
      }
    }
    return places;
  }
}
