package jp.frontdesk.guide;

import java.util.Map;

/// What each kind of file of the guide may hold.
final class GuideShapes {
  /// By language.
  static final GuideShape WORDS = new GuideShape.Each(GuideShape.Value.WORDS);

  /// `guide-words.yaml` by language, `floors/buildings.yaml` by building.
  static final GuideShape WORDS_FILE = new GuideShape.Each(WORDS);

  /// `questions.yaml`.
  static final GuideShape QUESTIONS_FILE =
      new GuideShape.Each(new GuideShape.Keys(Map.of("text", WORDS, "why", WORDS)));

  /// `counters.yaml`.
  static final GuideShape COUNTERS_FILE =
      new GuideShape.Each(
          new GuideShape.Keys(
              Map.of(
                  "name", WORDS,
                  "where", WORDS,
                  "hours", GuideShape.Value.TEXT,
                  "building", GuideShape.Value.TEXT,
                  "floor", GuideShape.Value.NUMBER,
                  "x", GuideShape.Value.NUMBER,
                  "y", GuideShape.Value.NUMBER)));

  /// `holidays.yaml`.
  static final GuideShape DAYS_FILE = new GuideShape.Items(GuideShape.Value.TEXT);

  /// A procedure's words in one language.
  static final GuideShape TEXTS =
      new GuideShape.Keys(
          Map.of(
              "name", GuideShape.Value.WORDS,
              "about", GuideShape.Value.WORDS,
              "missed", GuideShape.Value.WORDS,
              "bring", new GuideShape.Items(GuideShape.Value.WORDS)));

  /// `procedures/text/<language>.yaml`.
  static final GuideShape TEXTS_FILE = new GuideShape.Each(TEXTS);

  /// A person of an example.
  static final GuideShape MEMBER =
      new GuideShape.Keys(
          Map.of(
              "born", GuideShape.Value.TEXT,
              "head", GuideShape.Value.FLAG,
              "foreign", GuideShape.Value.FLAG,
              "health", GuideShape.Value.FLAG,
              "late_elderly", GuideShape.Value.FLAG,
              "care", GuideShape.Value.FLAG,
              "pension", GuideShape.Value.NUMBER,
              "child_allowance", GuideShape.Value.FLAG));

  /// An example of a rule.
  static final GuideShape EXAMPLE =
      new GuideShape.Keys(
          Map.of(
              "title", GuideShape.Value.TEXT,
              "moved", GuideShape.Value.TEXT,
              "same_prefecture", GuideShape.Value.FLAG,
              "members", new GuideShape.Items(MEMBER),
              "answers", new GuideShape.Each(GuideShape.Value.TEXT),
              "need", GuideShape.Value.TEXT,
              "until", GuideShape.Value.TEXT));

  /// `procedures/<id>.yaml`.
  static final GuideShape RULE_FILE =
      new GuideShape.Keys(
          Map.ofEntries(
              Map.entry("off", GuideShape.Value.FLAG),
              Map.entry("events", new GuideShape.Items(GuideShape.Value.TEXT)),
              Map.entry("order", GuideShape.Value.NUMBER),
              Map.entry("when", GuideShape.Value.TEXT),
              Map.entry("for", GuideShape.Value.TEXT),
              Map.entry("counter", GuideShape.Value.TEXT),
              Map.entry(
                  "deadline",
                  new GuideShape.Keys(
                      Map.of("days", GuideShape.Value.NUMBER, "carried", GuideShape.Value.FLAG))),
              Map.entry("forms", new GuideShape.Items(GuideShape.Value.TEXT)),
              Map.entry(
                  "sources",
                  new GuideShape.Items(
                      new GuideShape.Keys(
                          Map.of(
                              "law", GuideShape.Value.TEXT, "verified", GuideShape.Value.FLAG)))),
              Map.entry("validFrom", GuideShape.Value.TEXT),
              Map.entry("validTo", GuideShape.Value.TEXT),
              Map.entry("checkedOn", GuideShape.Value.TEXT),
              Map.entry("examples", new GuideShape.Items(EXAMPLE)),
              Map.entry("ja", TEXTS),
              Map.entry("easy", TEXTS)));

  private GuideShapes() {}
}
