package jp.frontdesk.reading.page;

/// How much darker than the paper around it each pixel is. Light that falls unevenly, folds and
/// shadows do not count, because the paper is measured where the pixel stands.
///
/// @param width pixels in a row
/// @param height rows
/// @param percent 0 for paper to 100 for black
@SuppressWarnings("ArrayRecordComponent") // millions of pixels; copying would double the memory
public record Darkness(int width, int height, byte[] percent) {
  private static final int BLOCKS_OF_SIDE = 92;
  private static final int TIMES_AS_WIDE = 4;
  private static final double PAPER_RANK = 0.75;

  /// Compares each pixel with the brightness of the paper, taken from flat blocks of pixels: print
  /// covers less than a quarter of most blocks.
  ///
  /// @param together who does it
  public static Darkness of(Gray gray, Together together) {
    int w = gray.width();
    int h = gray.height();
    int wide = Math.max(12, Math.max(w, h) / BLOCKS_OF_SIDE);
    int high = wide / TIMES_AS_WIDE;
    int columns = (w + wide - 1) / wide;
    int rows = (h + high - 1) / high;
    int[] paper = closed(blocks(gray, wide, high, together), columns, rows);
    byte[] percent = new byte[w * h];
    together.rows(
        h, (first, end) -> compare(gray, paper, columns, rows, wide, percent, first, end));
    return new Darkness(w, h, percent);
  }

  private static void compare(
      Gray gray, int[] paper, int columns, int rows, int wide, byte[] percent, int first, int end) {
    int w = gray.width();
    int high = wide / TIMES_AS_WIDE;
    byte[] pixels = gray.pixels();
    int[] level = new int[columns];
    for (int y = first; y < end; y++) {
      mix(paper, columns, rows, (y + 0.5) / high - 0.5, level);
      for (int x = 0; x < w; x++) {
        int at = Math.max(0, 2 * x + 1 - wide);
        int column = Math.min(columns - 1, at / (2 * wide));
        int next = Math.min(columns - 1, column + 1);
        int rest = at - column * 2 * wide;
        int here = level[column] + (level[next] - level[column]) * rest / (2 * wide);
        int value = (pixels[y * w + x] & 0xFF) << 8;
        percent[y * w + x] = (byte) (value >= here ? 0 : (here - value) * 100 / here);
      }
    }
  }

  /// The darkness of a pixel in percent.
  public int at(int x, int y) {
    return percent[y * width + x];
  }

  /// The paper of one row of pixels at the middle of each block, in 256ths of a grey level.
  private static void mix(int[] paper, int columns, int rows, double at, int[] level) {
    int upper = Math.clamp((int) Math.floor(at), 0, rows - 1);
    int lower = Math.min(rows - 1, upper + 1);
    int share = (int) (256 * Math.clamp(at - upper, 0, 1));
    for (int c = 0; c < columns; c++) {
      level[c] = paper[upper * columns + c] * (256 - share) + paper[lower * columns + c] * share;
    }
  }

  private static int[] blocks(Gray gray, int wide, int high, Together together) {
    int columns = (gray.width() + wide - 1) / wide;
    int rows = (gray.height() + high - 1) / high;
    int[] bright = new int[columns * rows];
    together.rows(rows, (first, end) -> brightness(gray, wide, high, columns, bright, first, end));
    return bright;
  }

  private static void brightness(
      Gray gray, int wide, int high, int columns, int[] bright, int first, int end) {
    int[] counts = new int[256];
    for (int r = first; r < end; r++) {
      for (int c = 0; c < columns; c++) {
        java.util.Arrays.fill(counts, 0);
        int bottom = Math.min(gray.height(), (r + 1) * high);
        int right = Math.min(gray.width(), (c + 1) * wide);
        for (int y = r * high; y < bottom; y++) {
          for (int x = c * wide; x < right; x++) {
            counts[gray.pixels()[y * gray.width() + x] & 0xFF]++;
          }
        }
        int brighter = (int) ((1 - PAPER_RANK) * (bottom - r * high) * (right - c * wide));
        int value = 255;
        for (int left = brighter - counts[255]; value > 1 && left >= 0; left -= counts[value]) {
          value--;
        }
        bright[r * columns + c] = value;
      }
    }
  }

  /// Blocks full of print become paper like their neighbours, broad folds stay: a closing by three
  /// blocks each way.
  private static int[] closed(int[] bright, int columns, int rows) {
    int[] widened = extremes(bright, columns, rows, 1);
    return extremes(widened, columns, rows, -1);
  }

  /// The greatest of each block and its neighbours with sign 1, the least with sign -1.
  private static int[] extremes(int[] levels, int columns, int rows, int sign) {
    int[] out = new int[levels.length];
    for (int r = 0; r < rows; r++) {
      for (int c = 0; c < columns; c++) {
        int best = sign * levels[r * columns + c];
        for (int v = Math.max(0, r - 1); v <= Math.min(rows - 1, r + 1); v++) {
          for (int u = Math.max(0, c - 1); u <= Math.min(columns - 1, c + 1); u++) {
            best = Math.max(best, sign * levels[v * columns + u]);
          }
        }
        out[r * columns + c] = sign * best;
      }
    }
    return out;
  }

  @Override
  public String toString() {
    return "Darkness[" + width + " by " + height + "]";
  }
}
