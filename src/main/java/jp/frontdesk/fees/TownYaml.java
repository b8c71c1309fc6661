package jp.frontdesk.fees;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/// One mapping of a town's YAML file, which remembers the line of every value, so that a fault
/// names file and line. Reading never throws: what is missing or wrong adds one fault and gives a
/// harmless stand-in; the caller drops everything when there is any fault.
public final class TownYaml {
  private final Path file;
  private final int line;
  private final Map<String, Node> values;
  private final List<String> faults;

  private TownYaml(Path file, int line, Map<String, Node> values, List<String> faults) {
    this.file = file;
    this.line = line;
    this.values = values;
    this.faults = faults;
  }

  /// The top of a file; empty with a fault when it cannot be read or is no mapping.
  ///
  /// @param faults each later fault is added here as `file:line: what is wrong`
  public static Optional<TownYaml> open(Path file, List<String> faults) {
    try (Reader reader = Files.newBufferedReader(file)) {
      if (new Yaml(new LoaderOptions()).compose(reader) instanceof MappingNode top) {
        return Optional.of(of(file, top, faults));
      }
      faults.add(file + ":1: must hold a mapping of keys to values");
    } catch (MarkedYAMLException broken) {
      int line = broken.getProblemMark() == null ? 1 : broken.getProblemMark().getLine() + 1;
      faults.add(file + ":" + line + ": is not YAML: " + broken.getProblem());
    } catch (IOException unreadable) {
      faults.add(file + ":1: cannot be read (" + unreadable.getClass().getSimpleName() + ")");
    }
    return Optional.empty();
  }

  private static TownYaml of(Path file, MappingNode mapping, List<String> faults) {
    Map<String, Node> values = new LinkedHashMap<>();
    for (NodeTuple pair : mapping.getValue()) {
      Node key = pair.getKeyNode();
      String name = key instanceof ScalarNode scalar ? scalar.getValue() : "";
      if (values.put(name, pair.getValueNode()) != null) {
        faults.add(file + ":" + lineOf(key) + ": " + name + " stands here a second time");
      }
    }
    return new TownYaml(file, lineOf(mapping), values, faults);
  }

  /// The line, from 1, on which this mapping starts.
  int line() {
    return line;
  }

  /// Adds a fault at the line of a key, or of the mapping where the key is absent.
  public void fault(String key, String message) {
    Node node = values.get(key);
    faults.add(file + ":" + (node == null ? line : lineOf(node)) + ": " + message);
  }

  /// Every other key is a fault: a misspelt key must not be silently without effect.
  public void allowOnly(String... keys) {
    Set<String> allowed = Set.of(keys);
    for (String key : values.keySet()) {
      if (!allowed.contains(key)) {
        fault(key, key + " is no known key; known are " + String.join(", ", keys));
      }
    }
  }

  /// A text that must be there.
  public String text(String key) {
    Optional<String> text = textIfAny(key);
    if (text.isEmpty()) {
      fault(key, key + " is missing");
    }
    return text.orElse("");
  }

  /// A text, or empty where the key is absent or blank.
  public Optional<String> textIfAny(String key) {
    Node node = values.get(key);
    if (node == null) {
      return Optional.empty();
    }
    if (node instanceof ScalarNode scalar) {
      return Optional.of(scalar.getValue().strip()).filter(text -> !text.isEmpty());
    }
    fault(key, key + " must be one value");
    return Optional.empty();
  }

  /// A whole number in a range, both ends included.
  public int number(String key, int least, int most) {
    String text = text(key);
    try {
      int number = Integer.parseInt(text);
      if (number >= least && number <= most) {
        return number;
      }
      fault(key, key + " must be from " + least + " to " + most);
    } catch (NumberFormatException notANumber) {
      if (!text.isEmpty()) {
        fault(key, key + " must be a whole number");
      }
    }
    return least;
  }

  /// `true` or `false`; `false` where the key is absent.
  public boolean flag(String key) {
    String text = textIfAny(key).orElse("false");
    if (!text.equals("true") && !text.equals("false")) {
      fault(key, key + " must be true or false");
    }
    return text.equals("true");
  }

  /// A day that must be there, as `2026-04-01`.
  LocalDate date(String key) {
    Optional<LocalDate> date = dateIfAny(key);
    if (date.isEmpty() && !values.containsKey(key)) {
      fault(key, key + " is missing");
    }
    return date.orElse(LocalDate.EPOCH);
  }

  /// A day, or empty where the key is absent or blank.
  Optional<LocalDate> dateIfAny(String key) {
    Optional<String> text = textIfAny(key);
    try {
      return text.map(LocalDate::parse);
    } catch (DateTimeParseException notADay) {
      fault(key, key + " must be a day like 2026-04-01");
      return Optional.empty();
    }
  }

  /// A mapping that must be there.
  public TownYaml mapping(String key) {
    if (values.get(key) instanceof MappingNode mapping) {
      return of(file, mapping, faults);
    }
    fault(key, key + " must be there and hold a mapping");
    return new TownYaml(file, line, Map.of(), faults);
  }

  /// A mapping; empty where the key is not there.
  public Optional<TownYaml> mappingIfAny(String key) {
    return values.containsKey(key) ? Optional.of(mapping(key)) : Optional.empty();
  }

  /// A list of mappings that must be there with at least one element.
  public List<TownYaml> list(String key) {
    List<TownYaml> elements = new ArrayList<>();
    if (values.get(key) instanceof SequenceNode sequence) {
      for (Node element : sequence.getValue()) {
        if (element instanceof MappingNode mapping) {
          elements.add(of(file, mapping, faults));
        } else {
          faults.add(file + ":" + lineOf(element) + ": must be a mapping of keys to values");
        }
      }
    }
    if (elements.isEmpty()) {
      fault(key, key + " must be a list with at least one element");
    }
    return elements;
  }

  /// A list of mappings; empty where the key is not there.
  List<TownYaml> listIfAny(String key) {
    return values.containsKey(key) ? list(key) : List.of();
  }

  /// A list of texts that must be there with at least one element.
  List<String> texts(String key) {
    List<String> texts = new ArrayList<>();
    if (values.get(key) instanceof SequenceNode sequence) {
      for (Node element : sequence.getValue()) {
        if (element instanceof ScalarNode scalar && !scalar.getValue().isBlank()) {
          texts.add(scalar.getValue());
        } else {
          faults.add(file + ":" + lineOf(element) + ": must be a text");
        }
      }
    }
    if (texts.isEmpty()) {
      fault(key, key + " must be a list with at least one text");
    }
    return texts;
  }

  private static int lineOf(Node node) {
    return node.getStartMark() == null ? 1 : node.getStartMark().getLine() + 1;
  }
}
