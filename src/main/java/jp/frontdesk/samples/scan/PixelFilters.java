package jp.frontdesk.samples.scan;

import java.awt.image.BufferedImage;
import java.util.SplittableRandom;

/// What light, lens, glass and sensor do to the pixels of an `TYPE_INT_RGB` image. All change the
/// image itself.
public final class PixelFilters {
  private static final int LIGHT_STEP_PX = 4;

  private PixelFilters() {}

  /// Colour to grey, as a grey scan.
  public static void grey(BufferedImage image) {
    int[] pixels = PageFile.pixelsOf(image);
    for (int i = 0; i < pixels.length; i++) {
      int rgb = pixels[i];
      int y = (77 * (rgb >> 16 & 255) + 151 * (rgb >> 8 & 255) + 28 * (rgb & 255)) >> 8;
      pixels[i] = y * 0x010101;
    }
  }

  /// Blurs with a triangle of that reach in pixels (0.3 hardly visible, 1.5 strong), rows and
  /// columns.
  public static void blur(BufferedImage image, double radius) {
    int[] pixels = PageFile.pixelsOf(image);
    int width = image.getWidth();
    int height = image.getHeight();
    int side = (int) Math.round(256 * radius / (1 + 2 * radius));
    int centre = 256 - 2 * side;
    int[] previous = new int[width];
    int[] current = new int[width];
    for (int y = 0; y < height; y++) {
      int row = y * width;
      int left = pixels[row];
      for (int x = 0; x < width; x++) {
        int here = pixels[row + x];
        int right = pixels[row + Math.min(x + 1, width - 1)];
        pixels[row + x] = mix(left, here, right, side, centre);
        left = here;
      }
    }
    System.arraycopy(pixels, 0, previous, 0, width);
    for (int y = 0; y < height; y++) {
      int row = y * width;
      int next = Math.min(y + 1, height - 1) * width;
      System.arraycopy(pixels, row, current, 0, width);
      for (int x = 0; x < width; x++) {
        pixels[row + x] = mix(previous[x], current[x], pixels[next + x], side, centre);
      }
      int[] swap = previous;
      previous = current;
      current = swap;
    }
  }

  private static int mix(int a, int b, int c, int side, int centre) {
    int r = (side * ((a >> 16 & 255) + (c >> 16 & 255)) + centre * (b >> 16 & 255)) >> 8;
    int g = (side * ((a >> 8 & 255) + (c >> 8 & 255)) + centre * (b >> 8 & 255)) >> 8;
    int l = (side * ((a & 255) + (c & 255)) + centre * (b & 255)) >> 8;
    return r << 16 | g << 8 | l;
  }

  /// Adds grain.
  ///
  /// @param amount standard deviation in grey levels of 0 to 255
  public static void noise(BufferedImage image, double amount, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    byte[] grain = new byte[1 << 15];
    for (int i = 0; i < grain.length; i++) {
      grain[i] = (byte) Math.clamp(Math.round(random.nextGaussian() * amount), -120, 120);
    }
    int[] pixels = PageFile.pixelsOf(image);
    int state = (int) random.nextLong() | 1;
    for (int i = 0; i < pixels.length; i++) {
      state ^= state << 13;
      state ^= state >>> 17;
      state ^= state << 5;
      pixels[i] = plus(pixels[i], grain[state & 0x7FFF]);
    }
  }

  private static int plus(int rgb, int delta) {
    int r = clamp((rgb >> 16 & 255) + delta);
    int g = clamp((rgb >> 8 & 255) + delta);
    int b = clamp((rgb & 255) + delta);
    return r << 16 | g << 8 | b;
  }

  private static int clamp(int value) {
    return value < 0 ? 0 : Math.min(value, 255);
  }

  /// Brings black up and white down: a pale copy on greyish paper.
  ///
  /// @param black what black becomes, 0 to 255
  /// @param white what white becomes, 0 to 255
  public static void fade(BufferedImage image, int black, int white) {
    int[] table = new int[256];
    for (int v = 0; v < 256; v++) {
      table[v] = black + (white - black) * v / 255;
    }
    int[] pixels = PageFile.pixelsOf(image);
    for (int i = 0; i < pixels.length; i++) {
      int rgb = pixels[i];
      pixels[i] = table[rgb >> 16 & 255] << 16 | table[rgb >> 8 & 255] << 8 | table[rgb & 255];
    }
  }

  /// Multiplies every pixel by a light, which is asked once for a few neighbours.
  public static void light(BufferedImage image, Light light) {
    int[] pixels = PageFile.pixelsOf(image);
    int width = image.getWidth();
    int height = image.getHeight();
    for (int y = 0; y < height; y++) {
      int factor = 256;
      for (int x = 0; x < width; x++) {
        if (x % LIGHT_STEP_PX == 0) {
          factor = (int) (256 * light.at((double) x / width, (double) y / height));
        }
        int i = y * width + x;
        int rgb = pixels[i];
        int r = Math.min(255, ((rgb >> 16 & 255) * factor) >> 8);
        int g = Math.min(255, ((rgb >> 8 & 255) * factor) >> 8);
        int b = Math.min(255, ((rgb & 255) * factor) >> 8);
        pixels[i] = r << 16 | g << 8 | b;
      }
    }
  }

  /// How bright it is at a place of the image.
  @FunctionalInterface
  public interface Light {
    /// A factor around 1.
    ///
    /// @param u 0 at the left edge, 1 at the right
    /// @param v 0 at the top, 1 at the bottom
    double at(double u, double v);
  }

  /// Turns the image clockwise by quarter turns.
  public static BufferedImage turned(BufferedImage image, int degrees) {
    int width = image.getWidth();
    int height = image.getHeight();
    if (degrees == 0) {
      return image;
    }
    boolean swaps = degrees != 180;
    BufferedImage out =
        new BufferedImage(
            swaps ? height : width, swaps ? width : height, BufferedImage.TYPE_INT_RGB);
    int[] from = PageFile.pixelsOf(image);
    int[] to = PageFile.pixelsOf(out);
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        int target =
            switch (degrees) {
              case 90 -> x * height + (height - 1 - y);
              case 180 -> (height - 1 - y) * width + (width - 1 - x);
              case 270 -> (width - 1 - x) * height + y;
              default -> throw new IllegalArgumentException("not a quarter turn: " + degrees);
            };
        to[target] = from[y * width + x];
      }
    }
    return out;
  }
}
