package jp.frontdesk.guide.floors;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jp.frontdesk.paper.MmPoint;

/// Makes shapes of the elements of a plan. What is not said is as SVG has it: areas are black,
/// lines are not drawn and 1 wide.
final class PlanShapes {
  private static final int LONGEST_WORDS = 40;
  private static final Pattern STEP = Pattern.compile("([a-zA-Z])([^a-zA-Z]*)");

  private PlanShapes() {}

  /// The shapes of one element.
  ///
  /// @param name `rect`, `line`, `polyline`, `polygon` or `path`
  /// @return empty where its numbers are wrong
  static List<PlanShape> of(String name, PlanNumbers numbers) {
    List<PlanShape> shapes = new ArrayList<>();
    switch (name) {
      case "rect" -> {
        double x = numbers.number("x", 0);
        double y = numbers.number("y", 0);
        double right = x + numbers.length("width", 0);
        double bottom = y + numbers.length("height", 0);
        add(
            shapes,
            numbers,
            true,
            List.of(
                new MmPoint(x, y),
                new MmPoint(right, y),
                new MmPoint(right, bottom),
                new MmPoint(x, bottom)));
      }
      case "line" ->
          add(
              shapes,
              numbers,
              false,
              List.of(
                  new MmPoint(numbers.number("x1", 0), numbers.number("y1", 0)),
                  new MmPoint(numbers.number("x2", 0), numbers.number("y2", 0))));
      case "path" -> addPath(shapes, numbers);
      default -> add(shapes, numbers, name.equals("polygon"), points(numbers));
    }
    return shapes;
  }

  static PlanShape words(PlanNumbers numbers, String text) {
    String words = text.strip().replaceAll("\\s+", " ");
    if (words.isEmpty() || words.length() > LONGEST_WORDS) {
      numbers.fault("text has 1 to " + LONGEST_WORDS + " characters");
    }
    String anchor = numbers.text("text-anchor").toUpperCase(Locale.ROOT);
    Optional<PlanShape.Anchor> known =
        anchor.isEmpty()
            ? Optional.of(PlanShape.Anchor.START)
            : List.of(PlanShape.Anchor.values()).stream()
                .filter(a -> a.name().equals(anchor))
                .findFirst();
    if (known.isEmpty()) {
      numbers.fault("text-anchor is start, middle or end");
    }
    double size = numbers.length("font-size", 0);
    if (size < 1) {
      numbers.fault("font-size is 1 or more");
    }
    return new PlanShape.Words(
        numbers.number("x", 0),
        numbers.number("y", 0),
        size,
        known.orElse(PlanShape.Anchor.START),
        words);
  }

  private static void add(
      List<PlanShape> shapes, PlanNumbers numbers, boolean isClosed, List<MmPoint> points) {
    if (points.size() < 2) {
      numbers.fault("a line has two points or more");
      return;
    }
    boolean isLine = points.size() == 2 && !isClosed;
    shapes.add(
        new PlanShape.Outline(
            points,
            isClosed,
            numbers.black("fill", isLine ? "none" : "black"),
            numbers.black("stroke", "none"),
            numbers.length("stroke-width", 1)));
  }

  private static List<MmPoint> points(PlanNumbers numbers) {
    List<Double> all = numbers.list(numbers.text("points"));
    if (all.size() % 2 != 0) {
      numbers.fault("points are pairs: '10,20 30,40'");
      return List.of();
    }
    List<MmPoint> points = new ArrayList<>();
    for (int i = 0; i < all.size(); i += 2) {
      points.add(new MmPoint(all.get(i), all.get(i + 1)));
    }
    return points;
  }

  /// The lines of a path: each part from M on is a shape of its own.
  private static void addPath(List<PlanShape> shapes, PlanNumbers numbers) {
    String d = numbers.text("d").strip();
    List<MmPoint> points = new ArrayList<>();
    Matcher steps = STEP.matcher(d);
    int end = 0;
    while (steps.find() && steps.start() == end) {
      end = steps.end();
      String step = steps.group(1);
      String values = steps.group(2).strip();
      if (!"MLHVZmlhvz".contains(step) || points.isEmpty() != step.equalsIgnoreCase("M")) {
        if (!points.isEmpty() && step.equalsIgnoreCase("M")) {
          add(shapes, numbers, false, points);
          points.clear();
        } else {
          numbers.fault("a path has M, L, H, V and Z, beginning with M; curves are not drawn");
          return;
        }
      }
      if (step.equalsIgnoreCase("Z")) {
        add(shapes, numbers, true, points);
        points.clear();
      } else {
        follow(points, step, values.isEmpty() ? List.of() : numbers.list(values), numbers);
      }
    }
    if (end != d.length() || d.isEmpty()) {
      numbers.fault("a path is like 'M 10 10 H 50 V 40 Z'");
    }
    if (!points.isEmpty()) {
      add(shapes, numbers, false, points);
    }
  }

  private static void follow(
      List<MmPoint> points, String step, List<Double> values, PlanNumbers numbers) {
    boolean isPair = "MmLl".contains(step);
    if (values.isEmpty() || (isPair && values.size() % 2 != 0)) {
      numbers.fault("a path's '" + step + "' has too few numbers");
      points.add(new MmPoint(0, 0));
      return;
    }
    boolean isRelative = Character.isLowerCase(step.charAt(0));
    for (int i = 0; i < values.size(); i += isPair ? 2 : 1) {
      MmPoint from = points.isEmpty() ? new MmPoint(0, 0) : points.getLast();
      MmPoint origin = isRelative ? from : new MmPoint(0, 0);
      points.add(
          switch (step) {
            case "H", "h" -> new MmPoint(origin.xMm() + values.get(i), from.yMm());
            case "V", "v" -> new MmPoint(from.xMm(), origin.yMm() + values.get(i));
            default -> new MmPoint(origin.xMm() + values.get(i), origin.yMm() + values.get(i + 1));
          });
    }
  }
}
