package jp.frontdesk.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CaptionFinderTest {
  private static final LabelBook LABELS = LabelBook.load(FileReader.labelFile());

  /// Fields and values of a row in which a bar stands for a wide gap.
  private static List<String> found(String print, Optional<Label> before) {
    BitSet beginnings = new BitSet();
    StringBuilder text = new StringBuilder();
    for (String run : print.split("\\|", -1)) {
      beginnings.set(text.length());
      text.append(run);
    }
    List<CaptionFinder.Caption> captions =
        new CaptionFinder(LABELS).in(text.toString(), beginnings, i -> false, before);
    return captions.stream()
        .map(c -> {
          int next = captions.indexOf(c) + 1;
          int end = next < captions.size() ? captions.get(next).from() : text.length();
          return c.label().fields() + " " + text.substring(c.to(), end);
        })
        .toList();
  }

  private static List<String> found(String print) {
    return found(print, Optional.empty());
  }

  private static Optional<Label> label(String word) {
    return LABELS.find(word).map(LabelBook.Match::label);
  }

  @Test
  void severalCaptionsStandInOneRow() {
    assertThat(found("国民健康保険:無|後期高齢者医療:有|介護保険:無"))
        .containsExactly("[HEALTH_INSURANCE] 無", "[LATE_ELDERLY] 有", "[CARE_INSURANCE] 無");
  }

  @Test
  void wordsToChooseFromAreNoPartOfTheirCaption() {
    assertThat(found("国保|有・無|後期|有・無"))
        .containsExactly("[HEALTH_INSURANCE] 有・無", "[LATE_ELDERLY] 有・無");
    assertThat(found("男・女|子の夫")).isEmpty();
  }

  @Test
  void captionsArePrintedWithWideGapsAndNumbersBeforeThem() {
    assertThat(found("2|前|住|所:見本県架空市")).containsExactly("[OLD_ADDRESS] 見本県架空市");
    assertThat(found("(1)|氏|名:見本|太郎")).containsExactly("[NAME] 見本太郎");
    assertThat(found("【本籍】見本県")).containsExactly("[REGISTERED_DOMICILE] 見本県");
  }

  @Test
  void aRemarkBelongsToTheCaption() {
    assertThat(found("異動の年月日|(予定):令和8年1月5日")).containsExactly("[MOVE_DATE] 令和8年1月5日");
  }

  @Test
  void aValueIsNeverPartOfTheNextCaption() {
    assertThat(found("性|別:男|続|柄:妻")).containsExactly("[SEX] 男", "[RELATION] 妻");
    assertThat(found("国保:無|後期高齢者医療:無")).containsExactly("[HEALTH_INSURANCE] 無", "[LATE_ELDERLY] 無");
  }

  @Test
  void aMisreadFirstCharacterIsNotTakenForTheOtherAddress() {
    assertThat(found("斬住所:見本県架空市")).isEmpty();
  }

  @Test
  void aSentenceIsNoCaption() {
    assertThat(found("新住所に住み始めた日から14日以内に届け出てください。")).isEmpty();
  }

  @Test
  void theHouseholderBelongsToTheAddressBefore() {
    assertThat(found("(世帯主:見本太郎)", label("旧住所"))).containsExactly("[OLD_HOUSEHOLDER] 見本太郎)");
    assertThat(found("世|帯|主:見本太郎", label("新住所"))).containsExactly("[NEW_HOUSEHOLDER] 見本太郎");
    assertThat(found("世帯主:見本太郎", label("続柄"))).isEmpty();
    assertThat(label("世帯主")).isEmpty();
    assertThat(found("国民年金:第1号|番号|1234-567890"))
        .containsExactly("[PENSION] 第1号", "[PENSION_NUMBER] 1234-567890");
  }
}
