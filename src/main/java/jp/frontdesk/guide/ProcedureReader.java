package jp.frontdesk.guide;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/// Reads one rule file.
final class ProcedureReader {
  private static final Set<String> KEYS =
      Set.of(
          "events",
          "order",
          "when",
          "for",
          "counter",
          "deadline",
          "forms",
          "sources",
          "validFrom",
          "validTo",
          "checkedOn",
          "examples",
          "ja",
          "easy");
  private static final Set<String> MEMBER_KEYS =
      Set.of(
          "born",
          "head",
          "foreign",
          "health",
          "late_elderly",
          "care",
          "pension",
          "child_allowance");

  private final Path file;
  private final String id;
  private final JsonNode node;
  private final Map<String, JsonNode> translations;
  private final List<String> faults;

  /// @param node the file's content
  /// @param translations language -> words by procedure
  /// @param faults takes every fault, each with the file
  ProcedureReader(
      Path file,
      String id,
      JsonNode node,
      Map<String, JsonNode> translations,
      List<String> faults) {
    this.file = file;
    this.id = id;
    this.node = node;
    this.translations = translations;
    this.faults = faults;
  }

  /// The procedure; empty when anything is wrong with it.
  Optional<Procedure> read() {
    int before = faults.size();
    node.properties().stream()
        .map(Map.Entry::getKey)
        .filter(key -> !KEYS.contains(key))
        .forEach(key -> fault("unknown key '" + key + "'"));
    Optional<RuleLanguage.Condition> when =
        condition("when", RuleLanguage.compile(node.path("when").asText("")));
    Optional<RuleLanguage.Condition> whom =
        node.has("for")
            ? condition("for", RuleLanguage.compileForMember(node.path("for").asText("")))
            : Optional.empty();
    if (whom.filter(condition -> !condition.questions().isEmpty()).isPresent()) {
      fault("for: a condition over a member asks no question");
    }
    Map<String, Procedure.Texts> texts = texts();
    List<Procedure.Source> sources = new ArrayList<>();
    for (JsonNode source : node.path("sources")) {
      sources.add(
          new Procedure.Source(
              source.path("law").asText(""), source.path("verified").asBoolean(false)));
    }
    List<String> forms = new ArrayList<>();
    node.path("forms").forEach(form -> forms.add(form.asText("")));
    Optional<LocalDate> validFrom = day(node, "validFrom");
    Optional<LocalDate> checkedOn = day(node, "checkedOn");
    Optional<LocalDate> validTo = node.has("validTo") ? day(node, "validTo") : Optional.empty();
    Optional<Procedure.Deadline> deadline = deadline(node.path("deadline"));
    Set<LifeEvent> events = events();
    List<Procedure.Example> examples = examples(node.path("examples"));
    if (node.path("counter").asText("").isEmpty() || sources.isEmpty() || examples.size() < 2) {
      fault("counter, sources and two examples are needed");
    }
    if (faults.size() > before) {
      return Optional.empty();
    }
    return Optional.of(
        new Procedure(
            id,
            events,
            node.path("order").asInt(100),
            when.orElseThrow(),
            whom,
            node.path("counter").asText(""),
            deadline,
            forms,
            sources,
            texts,
            examples,
            validFrom.orElseThrow(),
            validTo,
            checkedOn.orElseThrow()));
  }

  private Set<LifeEvent> events() {
    if (!node.has("events")) {
      return Set.of(LifeEvent.MOVE_IN);
    }
    Set<LifeEvent> events = EnumSet.noneOf(LifeEvent.class);
    for (JsonNode word : node.path("events")) {
      LifeEvent.parse(word.asText(""))
          .ifPresentOrElse(events::add, () -> fault("events: no event '" + word.asText("") + "'"));
    }
    if (node.path("events").isEmpty()) {
      fault("events: has to be a list of events, e.g. [move_in]");
    }
    return events;
  }

