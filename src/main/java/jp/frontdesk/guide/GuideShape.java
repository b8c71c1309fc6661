package jp.frontdesk.guide;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import jp.frontdesk.kernel.RubyText;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/// What a file of the guide may hold: keys that nobody reads, keys that stand twice and values of
/// another kind are faults, for a misspelt key must not be passed over.
sealed interface GuideShape {
  /// One value.
  enum Value implements GuideShape {
    TEXT("a text", ".*"),
    NUMBER("a whole number", "-?\\d{1,9}"),
    FLAG("true or false", "true|false"),
    WORDS("a text whose readings stand as in 転入《てんにゅう》 or ｜14日《じゅうよっか》", ".*") {
      @Override
      boolean allows(String text) {
        return RubyText.isSound(text);
      }
    };

    private final String words;
    private final Pattern pattern;

    Value(String words, String pattern) {
      this.words = words;
      this.pattern = Pattern.compile(pattern, Pattern.DOTALL);
    }

    boolean allows(String text) {
      return pattern.matcher(text).matches();
    }
  }

  /// A list.
  record Items(GuideShape of) implements GuideShape {}

  /// Certain keys, each with its own shape; any may be left out.
  record Keys(Map<String, GuideShape> known) implements GuideShape {
    public Keys {
      known = Map.copyOf(known);
    }
  }

  /// Any keys, all of one shape.
  record Each(GuideShape of) implements GuideShape {}

  /// Compares a file's content with this shape.
  ///
  /// @param name what the fault calls the node
  /// @param faults takes every fault with file and line
  default void check(GuideLines lines, Node node, String name, List<String> faults) {
    String where = lines.file() + ":" + GuideLines.lineOf(node) + ": '" + name + "' is ";
    switch (this) {
      case Value value -> {
        if (!(node instanceof ScalarNode scalar) || !value.allows(scalar.getValue())) {
          faults.add(where + value.words);
        }
      }
      case Items(GuideShape of) -> {
        if (node instanceof SequenceNode list) {
          list.getValue().forEach(item -> of.check(lines, item, name, faults));
        } else {
          faults.add(where + "a list");
        }
      }
      case Keys(Map<String, GuideShape> known) -> {
        for (NodeTuple tuple : tuples(lines, node, where, faults)) {
          String key = keyOf(tuple);
          GuideShape own = known.get(key);
          if (own == null) {
            faults.add(
                lines.file()
                    + ":"
                    + GuideLines.lineOf(tuple.getKeyNode())
                    + ": unknown key '"
                    + key
                    + "'");
          } else {
            own.check(lines, tuple.getValueNode(), key, faults);
          }
        }
      }
      case Each(GuideShape of) -> {
        for (NodeTuple tuple : tuples(lines, node, where, faults)) {
          of.check(lines, tuple.getValueNode(), keyOf(tuple), faults);
        }
      }
    }
  }

  private static List<NodeTuple> tuples(
      GuideLines lines, Node node, String where, List<String> faults) {
    if (!(node instanceof MappingNode mapping)) {
      faults.add(where + "a group of keys");
      return List.of();
    }
    Set<String> seen = new HashSet<>();
    for (NodeTuple tuple : mapping.getValue()) {
      if (!seen.add(keyOf(tuple))) {
        faults.add(
            lines.file()
                + ":"
                + GuideLines.lineOf(tuple.getKeyNode())
                + ": '"
                + keyOf(tuple)
                + "' stands twice");
      }
    }
    return mapping.getValue();
  }

  private static String keyOf(NodeTuple tuple) {
    return tuple.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : "?";
  }
}
