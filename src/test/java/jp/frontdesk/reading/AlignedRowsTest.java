package jp.frontdesk.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import jp.frontdesk.reading.cells.TextLines;
import jp.frontdesk.reading.page.Ink;
import org.junit.jupiter.api.Test;

class AlignedRowsTest {
  private static final int EM = 20;
  private static final int WIDTH = 1600;
  private static final int HEIGHT = 400;
  private static final LabelBook LABELS = LabelBook.load(FileReader.labelFile());

  private final byte[] dark = new byte[WIDTH * HEIGHT];
  private final TextLines splitter =
      new TextLines(new Ink(WIDTH, HEIGHT, dark), new Ink(WIDTH, HEIGHT, new byte[WIDTH * HEIGHT]));
  private final List<PrintedRow> rows = new ArrayList<>();

  /// Adds a row of runs drawn as black boxes.
  ///
  /// @param placed each with the column where it begins, e.g. 40@氏名
  private void row(String... placed) {
    int y = 20 + rows.size() * 34;
    List<PrintedRun> runs = new ArrayList<>();
    for (String one : placed) {
      int at = one.indexOf('@');
      int start = Integer.parseInt(one.substring(0, at));
      String print = one.substring(at + 1);
      List<PrintedRun.Mark> marks = new ArrayList<>();
      for (int i = 0; i < print.length(); i++) {
        int x = start + i * EM;
        for (int line = y; line < y + EM; line++) {
          Arrays.fill(dark, line * WIDTH + x, line * WIDTH + x + EM - 4, (byte) 1);
        }
        marks.add(new PrintedRun.Mark(print.charAt(i), x, x + EM - 4));
      }
      Box box = new Box(start, y, print.length() * EM - 4, EM);
      runs.add(
          new PrintedRun(
              box, marks, new PrintShapes(List.of(), List.of(), List.of()), Optional.empty()));
    }
    rows.add(new PrintedRow(runs, splitter));
  }

  private static Optional<Label> named(List<PrintedRun> runs) {
    String text = runs.stream().map(PrintedRun::text).collect(Collectors.joining());
    return LABELS.find(text).map(LabelBook.Match::label);
  }

  /// The captions and values of each row, as [SEX]女 or [SEX] alone.
  private List<String> read() {
    List<List<PrintedRow.Part>> parts =
        rows.stream()
            .map(r -> r.parts(r.captions(new CaptionFinder(LABELS), Optional.empty())))
            .toList();
    List<String> out = new ArrayList<>();
    for (List<PrintedRow.Part> row :
        new AlignedRows(rows, parts, LABELS, AlignedRowsTest::named).named()) {
      StringBuilder text = new StringBuilder();
      row.forEach(p -> text.append(p.label().map(l -> l.fields().toString()).orElse(p.text())));
      out.add(text.toString());
    }
    return out;
  }

  @Test
  void valuesStandUnderTheirHeadingsWithoutAnyRule() {
    row("40@氏名", "300@生年月日", "520@性別", "620@続柄", "760@住民票コード");
    row("40@見本太郎", "290@昭44.8.13", "530@男", "610@世帯主", "760@12345678901");
    row("40@見本花子", "290@昭50.1.2", "530@女", "630@妻", "760@23456789012");

    assertThat(read())
        .containsExactly(
            "",
            "[NAME]見本太郎[BIRTH_DATE]昭44.8.13[SEX]男[RELATION]世帯主[RESIDENT_RECORD_CODE]12345678901",
            "[NAME]見本花子[BIRTH_DATE]昭50.1.2[SEX]女[RELATION]妻[RESIDENT_RECORD_CODE]23456789012");
  }

