package jp.frontdesk.reading;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.IntToDoubleFunction;
import java.util.stream.Stream;
import jp.frontdesk.kernel.FieldKind;
import jp.frontdesk.reading.cells.TextLine;
import jp.frontdesk.reading.cells.TextLines;
import jp.frontdesk.reading.evidence.Verdict;

/// Gives values the spaces and full-width letters back that are printed and that no engine tells:
/// wide gaps divide a line into pieces, and the widths of the pieces tell how many characters each
/// holds. Only the spelling changes, never a character.
final class PrintedSpaces {
  private static final double NAME_GAP = 0.6;
  private static final double WIDE_GAP = 0.85;
  private static final double LATIN_GAP = 0.34;
  private static final double FULL_SPACE = 0.98;
  private static final double BEARING = 0.12;
  private static final double WORST_FIT = 0.5;
  private static final int LETTERS_THAT_TELL = 3;

  private final TextLines splitter;

  /// One piece of print.
  ///
  /// @param width in heights of its line, with what stands free around a character
  /// @param gap before it, in heights; 0 at the start of a line
  private record Piece(double width, double gap) {}

  /// A way to share characters out among pieces.
  ///
  /// @param dropped the word before it that is no part of it
  /// @param error of the worst piece, in full-width characters
  private record Fit(String dropped, List<String> parts, double error) {
    /// Never shows the parts: they are personal.
    @Override
    public String toString() {
      return "Fit[" + parts.size() + " parts]";
    }
  }

  PrintedSpaces(TextLines splitter) {
    this.splitter = splitter;
  }

  List<Found> restored(List<Found> found) {
    boolean isWide = lettersAreWide(found);
    return found.stream().map(f -> restored(f, isWide)).toList();
  }

  private Found restored(Found found, boolean isWide) {
    Verdict v = found.verdict();
    FieldKind kind = found.field().kind();
    boolean isSpaced =
        kind == FieldKind.NAME || kind == FieldKind.KANA || kind == FieldKind.ADDRESS;
    if (!isSpaced || found.lines().isEmpty() || v.value().isEmpty()) {
      return found;
    }
    boolean widens = isWide && kind == FieldKind.ADDRESS;
    String value = spelled(found, v.value(), widens);
    List<String> candidates =
        v.candidates().stream()
            .map(c -> c.length() == v.value().length() ? spelled(found, c, widens) : c)
            .toList();
    return found.with(new Verdict(value, v.confidence(), v.needsReview(), v.reasons(), candidates));
  }

  private String spelled(Found found, String value, boolean widens) {
    List<Piece> pieces = pieces(found, leastGap(found, value, widens));
    String spaced =
        Stream.concat(Stream.of(""), found.drop().stream())
            .flatMap(word -> fits(word, value, pieces, widens))
            .min(Comparator.comparingDouble(Fit::error))
            .map(fit -> joined(fit, pieces))
            .orElse(value);
    return widens ? widened(spaced) : spaced;
  }

  private static double leastGap(Found found, String value, boolean isWide) {
    if (isWide || found.field().kind() == FieldKind.KANA) {
      return WIDE_GAP;
    }
    return isLatin(value) ? LATIN_GAP : NAME_GAP;
  }

  private List<Piece> pieces(Found found, double least) {
    List<Piece> pieces = new ArrayList<>();
    for (TextLine line : found.lines()) {
      double height = line.box().height();
      int last = -1;
      for (TextLine part : splitter.parts(line, least)) {
        double gap = last < 0 ? 0 : (part.box().x() - last) / height;
        pieces.add(new Piece(part.box().width() / height + BEARING, gap));
        last = part.box().right();
      }
    }
    return pieces;
  }

  /// The ways to share a value out among the pieces: as letters of one width, or of their own
  /// widths.
  private static Stream<Fit> fits(
      String dropped, String value, List<Piece> pieces, boolean isWide) {
    return Stream.<IntToDoubleFunction>of(c -> width(c, isWide), c -> evenWidth(c, isWide))
        .map(widthOf -> fit(dropped, value, pieces, widthOf))
        .flatMap(Optional::stream);
  }

