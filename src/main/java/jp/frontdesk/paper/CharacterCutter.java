package jp.frontdesk.paper;

import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.IntPredicate;

/// Cuts the picture of a printed value into its characters. It knows how many there are, and that
/// Japanese print gives each the same room; where the ink does not agree with that, it cuts
/// nothing.
public final class CharacterCutter {
  private static final double SMALLEST_PITCH = 0.85;
  private static final double LARGEST_PITCH = 2.2;
  private static final double PITCH_STEP = 0.05;
  private static final double WORST = 0.35;
  private static final int DOTS = 96;

  private final int width;
  private final int height;
  private final int[] pixels;
  private final int level;
  private final int top;
  private final int bottom;
  private final int left;
  private final int right;
  private final int[] ink;

  private CharacterCutter(BufferedImage crop) {
    this.width = crop.getWidth();
    this.height = crop.getHeight();
    this.pixels = grayOf(crop);
    this.level = levelOf(pixels);
    int margin = height / 5;
    int[] rows = extent(height, margin, y -> isDarkRow(y, margin));
    this.top = rows[0];
    this.bottom = rows[1];
    this.ink = new int[width];
    for (int x = 0; x < width; x++) {
      for (int y = top; y < bottom; y++) {
        ink[x] += pixels[y * width + x] < level ? 1 : 0;
      }
    }
    int[] columns = extent(width, Math.min(margin, width / 4), x -> ink[x] > 0);
    this.left = columns[0];
    this.right = columns[1];
  }

  /// One character as a picture of its own.
  ///
  /// @param crop a value's surroundings as shown to people: the value in the middle, half a line of
  ///   paper on each side
  /// @param spaces for each character of the value, whether it is a space
  /// @param place of the character, from 0, spaces counted
  /// @return empty where the print cannot be cut with certainty
  public static Optional<GlyphPicture> cut(BufferedImage crop, boolean[] spaces, int place) {
    CharacterCutter cutter = new CharacterCutter(crop);
    if (cutter.bottom - cutter.top < 6 || cutter.right - cutter.left < 6) {
      return Optional.empty();
    }
    return cutter
        .cuts(spaces)
        .map(cuts -> GlyphPicture.of(cutter.square(cuts[place], cuts[place + 1])));
  }

  /// Where each character begins, and where the last one ends.
  private Optional<int[]> cuts(boolean[] spaces) {
    double height = bottom - top;
    double best = Double.MAX_VALUE;
    int[] found = {};
    for (double pitch = SMALLEST_PITCH; pitch <= LARGEST_PITCH; pitch += PITCH_STEP) {
      int[] cuts = new int[spaces.length + 1];
      double cost = fit(spaces, pitch * height, cuts) / spaces.length;
      if (cost < best) {
        best = cost;
        found = cuts;
      }
    }
    return best < WORST ? Optional.of(found) : Optional.empty();
  }

  /// The best cuts for one pitch by dynamic programming over the columns; its cost.
  private double fit(boolean[] spaces, double pitch, int[] cuts) {
    int slack = (int) (pitch * 0.3);
    int from = Math.max(0, left - slack);
    int to = Math.min(width, right + slack);
    int columns = to - from + 1;
    int widest = (int) (pitch * 1.3);
    double[][] cost = new double[spaces.length + 1][columns];
    int[][] back = new int[spaces.length + 1][columns];
    for (double[] row : cost) {
      Arrays.fill(row, Double.MAX_VALUE);
    }
    for (int x = 0; x <= Math.min(columns - 1, left - from); x++) {
      cost[0][x] = 0;
    }
    for (int i = 0; i < spaces.length; i++) {
      for (int x = 0; x < columns; x++) {
        if (cost[i][x] == Double.MAX_VALUE) {
          continue;
        }
        for (int end = x + 1; end < Math.min(columns, x + widest); end++) {
          double own =
              spaces[i]
                  ? spaceCost(from + x, from + end)
                  : characterCost(end - x, pitch) + cutCost(from + end);
          if (cost[i][x] + own < cost[i + 1][end]) {
            cost[i + 1][end] = cost[i][x] + own;
            back[i + 1][end] = x;
          }
        }
      }
    }
    int end = columns - 1;
    for (int x = Math.max(0, right - from); x < columns; x++) {
      end = cost[spaces.length][x] < cost[spaces.length][end] ? x : end;
    }
    double total = cost[spaces.length][end];
    for (int i = spaces.length; i >= 0; i--) {
      cuts[i] = from + end;
      end = back[i][end];
    }
    return total;
  }

