package jp.frontdesk.guide;

import java.nio.file.Path;
import java.util.Optional;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/// Where things stand in one file of the guide, so that a fault names file and line.
///
/// @param top the file's content; empty for a file that cannot be read or holds nothing
record GuideLines(Path file, Optional<Node> top) {
  /// Where a thing stands.
  ///
  /// @param path keys and, in lists, places from 0, with `/` between them; what is missing at its
  ///   end is said at the line of what would hold it
  /// @return `file:line`, or the file alone where nothing could be read
  String at(String path) {
    Optional<Node> here = top;
    int line = here.map(GuideLines::lineOf).orElse(0);
    for (String step : path.split("/", -1)) {
      Optional<Node> key = here.flatMap(node -> keyOf(node, step));
      line = key.map(GuideLines::lineOf).orElse(line);
      here = here.flatMap(node -> valueOf(node, step));
    }
    return line == 0 ? file.toString() : file + ":" + line;
  }

  /// From 1.
  static int lineOf(Node node) {
    return node.getStartMark().getLine() + 1;
  }

  private static Optional<Node> keyOf(Node node, String step) {
    return node instanceof MappingNode mapping
        ? tuple(mapping, step).map(NodeTuple::getKeyNode)
        : valueOf(node, step);
  }

  private static Optional<Node> valueOf(Node node, String step) {
    return switch (node) {
      case MappingNode mapping -> tuple(mapping, step).map(NodeTuple::getValueNode);
      case SequenceNode list -> list.getValue().stream().skip(Integer.parseInt(step)).findFirst();
      default -> Optional.empty();
    };
  }

  private static Optional<NodeTuple> tuple(MappingNode mapping, String key) {
    return mapping.getValue().stream()
        .filter(t -> t.getKeyNode() instanceof ScalarNode scalar && scalar.getValue().equals(key))
        .findFirst();
  }
}
