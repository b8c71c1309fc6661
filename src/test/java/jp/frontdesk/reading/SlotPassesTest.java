package jp.frontdesk.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import jp.frontdesk.reading.cells.TextLine;
import jp.frontdesk.reading.glyphs.Alphabet;
import jp.frontdesk.reading.glyphs.ReadGlyph;
import jp.frontdesk.reading.page.Gray;
import jp.frontdesk.reading.page.Together;
import jp.frontdesk.reading.page.UprightPage;
import jp.frontdesk.reading.text.Engines;
import org.junit.jupiter.api.Test;

class SlotPassesTest {
  private static final int ROUNDS = 20;

  @Test
  @SuppressWarnings("NullAway") // no engine is asked for glyphs
  void twoThreadsMayReadTheSameLineAtOnce() throws Exception {
    BufferedImage drawn = TestPages.blank();
    Graphics2D pen = drawn.createGraphics();
    pen.setColor(Color.BLACK);
    for (int i = 0; i < 24; i++) {
      pen.drawRect(100 + i * 40, 100, 24, 24);
    }
    pen.dispose();
    Gray gray =
        new Gray(
            TestPages.WIDTH,
            TestPages.HEIGHT,
            ((DataBufferByte) drawn.getRaster().getDataBuffer()).getData());
    UprightPage page = UprightPage.of(gray, gray, 0, Together.IN_TURN);
    Box line = new Box(90, 90, 980, 50);
    Engines noEngines = null;

    List<Alphabet> alphabets = List.of(Alphabet.NAME, Alphabet.KANA);
    CyclicBarrier start = new CyclicBarrier(alphabets.size());
    try (ExecutorService threads = Executors.newFixedThreadPool(alphabets.size())) {
      for (int round = 0; round < ROUNDS; round++) {
        SlotPasses passes =
            new SlotPasses(page, noEngines, List.of(new TextLine(line)), line, List.of());
        List<Future<List<ReadGlyph>>> read =
            alphabets.stream()
                .map(alphabet ->
                    threads.submit(() -> {
                      start.await();
                      return passes.glyphs(alphabet);
                    }))
                .toList();
        for (Future<List<ReadGlyph>> one : read) {
          assertThat(one.get()).isNotNull();
        }
      }
    }
  }
}
