package jp.frontdesk.review;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.MultiFormatWriter;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;

/// Pictures for the previews: crops of printed fields, a page with boxes, codes. All invented.
final class PreviewImages {
  private static final Color PAPER = new Color(0xfb, 0xfa, 0xf4);
  private static final Color PRINT = new Color(0x2a, 0x2a, 0x30);

  private PreviewImages() {}

  /// A crop of a printed field holding that text, PNG.
  static byte[] crop(String text) {
    BufferedImage image =
        new BufferedImage(90 + 46 * text.length(), 84, BufferedImage.TYPE_INT_RGB);
    Graphics2D pen = pen(image);
    pen.setFont(new Font("IPAmjMincho", Font.PLAIN, 44));
    pen.drawString(text, 24, 57);
    pen.drawLine(0, 2, image.getWidth(), 2);
    pen.drawLine(0, 81, image.getWidth(), 81);
    return png(image, pen);
  }

  /// A page of an invented certificate with ruled cells, PNG, 1240 x 1754.
  static byte[] page(int number) {
    BufferedImage image = new BufferedImage(1240, 1754, BufferedImage.TYPE_INT_RGB);
    Graphics2D pen = pen(image);
    pen.setStroke(new BasicStroke(2));
    pen.setFont(new Font("IPAmjMincho", Font.PLAIN, 52));
    pen.drawString("転出証明書", 450, 150);
    pen.setFont(new Font("IPAmjMincho", Font.PLAIN, 26));
    for (int row = 0; row < 14; row++) {
      int top = 240 + row * 90;
      pen.drawRect(100, top, 1040, 90);
      pen.drawLine(320, top, 320, top + 90);
      pen.drawString(row < 4 ? "住所・世帯主" : "異動者 " + (row - 3), 120, top + 54);
      pen.drawString(row < 4 ? "架空県架空市見本町一丁目2番3号" : "見本　" + row + "郎　　昭和60年1月2日　男", 345, top + 54);
    }
    pen.drawString("（" + number + "／2）　架空市長　架空　太郎", 650, 1600);
    return png(image, pen);
  }

  /// A two-dimensional code as SVG.
  static String qrSvg(String content) {
    return svg(content, BarcodeFormat.QR_CODE, 0, 0);
  }

  /// A linear code as SVG.
  static String barSvg(String content) {
    return svg(content, BarcodeFormat.CODE_128, 0, 60);
  }

  private static String svg(String content, BarcodeFormat format, int width, int height) {
    try {
      BitMatrix bits = new MultiFormatWriter().encode(content, format, width, Math.max(1, height));
      StringBuilder path = new StringBuilder();
      int rows = height > 0 ? 1 : bits.getHeight();
      for (int y = 0; y < rows; y++) {
        for (int x = 0; x < bits.getWidth(); x++) {
          if (bits.get(x, y)) {
            path.append("M%d %dh1v%dh-1z".formatted(x, y, height > 0 ? height : 1));
          }
        }
      }
      return "<svg viewBox=\"0 0 %d %d\" shape-rendering=\"crispEdges\"><path d=\"%s\"/></svg>"
          .formatted(bits.getWidth(), bits.getHeight(), path);
    } catch (WriterException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Graphics2D pen(BufferedImage image) {
    Graphics2D pen = image.createGraphics();
    pen.setRenderingHint(
        RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
    pen.setColor(PAPER);
    pen.fillRect(0, 0, image.getWidth(), image.getHeight());
    pen.setColor(PRINT);
    return pen;
  }

  private static byte[] png(BufferedImage image, Graphics2D pen) {
    pen.dispose();
    try {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      ImageIO.write(image, "png", out);
      return out.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
