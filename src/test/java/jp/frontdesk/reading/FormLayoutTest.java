package jp.frontdesk.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import jp.frontdesk.kernel.CertificateField;
import jp.frontdesk.reading.cells.Cell;
import jp.frontdesk.reading.cells.TextLine;
import org.junit.jupiter.api.Test;

class FormLayoutTest {
  private static final int CELL_WIDTH = 200;
  private static final int CELL_HEIGHT = 40;
  private static final LabelBook LABELS = LabelBook.load(FileReader.labelFile());

  /// A table given row by row; words of the label book become labels.
  private static List<ReadCell> table(int number, int top, String... rows) {
    List<ReadCell> cells = new ArrayList<>();
    for (int row = 0; row < rows.length; row++) {
      String[] texts = rows[row].split("\\|", -1);
      for (int column = 0; column < texts.length; column++) {
        Box box =
            new Box(column * CELL_WIDTH, top + row * CELL_HEIGHT, CELL_WIDTH - 2, CELL_HEIGHT - 2);
        cells.add(cell(box, number, texts[column].strip()));
      }
    }
    return cells;
  }

  private static ReadCell cell(Box box, int table, String text) {
    TextLine line = new TextLine(box.inset(10, 10));
    List<TextLine> lines = text.isEmpty() ? List.of() : List.of(line);
    Optional<Label> label = LABELS.find(text).map(LabelBook.Match::label);
    return new ReadCell(new Cell(box, table, lines), text, label);
  }

  private static List<String> places(List<ReadCell> cells) {
    return new FormLayout(cells)
        .slots().stream()
            .map(s -> s.member() + " " + s.fields() + " " + textAt(cells, s))
            .sorted()
            .toList();
  }

  private static String textAt(List<ReadCell> cells, Slot slot) {
    return cells.stream()
        .filter(c -> c.box().equals(slot.limits()))
        .map(ReadCell::text)
        .findFirst()
        .orElse("");
  }

  @Test
  void aLabelOfSeveralFieldsUnderThoseOfAllButOneIsTheLastOne() {
    assertThat(
            places(
                table(
                    0, 0, "氏名 | 甲", "個人番号 | 乙", "国民健康保険 | 有", "後期高齢者医療 | 無", "保険 | 否", "国民年金 | 丙")))
        .contains("0 [CARE_INSURANCE] 否", "0 [PENSION] 丙");
  }

  @Test
  void aValueBelongsToTheLabelAtItsLeft() {
    assertThat(places(table(0, 0, "旧住所 | 甲 | 届出日 | 乙", "新住所 | 丙 | 旧世帯主 | ")))
        .containsExactly("-1 [MOVE_NOTIFIED_DATE] 乙", "-1 [NEW_ADDRESS] 丙", "-1 [OLD_ADDRESS] 甲");
  }

  @Test
  void aLabelOverOthersInItsRowBeginsNoMember() {
    assertThat(places(table(0, 0, "氏名 | 甲 | 性別 | 男 | ", "保険 | 国保 | 有 | 後期 | 無 | 介護 | 無", "続柄 | 子")))
        .contains(
            "0 [HEALTH_INSURANCE] 有", "0 [LATE_ELDERLY] 無", "0 [CARE_INSURANCE] 無", "0 [NAME] 甲");
  }

  @Test
  void peopleBesideEachOtherMayLackValuesAndHaveSomeThatAreLabels() {
    assertThat(
            places(
                table(
                    0,
                    0,
                    "氏名 | 名一 | 名二 | 名三",
                    "性別 | 男 | 女 | 男",
                    "続柄 | 柄一 | 柄二 | 柄三",
                    "生年月日 | 日一 | 日二 | 日三",
                    "在留資格 | 永住者 |  | 介護",
                    "在留カード番号 |  | 番二 | ",
                    "介護保険 | 無 | 有 | 無")))
        .contains("2 [RESIDENCE_STATUS] 介護", "1 [RESIDENCE_CARD] 番二", "1 [CARE_INSURANCE] 有")
        .doesNotContain("3 [NAME] 名一");
  }

