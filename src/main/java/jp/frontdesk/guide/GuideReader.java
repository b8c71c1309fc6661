package jp.frontdesk.guide;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/// Reads a town's guide from its files and checks it whole; every fault names its file and line.
final class GuideReader {
  private final Path common;
  private final Path town;
  private final GuideFiles files;
  private final List<String> faults = new ArrayList<>();
  private final List<String> gaps = new ArrayList<>();

  GuideReader(Path config, Path town, GuideFiles files) {
    this.common = config.resolve("common");
    this.town = town;
    this.files = files;
  }

  GuideBook read() {
    GuideWords words = words();
    WordCheck check = new WordCheck(words, faults, gaps);
    words.easy().forEach((key, word) -> check.readings("guide-words.yaml: easy." + key, word));
    Map<String, Question> questions = questions(check);
    CounterReader counterReader = new CounterReader(common, town, files, check, faults);
    TownFloors floors = counterReader.floors();
    Map<String, Counter> counters = counterReader.counters(floors);
    ClosedDays closed = closedDays();
    Map<String, JsonNode> translations = new TreeMap<>();
    for (String language : words.languages()) {
      Path file = common.resolve("procedures/text/" + language + ".yaml");
      if (Files.exists(file)) {
        translations.put(language, tree(file, GuideShapes.TEXTS_FILE));
      }
    }
    List<Procedure> procedures = new ArrayList<>();
    Map<String, Path> rules = ruleFiles();
    rules.forEach((id, file) -> {
      GuideFiles.Rule rule = files.rule(file, id, translations);
      faults.addAll(rule.faults());
      rule.procedure().ifPresent(procedures::add);
    });
    for (Procedure procedure : procedures) {
      GuideLines lines = linesOf(procedure, rules);
      checkNames(procedure, lines, questions.keySet(), counters.keySet());
      checkTexts(procedure, check);
      checkExamples(procedure, lines, closed);
    }
    Map<String, GuideLines> lines = new TreeMap<>();
    procedures.forEach(procedure -> lines.put(procedure.id(), linesOf(procedure, rules)));
    return new GuideBook(
        procedures,
        lines,
        counters,
        floors,
        questions,
        words,
        closed,
        faults.stream().distinct().toList(),
        gaps);
  }

  private Map<String, Path> ruleFiles() {
    Map<String, Path> found = new TreeMap<>();
    for (Path folder : List.of(common.resolve("procedures"), town.resolve("procedures"))) {
      if (!Files.isDirectory(folder)) {
        continue;
      }
      try (Stream<Path> listed = Files.list(folder)) {
        listed
            .filter(file -> file.toString().endsWith(".yaml"))
            .sorted()
            .forEach(file ->
                found.put(String.valueOf(file.getFileName()).replaceFirst("\\.yaml$", ""), file));
      } catch (IOException e) {
        throw new UncheckedIOException("cannot list " + folder, e);
      }
    }
    found
        .values()
        .removeIf(file ->
            file.startsWith(town) && tree(file, GuideShapes.RULE_FILE).path("off").asBoolean());
    if (found.isEmpty()) {
      faults.add(common.resolve("procedures") + ": no procedures");
    }
    return found;
  }

  private GuideWords words() {
    Map<String, Map<String, String>> languages = new LinkedHashMap<>();
    Path file = common.resolve("guide-words.yaml");
    for (Map.Entry<String, JsonNode> language : tree(file, GuideShapes.WORDS_FILE).properties()) {
      languages.put(language.getKey(), strings(language.getValue()));
    }
    if (!languages.containsKey("ja") || !languages.containsKey("easy")) {
      faults.add(file + ": ja and easy are needed");
    }
    Set<String> keys = new HashSet<>(languages.getOrDefault("ja", Map.of()).keySet());
    GuideLines lines = content(file, GuideShapes.WORDS_FILE).lines();
    languages.forEach((language, own) ->
        own.keySet().stream()
            .filter(key -> !keys.contains(key))
            .forEach(
                key -> faults.add(lines.at(language + "/" + key) + ": unknown key '" + key + "'")));
    languages.forEach((language, own) ->
        keys.stream()
            .filter(key -> own.getOrDefault(key, "").isBlank())
            .sorted()
            .forEach(key -> gaps.add(file + ": " + language + "." + key)));
    return new GuideWords(languages);
  }

