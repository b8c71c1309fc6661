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
  private static final double SURE_OF_PRINT = 0.5;
  private static final double PRINT_RANK = 0.95;

  /// What is dark enough, by how dark the print of this page is, and hangs together with something
  /// surely print: the pattern of copy-guard paper is paler than that throughout.
  public static Ink of(Darkness darkness) {
    int print = printOf(darkness);
    int enough = Math.clamp((int) (OF_PRINT * print), FIRST_PERCENT, LAST_PERCENT);
    byte[] percent = darkness.percent();
    byte[] dark = new byte[percent.length];
    for (int i = 0; i < dark.length; i++) {
      dark[i] = (byte) (percent[i] >= enough ? 1 : 0);
    }
    int sure = Math.max(enough, (int) (SURE_OF_PRINT * print));
    return new Ink(
        darkness.width(), darkness.height(), kept(dark, percent, sure, darkness.width()));
  }

  /// What hangs together with a pixel of at least this darkness.
  private static byte[] kept(byte[] dark, byte[] percent, int sure, int width) {
    byte[] kept = new byte[dark.length];
    int[] stack = new int[4096];
    for (int start = 0; start < dark.length; start++) {
      if (percent[start] < sure || dark[start] == 0 || kept[start] != 0) {
        continue;
      }
      kept[start] = 1;
      stack[0] = start;
      int size = 1;
      while (size > 0) {
        int p = stack[--size];
        if (size + 8 > stack.length) {
          stack = java.util.Arrays.copyOf(stack, stack.length * 2);
        }
        int x = p % width;
        int left = x == 0 ? 0 : -1;
        int right = x == width - 1 ? 0 : 1;
        for (int row = p - width; row <= p + width; row += width) {
          for (int q = row + left; q <= row + right; q++) {
            if (q >= 0 && q < dark.length && dark[q] != 0 && kept[q] == 0) {
              kept[q] = 1;
              stack[size++] = q;
            }
          }
        }
      }
    }
    return kept;
  }

  /// How dark the darkest print is, but for a few specks.
  private static int printOf(Darkness darkness) {
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
    return print;
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
