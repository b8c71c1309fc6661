package jp.frontdesk.samples.paper;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jp.frontdesk.kernel.FieldPath;

/// Fills the texts of a layout. `{name}` is a field of the member at hand, `{move.date}` a field of
/// the whole paper, `{index}` the member's number, `{wide_index}` that in full width, `{page}` and
/// `{pages}` the sheet's, `{title}` the paper's name. A part in square brackets is printed only if
/// a field in it has a value. `{former_name?なし}` prints なし where there is no value. `{sex:男・女}`
/// prints all choices with a circle around the right one; `{birth_date:昭・平・令}` does so with the era
/// and goes on with the rest of the date.
final class CellText {
  private static final Pattern OPTIONAL = Pattern.compile("\\[([^\\[\\]]*)]");
  private static final Pattern PLACEHOLDER =
      Pattern.compile("\\{([a-z_.]+)(?::([^}?]+))?(?:\\?([^}]*))?}");

  /// A choice, or what stands between two.
  private static final Pattern CHOICE = Pattern.compile("[・　 ]+|[^・　 ]+");

  private static final Pattern ERA = Pattern.compile("明治|大正|昭和|平成|令和");

  private CellText() {}

  /// A stretch of printed text that is one field's value, or the form's own words.
  ///
  /// @param isCircled whether a circle is drawn around it, as around a preprinted choice
  record Piece(String text, Optional<FieldPath> path, boolean isCircled) {
    Piece(String text, Optional<FieldPath> path) {
      this(text, path, false);
    }
  }

  /// What placeholders mean at one place of the paper.
  ///
  /// @param member the member at hand from 0, or -1
  record Scope(Map<FieldPath, String> values, int member, int page, int pages, String title) {
    Scope ofMember(int index) {
      return new Scope(values, index, page, pages, title);
    }

    Optional<FieldPath> path(String token) {
      return token.contains(".")
          ? FieldPath.parse(token)
          : FieldPath.parse("members[" + Math.max(member, 0) + "]." + token);
    }

    Optional<String> value(String token) {
      return switch (token) {
        case "index" -> Optional.of(Integer.toString(member + 1));
        case "wide_index" -> Optional.of(Character.toString('１' + member));
        case "page" -> Optional.of(Integer.toString(page));
        case "pages" -> Optional.of(Integer.toString(pages));
        case "title" -> Optional.of(title);
        default -> path(token).map(p -> values.getOrDefault(p, "")).filter(v -> !v.isEmpty());
      };
    }
  }

  static List<Piece> fill(String template, Scope scope) {
    String text =
        OPTIONAL
            .matcher(template)
            .replaceAll(
                m -> Matcher.quoteReplacement(hasValue(m.group(1), scope) ? m.group(1) : ""));
    List<Piece> pieces = new ArrayList<>();
    Matcher matcher = PLACEHOLDER.matcher(text);
    int done = 0;
    while (matcher.find()) {
      addWords(pieces, text.substring(done, matcher.start()));
      String token = matcher.group(1);
      Optional<String> choices = Optional.ofNullable(matcher.group(2));
      Optional<String> value = scope.value(token);
      if (choices.isPresent()) {
        Optional<FieldPath> path = value.isPresent() ? scope.path(token) : Optional.empty();
        addChoices(pieces, choices.get(), value.orElse(""), path);
      } else if (value.isPresent()) {
        pieces.add(new Piece(value.get(), scope.path(token)));
      } else {
        addWords(pieces, Optional.ofNullable(matcher.group(3)).orElse(""));
      }
      done = matcher.end();
    }
    addWords(pieces, text.substring(done));
    return pieces;
  }

  private static void addChoices(
      List<Piece> pieces, String choices, String value, Optional<FieldPath> path) {
    String rest = value;
    for (Matcher m = CHOICE.matcher(choices); m.find(); ) {
      String choice = m.group();
      boolean isChosen = value.equals(choice) || (choice.length() == 1 && isEra(value, choice));
      pieces.add(new Piece(choice, path, isChosen));
      if (isChosen) {
        rest = value.substring(isEra(value, choice) ? eraLength(value) : choice.length());
      }
    }
    if (!rest.isEmpty()) {
      pieces.add(new Piece("　" + rest.strip(), path));
    }
  }

  private static boolean isEra(String value, String era) {
    return value.startsWith(era) && value.length() > 3;
  }

  private static int eraLength(String date) {
    return ERA.matcher(date).lookingAt() ? 2 : 1;
  }

  private static boolean hasValue(String template, Scope scope) {
    return PLACEHOLDER
        .matcher(template)
        .results()
        .anyMatch(r -> scope.value(r.group(1)).isPresent());
  }

  private static void addWords(List<Piece> pieces, String words) {
    if (!words.isEmpty()) {
      pieces.add(new Piece(words, Optional.empty()));
    }
  }

  static String join(List<Piece> pieces) {
    StringBuilder text = new StringBuilder();
    pieces.forEach(p -> text.append(p.text()));
    return text.toString();
  }

  /// Breaks pieces into lines no wider than that many ems, between any two characters and at `\n`.
  /// White space at a break stays at the end of its line.
  static List<List<Piece>> wrap(List<Piece> pieces, double widthEm, FontStack fonts) {
    List<List<Piece>> lines = new ArrayList<>();
    List<Piece> line = new ArrayList<>();
    double used = 0;
    for (Piece piece : pieces) {
      StringBuilder part = new StringBuilder();
      for (int i = 0; i < piece.text().length(); ) {
        String c = Character.toString(piece.text().codePointAt(i));
        double width = fonts.widthEm(c);
        boolean breaksHere = c.equals("\n");
        if (breaksHere || (used + width > widthEm && !c.isBlank())) {
          if (!part.isEmpty()) {
            line.add(new Piece(part.toString(), piece.path(), piece.isCircled()));
          }
          part.setLength(0);
          lines.add(List.copyOf(line));
          line.clear();
          used = 0;
        }
        if (!breaksHere) {
          part.append(c);
          used += width;
        }
        i += c.length();
      }
      if (!part.isEmpty()) {
        line.add(new Piece(part.toString(), piece.path(), piece.isCircled()));
      }
    }
    lines.add(List.copyOf(line));
    return lines;
  }
}
