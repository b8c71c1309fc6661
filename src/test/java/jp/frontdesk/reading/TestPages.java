package jp.frontdesk.reading;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import javax.imageio.ImageIO;

/// Small drawn pages for tests of the reader; the people on them are invented.
final class TestPages {
  /// A4 at 150 dpi.
  static final int WIDTH = 1240;

  static final int HEIGHT = 1754;

  private TestPages() {}

  static BufferedImage blank() {
    BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_BYTE_GRAY);
    Graphics2D pen = image.createGraphics();
    pen.setColor(Color.WHITE);
    pen.fillRect(0, 0, WIDTH, HEIGHT);
    pen.dispose();
    return image;
  }

  /// A small certificate of one member in a ruled table.
  static BufferedImage certificate() {
    return page(
        "転 出 証 明 書",
        List.of(
            new String[] {"転出予定年月日", "令和8年1月15日", "届出年月日", "令和8年1月11日"},
            new String[] {"旧住所", "見本県架空市見本町１丁目８番２号"},
            new String[] {"旧住所の世帯主", "見本　太郎"},
            new String[] {"新住所", "架空県見本市架空町２丁目３番"},
            new String[] {"新住所の世帯主", "見本　太郎"},
            new String[] {"フリガナ", "ミホン　タロウ", "生年月日", "昭和49年12月1日"},
            new String[] {"氏名", "見本　太郎", "性別", "男"},
            new String[] {"住民票コード", "74777695707", "個人番号", "123456789018"}),
        "上記のとおり転出の届出があったことを証明する。");
  }

  static BufferedImage residentRecord() {
    return page(
        "住 民 票",
        List.of(
            new String[] {"氏名", "見本　太郎", "生年月日", "昭和49年12月1日"},
            new String[] {"住所", "見本県架空市見本町１丁目８番２号"}),
        "この写しは、住民票の原本と相違ないことを証明する。");
  }

  /// Something that is no paper with print: blobs of colour.
  static BufferedImage somethingElse() {
    BufferedImage image = new BufferedImage(1200, 900, BufferedImage.TYPE_3BYTE_BGR);
    Graphics2D pen = image.createGraphics();
    for (int i = 0; i < 60; i++) {
      pen.setColor(new Color(i * 37 % 256, i * 91 % 256, i * 53 % 256));
      pen.fillOval(i * 131 % 1200, i * 77 % 900, 160, 110);
    }
    pen.dispose();
    return image;
  }

  static BufferedImage page(String title, List<String[]> rows, String closing) {
    BufferedImage image = blank();
    Graphics2D pen = image.createGraphics();
    pen.setRenderingHint(
        RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
    pen.setColor(Color.BLACK);
    pen.setFont(new Font("Noto Sans CJK JP", Font.PLAIN, 40));
    pen.drawString(title, WIDTH / 2 - pen.getFontMetrics().stringWidth(title) / 2, 130);
    pen.setFont(new Font("Noto Sans CJK JP", Font.PLAIN, 22));
    pen.setStroke(new BasicStroke(2));
    int top = 200;
    for (String[] row : rows) {
      int[] sides =
          row.length == 2 ? new int[] {100, 330, 1140} : new int[] {100, 330, 640, 830, 1140};
      for (int i = 0; i + 1 < sides.length; i++) {
        pen.drawRect(sides[i], top, sides[i + 1] - sides[i], 50);
        pen.drawString(row[i], sides[i] + 14, top + 34);
      }
      top += 50;
    }
    pen.drawString(closing, 120, top + 80);
    pen.dispose();
    return image;
  }

  static BufferedImage turned(BufferedImage image, int quarters) {
    boolean swaps = quarters % 2 == 1;
    int w = swaps ? image.getHeight() : image.getWidth();
    int h = swaps ? image.getWidth() : image.getHeight();
    BufferedImage out = new BufferedImage(w, h, image.getType());
    Graphics2D pen = out.createGraphics();
    pen.translate(w / 2.0, h / 2.0);
    pen.rotate(Math.PI / 2 * quarters);
    pen.drawImage(image, -image.getWidth() / 2, -image.getHeight() / 2, null);
    pen.dispose();
    return out;
  }

  static byte[] png(BufferedImage image) throws IOException {
    return encoded(image, "png");
  }

  static byte[] encoded(BufferedImage image, String format) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    if (!ImageIO.write(image, format, out)) {
      throw new IOException("no writer for " + format);
    }
    return out.toByteArray();
  }
}
