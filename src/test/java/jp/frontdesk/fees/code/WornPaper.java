package jp.frontdesk.fees.code;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.awt.image.ConvolveOp;
import java.awt.image.Kernel;
import java.util.Random;

/// What printing and scanning do to a page, simulated: ink that bleeds (a blur of 0.05 mm, a third
/// of a bar), paper laid askew (1°), grey instead of black on white (80 % contrast), grain (noise).
public final class WornPaper {
  /// Grain of a flatbed scanner, as a standard deviation in grey levels of 256. zbar reads bars up
  /// to about 5.
  public static final double SCANNER_GRAIN = 3;

  /// Grain of a bad camera in a dim room.
  public static final double CAMERA_GRAIN = 12;

  private static final double BLUR_MM = 0.05;
  private static final double MM_PER_INCH = 25.4;
  private static final double DEGREES = 1;
  private static final double CONTRAST = 0.8;

  private WornPaper() {}

  /// The page after its journey; always the same picture.
  ///
  /// @param dpi of the page
  public static BufferedImage of(BufferedImage page, int dpi, double grain) {
    BufferedImage turned =
        new BufferedImage(page.getWidth(), page.getHeight(), BufferedImage.TYPE_BYTE_GRAY);
    Graphics2D pen = turned.createGraphics();
    pen.setColor(Color.WHITE);
    pen.fillRect(0, 0, page.getWidth(), page.getHeight());
    pen.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
    pen.rotate(Math.toRadians(DEGREES), page.getWidth() / 2.0, page.getHeight() / 2.0);
    pen.drawImage(page, 0, 0, null);
    pen.dispose();
    float[] bell = bellOf(BLUR_MM * dpi / MM_PER_INCH);
    BufferedImage blurred = blurred(blurred(turned, bell, bell.length, 1), bell, 1, bell.length);
    Random random = new Random(dpi);
    for (int y = 0; y < blurred.getHeight(); y++) {
      for (int x = 0; x < blurred.getWidth(); x++) {
        double grey = blurred.getRaster().getSample(x, y, 0);
        double worn = 128 + (grey - 128) * CONTRAST + random.nextGaussian() * grain;
        blurred.getRaster().setSample(x, y, 0, (int) Math.clamp(worn, 0, 255));
      }
    }
    return blurred;
  }

  private static BufferedImage blurred(BufferedImage page, float[] bell, int width, int height) {
    return new ConvolveOp(new Kernel(width, height, bell), ConvolveOp.EDGE_NO_OP, null)
        .filter(page, null);
  }

  private static float[] bellOf(double sigma) {
    int reach = (int) Math.ceil(3 * sigma);
    float[] bell = new float[2 * reach + 1];
    float sum = 0;
    for (int i = 0; i < bell.length; i++) {
      bell[i] = (float) Math.exp(-(i - reach) * (i - reach) / (2 * sigma * sigma));
      sum += bell[i];
    }
    for (int i = 0; i < bell.length; i++) {
      bell[i] /= sum;
    }
    return bell;
  }
}
