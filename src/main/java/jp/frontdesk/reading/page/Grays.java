package jp.frontdesk.reading.page;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;

/// Colour images to grey: the largest of red, green and blue, so that a red or blue seal fades to
/// paper and black print stays.
final class Grays {
  private Grays() {}

  /// The picture, its longer side at most [PageLimits#MAX_SIDE_PX].
  static Gray of(BufferedImage image) {
    int w = image.getWidth();
    int h = image.getHeight();
    byte[] out = new byte[w * h];
    if (image.getType() == BufferedImage.TYPE_BYTE_GRAY && isWhole(image)) {
      System.arraycopy(bytesOf(image), 0, out, 0, out.length);
    } else if (image.getType() == BufferedImage.TYPE_3BYTE_BGR && isWhole(image)) {
      byte[] in = bytesOf(image);
      for (int i = 0, p = 0; i < out.length; i++, p += 3) {
        int m = Math.max(in[p] & 0xFF, Math.max(in[p + 1] & 0xFF, in[p + 2] & 0xFF));
        out[i] = (byte) m;
      }
    } else {
      copyRows(image, out);
    }
    Gray gray = new Gray(w, h, out);
    int longer = Math.max(w, h);
    if (longer <= PageLimits.MAX_SIDE_PX) {
      return gray;
    }
    double scale = (double) PageLimits.MAX_SIDE_PX / longer;
    return gray.resized(
        Math.max(1, (int) Math.round(w * scale)), Math.max(1, (int) Math.round(h * scale)));
  }

  private static boolean isWhole(BufferedImage image) {
    return image.getRaster().getParent() == null
        && bytesOf(image).length
            == image.getWidth() * image.getHeight() * image.getRaster().getNumBands();
  }

  private static byte[] bytesOf(BufferedImage image) {
    return ((DataBufferByte) image.getRaster().getDataBuffer()).getData();
  }

  private static void copyRows(BufferedImage image, byte[] out) {
    int w = image.getWidth();
    int[] row = new int[w];
    for (int y = 0; y < image.getHeight(); y++) {
      image.getRGB(0, y, w, 1, row, 0, w);
      for (int x = 0; x < w; x++) {
        int p = row[x];
        int alpha = p >>> 24;
        int m = Math.max(p >> 16 & 0xFF, Math.max(p >> 8 & 0xFF, p & 0xFF));
        out[y * w + x] = (byte) (255 - (255 - m) * alpha / 255);
      }
    }
  }
}
