package jp.frontdesk.guide;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jp.frontdesk.guide.floors.FloorPlanReader;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.Node;

/// The files of the guide, each read once however many towns share it.
final class GuideFiles {
  private static final YAMLMapper YAML = new YAMLMapper();

  /// A file's content, or why it has none.
  ///
  /// @param lines where things stand in it; without any for a file that cannot be read
  record Content(JsonNode tree, GuideLines lines, List<String> faults) {
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
  private final Map<Path, FloorPlanReader.Result> plans = new HashMap<>();

  /// @param shape what the file may hold
  Content content(Path file, GuideShape shape) {
    return contents.computeIfAbsent(file, _ -> read(file, shape));
  }

  /// A floor plan, or what is wrong with it.
  FloorPlanReader.Result plan(Path svg) {
    return plans.computeIfAbsent(svg, FloorPlanReader::read);
  }

  /// @param translations language -> words by procedure
  Rule rule(Path file, String id, Map<String, JsonNode> translations) {
    Content content = content(file, GuideShapes.RULE_FILE);
    return rules.computeIfAbsent(
        file,
        _ -> {
          List<String> faults = new ArrayList<>(content.faults());
          Optional<Procedure> procedure =
              content.lines().top().isPresent()
                  ? new ProcedureReader(content, id, translations, faults).read()
                  : Optional.empty();
          return new Rule(procedure, faults);
        });
  }

  private static Content read(Path file, GuideShape shape) {
    GuideLines none = new GuideLines(file, Optional.empty());
    try (Reader reader = Files.newBufferedReader(file)) {
      Optional<Node> top = Optional.ofNullable(new Yaml(new LoaderOptions()).compose(reader));
      if (top.isEmpty()) {
        return new Content(YAML.createObjectNode(), none, List.of(file + ": is empty"));
      }
      GuideLines lines = new GuideLines(file, top);
      List<String> faults = new ArrayList<>();
      shape.check(lines, top.get(), String.valueOf(file.getFileName()), faults);
      return new Content(YAML.readTree(file.toFile()), lines, faults);
    } catch (MarkedYAMLException broken) {
      int line = broken.getProblemMark() == null ? 1 : broken.getProblemMark().getLine() + 1;
      return new Content(
          YAML.createObjectNode(),
          none,
          List.of(file + ":" + line + ": is not YAML: " + broken.getProblem()));
    } catch (IOException | YAMLException broken) {
      String why = String.valueOf(broken.getMessage()).lines().findFirst().orElse("");
      return new Content(YAML.createObjectNode(), none, List.of(file + ": cannot be read: " + why));
    }
  }
}