  @Test
  void rowsOfOnePersonFollowTheRowsOfHeadings() {
    row("60@性別", "200@個人番号", "520@旧氏", "700@国保資格", "860@後期高齢");
    row("60@続柄", "200@住民票コード", "520@氏名", "700@介護資格", "860@年金種別");
    row("80@男", "200@123456789018", "720@無", "880@無");
    row("40@世帯主", "200@12345678901", "460@見本太郎", "720@無", "860@第1号");
    row("80@女", "200@123456789019", "460@例田", "720@有", "880@無");
    row("80@妻", "200@23456789012", "460@見本花子", "720@無", "880@無");
    row("40@上記の者は、転出の届出をしたことを証明する。");

    assertThat(read())
        .containsExactly(
            "",
            "",
            "[SEX]男[INDIVIDUAL_NUMBER]123456789018[FORMER_NAME][HEALTH_INSURANCE]無[LATE_ELDERLY]無",
            "[RELATION]世帯主[RESIDENT_RECORD_CODE]12345678901[NAME]見本太郎[CARE_INSURANCE]無[PENSION]第1号",
            "[SEX]女[INDIVIDUAL_NUMBER]123456789019[FORMER_NAME]例田[HEALTH_INSURANCE]有[LATE_ELDERLY]無",
            "[RELATION]妻[RESIDENT_RECORD_CODE]23456789012[NAME]見本花子[CARE_INSURANCE]無[PENSION]無",
            "上記の者は、転出の届出をしたことを証明する。");
  }

  @Test
  void aValueThatDoesNotLookLikeOneOfItsHeadingBelongsToTheNext() {
    row("40@個人番号", "400@フリガナ", "640@性別");
    row("40@123456789018", "330@ミホンタロウ", "650@男");
    row("40@123456789018", "330@ミホンハナコ", "650@女");

    assertThat(read().get(1)).isEqualTo("[INDIVIDUAL_NUMBER]123456789018[KANA]ミホンタロウ[SEX]男");
  }

  @Test
  void captionsBesideTheirValuesAreNoHeadings() {
    row("40@氏名", "120@見本太郎", "300@性別", "400@男", "500@続柄", "600@妻");
    row("40@本籍", "120@東京都見本区一丁目1番");

    assertThat(read().getFirst()).isEqualTo("[NAME]見本太郎[SEX]男[RELATION]妻");
  }

  @Test
  void aLabelMayStandAboveItsValue() {
    row("40@氏名", "400@フリガナ");
    row("40@見本太郎", "400@ミホンタロウ");
    row("40@本籍", "400@筆頭者");
    row("40@東京都見本区一丁目1番", "400@見本太郎");
    row("40@上記のとおり証明する。");

    assertThat(read())
        .containsExactly(
            "",
            "[NAME]見本太郎[KANA]ミホンタロウ",
            "",
            "[REGISTERED_DOMICILE]東京都見本区一丁目1番[DOMICILE_HEAD]見本太郎",
            "上記のとおり証明する。");
  }

  @Test
  void aHeadingMayBeReadInPieces() {
    row("40@氏名", "300@性", "326@別", "400@続柄", "520@住民票", "584@コード");
    row("40@見本太郎", "306@男", "400@世帯主", "520@12345678901");
    row("40@見本花子", "306@女", "400@妻", "520@23456789012");

    assertThat(read().get(1))
        .isEqualTo("[NAME]見本太郎[SEX]男[RELATION]世帯主[RESIDENT_RECORD_CODE]12345678901");
  }

  @Test
  void careIsAStatusOfResidenceUnderItsHeading() {
    row("40@氏名", "300@性別", "400@続柄", "520@在留資格");
    row("40@見本太郎", "306@男", "400@世帯主", "520@介護");
    row("40@見本花子", "306@女", "400@妻", "520@介護");

    assertThat(read())
        .containsExactly(
            "",
            "[NAME]見本太郎[SEX]男[RELATION]世帯主[RESIDENCE_STATUS]介護",
            "[NAME]見本花子[SEX]女[RELATION]妻[RESIDENCE_STATUS]介護");
  }
}
