package jp.frontdesk.guide;

import java.util.Map;

/// A question that the certificate leaves open, answered with yes or no.
///
/// @param order in which it is asked
/// @param texts the question by language
/// @param why the reason it is asked, by language
public record Question(String id, int order, Map<String, String> texts, Map<String, String> why) {
  public Question {
    texts = Map.copyOf(texts);
    why = Map.copyOf(why);
  }

  /// The question in a language, else in やさしい日本語, else in Japanese.
  public String text(String language) {
    return GuideWords.in(texts, language);
  }

  /// Why it is asked.
  public String why(String language) {
    return GuideWords.in(why, language);
  }
}
