package jp.frontdesk.reading.glyphs;

import java.util.Optional;
import jp.frontdesk.reading.page.Gray;

/// What a printed character looks like in numbers: how much of its outline runs in each of eight
/// directions in each of 8 by 8 zones of its box, and how large it stands in its line. The gradient
/// feature of printed and written kanji (Liu, Nakashima, Sako, Fujisawa 2003).
public final class GlyphFeatures {
  /// How many numbers describe a character.
  public static final int COUNT = 8 * 8 * 8 + 5;

  private static final int SIDE = 48;
  private static final int INNER = 40;
  private static final int ZONES = 8;
  private static final int DIRECTIONS = 8;
  private static final int PAPER = 200;
  private static final double LEAST_INK = 0.7;
  private static final float[] ZONE_WEIGHTS = zoneWeights();

  /// A character's numbers and where its ink is.
  ///
  /// @param values [#COUNT] numbers
  /// @param left first column with ink, on the strip
  /// @param right column after the last
  /// @param top first row with ink
  /// @param bottom row after the last
  @SuppressWarnings("ArrayRecordComponent") // read within this package and by the training only
  public record Described(float[] values, int left, int right, int top, int bottom) {}

  private GlyphFeatures() {}

  /// How dark a pixel is, 0 paper to 1 ink; a light pattern of the paper counts as paper.
  static float darkness(int value) {
    return value >= PAPER ? 0 : (PAPER - value) / (float) PAPER;
  }

  /// Describes what stands between two columns of a strip.
  ///
  /// @return nothing if there is no ink
  public static Optional<Described> of(Gray strip, int from, int to) {
    int height = strip.height();
    double[] columns = new double[to - from];
    double[] rows = new double[height];
    for (int y = 0; y < height; y++) {
      for (int x = from; x < to; x++) {
        float dark = darkness(strip.at(x, y));
        columns[x - from] += dark;
        rows[y] += dark;
      }
    }
    int left = first(columns);
    int right = last(columns);
    int top = first(rows);
    int bottom = last(rows);
    if (right - left < 2 || bottom - top < 2) {
      return Optional.empty();
    }
    int x0 = from + left;
    int w = right - left;
    int h = bottom - top;
    float[] values = new float[COUNT];
    directions(normal(strip, x0, top, w, h), values);
    double ink = LineStrip.INK_PX;
    double line = (height - ink) / 2;
    values[512] = (float) Math.log((double) w / h);
    values[513] = (float) (w / ink);
    values[514] = (float) (h / ink);
    values[515] = (float) ((top - line) / ink);
    values[516] = (float) ((bottom - line) / ink);
    return Optional.of(new Described(values, x0, x0 + w, top, bottom));
  }

  private static int first(double[] sums) {
    int i = 0;
    while (i < sums.length && sums[i] < LEAST_INK) {
      i++;
    }
    return i;
  }

  private static int last(double[] sums) {
    int i = sums.length;
    while (i > 0 && sums[i - 1] < LEAST_INK) {
      i--;
    }
    return i;
  }

  /// The ink in a square of [#SIDE]; what is long and thin stays longer than thin.
  private static float[] normal(Gray strip, int x0, int y0, int w, int h) {
    double ratio = Math.min(w, h) / (double) Math.max(w, h);
    double kept = Math.sqrt(Math.sin(Math.PI / 2 * ratio));
    double width = w >= h ? INNER : INNER * kept;
    double height = h >= w ? INNER : INNER * kept;
    double sx = w / width;
    double sy = h / height;
    float[] out = new float[SIDE * SIDE];
    int left = (int) Math.round((SIDE - width) / 2);
    int top = (int) Math.round((SIDE - height) / 2);
    for (int y = Math.max(0, top - 1); y <= Math.min(SIDE - 1, top + height); y++) {
      double v = y0 + (y - top + 0.5) * sy - 0.5;
      if (v < y0 - 1 || v > y0 + h) {
        continue;
      }
      for (int x = Math.max(0, left - 1); x <= Math.min(SIDE - 1, left + width); x++) {
        double u = x0 + (x - left + 0.5) * sx - 0.5;
        if (u >= x0 - 1 && u <= x0 + w) {
          out[y * SIDE + x] = between(strip, u, v);
        }
      }
    }
    return smooth(out);
  }

