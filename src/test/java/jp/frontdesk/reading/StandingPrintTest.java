package jp.frontdesk.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import jp.frontdesk.reading.cells.Cell;
import jp.frontdesk.reading.cells.TextLine;
import org.junit.jupiter.api.Test;

class StandingPrintTest {
  private static Cell cell(Box box, Box... lines) {
    return new Cell(box, 0, Stream.of(lines).map(TextLine::new).toList());
  }

  @Test
  void charactersOneBelowTheOtherAreFound() {
    Cell cell =
        cell(
            new Box(0, 0, 60, 160),
            new Box(20, 10, 20, 20),
            new Box(20, 40, 20, 20),
            new Box(21, 70, 19, 20));

    assertThat(StandingPrint.charactersOf(cell)).hasValueSatisfying(c -> assertThat(c).hasSize(3));
  }

  @Test
  void strokesOfOneCharacterStayTogether() {
    Cell cell =
        cell(
            new Box(0, 0, 60, 160),
            new Box(20, 10, 20, 20),
            new Box(22, 41, 16, 3),
            new Box(20, 55, 20, 3),
            new Box(20, 70, 20, 20));

    assertThat(StandingPrint.charactersOf(cell))
        .contains(
            List.of(new Box(20, 10, 20, 20), new Box(20, 41, 20, 17), new Box(20, 70, 20, 20)));
  }

  @Test
  void touchingCharactersAreCutApart() {
    Cell cell = cell(new Box(0, 0, 60, 160), new Box(20, 10, 20, 63));

    assertThat(StandingPrint.charactersOf(cell)).hasValueSatisfying(c -> assertThat(c).hasSize(3));
  }

  @Test
  void linesOfALabelInTwoLinesDoNotStand() {
    Cell cell = cell(new Box(0, 0, 90, 100), new Box(10, 10, 60, 20), new Box(10, 40, 40, 20));

    assertThat(StandingPrint.charactersOf(cell)).isEmpty();
  }
}
