package jp.frontdesk.train;

import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Random;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import jp.frontdesk.reading.page.Gray;

/// What printers, scanners and cameras do to a line: weight, slant, blur, copy-guard words, rules,
/// seals, shadow, noise, compression.
final class ScanFaults {
  /// A scanned picture.
  ///
  /// @param shift pixels its columns moved to the right
  record Scanned(Gray picture, double shift) {
    double column(double x) {
      return x + shift;
    }
  }

  private static final int GRAINS = 1 << 16;

  private final Random luck;
  private final float[] grain = new float[GRAINS];

  ScanFaults(Random luck) {
    this.luck = luck;
    for (int i = 0; i < GRAINS; i++) {
      grain[i] = (float) luck.nextGaussian();
    }
  }

  /// @param big the print, `over` times as large as the scan
  /// @param ink where the ink is, in scan pixels
  Scanned on(Gray big, int over, Rectangle2D ink, double em) {
    float[] page = floats(big);
    int w = big.width();
    int h = big.height();
    if (luck.nextInt(3) == 0) {
      int step = luck.nextInt(3) == 0 ? 1 : w;
      page = strokes(page, step, (float) (luck.nextDouble() * 1.3 - 0.6));
    }
    double level = luck.nextDouble();
    if (luck.nextInt(3) == 0) {
      blur(page, w, h, 0.4 + luck.nextDouble() * em * over * 0.02);
      weight(page, 0.25 + luck.nextDouble() * 0.45);
    }
    rules(page, w, h, over, ink, em);
    int sw = w / over;
    int sh = h / over;
    double shift = luck.nextDouble() - 0.5;
    float[] scan = sampled(page, w, h, sw, sh, over, shift);
    blur(scan, sw, sh, 0.25 + level * luck.nextDouble() * Math.min(1.5, em * 0.035));
    light(scan, sw, sh, em, level);
    Gray gray = bytes(scan, sw, sh);
    return new Scanned(luck.nextInt(3) == 0 ? jpeg(gray) : gray, shift);
  }

  private static float[] floats(Gray gray) {
    float[] out = new float[gray.pixels().length];
    for (int i = 0; i < out.length; i++) {
      out[i] = (gray.pixels()[i] & 0xFF) / 255f;
    }
    return out;
  }

  private static Gray bytes(float[] page, int w, int h) {
    byte[] out = new byte[page.length];
    for (int i = 0; i < out.length; i++) {
      out[i] = (byte) Math.clamp(Math.round(page[i] * 255), 0, 255);
    }
    return new Gray(w, h, out);
  }

  /// Makes the strokes that run across a direction thinner or thicker, as worn and wet print is.
  ///
  /// @param step to the next pixel in that direction
  /// @param lighter share of the ink at the strokes' edges that is lost, below 0 how much is gained
  private static float[] strokes(float[] page, int step, float lighter) {
    float[] out = page.clone();
    for (int i = step; i < page.length - step; i++) {
      float edge =
          lighter > 0
              ? Math.max(page[i], Math.max(page[i - step], page[i + step]))
              : Math.min(page[i], Math.min(page[i - step], page[i + step]));
      out[i] += Math.abs(lighter) * (edge - page[i]);
    }
    return out;
  }

  private static void weight(float[] page, double threshold) {
    for (int i = 0; i < page.length; i++) {
      page[i] = (float) Math.clamp((page[i] - threshold) * 4 + 0.5, 0, 1);
    }
  }

  private void rules(float[] page, int w, int h, int over, Rectangle2D ink, double em) {
    for (int side = 0; side < 2; side++) {
      if (luck.nextInt(8) == 0) {
        double gap = em * (0.12 + luck.nextDouble() * 0.4);
        int row = (int) ((side == 0 ? ink.getMinY() - gap : ink.getMaxY() + gap) * over);
        fill(page, w, h, 0, row, w, row + 1 + luck.nextInt(2 * over));
      }
      if (luck.nextInt(10) == 0) {
        double gap = em * (0.15 + luck.nextDouble() * 0.6);
        int column = (int) ((side == 0 ? ink.getMinX() - gap : ink.getMaxX() + gap) * over);
        fill(page, w, h, column, 0, column + 1 + luck.nextInt(2 * over), h);
      }
    }
  }

  private static void fill(float[] page, int w, int h, int x0, int y0, int x1, int y1) {
    for (int y = Math.max(0, y0); y < Math.min(h, y1); y++) {
      for (int x = Math.max(0, x0); x < Math.min(w, x1); x++) {
        page[y * w + x] = 0.1f;
      }
    }
  }

  private float[] sampled(float[] page, int w, int h, int sw, int sh, int over, double shift) {
    double slope = luck.nextInt(3) == 0 ? luck.nextGaussian() * 0.008 : 0;
    double lean = luck.nextInt(4) == 0 ? luck.nextGaussian() * 0.05 : 0;
    float[] out = new float[sw * sh];
    for (int y = 0; y < sh; y++) {
      for (int x = 0; x < sw; x++) {
        double u = (x + 0.5 - shift + lean * (y - sh / 2.0)) * over - 0.5;
        double v = (y + 0.5 + slope * (x - sw / 2.0)) * over - 0.5;
        out[y * sw + x] = at(page, w, h, u, v);
      }
    }
    return out;
  }

