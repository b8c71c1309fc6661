package jp.frontdesk.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import jp.frontdesk.reading.cells.Cell;
import jp.frontdesk.reading.cells.TextLine;
import org.junit.jupiter.api.Test;

class OpenFramesTest {
  private static final LabelBook LABELS = LabelBook.load(FileReader.labelFile());
  private static final Box PRINT = new Box(130, 8, 40, 15);
  private static final Box FRAME = new Box(100, 0, 100, 30);

  private static ReadCell label(Box box, String text) {
    return new ReadCell(
        new Cell(box, 0, List.of(new TextLine(box))),
        text,
        Optional.of(LABELS.find(text).orElseThrow().label()));
  }

  private static ReadCell value(Box box) {
    return new ReadCell(new Cell(box, 0, List.of(new TextLine(box))), "", Optional.empty());
  }

  @Test
  void aHeadingWithoutAFrameIsAsHighAsItsRowAndAsWideAsItsColumn() {
    List<ReadCell> ruled =
        List.of(
            label(new Box(0, 0, 100, 30), "氏名"),
            value(new Box(0, 30, 100, 40)),
            value(new Box(100, 30, 100, 40)));

    List<ReadCell> closed = new OpenFrames(ruled).closed(List.of(label(PRINT, "続柄")));

    assertThat(closed).extracting(ReadCell::box).containsExactly(FRAME);
    assertThat(closed.getFirst().cell().lines()).containsExactly(new TextLine(PRINT));
  }

  @Test
  void itStaysAsItIsWhereSomethingElseStandsInItsFrame() {
    List<ReadCell> ruled =
        List.of(
            label(new Box(0, 0, 100, 30), "氏名"),
            value(new Box(0, 30, 100, 40)),
            value(new Box(100, 30, 100, 40)));
    ReadCell beside = value(new Box(175, 8, 20, 15));

    List<ReadCell> closed = new OpenFrames(ruled).closed(List.of(label(PRINT, "続柄"), beside));

    assertThat(closed).extracting(ReadCell::box).containsExactly(PRINT, beside.box());
  }
}
