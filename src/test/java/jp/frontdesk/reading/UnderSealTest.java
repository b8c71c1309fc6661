package jp.frontdesk.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Optional;
import jp.frontdesk.reading.page.Gray;
import jp.frontdesk.reading.page.Together;
import jp.frontdesk.reading.page.UprightPage;
import org.junit.jupiter.api.Test;

class UnderSealTest {
  private static final int WIDTH = 600;
  private static final int HEIGHT = 200;
  private static final Box PRINT = new Box(20, 80, 120, 40);
  private static final Box SEAL = new Box(300, 20, 160, 160);
  private static final Box ROW = new Box(260, 80, 180, 40);

  private final byte[] pixels = new byte[WIDTH * HEIGHT];

  private void fill(Box box, int brightness) {
    for (int y = box.y(); y < box.bottom(); y++) {
      for (int x = box.x(); x < box.right(); x++) {
        pixels[y * WIDTH + x] = (byte) Math.min(pixels[y * WIDTH + x] & 0xFF, brightness);
      }
    }
  }

  private UnderSeal sealed(int seal, boolean goesOn) {
    Arrays.fill(pixels, (byte) 250);
    for (int x = PRINT.x(); x < PRINT.right(); x += 12) {
      fill(new Box(x, PRINT.y(), 5, PRINT.height()), 20);
    }
    fill(new Box(SEAL.x(), SEAL.y(), 8, SEAL.height()), seal);
    fill(new Box(SEAL.right() - 8, SEAL.y(), 8, SEAL.height()), seal);
    fill(new Box(SEAL.x(), SEAL.y(), SEAL.width(), 8), seal);
    fill(new Box(SEAL.x() + 60, SEAL.y() + 40, 8, 80), seal);
    if (goesOn) {
      fill(new Box(330, 84, 6, 32), 20);
      fill(new Box(350, 84, 6, 32), 20);
    }
    Gray gray = new Gray(WIDTH, HEIGHT, pixels);
    UprightPage page = UprightPage.of(gray, gray, 0, Together.IN_TURN);
    return new UnderSeal(page, PRINT, SEAL, ROW);
  }

  @Test
  void printThatIsDarkerThanTheSealIsLeft() {
    UnderSeal under = sealed(90, true);
    Box left = under.faded().flatMap(under::left).orElseThrow();

    assertThat(left.x()).isBetween(328, 332);
    assertThat(left.right()).isBetween(354, 358);
  }

  @Test
  void aSealBesideTheNameLeavesNothing() {
    UnderSeal under = sealed(90, false);

    assertThat(under.faded()).isPresent();
    assertThat(under.faded().flatMap(under::left)).isEmpty();
  }

  @Test
  void aSealAsDarkAsThePrintCannotBeTakenOff() {
    assertThat(sealed(22, true).faded()).isEqualTo(Optional.empty());
  }
}
