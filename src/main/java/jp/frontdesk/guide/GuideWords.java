package jp.frontdesk.guide;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The fixed words of guides by language.
public final class GuideWords {
  private final Map<String, Map<String, String>> languages;

  GuideWords(Map<String, Map<String, String>> languages) {
    this.languages = new LinkedHashMap<>(languages);
  }

  /// The languages, in the order of the file: BCP 47, and `easy` for やさしい日本語.
  public List<String> languages() {
    return List.copyOf(languages.keySet());
  }

  /// The words in やさしい日本語 that are shown in sentences, by their keys.
  Map<String, String> easy() {
    Map<String, String> easy = new LinkedHashMap<>(languages.getOrDefault("easy", Map.of()));
    easy.remove("language");
    return easy;
  }

  /// Whether guides are made in a language.
  public boolean has(String language) {
    return languages.containsKey(language);
  }

  /// One of the words of a text, in a language, else in やさしい日本語, else in Japanese.
  static String in(Map<String, String> words, String language) {
    return words.getOrDefault(language, words.getOrDefault("easy", words.getOrDefault("ja", "")));
  }

  /// A word in a language, else in やさしい日本語, else nothing.
  public String word(String language, String key) {
    String own = languages.getOrDefault(language, Map.of()).getOrDefault(key, "");
    return own.isEmpty() ? languages.getOrDefault("easy", Map.of()).getOrDefault(key, "") : own;
  }
}
