package jp.frontdesk.guide.floors;

import java.util.List;

/// A plan of one floor フロア図, in units of its own.
///
/// @param width of the whole plan, from 0 at the left
/// @param height of the whole plan, from 0 at the top
/// @param shapes in the order in which they are drawn
public record FloorPlan(double width, double height, List<PlanShape> shapes) {
  /// The marks of the way are this much smaller than the plan is wide.
  private static final double MARKS_ACROSS = 36;

  public FloorPlan {
    shapes = List.copyOf(shapes);
  }

  /// The radius of a mark of the way, in the plan's units.
  public double markRadius() {
    return Math.max(width, height) / MARKS_ACROSS;
  }

  /// Whether a point lies on the plan.
  public boolean contains(double x, double y) {
    return x >= 0 && y >= 0 && x <= width && y <= height;
  }
}