  private Map<String, Question> questions(WordCheck check) {
    Map<String, Question> questions = new LinkedHashMap<>();
    Path file = common.resolve("questions.yaml");
    GuideFiles.Content content = content(file, GuideShapes.QUESTIONS_FILE);
    for (Map.Entry<String, JsonNode> entry : content.tree().properties()) {
      JsonNode node = entry.getValue();
      Question question =
          new Question(
              entry.getKey(),
              questions.size(),
              strings(node.path("text")),
              strings(node.path("why")));
      if (question.text("ja").isEmpty() || question.why("ja").isEmpty()) {
        faults.add(content.lines().at(question.id()) + ": text.ja and why.ja are needed");
      }
      check.all(content.lines(), question.id() + "/text", question.texts());
      check.all(content.lines(), question.id() + "/why", question.why());
      questions.put(entry.getKey(), question);
    }
    return questions;
  }

  private ClosedDays closedDays() {
    Path own = town.resolve("holidays.yaml");
    Path file = Files.exists(own) ? own : common.resolve("holidays.yaml");
    Set<LocalDate> days = new HashSet<>();
    GuideFiles.Content content = content(file, GuideShapes.DAYS_FILE);
    int place = 0;
    for (JsonNode day : content.tree()) {
      String where = content.lines().at(String.valueOf(place++));
      try {
        days.add(LocalDate.parse(day.asText("")));
      } catch (DateTimeParseException notADay) {
        faults.add(where + ": '" + day.asText("") + "' is no day");
      }
    }
    return new ClosedDays(days);
  }

  private GuideLines linesOf(Procedure procedure, Map<String, Path> rules) {
    Path file = Optional.ofNullable(rules.get(procedure.id())).orElseThrow();
    return files.content(file, GuideShapes.RULE_FILE).lines();
  }

  private void checkNames(
      Procedure procedure, GuideLines lines, Set<String> questions, Set<String> counters) {
    procedure.when().questions().stream()
        .filter(question -> !questions.contains(question))
        .forEach(
            question -> faults.add(lines.at("when") + ": when: no question '" + question + "'"));
    if (!counters.contains(procedure.counter())) {
      faults.add(lines.at("counter") + ": counter: no counter '" + procedure.counter() + "'");
    }
  }

  private void checkTexts(Procedure procedure, WordCheck check) {
    Procedure.Texts japanese = procedure.texts().get("ja");
    Optional.ofNullable(procedure.texts().get("easy"))
        .ifPresent(easy ->
            check.readings(
                procedure.id() + ".yaml: easy",
                easy.name() + easy.about() + easy.missed() + String.join("", easy.bring())));
    for (String language : check.words().languages()) {
      Procedure.Texts own = procedure.texts().get(language);
      if (japanese != null && (own == null || !own.isWhole(japanese))) {
        gaps.add(procedure.id() + ".yaml: " + language);
      }
    }
  }

  private void checkExamples(Procedure procedure, GuideLines lines, ClosedDays closed) {
    int place = 0;
    for (Procedure.Example example : procedure.examples()) {
      String where = lines.at("examples/" + place++) + ": examples: " + example.title() + ": ";
      Need need = procedure.needOf(example.facts());
      if (need != example.need()) {
        faults.add(where + "is " + need + ", must be " + example.need());
      }
      Optional<LocalDate> lastDay =
          procedure
              .deadline()
              .flatMap(until -> example.facts().movedOn().map(day -> until.lastDay(day, closed)));
      if (example.lastDay().isPresent() && !example.lastDay().equals(lastDay)) {
        faults.add(
            where
                + "is due "
                + lastDay.map(LocalDate::toString).orElse("on no day")
                + ", must be "
                + example.lastDay().map(LocalDate::toString).orElse(""));
      }
    }
  }

  private JsonNode tree(Path file, GuideShape shape) {
    return content(file, shape).tree();
  }

  private GuideFiles.Content content(Path file, GuideShape shape) {
    GuideFiles.Content content = files.content(file, shape);
    faults.addAll(content.faults());
    return content;
  }

  static Map<String, String> strings(JsonNode node) {
    Map<String, String> strings = new LinkedHashMap<>();
    node.properties().forEach(entry -> strings.put(entry.getKey(), entry.getValue().asText("")));
    return strings;
  }
}
