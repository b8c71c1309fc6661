package jp.frontdesk.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import jp.frontdesk.reading.cells.Cell;
import jp.frontdesk.reading.cells.TextLines;
import jp.frontdesk.reading.page.Ink;
import org.junit.jupiter.api.Test;

class SideBySideTest {
  private static final LabelBook LABELS = LabelBook.load(FileReader.labelFile());
  private static final int WIDTH = 420;

  private final Ink ink = new Ink(WIDTH, 90, new byte[WIDTH * 90]);
  private final TextLines splitter = new TextLines(ink, new Ink(WIDTH, 90, new byte[WIDTH * 90]));

  private void print(int x, int y, int width) {
    for (int v = y; v < y + 20; v++) {
      for (int u = x; u < x + width; u++) {
        ink.dark()[v * WIDTH + u] = (byte) (u % 22 < 20 ? 1 : 0);
      }
    }
  }

  private ReadCell cell(Box box, String text) {
    Optional<Label> label = LABELS.find(text).map(LabelBook.Match::label);
    return new ReadCell(new Cell(box, 0, splitter.in(box)), text, label);
  }

  private List<String> parted(ReadCell... cells) {
    List<ReadCell> parted =
        new SideBySide(splitter, LABELS, (c, line) -> c.box().x() < 200 ? "国民年金" : "児童手当")
            .parted(List.of(cells));
    List<String> places = new ArrayList<>();
    parted.forEach(c ->
        places.add(c.box().x() + " " + c.label().map(l -> l.fields().toString()).orElse("value")));
    return places;
  }

  @Test
  void aValueUnderTwoCaptionsIsTwo() {
    print(10, 10, 60);
    print(220, 10, 60);
    print(10, 60, 20);
    print(220, 60, 20);

    assertThat(
            parted(
                cell(new Box(0, 0, 200, 40), "国民年金"),
                cell(new Box(204, 0, 200, 40), "児童手当"),
                cell(new Box(0, 44, 404, 46), "無無")))
        .containsExactly("0 [PENSION]", "204 [CHILD_ALLOWANCE]", "0 value", "204 value");
  }

  @Test
  void printAcrossIsOneValue() {
    print(10, 10, 60);
    print(220, 10, 60);
    for (int x = 10; x < 300; x++) {
      for (int y = 60; y < 80; y++) {
        ink.dark()[y * WIDTH + x] = 1;
      }
    }

    assertThat(
            parted(
                cell(new Box(0, 0, 200, 40), "国民年金"),
                cell(new Box(204, 0, 200, 40), "児童手当"),
                cell(new Box(0, 44, 404, 46), "長い値")))
        .containsExactly("0 [PENSION]", "204 [CHILD_ALLOWANCE]", "0 value");
  }

  @Test
  void aCaptionOverTwoValuesIsTwoWhereEachPartIsOne() {
    print(10, 10, 60);
    print(220, 10, 60);
    print(10, 60, 20);
    print(220, 60, 20);

    assertThat(
            parted(
                cell(new Box(0, 0, 404, 40), "国民年金!児童手当"),
                cell(new Box(0, 44, 200, 46), "無"),
                cell(new Box(204, 44, 200, 46), "有")))
        .containsExactly("0 [PENSION]", "204 [CHILD_ALLOWANCE]", "0 value", "204 value");
  }
}