  private static float at(float[] page, int w, int h, double u, double v) {
    int x = Math.clamp((int) Math.floor(u), 0, w - 2);
    int y = Math.clamp((int) Math.floor(v), 0, h - 2);
    float fx = (float) Math.clamp(u - x, 0, 1);
    float fy = (float) Math.clamp(v - y, 0, 1);
    int i = y * w + x;
    return (page[i] * (1 - fx) + page[i + 1] * fx) * (1 - fy)
        + (page[i + w] * (1 - fx) + page[i + w + 1] * fx) * fy;
  }

  private static void blur(float[] page, int w, int h, double sigma) {
    if (sigma < 0.3) {
      return;
    }
    int r = (int) Math.ceil(sigma * 2.5);
    float[] kernel = new float[2 * r + 1];
    float sum = 0;
    for (int i = -r; i <= r; i++) {
      kernel[i + r] = (float) Math.exp(-i * i / (2 * sigma * sigma));
      sum += kernel[i + r];
    }
    for (int i = 0; i < kernel.length; i++) {
      kernel[i] /= sum;
    }
    float[] middle = new float[page.length];
    for (int i = -r; i <= r; i++) {
      float k = kernel[i + r];
      for (int y = 0; y < h; y++) {
        int row = y * w;
        int from = Math.max(0, -i);
        int to = Math.min(w, w - i);
        for (int x = from; x < to; x++) {
          middle[row + x] += k * page[row + x + i];
        }
        for (int x = 0; x < from; x++) {
          middle[row + x] += k * page[row];
        }
        for (int x = to; x < w; x++) {
          middle[row + x] += k * page[row + w - 1];
        }
      }
    }
    Arrays.fill(page, 0);
    for (int i = -r; i <= r; i++) {
      float k = kernel[i + r];
      for (int y = 0; y < h; y++) {
        int row = y * w;
        int from = Math.clamp(y + i, 0, h - 1) * w;
        for (int x = 0; x < w; x++) {
          page[row + x] += k * middle[from + x];
        }
      }
    }
  }

  private void light(float[] scan, int w, int h, double em, double level) {
    double black = luck.nextDouble() * 0.35;
    double white = 0.75 + luck.nextDouble() * 0.25;
    double slope = luck.nextGaussian() * 0.08 * level / w;
    double noise = level * luck.nextDouble() * 0.09;
    boolean guard = luck.nextInt(4) == 0;
    double pitch = 2 + luck.nextDouble() * 5;
    double depth = 0.04 + luck.nextDouble() * 0.16;
    double angle = luck.nextDouble() * Math.PI;
    double cos = Math.cos(angle);
    double sin = Math.sin(angle);
    boolean seal = luck.nextInt(12) == 0;
    double sx = luck.nextDouble() * w;
    double sy = h / 2.0 + luck.nextGaussian() * em * 0.5;
    double radius = em * (0.8 + luck.nextDouble() * 2);
    double ring = em * (0.06 + luck.nextDouble() * 0.1);
    double tint = 0.55 + luck.nextDouble() * 0.4;
    int at = luck.nextInt(GRAINS);
    for (int y = 0; y < h; y++) {
      for (int x = 0; x < w; x++) {
        double paper = 1;
        if (guard) {
          double s =
              Math.sin((x * cos + y * sin) * 3 / pitch) * Math.sin((y * cos - x * sin) * 3 / pitch);
          paper -= s > 0.3 ? depth : 0;
        }
        if (seal && Math.abs(x - sx) < radius + 3) {
          double d = Math.hypot(x - sx, y - sy);
          boolean isInk =
              Math.abs(d - radius) < ring
                  || (d < radius && Math.sin(x * 1.3 / em * 6) * Math.sin(y / em * 7) > 0.35);
          paper = isInk ? Math.min(paper, tint) : paper;
        }
        double value =
            black + (white - black) * Math.min(paper, scan[y * w + x] * paper + (1 - paper) * 0.1);
        scan[y * w + x] =
            (float) (value + slope * (x - w / 2.0) + grain[at++ & (GRAINS - 1)] * noise);
      }
    }
    if (level > 0.8 && luck.nextInt(4) == 0) {
      weight(scan, black + (white - black) * (0.4 + luck.nextDouble() * 0.25));
    }
  }

  private Gray jpeg(Gray gray) {
    ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
    try {
      ImageWriteParam how = writer.getDefaultWriteParam();
      how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
      how.setCompressionQuality(0.3f + luck.nextFloat() * 0.6f);
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      try (var out = ImageIO.createImageOutputStream(bytes)) {
        writer.setOutput(out);
        writer.write(null, new IIOImage(gray.toImage(), null, null), how);
      }
      BufferedImage back = ImageIO.read(new ByteArrayInputStream(bytes.toByteArray()));
      byte[] out = new byte[gray.pixels().length];
      for (int y = 0; y < gray.height(); y++) {
        for (int x = 0; x < gray.width(); x++) {
          out[y * gray.width() + x] = (byte) back.getRaster().getSample(x, y, 0);
        }
      }
      return new Gray(gray.width(), gray.height(), out);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    } finally {
      writer.dispose();
    }
  }
}
