package jp.frontdesk.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import jp.frontdesk.kernel.CertificateField;
import jp.frontdesk.reading.glyphs.DrawnPrint;
import jp.frontdesk.reading.glyphs.Spelling;
import org.junit.jupiter.api.Test;

class LabelBookTest {
  private final LabelBook labels = LabelBook.load(Path.of("templates/certificates/labels.yaml"));

  private List<CertificateField> fieldsOf(String print) {
    return labels.find(print).map(m -> m.label().fields()).orElse(List.of());
  }

  @Test
  void aLabelIsFoundAsPrinted() {
    assertThat(fieldsOf("異動年月日（転出予定日）")).containsExactly(CertificateField.MOVE_DATE);
    assertThat(fieldsOf("性別・続柄")).containsExactly(CertificateField.SEX, CertificateField.RELATION);
  }

  @Test
  void aLongLabelIsFoundWithACharacterMisread() {
    assertThat(fieldsOf("住民昧コード")).containsExactly(CertificateField.RESIDENT_RECORD_CODE);
    assertThat(fieldsOf("国保・後其"))
        .containsExactly(CertificateField.HEALTH_INSURANCE, CertificateField.LATE_ELDERLY);
  }

  @Test
  void theOldPlaceIsNeverTakenForTheNewOne() {
    assertThat(fieldsOf("転出前の住昕・世帯主"))
        .containsExactly(CertificateField.OLD_ADDRESS, CertificateField.OLD_HOUSEHOLDER);
    assertThat(fieldsOf("転出先の住昕・世帯主"))
        .containsExactly(CertificateField.NEW_ADDRESS, CertificateField.NEW_HOUSEHOLDER);
    assertThat(fieldsOf("異動後住昕")).containsExactly(CertificateField.NEW_ADDRESS);
  }

  @Test
  void aValueThatResemblesALabelIsNone() {
    assertThat(fieldsOf("世帯主")).isEmpty();
    assertThat(fieldsOf("本間")).isEmpty();
    assertThat(fieldsOf("無")).isEmpty();
  }

  @Test
  void valuesOfChoicesAreNoLabels() {
    assertThat(fieldsOf("世帯主　女")).isEmpty();
    assertThat(labels.findLoosely("世帯主　男")).isEmpty();
    assertThat(labels.findLoosely("有　無")).isEmpty();
    assertThat(fieldsOf("世帯主名")).containsExactly(CertificateField.OLD_HOUSEHOLDER);
  }

  @Test
  void wordsOneAfterTheOtherNameSeveralFields() {
    assertThat(fieldsOf("介護・児童手当"))
        .containsExactly(CertificateField.CARE_INSURANCE, CertificateField.CHILD_ALLOWANCE);
    assertThat(fieldsOf("国保　介護　児手"))
        .containsExactly(
            CertificateField.HEALTH_INSURANCE,
            CertificateField.CARE_INSURANCE,
            CertificateField.CHILD_ALLOWANCE);
    assertThat(fieldsOf("介護・介護保険")).isEmpty();
    assertThat(fieldsOf("介護の手当")).isEmpty();
    assertThat(labels.find("国籍等・筆頭者").orElseThrow().label().foreign())
        .startsWith(CertificateField.NATIONALITY, CertificateField.RESIDENCE_STATUS);
  }

  @Test
  void aRunningLineGivesLabelAndRest() {
    LabelBook.Prefix prefix = labels.findPrefix("国民年金：第3号").orElseThrow();

    assertThat(prefix.label().fields()).containsExactly(CertificateField.PENSION);
    assertThat(prefix.rest()).isEqualTo("第3号");
  }

  @Test
  void aTitleTellsTheKindOfPaper() {
    assertThat(labels.findNote("転 出 証 明 書")).contains(DocumentType.MOVING_OUT_CERTIFICATE);
    assertThat(labels.findNote("転出証明書に準ずる証明書")).contains(DocumentType.EQUIVALENT_CERTIFICATE);
    assertThat(labels.findNote("特例による転出処理済")).contains(DocumentType.SPECIAL_RULE_DONE);
    assertThat(labels.findNote("お知らせ")).isEmpty();
  }

  @Test
  void aPrintAsNearToTwoLabelsIsNeither() {
    assertThat(fieldsOf("編出日")).isEmpty();
    assertThat(labels.findLoosely("動住所")).isEmpty();
  }

  @Test
  void twoReadingsOfABlurredLabelTellItTogether() {
    assertThat(likeliest(false, "編出日", "届田日")).containsExactly(CertificateField.MOVE_NOTIFIED_DATE);
    assertThat(likeliest(false, "基畔年全番呈", "華礎隼金番哈"))
        .containsExactly(CertificateField.PENSION_NUMBER);
    assertThat(likeliest(false, "基畔年全番呈")).isEmpty();
  }

  @Test
  void aHeadingMayBeReadWorseThanACellAmongValues() {
    assertThat(likeliest(true, "再保", "①狩慈")).containsExactly(CertificateField.HEALTH_INSURANCE);
    assertThat(likeliest(false, "再保", "①狩慈")).isEmpty();
    assertThat(likeliest(true, "等呈", "す籍")).isEmpty();
  }

  @Test
  void aBlurredValueIsNoLabel() {
    assertThat(likeliest(false, "世帯主中村薫", "世帯玩中村薫")).isEmpty();
    assertThat(likeliest(false, "世汰主", "世帯主")).isEmpty();
    assertThat(likeliest(false, "有・無後期高齢者医療有・舞", "有・無後期高齢者医療有・無")).isEmpty();
    assertThat(likeliest(false, "有・舞後期高齢者医療有・無")).isEmpty();
    assertThat(likeliest(true, "番号", "香号")).isEmpty();
  }

  private List<CertificateField> likeliest(boolean isHeading, String... readings) {
    LabelPrint print = new LabelPrint();
    for (String reading : readings) {
      print = print.with(reading);
    }
    return labels.findLikeliest(print, isHeading).map(Label::fields).orElse(List.of());
  }

  @Test
  void aBlurredLabelIsToldByItsPictureAndWhatWasReadOfIt() {
    Spelling picture = DrawnPrint.blurred("IPAexMincho", 20, "後期高齢者医療", 3).spelling();
    assertThat(labels.findSpelled(new LabelPrint().with("後輝高齢者医痩"), picture))
        .hasValueSatisfying(
            l -> assertThat(l.fields()).containsExactly(CertificateField.LATE_ELDERLY));
  }

  @Test
  void aPictureAloneMakesNoLabel() {
    Spelling picture = DrawnPrint.blurred("IPAexMincho", 20, "後期高齢者医療", 3).spelling();
    assertThat(labels.findSpelled(new LabelPrint().with("ぼろぼろ"), picture)).isEmpty();
    assertThat(labels.findSpelled(new LabelPrint(), picture)).isEmpty();
  }

  @Test
  void aNameAndAnAddressAreNoLabelsHoweverBlurred() {
    for (String value : List.of("見本太郎", "世帯花子", "本籍町１丁目２番", "世帯主", "無")) {
      Spelling picture = DrawnPrint.blurred("IPAexMincho", 20, value, 3).spelling();
      assertThat(labels.findSpelled(new LabelPrint().with(value), picture)).as(value).isEmpty();
    }
  }
}
