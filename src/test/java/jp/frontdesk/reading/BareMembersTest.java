package jp.frontdesk.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import jp.frontdesk.kernel.CertificateField;
import jp.frontdesk.reading.cells.TextLines;
import jp.frontdesk.reading.page.Ink;
import org.junit.jupiter.api.Test;

class BareMembersTest {
  private static final int EM = 20;
  private static final int WIDTH = 1200;
  private static final LabelBook LABELS = LabelBook.load(FileReader.labelFile());

  private final byte[] dark = new byte[WIDTH * 200];
  private final TextLines splitter =
      new TextLines(new Ink(WIDTH, 200, dark), new Ink(WIDTH, 200, new byte[WIDTH * 200]));

  /// Runs of characters drawn as black boxes.
  private PrintedRow row(int y, String... prints) {
    List<PrintedRun> runs = new ArrayList<>();
    int x = 40;
    for (String print : prints) {
      List<PrintedRun.Mark> marks = new ArrayList<>();
      int start = x;
      for (int i = 0; i < print.length(); i++) {
        for (int line = y; line < y + EM; line++) {
          Arrays.fill(dark, line * WIDTH + x, line * WIDTH + x + EM - 4, (byte) 1);
        }
        marks.add(new PrintedRun.Mark(print.charAt(i), x, x + EM - 4));
        x += EM;
      }
      Box box = new Box(start, y, x - 4 - start, EM);
      runs.add(
          new PrintedRun(
              box, marks, new PrintShapes(List.of(), List.of(), List.of()), Optional.empty()));
      x += 2 * EM;
    }
    return new PrintedRow(runs, splitter);
  }

  private static List<String> values(List<PrintedRow.Part> parts) {
    List<String> out = new ArrayList<>();
    for (int i = 0; i + 1 < parts.size(); i += 2) {
      List<CertificateField> fields = parts.get(i).label().orElseThrow().fields();
      out.add(fields + " " + parts.get(i + 1).text());
    }
    return out;
  }

  @Test
  void aPersonNeedsNoCaptions() {
    PrintedRow name = row(20, "1", "見本太郎", "(ミホンタロウ)");
    PrintedRow person = row(60, "昭和44年8月13日生", "男", "世帯主");
    BareMembers bare = new BareMembers(LABELS);

    assertThat(values(bare.person(person, person.text().length())))
        .containsExactly("[BIRTH_DATE] 昭和44年8月13日", "[SEX] 男", "[RELATION] 世帯主");
    assertThat(values(bare.name(name, person))).containsExactly("[NAME] 見本太郎", "[KANA] ミホンタロウ");
  }

  @Test
  void aDateAloneIsNoPerson() {
    PrintedRow date = row(20, "令和8年1月5日");

    assertThat(new BareMembers(LABELS).person(date, date.text().length())).isEmpty();
  }
}
