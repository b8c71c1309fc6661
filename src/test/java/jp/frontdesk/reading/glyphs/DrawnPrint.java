package jp.frontdesk.reading.glyphs;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.awt.image.ConvolveOp;
import java.awt.image.DataBufferByte;
import java.awt.image.Kernel;
import java.util.Arrays;
import java.util.List;
import jp.frontdesk.reading.Box;
import jp.frontdesk.reading.page.Gray;
import jp.frontdesk.reading.page.Together;
import jp.frontdesk.reading.page.UprightPage;

/// One line of print on white paper.
public final class DrawnPrint {
  private static final int WIDTH = 900;
  private static final int HEIGHT = 120;
  private static final int PAPER = 200;

  private final Gray page;

  private DrawnPrint(Gray page) {
    this.page = page;
  }

  public static DrawnPrint of(String face, int sizePx, String text) {
    return blurred(face, sizePx, text, 1);
  }

  /// The same, blurred.
  ///
  /// @param side of the square that each pixel is spread over, in pixels
  public static DrawnPrint blurred(String face, int sizePx, String text, int side) {
    BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_BYTE_GRAY);
    Graphics2D g = image.createGraphics();
    g.setColor(Color.WHITE);
    g.fillRect(0, 0, WIDTH, HEIGHT);
    g.setColor(Color.BLACK);
    g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    g.setFont(new Font(face, Font.PLAIN, sizePx));
    g.drawString(text, 60, 80);
    g.dispose();
    float[] even = new float[side * side];
    Arrays.fill(even, 1f / even.length);
    BufferedImage spread =
        new ConvolveOp(new Kernel(side, side, even), ConvolveOp.EDGE_NO_OP, null)
            .filter(image, null);
    byte[] grey = ((DataBufferByte) spread.getRaster().getDataBuffer()).getData();
    return new DrawnPrint(new Gray(WIDTH, HEIGHT, grey));
  }

  public List<ReadGlyph> read(Alphabet alphabet) {
    return GlyphReader.read(upright(), ink(), whole(), alphabet);
  }

  public Spelling spelling() {
    return GlyphReader.spelling(upright(), List.of(ink()), whole());
  }

  private UprightPage upright() {
    return UprightPage.of(page, page, 0, Together.IN_TURN);
  }

  private static Box whole() {
    return new Box(0, 0, WIDTH, HEIGHT);
  }

  private Box ink() {
    int left = WIDTH;
    int right = 0;
    int top = HEIGHT;
    int bottom = 0;
    for (int y = 0; y < HEIGHT; y++) {
      for (int x = 0; x < WIDTH; x++) {
        if (page.at(x, y) < PAPER) {
          left = Math.min(left, x);
          right = Math.max(right, x + 1);
          top = Math.min(top, y);
          bottom = Math.max(bottom, y + 1);
        }
      }
    }
    return right == 0 ? new Box(60, 50, 40, 40) : new Box(left, top, right - left, bottom - top);
  }
}