  private static double characterCost(int room, double pitch) {
    double off = room / pitch - 1;
    return off * off * 6;
  }

  private double cutCost(int x) {
    return x < ink.length ? 3.0 * ink[x] / Math.max(1, bottom - top) : 0;
  }

  private double spaceCost(int from, int to) {
    int dots = 0;
    for (int x = from; x < Math.min(to, ink.length); x++) {
      dots += ink[x];
    }
    return 5.0 * dots / Math.max(1, bottom - top);
  }

  /// A square around a character, as large as a line is high.
  private boolean[][] square(int from, int to) {
    double side = Math.max((bottom - top) * 1.08, Math.min(to - from, (bottom - top) * 1.12));
    double x0 = (from + to) / 2.0 - side / 2;
    double y0 = (top + bottom) / 2.0 - side / 2;
    boolean[][] dots = new boolean[DOTS][DOTS];
    for (int y = 0; y < DOTS; y++) {
      for (int x = 0; x < DOTS; x++) {
        double u = x0 + (x + 0.5) * side / DOTS;
        double v = y0 + (y + 0.5) * side / DOTS;
        boolean isOwn = u >= from && u < to && v >= top && v < bottom;
        dots[y][x] = isOwn && at(u - 0.5, v - 0.5) < level;
      }
    }
    return dots;
  }

  /// The brightness between pixels, bilinear.
  private double at(double x, double y) {
    int x0 = Math.clamp((int) Math.floor(x), 0, width - 2);
    int y0 = Math.clamp((int) Math.floor(y), 0, height - 2);
    double fx = Math.clamp(x - x0, 0, 1);
    double fy = Math.clamp(y - y0, 0, 1);
    int at = y0 * width + x0;
    double upper = pixels[at] * (1 - fx) + pixels[at + 1] * fx;
    double lower = pixels[at + width] * (1 - fx) + pixels[at + width + 1] * fx;
    return upper * (1 - fy) + lower * fy;
  }

  private static int[] grayOf(BufferedImage image) {
    int[] colours =
        image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
    for (int i = 0; i < colours.length; i++) {
      int colour = colours[i];
      colours[i] =
          ((colour >> 16 & 0xFF) * 77 + (colour >> 8 & 0xFF) * 150 + (colour & 0xFF) * 29) >> 8;
    }
    return colours;
  }

  private boolean isDarkRow(int y, int margin) {
    for (int x = margin; x < width - margin; x++) {
      if (pixels[y * width + x] < level) {
        return true;
      }
    }
    return false;
  }

  /// The brightness that parts ink from paper best (Otsu 1979), and a little lighter, for thin
  /// strokes are grey.
  private static int levelOf(int[] pixels) {
    long[] counts = new long[256];
    long sum = 0;
    for (int pixel : pixels) {
      counts[pixel]++;
      sum += pixel;
    }
    long darker = 0;
    long darkSum = 0;
    double widest = -1;
    int found = 128;
    for (int level = 1; level < counts.length; level++) {
      darker += counts[level - 1];
      darkSum += counts[level - 1] * (level - 1);
      long lighter = pixels.length - darker;
      if (darker > 0 && lighter > 0) {
        double apart = (double) darkSum / darker - (double) (sum - darkSum) / lighter;
        double between = apart * apart * darker * lighter;
        if (between > widest) {
          widest = between;
          found = level;
        }
      }
    }
    return found + (255 - found) / 4;
  }

  private static int[] extent(int length, int margin, IntPredicate hasInk) {
    int first = margin;
    int end = length - margin;
    while (first < end && !hasInk.test(first)) {
      first++;
    }
    while (end > first && !hasInk.test(end - 1)) {
      end--;
    }
    return new int[] {first, end};
  }
}