  private static float between(Gray strip, double u, double v) {
    int x = Math.clamp((int) u, 0, strip.width() - 2);
    int y = Math.clamp((int) v, 0, strip.height() - 2);
    float fx = (float) Math.clamp(u - x, 0.0, 1.0);
    float fy = (float) Math.clamp(v - y, 0.0, 1.0);
    float above = darkness(strip.at(x, y)) * (1 - fx) + darkness(strip.at(x + 1, y)) * fx;
    float below = darkness(strip.at(x, y + 1)) * (1 - fx) + darkness(strip.at(x + 1, y + 1)) * fx;
    return above * (1 - fy) + below * fy;
  }

  private static float[] smooth(float[] in) {
    float[] middle = new float[in.length];
    float[] out = new float[in.length];
    for (int i = 1; i < in.length - 1; i++) {
      middle[i] = 0.25f * in[i - 1] + 0.5f * in[i] + 0.25f * in[i + 1];
    }
    for (int i = SIDE; i < in.length - SIDE; i++) {
      out[i] = 0.25f * middle[i - SIDE] + 0.5f * middle[i] + 0.25f * middle[i + SIDE];
    }
    return out;
  }

  private static void directions(float[] g, float[] values) {
    float[] planes = new float[DIRECTIONS * ZONES * SIDE];
    for (int y = 1; y < SIDE - 1; y++) {
      for (int x = 1; x < SIDE - 1; x++) {
        int i = y * SIDE + x;
        float gx =
            g[i - SIDE + 1]
                + 2 * g[i + 1]
                + g[i + SIDE + 1]
                - g[i - SIDE - 1]
                - 2 * g[i - 1]
                - g[i + SIDE - 1];
        float gy =
            g[i + SIDE - 1]
                + 2 * g[i + SIDE]
                + g[i + SIDE + 1]
                - g[i - SIDE - 1]
                - 2 * g[i - SIDE]
                - g[i - SIDE + 1];
        float ax = Math.abs(gx);
        float ay = Math.abs(gy);
        if (ax + ay < 0.02f) {
          continue;
        }
        int straight = ax >= ay ? (gx >= 0 ? 0 : 4) : gy >= 0 ? 2 : 6;
        int slanted = gx >= 0 ? (gy >= 0 ? 1 : 7) : gy >= 0 ? 3 : 5;
        float part = Math.abs(ax - ay);
        float rest = 1.4142135f * Math.min(ax, ay);
        spread(planes, straight, x, y, part);
        spread(planes, slanted, x, y, rest);
      }
    }
    collect(planes, values);
  }

  /// Adds to the columns' zones of a row.
  private static void spread(float[] planes, int direction, int x, int y, float amount) {
    int base = direction * ZONES * SIDE + y;
    int nearest = x * ZONES / SIDE;
    int from = Math.max(0, nearest - 1);
    int to = Math.min(ZONES - 1, nearest + 1);
    for (int zone = from; zone <= to; zone++) {
      planes[base + zone * SIDE] += ZONE_WEIGHTS[zone * SIDE + x] * amount;
    }
  }

  private static void collect(float[] planes, float[] values) {
    double square = 0;
    for (int d = 0; d < DIRECTIONS; d++) {
      for (int zx = 0; zx < ZONES; zx++) {
        int base = (d * ZONES + zx) * SIDE;
        for (int zy = 0; zy < ZONES; zy++) {
          float sum = 0;
          int from = Math.max(0, zy * 6 - 6);
          int to = Math.min(SIDE, zy * 6 + 12);
          for (int y = from; y < to; y++) {
            sum += ZONE_WEIGHTS[zy * SIDE + y] * planes[base + y];
          }
          values[(d * ZONES + zx) * ZONES + zy] = sum;
          square += sum;
        }
      }
    }
    float scale = (float) (1 / Math.sqrt(square + 1e-6));
    for (int i = 0; i < DIRECTIONS * ZONES * ZONES; i++) {
      values[i] = (float) Math.sqrt(values[i]) * scale;
    }
  }

  private static float[] zoneWeights() {
    float[] weights = new float[ZONES * SIDE];
    for (int zone = 0; zone < ZONES; zone++) {
      for (int x = 0; x < SIDE; x++) {
        double away = x + 0.5 - (zone + 0.5) * SIDE / ZONES;
        weights[zone * SIDE + x] = (float) Math.exp(-away * away / (2 * 3.6 * 3.6));
      }
    }
    return weights;
  }
}
