package jp.frontdesk.reading.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DarknessTest {
  private static final int WIDTH = 600;
  private static final int HEIGHT = 800;

  @Test
  void lightThatFadesAcrossThePageIsPaper() {
    Gray page = Gray.white(WIDTH, HEIGHT);
    for (int i = 0; i < page.pixels().length; i++) {
      page.pixels()[i] = (byte) (240 - i % WIDTH / 4);
    }

    assertThat(Ink.of(Darkness.of(page, Together.IN_TURN)).count()).isZero();
  }

  @Test
  void aBroadFoldIsPaperAndPrintOnItIsPrint() {
    Gray page = Gray.white(WIDTH, HEIGHT);
    for (int y = 0; y < HEIGHT; y++) {
      double away = (y - 400) / 24.0;
      int paper = (int) (220 - 90 * Math.exp(-away * away));
      for (int x = 0; x < WIDTH; x++) {
        boolean isStroke = x % 40 < 3 && Math.abs(y - 400) < 12;
        page.pixels()[y * WIDTH + x] = (byte) (isStroke ? paper / 2 : paper);
      }
    }

    Ink ink = Ink.of(Darkness.of(page, Together.IN_TURN));

    assertThat(ink.at(41, 400)).isTrue();
    assertThat(ink.at(60, 400)).isFalse();
    assertThat(ink.at(60, 420)).isFalse();
  }

  @Test
  void aPalePatternBesideBlackPrintIsNoPrint() {
    Gray page = Gray.white(WIDTH, HEIGHT);
    for (int y = 300; y < 330; y++) {
      for (int x = 100; x < 400; x++) {
        int shade = x % 10 > 3 ? 255 : x < 250 ? 20 : 165;
        page.pixels()[y * WIDTH + x] = (byte) shade;
      }
    }

    Ink ink = Ink.of(Darkness.of(page, Together.IN_TURN));

    assertThat(ink.at(201, 315)).isTrue();
    assertThat(ink.at(301, 315)).isFalse();
  }
}
