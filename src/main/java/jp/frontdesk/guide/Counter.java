package jp.frontdesk.guide;

import java.util.Map;
import java.util.Optional;
import jp.frontdesk.paper.MmPoint;

/// A counter 窓口 of a town hall.
///
/// @param order its place on the way through the buildings: building by building, floor by floor
/// @param names by language; `ja` at least
/// @param where floor and number in words by language; `ja` at least
/// @param place where it is; empty where the town does not say, e.g. outside of its buildings
/// @param hours e.g. 8:30–17:15
record Counter(
    String id,
    int order,
    Map<String, String> names,
    Map<String, String> where,
    Optional<Place> place,
    String hours) {
  /// Where a counter is.
  ///
  /// @param building a key of `floors/buildings.yaml`
  /// @param floor 1 is the ground floor, -1 the first basement; never 0
  /// @param onPlan on the floor's plan, in the plan's units; empty where it is not marked
  record Place(String building, int floor, Optional<MmPoint> onPlan) {
    /// The name of the floor's plan without its ending, e.g. `main-1`.
    String plan() {
      return building + "-" + floor;
    }
  }

  Counter {
    names = Map.copyOf(names);
    where = Map.copyOf(where);
  }

  /// In a language, else in やさしい日本語, else in Japanese.
  String name(String language) {
    return GuideWords.in(names, language);
  }

  String where(String language) {
    return GuideWords.in(where, language);
  }

  Counter withOrder(int newOrder) {
    return new Counter(id, newOrder, names, where, place, hours);
  }
}
