package jp.frontdesk.reading.page;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.util.Arrays;

/// A grey picture: one byte a pixel, row by row, 0 black to 255 white. The array is shared, and
/// written only by whoever made it.
///
/// @param width pixels in a row, at least 1
/// @param height rows, at least 1
/// @param pixels `width * height` bytes
@SuppressWarnings("ArrayRecordComponent") // millions of pixels; copying would double the memory
public record Gray(int width, int height, byte[] pixels) {
  public Gray {
    if (width < 1 || height < 1 || pixels.length != width * height) {
      throw new IllegalArgumentException("not a picture of " + width + " by " + height);
    }
  }

  /// A white picture.
  public static Gray white(int width, int height) {
    byte[] pixels = new byte[width * height];
    Arrays.fill(pixels, (byte) 255);
    return new Gray(width, height, pixels);
  }

  /// The brightness at a pixel, 0 to 255.
  public int at(int x, int y) {
    return pixels[y * width + x] & 0xFF;
  }

  /// The brightness between pixels, bilinear; white outside.
  public int sample(double x, double y) {
    int x0 = (int) x;
    int y0 = (int) y;
    if (x < 0 || y < 0 || x0 + 1 >= width || y0 + 1 >= height) {
      int nearX = (int) Math.round(x);
      int nearY = (int) Math.round(y);
      return nearX < 0 || nearY < 0 || nearX >= width || nearY >= height ? 255 : at(nearX, nearY);
    }
    double fx = x - x0;
    double fy = y - y0;
    double top = at(x0, y0) * (1 - fx) + at(x0 + 1, y0) * fx;
    double bottom = at(x0, y0 + 1) * (1 - fx) + at(x0 + 1, y0 + 1) * fx;
    return (int) (top * (1 - fy) + bottom * fy + 0.5);
  }

  /// A copy turned clockwise by quarter turns.
  ///
  /// @param quarters 0 to 3
  public Gray turned(int quarters) {
    if (quarters == 0) {
      return this;
    }
    boolean swaps = quarters % 2 == 1;
    int w = swaps ? height : width;
    int h = swaps ? width : height;
    byte[] out = new byte[pixels.length];
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        int toX = quarters == 1 ? height - 1 - y : quarters == 2 ? width - 1 - x : y;
        int toY = quarters == 1 ? x : quarters == 2 ? height - 1 - y : width - 1 - x;
        out[toY * w + toX] = pixels[y * width + x];
      }
    }
    return new Gray(w, h, out);
  }

  /// A copy of another size; averages when it shrinks.
  public Gray resized(int newWidth, int newHeight) {
    return resized(newWidth, newHeight, Together.IN_TURN);
  }

  /// A copy of another size, made by several threads.
  Gray resized(int newWidth, int newHeight, Together together) {
    if (newWidth == width && newHeight == height) {
      return this;
    }
    double sx = (double) width / newWidth;
    double sy = (double) height / newHeight;
    if (sx <= 1 || sy <= 1) {
      return stretched(newWidth, newHeight, sx, sy);
    }
    byte[] out = new byte[newWidth * newHeight];
    together.rows(newHeight, (first, end) -> shrink(newWidth, sx, sy, out, first, end));
    return new Gray(newWidth, newHeight, out);
  }

  private void shrink(int newWidth, double sx, double sy, byte[] out, int first, int end) {
    for (int y = first; y < end; y++) {
      int y0 = (int) (y * sy);
      int y1 = Math.max(y0 + 1, Math.min(height, (int) ((y + 1) * sy)));
      for (int x = 0; x < newWidth; x++) {
        int x0 = (int) (x * sx);
        int x1 = Math.max(x0 + 1, Math.min(width, (int) ((x + 1) * sx)));
        int sum = 0;
        for (int v = y0; v < y1; v++) {
          for (int u = x0; u < x1; u++) {
            sum += pixels[v * width + u] & 0xFF;
          }
        }
        out[y * newWidth + x] = (byte) (sum / ((x1 - x0) * (y1 - y0)));
      }
    }
  }

  private Gray stretched(int newWidth, int newHeight, double sx, double sy) {
    byte[] out = new byte[newWidth * newHeight];
    for (int y = 0; y < newHeight; y++) {
      for (int x = 0; x < newWidth; x++) {
        double u = Math.clamp((x + 0.5) * sx - 0.5, 0, width - 1);
        double v = Math.clamp((y + 0.5) * sy - 0.5, 0, height - 1);
        out[y * newWidth + x] = (byte) sample(u, v);
      }
    }
    return new Gray(newWidth, newHeight, out);
  }

  /// The same picture for Java2D and ImageIO; shares the pixels.
  public BufferedImage toImage() {
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY);
    byte[] target = ((DataBufferByte) image.getRaster().getDataBuffer()).getData();
    System.arraycopy(pixels, 0, target, 0, pixels.length);
    return image;
  }

  @Override
  public String toString() {
    return "Gray[" + width + " by " + height + "]";
  }
}
