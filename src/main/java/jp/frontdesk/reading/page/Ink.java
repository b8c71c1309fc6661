package jp.frontdesk.reading.page;

/// Which pixels of a picture are print: darker than the paper around them. Shadows do not count,
/// nor does the pale pattern of copy-guard paper 複写防止用紙.
///
/// @param width pixels in a row
/// @param height rows
/// @param dark 1 where there is print, else 0
@SuppressWarnings("ArrayRecordComponent") // millions of pixels; copying would double the memory
public record Ink(int width, int height, byte[] dark) {
  /// Print is at least this much darker than the mean around it, in percent of that mean.
  private static final int DARKER_PERCENT = 20;

  /// Compares each pixel with the mean of a window around it.
  public static Ink of(Gray gray) {
    int w = gray.width();
    int h = gray.height();
    int radius = Math.max(8, Math.max(w, h) / 90);
    int stride = w + 1;
    int[] sums = new int[stride * (h + 1)];
    byte[] pixels = gray.pixels();
    for (int y = 0; y < h; y++) {
      int row = 0;
      for (int x = 0; x < w; x++) {
        row += pixels[y * w + x] & 0xFF;
        sums[(y + 1) * stride + x + 1] = sums[y * stride + x + 1] + row;
      }
    }
    byte[] dark = new byte[w * h];
    for (int y = 0; y < h; y++) {
      int top = Math.max(0, y - radius);
      int bottom = Math.min(h, y + radius + 1);
      for (int x = 0; x < w; x++) {
        int left = Math.max(0, x - radius);
        int right = Math.min(w, x + radius + 1);
        int sum =
            sums[bottom * stride + right]
                - sums[top * stride + right]
                - sums[bottom * stride + left]
                + sums[top * stride + left];
        int count = (bottom - top) * (right - left);
        int value = pixels[y * w + x] & 0xFF;
        if ((long) value * count * 100 < (long) sum * (100 - DARKER_PERCENT)) {
          dark[y * w + x] = 1;
        }
      }
    }
    return new Ink(w, h, dark);
  }

  /// Whether there is print at a pixel.
  public boolean at(int x, int y) {
    return dark[y * width + x] != 0;
  }

  /// How many pixels are print.
  public long count() {
    long count = 0;
    for (byte d : dark) {
      count += d;
    }
    return count;
  }

  @Override
  public String toString() {
    return "Ink[" + width + " by " + height + "]";
  }
}
