package jp.frontdesk.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import jp.frontdesk.reading.cells.TextLines;
import jp.frontdesk.reading.page.Ink;
import org.junit.jupiter.api.Test;

class PrintedRowTest {
  private static final int EM = 20;
  private static final int WIDTH = 900;
  private static final LabelBook LABELS = LabelBook.load(FileReader.labelFile());

  private final byte[] dark = new byte[WIDTH * 60];
  private final TextLines splitter =
      new TextLines(new Ink(WIDTH, 60, dark), new Ink(WIDTH, 60, new byte[WIDTH * 60]));

  /// The text of the value in a row of one run.
  ///
  /// @param isBent whether the last character has the shape of ）
  private String value(String print, boolean isBent) {
    List<PrintedRun.Mark> marks = new ArrayList<>();
    int x = 40;
    for (int i = 0; i < print.length(); i++) {
      for (int y = 20; y < 20 + EM; y++) {
        Arrays.fill(dark, y * WIDTH + x, y * WIDTH + x + EM - 4, (byte) 1);
      }
      marks.add(new PrintedRun.Mark(print.charAt(i), x, x + EM - 4));
      x += EM;
    }
    Box last = new Box(x - EM, 20, EM - 4, EM);
    PrintShapes shapes =
        new PrintShapes(List.of(), List.of(last), isBent ? List.of(last) : List.of());
    Box box = new Box(40, 20, x - 4 - 40, EM);
    PrintedRow row =
        new PrintedRow(List.of(new PrintedRun(box, marks, shapes, Optional.empty())), splitter);
    return row.parts(row.captions(new CaptionFinder(LABELS), Optional.empty())).getLast().text();
  }

  @Test
  void aClosingBracketWhoseOpeningStandsBeforeTheCaptionIsNoPartOfTheValue() {
    assertThat(value("(旧住所:見本町1番)", true)).isEqualTo("見本町1番");
    assertThat(value("(旧住所:見本町1番ン", true)).isEqualTo("見本町1番");
  }

  @Test
  void aOneThatWasReadAsABracketStays() {
    assertThat(value("旧住所:見本町1番地1]", false)).isEqualTo("見本町1番地1]");
    assertThat(value("旧住所:見本町1番地1)", false)).isEqualTo("見本町1番地1)");
  }
}
