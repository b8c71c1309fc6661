package jp.frontdesk.samples.scan;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.image.BufferedImage;
import java.util.SplittableRandom;

/// What hands, files and old machines do to a `TYPE_INT_RGB` sheet before or while it is scanned.
/// All change the image itself.
public final class PaperWear {
  private static final double HOLE_MM = 6;
  private static final double HOLES_APART_MM = 80;
  private static final double HOLE_FROM_EDGE_MM = 9;
  private static final double CREASE_MM = 0.5;

  private PaperWear() {}

  /// A crease across the whole sheet: one side of it a little darker, the ridge lighter.
  ///
  /// @param at its height, 0 top to 1 bottom
  /// @param depth how much light the shadow takes, 0 to 1
  public static void fold(BufferedImage sheet, double at, double depth, int dpi) {
    PixelFilters.light(
        sheet,
        (u, v) -> {
          double distance = (v - at - 0.004 * (u - 0.5)) / 0.012;
          return distance < 0 || distance > 4 ? 1 : 1 - depth * Math.exp(-distance);
        });
    Graphics2D graphics = smooth(sheet);
    graphics.setColor(new Color(255, 255, 255, 150));
    graphics.setStroke(new BasicStroke((float) (CREASE_MM * dpi / 25.4)));
    double y = at * sheet.getHeight();
    double tilt = 0.002 * sheet.getHeight();
    graphics.draw(new Line2D.Double(0, y - tilt, sheet.getWidth(), y + tilt));
    graphics.dispose();
  }

  /// Two holes of a file at the left edge, through which the scanner's lid shows.
  public static void punch(BufferedImage sheet, int dpi, int lid) {
    double pxPerMm = dpi / 25.4;
    double diameter = HOLE_MM * pxPerMm;
    double x = (HOLE_FROM_EDGE_MM - HOLE_MM / 2) * pxPerMm;
    Graphics2D graphics = smooth(sheet);
    graphics.setColor(new Color(lid, lid, lid));
    for (double side = -0.5; side <= 0.5; side++) {
      double y = sheet.getHeight() / 2.0 + side * HOLES_APART_MM * pxPerMm - diameter / 2;
      graphics.fill(new Ellipse2D.Double(x, y, diameter, diameter));
    }
    graphics.dispose();
  }

  /// The other side's print shines through, mirrored; here the sheet's own print stands in for it.
  ///
  /// @param share of its ink, 0 to 1
  public static void shineThrough(BufferedImage sheet, double share) {
    int[] pixels = PageFile.pixelsOf(sheet);
    int width = sheet.getWidth();
    int[] factors = new int[256];
    for (int level = 0; level < 256; level++) {
      factors[level] = (int) (256 * (1 - share * (255 - level) / 255));
    }
    int[] row = new int[width];
    for (int y = 0; y < sheet.getHeight(); y++) {
      System.arraycopy(pixels, y * width, row, 0, width);
      for (int x = 0; x < width; x++) {
        int rgb = pixels[y * width + x];
        int factor = factors[row[width - 1 - x] >> 8 & 255];
        int red = ((rgb >> 16 & 255) * factor) >> 8;
        int green = ((rgb >> 8 & 255) * factor) >> 8;
        int blue = ((rgb & 255) * factor) >> 8;
        pixels[y * width + x] = red << 16 | green << 8 | blue;
      }
    }
  }

  /// A fax or an old copier: specks of dirt and lost ink, and rows that were lost.
  ///
  /// @param specks share of all pixels
  /// @param lostRows how many rows repeat the one above
  public static void fax(BufferedImage image, double specks, int lostRows, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    int[] pixels = PageFile.pixelsOf(image);
    int width = image.getWidth();
    for (long left = Math.round(specks * pixels.length); left > 0; left--) {
      int at = random.nextInt(pixels.length - 1);
      int ink = random.nextInt(3) == 0 ? 0xE8E8E8 : 0x303030;
      pixels[at] = ink;
      if (random.nextBoolean()) {
        pixels[at + 1] = ink;
      }
    }
    for (int i = 0; i < lostRows; i++) {
      int y = random.nextInt(1, image.getHeight());
      System.arraycopy(pixels, (y - 1) * width, pixels, y * width, width);
    }
  }

  /// Only black and white are left.
  ///
  /// @param threshold grey level from 0 to 255 below which a pixel becomes black
  public static void blackAndWhite(BufferedImage image, int threshold) {
    int[] pixels = PageFile.pixelsOf(image);
    for (int i = 0; i < pixels.length; i++) {
      int rgb = pixels[i];
      int grey = (77 * (rgb >> 16 & 255) + 151 * (rgb >> 8 & 255) + 28 * (rgb & 255)) >> 8;
      pixels[i] = grey < threshold ? 0x101010 : 0xF8F8F8;
    }
  }

  private static Graphics2D smooth(BufferedImage image) {
    Graphics2D graphics = image.createGraphics();
    graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    return graphics;
  }
}