  @Test
  void theFirstRowOfHeadingsMayBeHalfUnread() {
    assertThat(
            places(
                table(
                    0,
                    0,
                    "7# | 生年月日 | 慰生 | 住民票コード",
                    "氏名 | 性別 | 旧氏 | 個人番号",
                    "カナ一 | 日一 | 柄一 | 票一",
                    "名一 | 男 |  | 番一",
                    "カナ二 | 日二 | 柄二 | 票二",
                    "名二 | 女 | 氏二 | 番二")))
        .contains("0 [NAME] 名一", "0 [SEX] 男", "0 [BIRTH_DATE] 日一")
        .contains("1 [NAME] 名二", "1 [FORMER_NAME] 氏二", "1 [RESIDENT_RECORD_CODE] 票二");
  }

  @Test
  void twoRowsOfHeadingsStandOverTwoRowsAMember() {
    List<ReadCell> cells =
        table(
            0,
            0,
            "番号 | フリガナ | 生年月日 | 続柄",
            "   | 氏名 | 性別 | 旧氏",
            "1 | カナ一 | 日一 | 柄一",
            "  | 名一 | 男 | ",
            "2 | カナ二 | 日二 | 柄二",
            "  | 名二 | 女 | 氏二");

    assertThat(places(cells))
        .containsExactly(
            "0 [BIRTH_DATE] 日一",
            "0 [KANA] カナ一",
            "0 [NAME] 名一",
            "0 [RELATION] 柄一",
            "0 [SEX] 男",
            "1 [BIRTH_DATE] 日二",
            "1 [FORMER_NAME] 氏二",
            "1 [KANA] カナ二",
            "1 [NAME] 名二",
            "1 [RELATION] 柄二",
            "1 [SEX] 女");
    assertThat(new FormLayout(cells).memberCount()).isEqualTo(2);
  }

  @Test
  void aMissingCellDoesNotMoveTheRowsBelowIt() {
    List<ReadCell> cells =
        new ArrayList<>(table(0, 0, "氏名 | 生年月日 | 性別", "名一 | 日一 | 男", "名二 | 日二 | 女", "名三 | 日三 | 男"));
    cells.removeIf(c -> c.text().equals("日一"));

    assertThat(places(cells))
        .contains("1 [BIRTH_DATE] 日二", "2 [BIRTH_DATE] 日三")
        .noneMatch(p -> p.startsWith("0 [BIRTH_DATE]"));
  }

  @Test
  void aRepeatedLabelBeginsTheNextMember() {
    List<ReadCell> cells =
        table(0, 0, "氏名 | 名一 | 性別 | 男", "続柄 | 妻 | 旧氏 | ", "氏名 | 名二 | 性別 | 女", "続柄 | 子 | 旧氏 | ");

    assertThat(places(cells)).contains("0 [NAME] 名一", "0 [RELATION] 妻", "1 [SEX] 女", "1 [NAME] 名二");
  }

  @Test
  void headingsOfTheMoveStandOverOneRow() {
    assertThat(places(table(0, 0, "転出予定年月日 | 届出年月日 | 旧世帯主", "甲 | 乙 | 丙")))
        .containsExactly("-1 [MOVE_DATE] 甲", "-1 [MOVE_NOTIFIED_DATE] 乙", "-1 [OLD_HOUSEHOLDER] 丙");
  }

  @Test
  void aPlaceOfTwoKindsNamesBoth() {
    List<ReadCell> cells = table(0, 0, "氏名 | 性別 | 本籍（国籍・在留資格）", "名一 | 男 | 甲", "名二 | 女 | 乙");

    List<List<CertificateField>> foreign =
        new FormLayout(cells)
            .slots().stream()
                .filter(s -> s.fields().contains(CertificateField.REGISTERED_DOMICILE))
                .map(Slot::foreign)
                .toList();
    assertThat(foreign)
        .hasSize(2)
        .allMatch(f ->
            f.equals(List.of(CertificateField.NATIONALITY, CertificateField.RESIDENCE_STATUS)));
    assertThat(new FormLayout(cells).memberCount()).isEqualTo(2);
  }

