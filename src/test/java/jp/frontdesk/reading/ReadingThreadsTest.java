package jp.frontdesk.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.List;
import java.util.stream.IntStream;
import jp.frontdesk.reading.cells.Rules;
import jp.frontdesk.reading.page.Decoded;
import jp.frontdesk.reading.page.Gray;
import jp.frontdesk.reading.page.PageDecoder;
import jp.frontdesk.reading.page.PageSource;
import jp.frontdesk.reading.page.Together;
import jp.frontdesk.reading.page.UprightPage;
import org.junit.jupiter.api.Test;

class ReadingThreadsTest {
  private static final List<Integer> NUMBERS = IntStream.range(0, 200).boxed().toList();

  @Test
  void resultsComeInTheOrderOfTheThingsWhateverTheNumberOfThreads() {
    for (int count : List.of(1, 2, 5)) {
      try (ReadingThreads threads = new ReadingThreads(count)) {
        assertThat(threads.each(NUMBERS, n -> n * n))
            .isEqualTo(NUMBERS.stream().map(n -> n * n).toList());
      }
    }
  }

  @Test
  void theFirstFailureIsThrownAsItWas() {
    try (ReadingThreads threads = new ReadingThreads(2)) {
      assertThatThrownBy(
              () -> {
                List<Integer> _ = threads.each(NUMBERS, n -> 1 / (n - 7));
              })
          .isInstanceOf(ArithmeticException.class);
    }
  }

  @Test
  void aPageIsTheSameWhateverTheNumberOfThreadsThatTurnItUpright() throws IOException {
    BufferedImage printed = TestPages.certificate();
    BufferedImage laidAskew = new BufferedImage(2400, 3300, BufferedImage.TYPE_BYTE_GRAY);
    Graphics2D pen = laidAskew.createGraphics();
    pen.setColor(Color.WHITE);
    pen.fillRect(0, 0, laidAskew.getWidth(), laidAskew.getHeight());
    pen.rotate(Math.toRadians(1.7), 1200, 1650);
    pen.drawImage(printed, 100, 100, 2200, 3100, null);
    pen.dispose();
    Gray source = decoded(laidAskew);

    try (ReadingThreads threads = new ReadingThreads(3)) {
      UprightPage alone = upright(source, Together.IN_TURN);
      UprightPage shared = upright(source, threads);

      assertThat(alone.skewDegrees()).isNotZero();
      assertThat(alone.ink().count()).isPositive();
      assertThat(shared.picture().pixels()).isEqualTo(alone.picture().pixels());
      assertThat(shared.darkness().percent()).isEqualTo(alone.darkness().percent());
      assertThat(shared.ink().dark()).isEqualTo(alone.ink().dark());
      assertThat(Rules.of(shared.ink(), shared.darkness(), threads).dark())
          .isEqualTo(Rules.of(alone.ink(), alone.darkness(), Together.IN_TURN).dark());
    }
  }

  private static Gray decoded(BufferedImage image) throws IOException {
    if (PageDecoder.open(TestPages.png(image)) instanceof Decoded.Pages(PageSource pages)) {
      try (pages) {
        return pages.page(0);
      }
    }
    throw new IllegalStateException("not a page");
  }

  private static UprightPage upright(Gray source, Together together) {
    return UprightPage.of(source, UprightPage.small(source, together), 0, together);
  }
}
