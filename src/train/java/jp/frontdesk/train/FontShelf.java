package jp.frontdesk.train;

import java.awt.Font;
import java.awt.FontFormatException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;

/// The free fonts that training draws with, from `src/train/fonts.txt`: weight, use (train or tune)
/// and file a line. A font that is not installed is left out and named.
final class FontShelf {
  private static final Pattern SPACES = Pattern.compile("\\s+");

  private record Face(Font font, double upTo) {}

  private final List<Face> faces = new ArrayList<>();
  private final List<Font> fallbacks = new ArrayList<>();
  private double sum;

  /// @param list the file of fonts
  /// @param use `train` or `tune`
  static FontShelf open(Path list, String use) {
    FontShelf shelf = new FontShelf();
    try {
      for (String line : Files.readAllLines(list)) {
        String[] parts = SPACES.split(line.strip(), -1);
        if (parts.length == 3 && (parts[1].equals(use) || parts[1].equals("fallback"))) {
          shelf.add(Double.parseDouble(parts[0]), parts[1], Path.of(parts[2]));
        }
      }
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
    return shelf;
  }

  private void add(double weight, String use, Path file) {
    try {
      Font font = Font.createFont(Font.TRUETYPE_FONT, file.toFile());
      if (use.equals("fallback")) {
        fallbacks.add(font);
      } else {
        sum += weight;
        faces.add(new Face(font, sum));
      }
    } catch (IOException | FontFormatException missing) {
      System.err.println("left out: " + file);
    }
  }

  /// One face, by weight, at 1 point.
  Font pick(Random luck) {
    double at = luck.nextDouble() * sum;
    return faces.stream().filter(f -> f.upTo() >= at).findFirst().orElse(faces.getLast()).font();
  }

  /// The face itself if it has the character, else one of those that stand in for it.
  Font having(Font face, int codePoint, Random luck) {
    if (face.canDisplay(codePoint)) {
      return face;
    }
    int first = luck.nextInt(fallbacks.size());
    for (int i = 0; i < fallbacks.size(); i++) {
      Font font = fallbacks.get((first + i) % fallbacks.size());
      if (font.canDisplay(codePoint)) {
        return font;
      }
    }
    return face;
  }
}
