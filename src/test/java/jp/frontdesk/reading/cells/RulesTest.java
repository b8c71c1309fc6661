package jp.frontdesk.reading.cells;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import jp.frontdesk.reading.page.Darkness;
import jp.frontdesk.reading.page.Gray;
import jp.frontdesk.reading.page.Ink;
import jp.frontdesk.reading.page.Together;
import org.junit.jupiter.api.Test;

class RulesTest {
  private static final int PAPER = 220;
  private static final int[] ROWS = {200, 260, 320};
  private static final int[] COLUMNS = {100, 400, 700};

  private final Gray page = new Gray(900, 1200, new byte[900 * 1200]);

  RulesTest() {
    Arrays.fill(page.pixels(), (byte) PAPER);
  }

  @Test
  void hairlinesAsPaleAsCopyGuardEncloseCells() {
    drawTable(190, i -> true);

    assertThat(cells()).hasSize(4);
  }

  @Test
  void dottedRulesEncloseCells() {
    drawTable(90, i -> i % 6 < 3);

    assertThat(cells()).hasSize(4);
  }

  @Test
  void rulesWithGapsEncloseCells() {
    drawTable(60, i -> i % 90 > 8);

    assertThat(cells()).hasSize(4);
  }

  @Test
  void theFrameOfASealIsACell() {
    drawTable(60, i -> true);
    for (int i = 0; i <= 80; i++) {
      for (int line = 0; line < 4; line++) {
        dot(600 + i, 800 + line, 90);
        dot(600 + i, 880 + line, 90);
        dot(600 + line, 800 + i, 90);
        dot(680 + line, 800 + i, 90);
      }
    }

    assertThat(cells()).hasSize(5);
  }

  @Test
  void whatShowsThroughFromTheBackIsNoRule() {
    drawTable(60, i -> true);
    for (int x = 60; x <= 740; x++) {
      dot(x, 230, 200);
      dot(x, 231, 200);
    }

    assertThat(cells()).hasSize(4);
  }

  @Test
  void aRuleThatDividesOneLowRowOnlyIsFound() {
    drawTable(60, i -> true);
    for (int x = 100; x <= 700; x++) {
      dot(x, 228, 60);
      dot(x, 229, 60);
    }
    for (int y = 200; y <= 228; y++) {
      dot(250, y, 60);
      dot(251, y, 60);
    }

    assertThat(cells()).hasSize(7);
  }

  @Test
  void aStrokeOfACharacterInALowRowIsPrint() {
    drawTable(60, i -> true);
    for (int x = 100; x <= 700; x++) {
      dot(x, 228, 60);
      dot(x, 229, 60);
    }
    for (int y = 206; y <= 223; y++) {
      dot(250, y, 60);
      dot(251, y, 60);
    }

    assertThat(cells()).hasSize(6);
  }

  @Test
  void aDashInACellIsPrint() {
    drawTable(60, i -> true);
    for (int x = 150; x < 190; x++) {
      dot(x, 230, 60);
      dot(x, 231, 60);
    }

    assertThat(Rules.of(ink(), Darkness.of(page, Together.IN_TURN), Together.IN_TURN).at(170, 230))
        .isFalse();
  }

  @Test
  void theStripBetweenTwoTablesIsNoCell() {
    drawTable(60, i -> true, 0);
    drawTable(60, i -> true, ROWS[2] - ROWS[0] + 16);

    List<Cell> cells = cells();

    assertThat(cells).hasSize(8);
    assertThat(cells.stream().map(Cell::table).distinct()).hasSize(2);
  }

  @Test
  void aGapOfAFoundRuleIsClosedWhereThePaperIsDarker() {
    byte[] found = mask();
    level(found, 100, 300, 260);
    level(found, 314, 700, 260);
    level(found, 100, 300, 500);
    level(found, 314, 700, 500);
    repaint(100, 701, 260, 140);
    repaint(100, 300, 500, 140);
    repaint(314, 701, 500, 140);

    BrokenRules.close(Darkness.of(page, Together.IN_TURN), found);

    assertThat(isMarked(found, 307, 260)).isTrue();
    assertThat(isMarked(found, 307, 500)).isFalse();
  }

  @Test
  void aRuleThatEndsInTheOpenGoesOnToTheNextOneWhereThePaperIsDarker() {
    byte[] found = mask();
    upright(found, 100, 150, 600);
    upright(found, 700, 150, 600);
    level(found, 120, 700, 260);
    level(found, 120, 700, 500);
    repaint(100, 701, 260, 140);
    repaint(120, 701, 500, 140);

    LooseEnds.tie(Darkness.of(page, Together.IN_TURN), found);

    assertThat(isMarked(found, 110, 260)).isTrue();
    assertThat(isMarked(found, 110, 500)).isFalse();
  }

  private byte[] mask() {
    return new byte[page.pixels().length];
  }

  private void level(byte[] found, int from, int to, int y) {
    for (int x = from; x <= to; x++) {
      found[y * page.width() + x] = 1;
    }
  }

  private void upright(byte[] found, int x, int from, int to) {
    for (int y = from; y <= to; y++) {
      found[y * page.width() + x] = 1;
    }
  }

  private boolean isMarked(byte[] found, int x, int y) {
    return IntStream.rangeClosed(y - 1, y + 1).anyMatch(v -> found[v * page.width() + x] != 0);
  }

  private void repaint(int from, int to, int row, int gray) {
    for (int x = from; x < to; x++) {
      dot(x, row, gray);
      dot(x, row + 1, gray);
    }
  }

  private List<Cell> cells() {
    return new CellFinder(
            ink(), Rules.of(ink(), Darkness.of(page, Together.IN_TURN), Together.IN_TURN))
        .cells();
  }

  private Ink ink() {
    return Ink.of(Darkness.of(page, Together.IN_TURN));
  }

  private void drawTable(int gray, IntPredicate isDrawn) {
    drawTable(gray, isDrawn, 0);
  }

  private void drawTable(int gray, IntPredicate isDrawn, int down) {
    for (int row : ROWS) {
      for (int x = COLUMNS[0]; x <= COLUMNS[2]; x++) {
        if (isDrawn.test(x)) {
          dot(x, row + down, gray);
          dot(x, row + down + 1, gray);
        }
      }
    }
    for (int column : COLUMNS) {
      for (int y = ROWS[0]; y <= ROWS[2]; y++) {
        if (isDrawn.test(y)) {
          dot(column, y + down, gray);
          dot(column + 1, y + down, gray);
        }
      }
    }
  }

  private void dot(int x, int y, int gray) {
    page.pixels()[y * page.width() + x] = (byte) gray;
  }
}
