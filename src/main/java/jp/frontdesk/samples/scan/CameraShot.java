package jp.frontdesk.samples.scan;

import java.awt.image.BufferedImage;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/// A sheet lying on a dark table, seen by a camera that is not quite above it.
public final class CameraShot {
  private CameraShot() {}

  /// Takes the picture.
  ///
  /// @param sheet upright, `TYPE_INT_RGB`
  /// @param width of the picture in pixels
  /// @param height of the picture in pixels
  /// @param corners where the sheet's corners come to lie
  /// @param table the table's colour `0xRRGGBB`
  public static BufferedImage take(
      BufferedImage sheet, int width, int height, Quad corners, int table, long seed) {
    BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    int[] out = PageFile.pixelsOf(picture);
    int[] in = PageFile.pixelsOf(sheet);
    int sheetWidth = sheet.getWidth();
    int sheetHeight = sheet.getHeight();
    Homography back = Homography.onto(corners, sheetWidth, sheetHeight).inverse();
    int[] grain = tableGrain(height, seed);
    IntStream.range(0, height)
        .parallel()
        .forEach(y -> {
          for (int x = 0; x < width; x++) {
            Point p = back.map(new Point(x + 0.5, y + 0.5));
            double sx = p.x() - 0.5;
            double sy = p.y() - 0.5;
            boolean inside = sx >= 0 && sy >= 0 && sx < sheetWidth - 1 && sy < sheetHeight - 1;
            out[y * width + x] =
                inside ? sample(in, sheetWidth, sx, sy) : tablePixel(table, grain, x, y);
          }
        });
    return picture;
  }

  private static int[] tableGrain(int height, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    int[] grain = new int[height];
    double value = 0;
    for (int y = 0; y < height; y++) {
      value = value * 0.97 + random.nextGaussian() * 1.6;
      grain[y] = (int) value;
    }
    return grain;
  }

  private static int tablePixel(int table, int[] grain, int x, int y) {
    int delta = grain[Math.floorMod(y + (int) (6 * Math.sin(x / 190.0)), grain.length)];
    int r = Math.clamp((table >> 16 & 255) + delta, 0, 255);
    int g = Math.clamp((table >> 8 & 255) + delta, 0, 255);
    int b = Math.clamp((table & 255) + delta, 0, 255);
    return r << 16 | g << 8 | b;
  }

  private static int sample(int[] in, int width, double x, double y) {
    int ix = (int) x;
    int iy = (int) y;
    int fx = (int) ((x - ix) * 256);
    int fy = (int) ((y - iy) * 256);
    int at = iy * width + ix;
    int top = blend(in[at], in[at + 1], fx);
    int bottom = blend(in[at + width], in[at + width + 1], fx);
    return blend(top, bottom, fy);
  }

  private static int blend(int a, int b, int share) {
    int redBlue = ((a & 0xFF00FF) * (256 - share) + (b & 0xFF00FF) * share) >>> 8 & 0xFF00FF;
    int green = ((a & 0x00FF00) * (256 - share) + (b & 0x00FF00) * share) >>> 8 & 0x00FF00;
    return redBlue | green;
  }
}