  @Test
  void oneColumnAPersonGivesEachItsOwnNumber() {
    List<ReadCell> cells =
        table(
            0,
            0,
            "氏名 | 名一 | 名二 | ",
            "生年月日 | 日一 | 日二 | ",
            "性別 | 男 | 女 | ",
            "続柄 | 柄一 | 柄二 | ",
            "個人番号 | 番一 | 番二 | ");

    assertThat(places(cells))
        .contains("0 [NAME] 名一", "1 [NAME] 名二", "1 [INDIVIDUAL_NUMBER] 番二", "0 [SEX] 男");
  }

  @Test
  void theSameWordMeansTheHouseholderOfItsOwnRow() {
    assertThat(places(table(0, 0, "旧住所 | 甲 | 世帯主氏名 | 乙", "新住所 | 丙 | 世帯主氏名 | 丁")))
        .contains("-1 [OLD_HOUSEHOLDER] 乙", "-1 [NEW_HOUSEHOLDER] 丁");
  }

  @Test
  void anAddressInTheNextRowSaysNothingOfTheHouseholder() {
    assertThat(places(table(0, 0, "旧住所 | 甲", "世帯主氏名 | 乙", "新住所 | 丙")))
        .contains("-1 [OLD_HOUSEHOLDER] 乙");
  }

  @Test
  void captionsThatTakeTurnsWithValuesStandOverOneEach() {
    List<ReadCell> cells =
        table(
            0,
            0,
            "フリガナ | 生年月日 | 個人番号",
            "カナ一 | 日一 | 番一",
            "氏名 | 続柄 | 性別",
            "名一 | 妻 | 女",
            "フリガナ | 生年月日 | 個人番号",
            "カナ二 | 日二 | 番二",
            "氏名 | 続柄 | 性別",
            "名二 | 子 | 男");

    assertThat(places(cells))
        .containsExactly(
            "0 [BIRTH_DATE] 日一",
            "0 [INDIVIDUAL_NUMBER] 番一",
            "0 [KANA] カナ一",
            "0 [NAME] 名一",
            "0 [RELATION] 妻",
            "0 [SEX] 女",
            "1 [BIRTH_DATE] 日二",
            "1 [INDIVIDUAL_NUMBER] 番二",
            "1 [KANA] カナ二",
            "1 [NAME] 名二",
            "1 [RELATION] 子",
            "1 [SEX] 男");
  }

  @Test
  void aCaptionWhoseFrameIsBrokenStandsOverItsValue() {
    List<ReadCell> cells =
        new ArrayList<>(table(0, 0, "フリガナ | 生年月日", "カナ一 | 日一", "氏名 | 続柄", "名一 | 妻"));
    cells.removeIf(c -> c.text().equals("フリガナ"));
    cells.add(cell(new Box(10, 8, 90, 24), 0, "フリガナ"));

    assertThat(places(cells)).contains("0 [KANA] カナ一", "0 [NAME] 名一");
  }

  @Test
  void aHeadingThatIsNotKnownKeepsItsRow() {
    List<ReadCell> cells =
        table(
            0,
            0,
            "生年月日 | 牲届 | 続柄",
            "氏名 | 個人番号 | 旧氏",
            "日一 | 男 | 柄一",
            "名一 | 番一 | ",
            "日二 | 女 | 柄二",
            "名二 | 番二 | ");

    assertThat(places(cells))
        .contains("0 [INDIVIDUAL_NUMBER] 番一", "1 [INDIVIDUAL_NUMBER] 番二", "1 [NAME] 名二")
        .noneMatch(p -> p.endsWith("男") || p.endsWith("女"));
    assertThat(new FormLayout(cells).memberCount()).isEqualTo(2);
  }

