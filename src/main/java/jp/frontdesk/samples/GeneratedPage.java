package jp.frontdesk.samples;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import javax.imageio.ImageIO;
import jp.frontdesk.samples.paper.PrintedPage;

/// One page image file with the truth about it.
public final class GeneratedPage {
  private final byte[] bytes;
  private final String extension;
  private final int width;
  private final int height;
  private final int dpi;
  private final int rotation;
  private final double skewDegrees;
  private final String text;
  private final List<PrintedPage.Box> boxes;

  GeneratedPage(
      ScanRoom.Scan scan,
      int dpi,
      int rotation,
      double skewDegrees,
      String text,
      List<PrintedPage.Box> boxes) {
    this.bytes = scan.bytes();
    this.extension = scan.extension();
    this.width = scan.width();
    this.height = scan.height();
    this.dpi = dpi;
    this.rotation = rotation;
    this.skewDegrees = skewDegrees;
    this.text = text;
    this.boxes = List.copyOf(boxes);
  }

  /// The image file.
  public byte[] bytes() {
    return bytes.clone();
  }

  /// `png` or `jpg`.
  public String extension() {
    return extension;
  }

  /// The image file decoded anew.
  public BufferedImage image() {
    try {
      return ImageIO.read(new ByteArrayInputStream(bytes));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Pixels.
  public int width() {
    return width;
  }

  /// Pixels.
  public int height() {
    return height;
  }

  /// Resolution of the paper on the image; about right for photos.
  public int dpi() {
    return dpi;
  }

  /// Clockwise degrees by which the upright page was turned.
  public int rotation() {
    return rotation;
  }

  /// Clockwise degrees of skew before that.
  public double skewDegrees() {
    return skewDegrees;
  }

  /// What is printed, line by line, cells separated by tabs.
  public String text() {
    return text;
  }

  /// Where each field stands on the image.
  public List<PrintedPage.Box> boxes() {
    return boxes;
  }
}
