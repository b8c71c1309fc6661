package jp.frontdesk.reading;

import static org.assertj.core.api.Assertions.assertThat;

import jp.frontdesk.reading.page.Ink;
import org.junit.jupiter.api.Test;

class RingTest {
  private static final Box LINE = new Box(0, 0, 200, 40);

  private final Ink ink = new Ink(200, 40, new byte[200 * 40]);

  private void word(int x) {
    for (int y = 8; y < 32; y++) {
      for (int i = 0; i < 24; i += 3) {
        dot(x + i, y);
        dot(x + i + 1, y);
      }
    }
  }

  /// @param height more than 40 where rules have cut off its top and bottom
  private void ring(int middle, int height) {
    for (int degrees = 0; degrees < 720; degrees++) {
      double angle = Math.toRadians(degrees / 2.0);
      int x = (int) Math.round(middle + 20 * Math.cos(angle));
      int y = (int) Math.round(20 + height / 2.0 * Math.sin(angle));
      dot(x, y);
      dot(x + 1, y);
    }
  }

  private void dot(int x, int y) {
    if (y >= 0 && y < ink.height()) {
      ink.dark()[y * ink.width() + x] = 1;
    }
  }

  @Test
  void theRingStandsHigherThanThePrint() {
    word(20);
    word(110);
    ring(122, 39);

    assertThat(Ring.in(ink, LINE))
        .hasValueSatisfying(r -> assertThat(r.centerX()).isBetween(119, 125));
  }

  @Test
  void aRingCutByTheRulesIsStillOne() {
    word(20);
    word(110);
    ring(32, 46);

    assertThat(Ring.in(ink, LINE))
        .hasValueSatisfying(r -> assertThat(r.centerX()).isBetween(29, 35));
  }

  @Test
  void printAloneHasNone() {
    word(20);
    word(110);

    assertThat(Ring.in(ink, new Box(0, 8, 200, 24))).isEmpty();
  }

  @Test
  void twoRingsChooseNothing() {
    word(20);
    word(110);
    word(160);
    ring(32, 39);
    ring(122, 39);

    assertThat(Ring.in(ink, LINE)).isEmpty();
  }
}
