package jp.frontdesk.guide;

import java.util.Map;

/// A counter 窓口 of a town hall.
///
/// @param order its place on the way through the building
/// @param names by language; `ja` at least
/// @param where floor and number by language; `ja` at least
/// @param hours e.g. 8:30–17:15
record Counter(
    String id, int order, Map<String, String> names, Map<String, String> where, String hours) {
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
}
