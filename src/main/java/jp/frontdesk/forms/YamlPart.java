package jp.frontdesk.forms;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/// A mapping of a YAML file that knows its line. Whatever is missing or wrong is noted with file
/// and line and a harmless stand-in returned, so that one run finds every fault.
final class YamlPart {
  private final Path file;
  private final MappingNode node;
  private final List<FormProblem> problems;
  private final Set<String> asked = new HashSet<>();

  YamlPart(Path file, MappingNode node, List<FormProblem> problems) {
    this.file = file;
    this.node = node;
    this.problems = problems;
  }

  /// Notes a fault of this part.
  void fault(String message) {
    fault(node, message);
  }

  boolean has(String key) {
    return find(key).isPresent();
  }

  /// The first of the keys that the part has; empty when it has none of them.
  Optional<String> kindAmong(List<String> keys) {
    return keys.stream().filter(this::has).findFirst();
  }

  String text(String key) {
    Optional<String> text = findText(key);
    if (text.isEmpty()) {
      fault("'" + key + "' is missing");
    }
    return text.orElse("");
  }

  Optional<String> findText(String key) {
    return find(key).flatMap(value -> scalar(value, key));
  }

  boolean flag(String key) {
    Optional<String> text = findText(key);
    text.filter(word -> !word.equals("true") && !word.equals("false"))
        .ifPresent(word -> fault("'" + key + "' is true or false"));
    return text.filter("true"::equals).isPresent();
  }

  double number(String key, double otherwise) {
    return find(key).flatMap(value -> numberOf(value, key)).orElse(otherwise);
  }

  /// A list of numbers; empty and noted when it is missing, has another length or other things in
  /// it.
  Optional<List<Double>> numbers(String key, int length) {
    Optional<Node> found = find(key);
    if (found.isEmpty()) {
      fault("'" + key + "' is missing");
      return Optional.empty();
    }
    List<Double> numbers = new ArrayList<>();
    for (Node part : partsOf(found.get())) {
      numberOf(part, key).ifPresent(numbers::add);
    }
    if (numbers.size() != length) {
      fault(found.get(), "'" + key + "' is a list of " + length + " numbers");
      return Optional.empty();
    }
    return Optional.of(numbers);
  }

  List<String> texts(String key) {
    List<String> texts = new ArrayList<>();
    find(key).ifPresent(found -> partsOf(found).forEach(p -> scalar(p, key).ifPresent(texts::add)));
    return texts;
  }

  /// The mappings of a list.
  List<YamlPart> parts(String key) {
    List<YamlPart> parts = new ArrayList<>();
    find(key)
        .ifPresent(found ->
            partsOf(found)
                .forEach(part -> {
                  if (part instanceof MappingNode mapping) {
                    parts.add(new YamlPart(file, mapping, problems));
                  } else {
                    fault(part, "here stands an item in braces { }");
                  }
                }));
    return parts;
  }

  Optional<YamlPart> findPart(String key) {
    Optional<Node> found = find(key);
    if (found.isPresent() && !(found.get() instanceof MappingNode)) {
      fault(found.get(), "'" + key + "' has keys of its own");
    }
    return found
        .filter(MappingNode.class::isInstance)
        .map(mapping -> new YamlPart(file, (MappingNode) mapping, problems));
  }

  /// Notes every key that nobody asked for: a misspelt one must not be passed over.
  void refuseOthers() {
    for (NodeTuple tuple : node.getValue()) {
      String key = tuple.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : "?";
      if (!asked.contains(key)) {
        fault(tuple.getKeyNode(), "unknown key '" + key + "'");
      }
    }
  }

  private Optional<Node> find(String key) {
    asked.add(key);
    return node.getValue().stream()
        .filter(t -> t.getKeyNode() instanceof ScalarNode scalar && scalar.getValue().equals(key))
        .map(NodeTuple::getValueNode)
        .findFirst();
  }

  private Optional<String> scalar(Node value, String key) {
    if (value instanceof ScalarNode scalar) {
      return Optional.of(scalar.getValue());
    }
    fault(value, "'" + key + "' is a text");
    return Optional.empty();
  }

  private Optional<Double> numberOf(Node value, String key) {
    try {
      return scalar(value, key).map(Double::valueOf);
    } catch (NumberFormatException notANumber) {
      fault(value, "'" + key + "' holds numbers only");
      return Optional.empty();
    }
  }

  private static List<Node> partsOf(Node value) {
    return value instanceof SequenceNode sequence ? sequence.getValue() : List.of(value);
  }

  private void fault(Node where, String message) {
    problems.add(new FormProblem(file, where.getStartMark().getLine() + 1, message));
  }
}
