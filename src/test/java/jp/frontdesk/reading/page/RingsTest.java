package jp.frontdesk.reading.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;

class RingsTest {
  private static final int SIDE = 2200;
  private static final int EM = 24;

  private final Gray page = Gray.white(700, SIDE);

  /// Strokes such as characters are made of.
  private void print(int x, int y, int width) {
    for (int v = y; v < y + EM - 2; v++) {
      for (int u = x; u < x + width; u++) {
        boolean isStroke = (v - y) % 7 < 2 || (u - x) % 11 < 2;
        if (isStroke) {
          dot(u, v);
        }
      }
    }
  }

  private void ring(double x, double y, double halfWidth, double halfHeight) {
    for (int i = 0; i < 4000; i++) {
      double angle = 2 * Math.PI * i / 4000;
      for (double thick = -1; thick <= 1; thick += 0.5) {
        dot(
            (int) Math.round(x + (halfWidth + thick) * Math.cos(angle)),
            (int) Math.round(y + (halfHeight + thick) * Math.sin(angle)));
      }
    }
  }

  private void rule(int y) {
    for (int x = 20; x < 680; x++) {
      dot(x, y);
      dot(x, y + 1);
    }
  }

  private void dot(int x, int y) {
    page.pixels()[y * page.width() + x] = 0;
  }

  private UprightPage upright() {
    return UprightPage.of(page, page, 0, Together.IN_TURN);
  }

  private static List<Oval> rings(UprightPage page) {
    return Rings.of(page.ink(), Together.IN_TURN).stream()
        .sorted(Comparator.comparingDouble(Oval::y).thenComparingDouble(Oval::x))
        .toList();
  }

  @Test
  void roundAndWideRingsAroundWordsAreFound() {
    print(100, 189, EM - 2);
    print(148, 189, EM - 2);
    ring(159, 200, 17, 17);
    print(300, 489, 60);
    ring(330, 500, 38, 17);

    List<Oval> rings = rings(upright());

    assertThat(rings).hasSize(2);
    assertThat(rings.getFirst().x()).isBetween(157.0, 161.0);
    assertThat(rings.getFirst().y()).isBetween(198.0, 202.0);
    assertThat(rings.getLast().x()).isBetween(327.0, 333.0);
    assertThat(rings.getLast().halfWidth()).isBetween(35.0, 41.0);
  }

  @Test
  void anEmptyRingIsNone() {
    ring(200, 200, 17, 17);

    assertThat(rings(upright())).isEmpty();
  }

  @Test
  void printHasNoRings() {
    for (int y = 100; y < 600; y += 40) {
      for (int x = 100; x < 600; x += EM) {
        print(x, y, EM - 2);
      }
    }

    assertThat(rings(upright())).isEmpty();
  }

  @Test
  void withoutItsRingsAPageKeepsItsWordsAndRules() {
    print(148, 189, EM - 2);
    rule(182);
    rule(217);
    UprightPage before = upright();
    long printed = before.ink().count();
    ring(159, 200, 17, 17);
    UprightPage ringed = upright();

    UprightPage bare = ringed.without(rings(ringed));

    assertThat(ringed.ink().count() - printed).isGreaterThan(150);
    assertThat(bare.ink().count()).isBetween(printed - 60, printed + 60);
    assertThat(bare.source().at(142, 200)).isEqualTo(255);
    assertThat(ringed.source().at(142, 200)).isZero();
    for (int x = 40; x < 660; x++) {
      assertThat(bare.ink().at(x, 182)).isTrue();
    }
  }
}
