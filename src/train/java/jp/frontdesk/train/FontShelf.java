package jp.frontdesk.train;

import java.awt.Font;
import java.awt.FontFormatException;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;

/// The free fonts that training draws with, from `src/train/fonts.txt`: weight, use and file a
/// line. A font that is not installed is left out and named.
final class FontShelf {
  private static final Pattern COMMA = Pattern.compile(",");
  private static final Pattern SPACES = Pattern.compile("\\s+");

  private record Shelved(Face face, double upTo) {}

  private final List<Shelved> faces = new ArrayList<>();
  private final List<Face> fallbacks = new ArrayList<>();
  private double sum;

  /// @param list the file of fonts
  /// @param use `train`, `check` or `dots`
  static FontShelf open(Path list, String use) {
    FontShelf shelf = new FontShelf();
    try {
      for (String line : Files.readAllLines(list)) {
        String[] parts = SPACES.split(line.strip(), -1);
        if (parts.length == 3 && (parts[1].equals(use) || parts[1].equals("fallback"))) {
          shelf.add(Double.parseDouble(parts[0]), parts[1], parts[2]);
        }
      }
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
    return shelf;
  }

  private void add(double weight, String use, String files) {
    try {
      Face face = face(files);
      if (use.equals("fallback")) {
        fallbacks.add(face);
      } else {
        sum += weight;
        faces.add(new Shelved(face, sum));
      }
    } catch (IOException | FontFormatException missing) {
      System.err.println("left out: " + files);
    }
  }

  private static Face face(String files) throws IOException, FontFormatException {
    if (files.contains(".pcf.gz")) {
      return new Face.Bitmaps(BitmapFont.open(COMMA.splitAsStream(files).map(Path::of).toList()));
    }
    return new Face.Outlines(Font.createFont(Font.TRUETYPE_FONT, new File(files)));
  }

  /// One face, by weight.
  Face pick(Random luck) {
    double at = luck.nextDouble() * sum;
    return faces.stream().filter(f -> f.upTo() >= at).findFirst().orElse(faces.getLast()).face();
  }

  /// The face itself if it has the character, else one of those that stand in for it.
  Face having(Face face, int codePoint, Random luck) {
    if (face.has(codePoint)) {
      return face;
    }
    int first = luck.nextInt(fallbacks.size());
    for (int i = 0; i < fallbacks.size(); i++) {
      Face other = fallbacks.get((first + i) % fallbacks.size());
      if (other.has(codePoint)) {
        return other;
      }
    }
    return face;
  }
}
