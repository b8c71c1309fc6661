package jp.frontdesk.reading.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Polygon;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import org.junit.jupiter.api.Test;

class UprightPageTest {
  private static final int[] CORNER_X = {120, 690, 740, 80};
  private static final int[] CORNER_Y = {90, 110, 930, 900};

  @Test
  void aSheetPhotographedAtAnAngleFillsTheUprightPage() {
    UprightPage page = UprightPage.of(photograph(), photograph(), 0, Together.IN_TURN);
    int right = page.picture().width();
    int bottom = page.picture().height();

    double[][] corners = {{0, 0}, {right, 0}, {right, bottom}, {0, bottom}};
    for (int i = 0; i < 4; i++) {
      assertThat(page.map().u(corners[i][0], corners[i][1])).isCloseTo(CORNER_X[i], within(6.0));
      assertThat(page.map().v(corners[i][0], corners[i][1])).isCloseTo(CORNER_Y[i], within(6.0));
    }
  }

  @Test
  void aScanWithoutEdgesStaysAsItIs() {
    Gray scan = Gray.white(600, 800);

    UprightPage page = UprightPage.of(scan, scan, 0, Together.IN_TURN);

    assertThat(page.picture()).isSameAs(scan);
    assertThat(page.map().u(100, 200)).isEqualTo(100);
  }

  private static Gray photograph() {
    BufferedImage image = new BufferedImage(800, 1000, BufferedImage.TYPE_BYTE_GRAY);
    Graphics2D pen = image.createGraphics();
    pen.setColor(Color.DARK_GRAY);
    pen.fillRect(0, 0, 800, 1000);
    pen.setColor(Color.WHITE);
    pen.fill(new Polygon(CORNER_X, CORNER_Y, 4));
    pen.dispose();
    return new Gray(800, 1000, ((DataBufferByte) image.getRaster().getDataBuffer()).getData());
  }
}
