package jp.frontdesk.registry;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;

/// The part of JSON Schema that the published schema uses.
final class SmallSchema {
  private SmallSchema() {}

  static void check(
      JsonNode root, JsonNode schema, JsonNode value, String path, Set<String> misfits) {
    if (schema.has("$ref")) {
      check(root, root.at(schema.path("$ref").asText().substring(1)), value, path, misfits);
      return;
    }
    if (schema.has("const") && !schema.get("const").equals(value)) {
      misfits.add(path + ": not the one value");
    }
    if (schema.has("enum") && !contains(schema.get("enum"), value)) {
      misfits.add(path + ": not one of the values");
    }
    if (schema.has("pattern") && !value.asText().matches(schema.get("pattern").asText())) {
      misfits.add(path + ": not of the pattern");
    }
    switch (schema.path("type").asText("")) {
      case "object" -> checkObject(root, schema, value, path, misfits);
      case "array" -> checkArray(root, schema, value, path, misfits);
      case "string" -> {
        if (!value.isTextual() || value.asText().length() < schema.path("minLength").asInt(0)) {
          misfits.add(path + ": not a text");
        }
      }
      case "integer" -> {
        if (!value.isInt() || value.asInt() < schema.path("minimum").asInt(value.asInt())) {
          misfits.add(path + ": not a number");
        }
      }
      case "boolean" -> {
        if (!value.isBoolean()) {
          misfits.add(path + ": not true or false");
        }
      }
      default -> {
        if (!schema.has("const") && !schema.has("enum")) {
          misfits.add(path + ": the schema says nothing");
        }
      }
    }
  }

  private static void checkObject(
      JsonNode root, JsonNode schema, JsonNode value, String path, Set<String> misfits) {
    for (JsonNode name : schema.path("required")) {
      if (!value.has(name.asText())) {
        misfits.add(path + "/" + name.asText() + ": missing");
      }
    }
    for (var property : value.properties()) {
      JsonNode known = schema.path("properties").path(property.getKey());
      String at = path + "/" + property.getKey();
      if (known.isMissingNode()) {
        misfits.add(at + ": unknown");
      } else {
        check(root, known, property.getValue(), at, misfits);
      }
    }
  }

  private static void checkArray(
      JsonNode root, JsonNode schema, JsonNode value, String path, Set<String> misfits) {
    int most = schema.path("maxItems").asInt(Integer.MAX_VALUE);
    if (!value.isArray() || value.size() < schema.path("minItems").asInt() || value.size() > most) {
      misfits.add(path + ": not a list of the right length");
    }
    for (JsonNode item : value) {
      check(root, schema.path("items"), item, path + "[]", misfits);
    }
  }

  private static boolean contains(JsonNode values, JsonNode value) {
    for (JsonNode one : values) {
      if (one.equals(value)) {
        return true;
      }
    }
    return false;
  }
}
