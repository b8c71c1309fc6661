package jp.frontdesk.guide;

import com.fasterxml.jackson.databind.JsonNode;
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
  private final String id;
  private final JsonNode node;
  private final GuideLines lines;
  private final Map<String, JsonNode> translations;
  private final List<String> faults;

  /// @param content the file, whose shape is checked already
  /// @param translations language -> words by procedure
  /// @param faults takes every fault, each with file and line
  ProcedureReader(
      GuideFiles.Content content,
      String id,
      Map<String, JsonNode> translations,
      List<String> faults) {
    this.id = id;
    this.node = content.tree();
    this.lines = content.lines();
    this.translations = translations;
    this.faults = faults;
  }

  /// The procedure; empty when anything is wrong with it.
  Optional<Procedure> read() {
    int before = faults.size();
    if (node.has("off")) {
      fault("off", "off: true stands alone in a town's own file");
    }
    Optional<RuleLanguage.Condition> when =
        condition("when", RuleLanguage.compile(node.path("when").asText("")));
    Optional<RuleLanguage.Condition> whom =
        node.has("for")
            ? condition("for", RuleLanguage.compileForMember(node.path("for").asText("")))
            : Optional.empty();
    if (whom.filter(condition -> !condition.questions().isEmpty()).isPresent()) {
      fault("for", "for: a condition over a member asks no question");
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
    Optional<LocalDate> validFrom = day(node, "validFrom", "");
    Optional<LocalDate> checkedOn = day(node, "checkedOn", "");
    Optional<LocalDate> validTo = node.has("validTo") ? day(node, "validTo", "") : Optional.empty();
    Optional<Procedure.Deadline> deadline = deadline(node.path("deadline"));
    Set<LifeEvent> events = events();
    List<Procedure.Example> examples = examples(node.path("examples"));
    if (node.path("counter").asText("").isEmpty() || sources.isEmpty() || examples.size() < 2) {
      fault("", "counter, sources and two examples are needed");
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
    int place = 0;
    for (JsonNode word : node.path("events")) {
      String where = "events/" + place++;
      LifeEvent.parse(word.asText(""))
          .ifPresentOrElse(
              events::add, () -> fault(where, "events: no event '" + word.asText("") + "'"));
    }
    if (node.path("events").isEmpty()) {
      fault("events", "events: has to be a list of events, e.g. [move_in]");
    }
    return events;
  }

  private Optional<RuleLanguage.Condition> condition(String key, RuleLanguage.Compiled compiled) {
    return switch (compiled) {
      case RuleLanguage.Compiled.Sound(RuleLanguage.Condition condition) -> Optional.of(condition);
      case RuleLanguage.Compiled.Faulty(String why) -> {
        fault(key, key + ": " + why);
        yield Optional.empty();
      }
    };
  }

  private Map<String, Procedure.Texts> texts() {
    Map<String, Procedure.Texts> texts = new TreeMap<>();
    for (String language : List.of("ja", "easy")) {
      texts.put(language, textsOf(node.path(language)));
      if (node.path(language).path("name").asText("").isEmpty()) {
        fault(language, language + ".name is needed");
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
      fault("deadline/days", "deadline.days is 1 or more");
    }
    return Optional.of(new Procedure.Deadline(days, node.path("carried").asBoolean(false)));
  }

  private Optional<LocalDate> day(JsonNode node, String key, String path) {
    try {
      return Optional.of(LocalDate.parse(node.path(key).asText("")));
    } catch (DateTimeParseException notADay) {
      fault(path + key, key + " is a day like 2026-04-01");
      return Optional.empty();
    }
  }

  private List<Procedure.Example> examples(JsonNode node) {
    List<Procedure.Example> examples = new ArrayList<>();
    int place = 0;
    for (JsonNode example : node) {
      String where = "examples/" + place++ + "/";
      Optional<LocalDate> moved = day(example, "moved", where);
      List<HouseholdFacts.Person> members = new ArrayList<>();
      for (JsonNode member : example.path("members")) {
        String of = where + "members/" + members.size() + "/";
        members.add(person(member, moved.orElse(LocalDate.EPOCH), of));
      }
      Map<String, String> answers =
          new LinkedHashMap<>(GuideReader.strings(example.path("answers")));
      String need = example.path("need").asText("");
      if (!Set.of("NEEDED", "NOT_NEEDED", "DEPENDS").contains(need)) {
        fault(where + "need", "examples: need is NEEDED, NOT_NEEDED or DEPENDS");
        continue;
      }
      examples.add(
          new Procedure.Example(
              example.path("title").asText(""),
              new HouseholdFacts(
                  moved, example.path("same_prefecture").asBoolean(false), members, answers),
              Need.valueOf(need),
              example.has("until") ? day(example, "until", where) : Optional.empty()));
    }
    return examples;
  }

  private HouseholdFacts.Person person(JsonNode node, LocalDate moved, String path) {
    Optional<LocalDate> born = node.has("born") ? day(node, "born", path) : Optional.empty();
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

  private void fault(String path, String what) {
    faults.add(lines.at(path) + ": " + what);
  }
}