  @Test
  void aTallHeadingStandsOverOneTallValueAMember() {
    List<ReadCell> cells =
        new ArrayList<>(
            table(
                0,
                0,
                " | 生年月日 | 氏名",
                " | 続柄 | 個人番号",
                " | 日一 | 名一",
                " | 柄一 | 番一",
                " | 日二 | 名二",
                " | 柄二 | 番二"));
    cells.removeIf(c -> c.text().isEmpty());
    cells.add(cell(new Box(0, 0, 198, 78), 0, "性別"));
    cells.add(cell(new Box(0, 80, 198, 78), 0, "男"));
    cells.add(cell(new Box(0, 160, 198, 78), 0, "女"));

    assertThat(places(cells)).contains("0 [SEX] 男", "1 [SEX] 女", "1 [RELATION] 柄二");
    assertThat(new FormLayout(cells).memberCount()).isEqualTo(2);
  }

  @Test
  void aBroadHeadingUnderTwoNarrowOnesHasItsOwnBroadValues() {
    List<ReadCell> cells =
        new ArrayList<>(
            table(
                0,
                0,
                "氏名 | 介護 | 国民年金",
                "性別 |  | ",
                "名一 | 介一 | 年一",
                "男 |  | ",
                "名二 | 介二 | 年二",
                "女 |  | "));
    cells.removeIf(c -> c.text().isEmpty());
    cells.add(cell(new Box(200, 40, 398, 38), 0, "基礎年金番号"));
    cells.add(cell(new Box(200, 120, 398, 38), 0, "番一"));
    cells.add(cell(new Box(200, 200, 398, 38), 0, "番二"));

    assertThat(places(cells))
        .contains(
            "0 [CARE_INSURANCE] 介一",
            "0 [PENSION] 年一",
            "0 [PENSION_NUMBER] 番一",
            "1 [CARE_INSURANCE] 介二",
            "1 [PENSION_NUMBER] 番二");
    assertThat(new FormLayout(cells).isDoubtful()).isFalse();
  }

  @Test
  void aHeadingOverOtherHeadingsIsNoRow() {
    List<ReadCell> cells =
        new ArrayList<>(
            table(0, 0, "氏名 |  |  | 続柄", "性別 | 国保 | 介護 | 旧氏", "名一 |  |  | 柄一", "男 |  |  | 氏一"));
    cells.removeIf(c -> c.text().isEmpty());
    cells.add(cell(new Box(200, 0, 398, 38), 0, "資格"));
    cells.add(cell(new Box(200, 80, 198, 78), 0, "有"));
    cells.add(cell(new Box(400, 80, 198, 78), 0, "無"));

    assertThat(places(cells)).contains("0 [HEALTH_INSURANCE] 有", "0 [CARE_INSURANCE] 無");
  }

  @Test
  void aLabelOfTwoGivesUpWhatTheLabelUnderItNames() {
    assertThat(places(table(0, 0, "氏名（ふりがな） | メイ | 続き柄 | 妻", "氏名 | 名 | 性別 | 女")))
        .contains("0 [KANA] メイ", "0 [NAME] 名", "0 [SEX] 女");
  }

  @Test
  void headingsInsideABlockAreOfItsPerson() {
    List<ReadCell> cells = new ArrayList<>();
    for (int block = 0; block < 2; block++) {
      cells.addAll(
          table(
              block,
              block * 400,
              "氏名 | 名" + block + " | 続柄 | 柄" + block,
              "生年月日 | 日" + block + " | 個人番号 | 番" + block));
      cells.addAll(
          table(
              block,
              block * 400 + 80,
              "国保 | 介護 | 児童手当 | 年金種別",
              "保" + block + " | 介" + block + " | 手" + block + " | 年" + block));
    }

    assertThat(places(cells))
        .contains("0 [HEALTH_INSURANCE] 保0", "1 [HEALTH_INSURANCE] 保1", "1 [PENSION] 年1");
    assertThat(new FormLayout(cells).memberCount()).isEqualTo(2);
  }

  @Test
  void aValueBesideACaptionOfNoFieldIsOfNoLabelBeforeIt() {
    List<ReadCell> cells = table(0, 0, "旧氏 |  | 異動者番号 | 1", "続柄 | 世帯主 | 住所 | 妻", "氏名 | 名 | 性別 | 女");

    List<String> values =
        new FormLayout(cells, c -> 0, LABELS::isPartial)
            .slots().stream().map(s -> s.fields() + " " + textAt(cells, s)).toList();

    assertThat(values).contains("[NAME] 名", "[RELATION] 世帯主", "[RELATION] 妻");
    assertThat(values).doesNotContain("[FORMER_NAME] 1");
  }

