package jp.frontdesk.reading.text;

import java.util.List;
import java.util.stream.Collectors;

/// What an engine read in one line's picture.
///
/// @param symbols from left to right, white space left out
public record LineText(List<Symbol> symbols) {
  /// Nothing read.
  public static final LineText NOTHING = new LineText(List.of());

  public LineText {
    symbols = List.copyOf(symbols);
  }

  /// The characters joined, without white space.
  public String text() {
    return symbols.stream().map(Symbol::text).collect(Collectors.joining());
  }

  /// The mean confidence of the characters, 0 when there are none.
  public double confidence() {
    return symbols.stream().mapToDouble(Symbol::confidence).average().orElse(0);
  }

  /// The confidence of the worst character, 0 when there are none.
  public double lowest() {
    return symbols.stream().mapToDouble(Symbol::confidence).min().orElse(0);
  }

  /// Never shows the text: it is personal.
  @Override
  public String toString() {
    return "LineText[" + symbols.size() + " characters]";
  }
}
