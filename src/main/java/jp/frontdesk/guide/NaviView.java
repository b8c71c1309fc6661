package jp.frontdesk.guide;

import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import jp.frontdesk.intake.PageFrame;

/// A page of 手続きナビ (`kiosk/navi-household.jte`, `kiosk/navi-questions.jte`,
/// `kiosk/navi-guide.jte`). Nothing is kept on the server: what was answered so far travels in the
/// forms, never in an address. A form posts to `path` + `?lang=`: `show` says which page comes
/// next.
///
/// @param frame what surrounds the page
/// @param path of the navigator of this town
/// @param home the town's first page
/// @param language that it is in: BCP 47, or `easy`
/// @param languages to choose from
/// @param words the fixed words in that language by their keys
/// @param page `household`, `questions` or `guide`
/// @param state fields of the pages before, to be sent again
/// @param content what the page shows
public record NaviView(
    PageFrame frame,
    String path,
    String home,
    String language,
    List<GuideView.Language> languages,
    UnaryOperator<String> words,
    String page,
    Map<String, String> state,
    Content content) {
  public NaviView {
    languages = List.copyOf(languages);
    state = Map.copyOf(state);
  }

  /// What one page shows.
  public sealed interface Content {}

  /// Who moves in.
  ///
  /// @param years to choose from
  /// @param month 1 to 12
  /// @param foreign `none`, `some` or `all`
  /// @param problem what is wrong with what was sent; blank when nothing is
  public record Household(
      List<Integer> years,
      int year,
      int month,
      int day,
      List<Band> bands,
      String foreign,
      String problem)
      implements Content {
    public Household {
      years = List.copyOf(years);
      bands = List.copyOf(bands);
    }
  }

  /// How many people of one age.
  ///
  /// @param key of the band
  /// @param label in the page's language
  public record Band(String key, String label, int count) {}

  /// What decides about further procedures.
  ///
  /// @param questions never empty
  public record Questions(List<ProceduresView.Asked> questions) implements Content {
    public Questions {
      questions = List.copyOf(questions);
    }
  }

  /// The guide.
  ///
  /// @param codes QR codes to take it along, as SVG
  public record Result(GuidePaper paper, List<String> codes) implements Content {
    public Result {
      codes = List.copyOf(codes);
    }
  }

  /// A fixed word.
  public String word(String key) {
    return words.apply(key);
  }

  /// The language for readers' voices.
  public String lang() {
    return language.equals("easy") ? "ja" : language;
  }

  /// Where forms post to.
  public String action() {
    return path + "?lang=" + language;
  }
}
