package jp.frontdesk.guide;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import jp.frontdesk.guide.floors.FloorPlan;
import jp.frontdesk.guide.floors.FloorPlanReader;
import jp.frontdesk.paper.MmPoint;

/// Reads a town's counters, buildings and floor plans. A town with counters of its own never gets
/// the common plans, which show another house.
final class CounterReader {
  private static final String PLAN_ENDING = ".svg";

  private final Path file;
  private final Path floorsFolder;
  private final GuideFiles files;
  private final WordCheck check;
  private final List<String> faults;

  /// @param faults takes every fault with file and line
  CounterReader(Path common, Path town, GuideFiles files, WordCheck check, List<String> faults) {
    Path own = town.resolve("counters.yaml");
    Path ownFloors = town.resolve("floors");
    this.file = Files.exists(own) ? own : common.resolve("counters.yaml");
    this.floorsFolder =
        Files.isDirectory(ownFloors) || Files.exists(own) ? ownFloors : common.resolve("floors");
    this.files = files;
    this.check = check;
    this.faults = faults;
  }

  /// The buildings and the plans of their floors; empty where the town has none.
  TownFloors floors() {
    Path named = floorsFolder.resolve("buildings.yaml");
    Map<String, Map<String, String>> buildings = new LinkedHashMap<>();
    if (Files.exists(named)) {
      GuideFiles.Content content = content(named, GuideShapes.WORDS_FILE);
      for (Map.Entry<String, JsonNode> entry : content.tree().properties()) {
        Map<String, String> names = GuideReader.strings(entry.getValue());
        if (!entry.getKey().matches("[a-z][a-z0-9_]*") || names.getOrDefault("ja", "").isEmpty()) {
          faults.add(
              content.lines().at(entry.getKey())
                  + ": a building is like 'annex' and has its name in ja");
        }
        check.all(content.lines(), entry.getKey(), names);
        buildings.put(entry.getKey(), names);
      }
    }
    return new TownFloors(buildings, plans());
  }

  private Map<String, FloorPlan> plans() {
    Map<String, FloorPlan> plans = new TreeMap<>();
    if (!Files.isDirectory(floorsFolder)) {
      return plans;
    }
    try (Stream<Path> listed = Files.list(floorsFolder)) {
      for (Path svg : listed.filter(f -> f.toString().endsWith(PLAN_ENDING)).sorted().toList()) {
        FloorPlanReader.Result result = files.plan(svg);
        faults.addAll(result.faults());
        String name = String.valueOf(svg.getFileName());
        result
            .plan()
            .ifPresent(
                plan -> plans.put(name.substring(0, name.length() - PLAN_ENDING.length()), plan));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot list " + floorsFolder, e);
    }
    return plans;
  }

  /// The counters by their keys, each with its place on the way.
  Map<String, Counter> counters(TownFloors floors) {
    List<Counter> counters = new ArrayList<>();
    GuideFiles.Content content = content(file, GuideShapes.COUNTERS_FILE);
    for (Map.Entry<String, JsonNode> entry : content.tree().properties()) {
      JsonNode node = entry.getValue();
      String id = entry.getKey();
      GuideLines lines = content.lines();
      Counter counter =
          new Counter(
              id,
              0,
              GuideReader.strings(node.path("name")),
              GuideReader.strings(node.path("where")),
              place(lines, id, node, floors),
              node.path("hours").asText(""));
      if (counter.names().getOrDefault("ja", "").isEmpty() || counter.hours().isEmpty()) {
        faults.add(lines.at(id) + ": name.ja and hours are needed");
      }
      check.all(lines, id + "/name", counter.names());
      check.all(lines, id + "/where", counter.where());
      checkRoom(lines, counter, counters, floors);
      counters.add(counter);
    }
    checkPlans(counters, floors);
    counters.sort(Comparator.comparingInt(counter -> floors.orderOf(counter.place())));
    Map<String, Counter> ordered = new LinkedHashMap<>();
    counters.forEach(counter -> ordered.put(counter.id(), counter.withOrder(ordered.size())));
    return ordered;
  }

  private Optional<Counter.Place> place(
      GuideLines lines, String id, JsonNode node, TownFloors floors) {
    String building = node.path("building").asText("");
    int floor = node.path("floor").asInt(0);
    boolean isMarked = node.has("x") || node.has("y");
    if (building.isEmpty() && floor == 0 && !isMarked) {
      return Optional.empty();
    }
    if (!floors.buildings().containsKey(building)) {
      Path named = floorsFolder.resolve("buildings.yaml");
      faults.add(lines.at(id + "/building") + ": no building '" + building + "' in " + named);
      return Optional.empty();
    }
    if (floor == 0 || Math.abs(floor) > 200) {
      faults.add(lines.at(id + "/floor") + ": floor is 1 for the ground floor, -1 for a basement");
      return Optional.empty();
    }
    if (!isMarked) {
      return Optional.of(new Counter.Place(building, floor, Optional.empty()));
    }
    MmPoint point = new MmPoint(node.path("x").asInt(-1), node.path("y").asInt(-1));
    Counter.Place place = new Counter.Place(building, floor, Optional.of(point));
    Path svg = floorsFolder.resolve(place.plan() + PLAN_ENDING);
    if (!Files.exists(svg)) {
      faults.add(lines.at(id + "/floor") + ": x and y need the plan " + svg);
    } else if (floors.plan(place).filter(p -> !p.contains(point.xMm(), point.yMm())).isPresent()) {
      faults.add(lines.at(id + "/x") + ": x and y lie outside of " + svg);
    }
    return Optional.of(place);
  }

  /// Two marks that cover each other cannot be read.
  private void checkRoom(
      GuideLines lines, Counter counter, List<Counter> before, TownFloors floors) {
    for (Counter other : before) {
      Optional<String> plan = counter.place().map(Counter.Place::plan);
      Optional<MmPoint> here = counter.place().flatMap(Counter.Place::onPlan);
      Optional<MmPoint> there =
          other.place().filter(p -> plan.equals(Optional.of(p.plan()))).flatMap(p -> p.onPlan());
      Optional<FloorPlan> drawn = counter.place().flatMap(floors::plan);
      if (here.isPresent()
          && there.isPresent()
          && drawn.isPresent()
          && Math.hypot(here.get().xMm() - there.get().xMm(), here.get().yMm() - there.get().yMm())
              < 2 * drawn.get().markRadius()) {
        faults.add(
            lines.at(counter.id() + "/x")
                + ": stands on the mark of '"
                + other.id()
                + "': leave "
                + (int) Math.ceil(2 * drawn.get().markRadius())
                + " between them");
      }
    }
  }

  /// A plan that no counter names is misspelt.
  private void checkPlans(List<Counter> counters, TownFloors floors) {
    List<String> used =
        counters.stream().flatMap(c -> c.place().stream()).map(Counter.Place::plan).toList();
    floors.plans().keySet().stream()
        .filter(plan -> !used.contains(plan))
        .sorted()
        .forEach(plan ->
            faults.add(
                floorsFolder.resolve(plan + PLAN_ENDING)
                    + ": no counter is on this floor: plans are called like main-1.svg"));
  }

  private GuideFiles.Content content(Path yaml, GuideShape shape) {
    GuideFiles.Content content = files.content(yaml, shape);
    faults.addAll(content.faults());
    return content;
  }
}