  /// The best way to share a text out among the pieces, where one fits well.
  private static Optional<Fit> fit(
      String dropped, String value, List<Piece> pieces, IntToDoubleFunction widthOf) {
    if (pieces.size() < 2 || pieces.size() > 8) {
      return Optional.empty();
    }
    int[] characters = (dropped + value).codePoints().toArray();
    double[] upTo = new double[characters.length + 1];
    for (int i = 0; i < characters.length; i++) {
      upTo[i + 1] = upTo[i] + widthOf.applyAsDouble(characters[i]);
    }
    double em = pieces.stream().mapToDouble(Piece::width).sum() / upTo[characters.length];
    int count = pieces.size();
    double[][] error = new double[count + 1][characters.length + 1];
    int[][] from = new int[count + 1][characters.length + 1];
    for (double[] row : error) {
      java.util.Arrays.fill(row, Double.MAX_VALUE);
    }
    error[0][0] = 0;
    for (int p = 1; p <= count; p++) {
      double width = pieces.get(p - 1).width();
      for (int end = p; end <= characters.length; end++) {
        for (int start = p - 1; start < end; start++) {
          double sum =
              Math.max(error[p - 1][start], Math.abs(width - em * (upTo[end] - upTo[start])));
          if (error[p - 1][start] < Double.MAX_VALUE && sum < error[p][end]) {
            error[p][end] = sum;
            from[p][end] = start;
          }
        }
      }
    }
    double worst = error[count][characters.length];
    if (worst > WORST_FIT * em) {
      return Optional.empty();
    }
    List<String> parts = new ArrayList<>();
    int end = characters.length;
    for (int p = count; p > 0; p--) {
      parts.addFirst(new String(characters, from[p][end], end - from[p][end]));
      end = from[p][end];
    }
    return Optional.of(new Fit(dropped, parts, worst / em));
  }

  private static String joined(Fit fit, List<Piece> pieces) {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < pieces.size(); i++) {
      double gap = pieces.get(i).gap();
      out.append(gap == 0 ? "" : gap >= FULL_SPACE ? "　" : " ").append(fit.parts().get(i));
    }
    String text = out.toString();
    return text.startsWith(fit.dropped()) ? text.substring(fit.dropped().length()).strip() : text;
  }

  /// Whether digits and letters of the addresses take as much room as other characters: measured
  /// against names, where all are full-width.
  private boolean lettersAreWide(List<Found> found) {
    List<Double> usual =
        found.stream()
            .filter(f -> f.field().kind() == FieldKind.NAME && !f.lines().isEmpty())
            .filter(f -> f.drop().isEmpty() && narrowCount(f.verdict().value()) == 0)
            .filter(f -> f.verdict().value().length() >= 3)
            .map(f -> em(f, true))
            .sorted()
            .toList();
    if (usual.isEmpty()) {
      return false;
    }
    double expected = usual.get(usual.size() / 2);
    double wide = 0;
    double narrow = 0;
    for (Found one : found) {
      boolean tells =
          one.field().kind() == FieldKind.ADDRESS
              && !one.lines().isEmpty()
              && narrowCount(one.verdict().value()) >= LETTERS_THAT_TELL;
      if (tells) {
        wide += Math.abs(em(one, true) - expected);
        narrow += Math.abs(em(one, false) - expected);
      }
    }
    return wide < narrow;
  }

  private double em(Found found, boolean isWide) {
    String value = found.verdict().value();
    double width = pieces(found, WIDE_GAP).stream().mapToDouble(Piece::width).sum();
    return width / value.codePoints().mapToDouble(c -> width(c, isWide)).sum();
  }

  private static long narrowCount(String text) {
    return text.codePoints().filter(c -> c > 0x20 && c < 0x7F).count();
  }

  private static boolean isLatin(String text) {
    return narrowCount(text) * 2 > text.length();
  }

  private static double width(int character, boolean isWide) {
    if (isWide || character >= 0x7F) {
      return 1;
    }
    return switch (character) {
      case 'I', 'i', 'j', 'l', '\'', '.' -> 0.28;
      case 'f', 't', 'r', '-' -> 0.34;
      case 'J' -> 0.5;
      case 'M', 'W', 'm', 'w' -> 0.86;
      case 'C', 'D', 'G', 'H', 'N', 'O', 'Q', 'R', 'U' -> 0.73;
      case 'F', 'L', 'T', 'Z' -> 0.6;
      default -> isUpper(character) ? 0.67 : 0.55;
    };
  }

  private static boolean isUpper(int character) {
    return character >= 'A' && character <= 'Z';
  }

  private static double evenWidth(int character, boolean isWide) {
    return isWide || character >= 0x7F ? 1 : 0.5;
  }

  private static String widened(String text) {
    StringBuilder out = new StringBuilder();
    text.codePoints()
        .forEach(
            c -> out.appendCodePoint(c < 0x7F && Character.isLetterOrDigit(c) ? c + 0xFEE0 : c));
    return out.toString();
  }
}
