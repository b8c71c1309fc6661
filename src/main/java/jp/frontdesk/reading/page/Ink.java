package jp.frontdesk.reading.page;

/// Which pixels of a picture are print: darker than the paper around them. Shadows do not count,
/// nor does the pale pattern of copy-guard paper 複写防止用紙.
///
/// @param width pixels in a row
/// @param height rows
/// @param dark 1 where there is print, else 0
@SuppressWarnings("ArrayRecordComponent") // millions of pixels; copying would double the memory
public record Ink(int width, int height, byte[] dark) {
  private static final int LEAST_PERCENT = 15;
  private static final int FIRST_PERCENT = 16;
  private static final int LAST_PERCENT = 30;
  private static final double OF_PRINT = 0.3;
  private static final double PRINT_RANK = 0.95;

  /// What is dark enough, by how dark the print of this page is: the pattern of copy-guard paper is
  /// much paler than that.
  public static Ink of(Darkness darkness) {
    int enough = enough(darkness);
    byte[] dark = new byte[darkness.percent().length];
    for (int i = 0; i < dark.length; i++) {
      dark[i] = (byte) (darkness.percent()[i] >= enough ? 1 : 0);
    }
    return new Ink(darkness.width(), darkness.height(), dark);
  }

  private static int enough(Darkness darkness) {
    int[] counts = new int[101];
    int total = 0;
    for (byte percent : darkness.percent()) {
      if (percent >= LEAST_PERCENT) {
        counts[percent]++;
        total++;
      }
    }
    int print = 100;
    for (int above = counts[100]; print > 0 && above < (1 - PRINT_RANK) * total; ) {
      print--;
      above += counts[print];
    }
    return Math.clamp((int) (OF_PRINT * print), FIRST_PERCENT, LAST_PERCENT);
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
