package jp.frontdesk.guide.floors;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// The attributes of one element of a plan as numbers and shades, and what is wrong with them.
final class PlanNumbers {
  private static final double LARGEST = 10_000;
  private static final Pattern NUMBER =
      Pattern.compile("[-+]?(\\d{1,5}(\\.\\d{0,6})?|\\.\\d{1,6})");
  private static final Pattern COLOUR = Pattern.compile("#([0-9a-fA-F]{3}|[0-9a-fA-F]{6})");

  private final Map<String, String> attributes;
  private final List<String> faults = new ArrayList<>();

  PlanNumbers(Map<String, String> attributes) {
    this.attributes = Map.copyOf(attributes);
  }

  List<String> faults() {
    return List.copyOf(faults);
  }

  void fault(String what) {
    faults.add(what);
  }

  String text(String name) {
    return attributes.getOrDefault(name, "");
  }

  /// A number; `otherwise` where it is left out.
  double number(String name, double otherwise) {
    String text = text(name).strip();
    return text.isEmpty() ? otherwise : parse(text);
  }

  /// A number that is not negative.
  double length(String name, double otherwise) {
    double length = number(name, otherwise);
    if (length < 0) {
      fault(name + " is not negative");
      return 0;
    }
    return length;
  }

  double parse(String text) {
    if (NUMBER.matcher(text).matches()) {
      double number = Double.parseDouble(text);
      if (Math.abs(number) <= LARGEST) {
        return number;
      }
    }
    fault("a number is like 12 or 12.5, without a unit and up to " + (int) LARGEST);
    return 0;
  }

  /// Numbers with spaces or commas between them.
  List<Double> list(String text) {
    List<Double> numbers = new ArrayList<>();
    for (String part : text.strip().split("[\\s,]+", -1)) {
      numbers.add(parse(part));
    }
    return numbers;
  }

  /// Percent of black; empty for `none`.
  Optional<Integer> black(String name, String otherwise) {
    String colour = text(name).isBlank() ? otherwise : text(name).strip();
    return switch (colour) {
      case "none" -> Optional.empty();
      case "black" -> Optional.of(100);
      case "white" -> Optional.of(0);
      case "gray", "grey" -> Optional.of(50);
      default -> {
        if (!COLOUR.matcher(colour).matches()) {
          fault(name + " is none, black, white, gray or like #8899aa");
          yield Optional.empty();
        }
        yield Optional.of(blackOf(colour.substring(1)));
      }
    };
  }

  /// By how light the eye sees each colour (ITU-R BT.601).
  private static int blackOf(String hex) {
    String six = hex.length() == 6 ? hex : hex.replaceAll("(.)", "$1$1");
    double light =
        0.299 * Integer.parseInt(six, 0, 2, 16)
            + 0.587 * Integer.parseInt(six, 2, 4, 16)
            + 0.114 * Integer.parseInt(six, 4, 6, 16);
    return (int) Math.round(100 - light / 2.55);
  }
}
