package jp.frontdesk.reading;

import static org.assertj.core.api.Assertions.assertThat;

import jp.frontdesk.reading.page.Ink;
import org.junit.jupiter.api.Test;

class InkRunsTest {
  private static final int WIDTH = 200;
  private static final Box PRINT = new Box(20, 10, 60, 20);

  private final Ink ink = new Ink(WIDTH, 60, new byte[WIDTH * 60]);

  private void draw(Box box) {
    for (int y = box.y(); y < box.bottom(); y++) {
      for (int x = box.x(); x < box.right(); x++) {
        ink.dark()[y * WIDTH + x] = 1;
      }
    }
  }

  @Test
  void theMarkOfAVoicedSoundBehindTheLastCharacterBelongsToIt() {
    draw(PRINT);
    draw(new Box(83, 9, 4, 5));

    assertThat(InkRuns.withMark(ink, PRINT).right()).isEqualTo(87);
  }

  @Test
  void theNextCharacterIsNoMark() {
    draw(PRINT);
    draw(new Box(85, 10, 20, 20));

    assertThat(InkRuns.withMark(ink, PRINT)).isEqualTo(PRINT);
  }
}
