package jp.frontdesk.guide;

import java.util.List;
import java.util.Map;
import jp.frontdesk.kernel.RubyText;

/// Compares words of a file with the languages that the guide speaks.
///
/// @param faults takes what nobody would ever see
/// @param gaps takes what a language lacks
record WordCheck(GuideWords words, List<String> faults, List<String> gaps) {
  /// @param path of the words in their file
  void all(GuideLines lines, String path, Map<String, String> own) {
    known(lines, path, own);
    words.languages().stream()
        .filter(language -> own.getOrDefault(language, "").isBlank())
        .forEach(
            language -> gaps.add(lines.file() + ": " + path.replace('/', '.') + ": " + language));
    readings(lines.file() + ": " + path.replace('/', '.') + ".easy", own.getOrDefault("easy", ""));
  }

  /// Looks for kanji of やさしい日本語 without a reading.
  ///
  /// @param where the words stand
  void readings(String where, String easy) {
    RubyText.parse(easy).unread().stream()
        .distinct()
        .forEach(kanji -> gaps.add(where + ": no reading of " + kanji));
  }

  /// Looks for misspelt languages only.
  void known(GuideLines lines, String path, Map<String, String> own) {
    own.keySet().stream()
        .filter(language -> !words.has(language))
        .forEach(language ->
            faults.add(lines.at(path + "/" + language) + ": no language '" + language + "'"));
  }
}
