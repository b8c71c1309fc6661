package jp.frontdesk.samples.score;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalLong;

/// What a reader made of one paper: a line of `frontdesk read`.
///
/// @param ms time for the whole paper, if given
/// @param fields by path; a field without a value is left out
record Prediction(OptionalLong ms, String documentType, Map<String, Field> fields) {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  Prediction {
    fields = new LinkedHashMap<>(fields);
  }

  /// A value that was read.
  ///
  /// @param needsReview whether the reader asks a person to look
  /// @param confidence the probability it says the value is right with; 1 where it says none
  /// @param reason the first reason for doubt, empty without one
  record Field(String value, boolean needsReview, double confidence, String reason) {}

  /// A paper that the reader gave no line for.
  static Prediction none() {
    return new Prediction(OptionalLong.empty(), "", Map.of());
  }

  /// The predictions of a file of JSON lines, by id.
  static Map<String, Prediction> readAll(Path file) throws IOException {
    Map<String, Prediction> all = new HashMap<>();
    for (String line : Files.readAllLines(file)) {
      if (!line.isBlank()) {
        JsonNode node = JSON.readTree(line);
        all.put(node.path("id").asText(), parse(node));
      }
    }
    return all;
  }

  private static Prediction parse(JsonNode node) {
    Map<String, Field> fields = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> entry : node.path("fields").properties()) {
      JsonNode field = entry.getValue();
      String value = field.isTextual() ? field.asText() : field.path("value").asText("");
      if (!value.isEmpty()) {
        fields.put(
            entry.getKey(),
            new Field(
                value,
                field.path("needs_review").asBoolean(false),
                field.path("confidence").asDouble(1),
                field.path("reasons").path(0).asText("")));
      }
    }
    OptionalLong ms =
        node.has("ms") ? OptionalLong.of(node.path("ms").asLong()) : OptionalLong.empty();
    return new Prediction(ms, node.path("document_type").asText(""), fields);
  }
}