  private Optional<RuleLanguage.Condition> condition(String key, RuleLanguage.Compiled compiled) {
    return switch (compiled) {
      case RuleLanguage.Compiled.Sound(RuleLanguage.Condition condition) -> Optional.of(condition);
      case RuleLanguage.Compiled.Faulty(String why) -> {
        fault(key + ": " + why);
        yield Optional.empty();
      }
    };
  }

  private Map<String, Procedure.Texts> texts() {
    Map<String, Procedure.Texts> texts = new TreeMap<>();
    for (String language : List.of("ja", "easy")) {
      texts.put(language, textsOf(node.path(language)));
      if (node.path(language).path("name").asText("").isEmpty()) {
        fault(language + ".name is needed");
      }
    }
    translations.forEach((language, all) -> {
      if (all.has(id)) {
        texts.put(language, textsOf(all.path(id)));
      }
    });
    return texts;
  }

  private static Procedure.Texts textsOf(JsonNode node) {
    List<String> bring = new ArrayList<>();
    node.path("bring").forEach(thing -> bring.add(thing.asText("")));
    return new Procedure.Texts(
        node.path("name").asText(""),
        node.path("about").asText(""),
        node.path("missed").asText(""),
        bring);
  }

  private Optional<Procedure.Deadline> deadline(JsonNode node) {
    if (node.isMissingNode()) {
      return Optional.empty();
    }
    int days = node.path("days").asInt(0);
    if (days < 1) {
      fault("deadline.days is 1 or more");
    }
    return Optional.of(new Procedure.Deadline(days, node.path("carried").asBoolean(false)));
  }

  private Optional<LocalDate> day(JsonNode node, String key) {
    try {
      return Optional.of(LocalDate.parse(node.path(key).asText("")));
    } catch (DateTimeParseException notADay) {
      fault(key + " is a day like 2026-04-01");
      return Optional.empty();
    }
  }

  private List<Procedure.Example> examples(JsonNode node) {
    List<Procedure.Example> examples = new ArrayList<>();
    for (JsonNode example : node) {
      Optional<LocalDate> moved = day(example, "moved");
      List<HouseholdFacts.Person> members = new ArrayList<>();
      for (JsonNode member : example.path("members")) {
        members.add(person(member, moved.orElse(LocalDate.EPOCH)));
      }
      Map<String, String> answers =
          new LinkedHashMap<>(GuideReader.strings(example.path("answers")));
      String need = example.path("need").asText("");
      if (!Set.of("NEEDED", "NOT_NEEDED", "DEPENDS").contains(need)) {
        fault("examples: need is NEEDED, NOT_NEEDED or DEPENDS");
        continue;
      }
      examples.add(
          new Procedure.Example(
              example.path("title").asText(""),
              new HouseholdFacts(
                  moved, example.path("same_prefecture").asBoolean(false), members, answers),
              Need.valueOf(need),
              example.has("until") ? day(example, "until") : Optional.empty()));
    }
    return examples;
  }

  private HouseholdFacts.Person person(JsonNode node, LocalDate moved) {
    node.properties().stream()
        .map(Map.Entry::getKey)
        .filter(key -> !MEMBER_KEYS.contains(key))
        .forEach(key -> fault("examples: unknown key '" + key + "' of a member"));
    Optional<LocalDate> born = node.has("born") ? day(node, "born") : Optional.empty();
    HouseholdFacts.Person known = HouseholdFacts.born(born.orElse(moved), moved);
    return new HouseholdFacts.Person(
        born.flatMap(_ -> known.age()),
        born.isPresent() ? known.grade() : -1,
        node.path("head").asBoolean(false),
        node.path("foreign").asBoolean(false),
        node.path("health").asBoolean(false),
        node.path("late_elderly").asBoolean(false),
        node.path("care").asBoolean(false),
        node.path("pension").asInt(0),
        node.path("child_allowance").asBoolean(false));
  }

  private void fault(String what) {
    faults.add(file + ": " + what);
  }
}