  @Test
  void printThatGoesOnInTheNextCellIsOneValue() {
    List<ReadCell> cells = new ArrayList<>();
    cells.add(cell(new Box(0, 0, 98, 38), 0, "生年月日"));
    Box left = new Box(100, 0, 98, 38);
    Box right = new Box(200, 0, 198, 38);
    cells.add(
        new ReadCell(
            new Cell(left, 0, List.of(new TextLine(new Box(110, 10, 85, 20)))),
            "昭和",
            Optional.empty()));
    cells.add(
        new ReadCell(
            new Cell(right, 0, List.of(new TextLine(new Box(204, 10, 150, 20)))),
            "14年1月2日",
            Optional.empty()));

    List<Slot> slots = new FormLayout(cells).slots();

    assertThat(slots).hasSize(1);
    assertThat(slots.getFirst().inkBox()).isEqualTo(new Box(110, 10, 244, 20));
  }

  @Test
  void anEmptyPlaceForAValueEndsWhatALabelSpeaksOf() {
    assertThat(places(table(0, 0, "旧氏 | | 異動者番号 | 1"))).isEmpty();
  }

  @Test
  void aHeadingThatNobodyCanReadIsKnownByTheDigitsUnderIt() {
    assertThat(
            places(
                table(
                    0,
                    0,
                    "氏名 | 生年月日 | ぼ%ぼ | 性別 | 続柄",
                    "見本太郎 | 日一 | 123456789018 | 男 | 夫",
                    "見本花子 | 日二 | 234567890121 | 女 | 妻")))
        .contains("0 [INDIVIDUAL_NUMBER] 123456789018", "1 [INDIVIDUAL_NUMBER] 234567890121");
  }

  @Test
  void aHeadingThatNobodyCanReadIsNoneThatIsNamedElsewhere() {
    List<ReadCell> cells =
        table(
            0,
            0,
            "氏名 | 生年月日 | ぼ%ぼ | 性別 | 続柄",
            "見本太郎 | 日一 | 123456789018 | 男 | 夫",
            "見本花子 | 日二 | 234567890121 | 女 | 妻");
    cells.addAll(table(1, 400, "個人番号 | 345678901234"));
    assertThat(places(cells)).doesNotContain("0 [INDIVIDUAL_NUMBER] 123456789018");
  }

  @Test
  void aLabelThatStandsWhereItStandsInOtherBlocksIsKnownHoweverBlurred() {
    List<ReadCell> cells =
        table(0, 0, "氏名 | 甲 | 性別 | 男", "続柄 | 子 | 個人番号 | 乙", "氏名 | 丙 | ぼ% | 女", "続柄 | 妻 | 個人番号 | 丁");
    assertThat(LikeBlocks.labelled(cells).get(10).label())
        .hasValueSatisfying(l -> assertThat(l.names(CertificateField.SEX)).isTrue());
    assertThat(LikeBlocks.labelled(cells).get(9).label()).isEmpty();
  }

  @Test
  void aPrintOfAnotherLengthIsNotTheLabelOfOtherBlocks() {
    List<ReadCell> cells =
        table(0, 0, "氏名 | 甲 | 性別 | 男", "続柄 | 子 | 個人番号 | 乙", "氏名 | 丙 | ぼ% | 女", "続柄 | 妻 | 個人番号 | 丁");
    ReadCell blurred = cells.get(10);
    Box half = blurred.cell().lines().getFirst().box();
    TextLine shorter = new TextLine(new Box(half.x(), half.y(), half.width() / 2, half.height()));
    cells.set(
        10, new ReadCell(new Cell(blurred.box(), 0, List.of(shorter)), "ぼ", Optional.empty()));
    assertThat(LikeBlocks.labelled(cells).get(10).label()).isEmpty();
  }
}
