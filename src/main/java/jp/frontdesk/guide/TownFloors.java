package jp.frontdesk.guide;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jp.frontdesk.guide.floors.FloorPlan;

/// The buildings of a town hall and the plans of their floors.
///
/// @param buildings their names by language, in the order in which people go through them
/// @param plans by building and floor, e.g. `main-1`; a floor may have none
record TownFloors(Map<String, Map<String, String>> buildings, Map<String, FloorPlan> plans) {
  /// Basements are gone to after all other floors.
  private static final int BELOW = 1000;

  TownFloors {
    buildings = new LinkedHashMap<>(buildings);
    plans = Map.copyOf(plans);
  }

  Optional<FloorPlan> plan(Counter.Place place) {
    return Optional.ofNullable(plans.get(place.plan()));
  }

  /// What is smaller is gone to earlier: building by building, in each from the ground floor up and
  /// then down; what is nowhere comes last.
  int orderOf(Optional<Counter.Place> place) {
    return place
        .map(p ->
            List.copyOf(buildings.keySet()).indexOf(p.building()) * 2 * BELOW
                + (p.floor() > 0 ? p.floor() : BELOW - p.floor()))
        .orElse(Integer.MAX_VALUE);
  }

  /// The building's name in a language.
  String name(Counter.Place place, String language) {
    return GuideWords.in(buildings.getOrDefault(place.building(), Map.of()), language);
  }
}
