package jp.frontdesk.guide;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The files of the guide, each read once however many towns share it.
final class GuideFiles {
  private static final YAMLMapper YAML = new YAMLMapper();

  /// A file's content, or why it has none.
  record Content(JsonNode tree, List<String> faults) {
    Content {
      faults = List.copyOf(faults);
    }
  }

  /// A rule file, or what is wrong with it.
  record Rule(Optional<Procedure> procedure, List<String> faults) {
    Rule {
      faults = List.copyOf(faults);
    }
  }

  private final Map<Path, Content> contents = new HashMap<>();
  private final Map<Path, Rule> rules = new HashMap<>();

  Content content(Path file) {
    return contents.computeIfAbsent(
        file,
        _ -> {
          try {
            return new Content(YAML.readTree(file.toFile()), List.of());
          } catch (IOException broken) {
            String why = String.valueOf(broken.getMessage()).lines().findFirst().orElse("");
            return new Content(YAML.createObjectNode(), List.of(file + ": cannot be read: " + why));
          }
        });
  }

  /// @param translations language -> words by procedure
  Rule rule(Path file, String id, Map<String, JsonNode> translations) {
    Content content = content(file);
    return rules.computeIfAbsent(
        file,
        _ -> {
          List<String> faults = new ArrayList<>(content.faults());
          Optional<Procedure> procedure =
              faults.isEmpty()
                  ? new ProcedureReader(file, id, content.tree(), translations, faults).read()
                  : Optional.empty();
          return new Rule(procedure, faults);
        });
  }
}
