package jp.frontdesk.reading.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import jp.frontdesk.kernel.CertificateField;
import jp.frontdesk.kernel.GlyphVariants;
import jp.frontdesk.kernel.Texts;
import jp.frontdesk.reading.glyphs.Alphabet;
import jp.frontdesk.reading.glyphs.GlyphModel;
import jp.frontdesk.reading.glyphs.GlyphReader;
import jp.frontdesk.reading.glyphs.ReadGlyph;
import org.junit.jupiter.api.Test;

/// When the rules are sure, when they ask for one more reading, and when a person has to look.
class FieldRulesTest {
  @Test
  void aDateReadTwiceAndClearlyCostsNoFurtherReading() {
    Readings readings = Readings.of("平成29年12月5日", 0.9, "平成29年12月5日");
    Verdict verdict = FieldRules.of(CertificateField.BIRTH_DATE).read(readings);
    assertThat(verdict.value()).isEqualTo("平成29年12月5日");
    assertThat(verdict.needsReview()).isFalse();
    assertThat(readings.asked).containsOnly("first");
  }

  @Test
  void aDateThatOneReadingSawOtherwiseIsShown() {
    Readings readings = Readings.of("平成29年12月5日", 0.9, "平成29年12月6日").with("combined", "平成29年12月5日");
    Verdict verdict = FieldRules.of(CertificateField.BIRTH_DATE).read(readings);
    assertThat(verdict.value()).isEqualTo("平成29年12月5日");
    assertThat(verdict.needsReview()).isTrue();
  }

  @Test
  void anIndividualNumberIsSureWhereTwoReadersAgreeAndItsCheckDigitFits() {
    Verdict fits = read(CertificateField.INDIVIDUAL_NUMBER, "123456789018", 0.3, "123456789018");
    assertThat(fits.needsReview()).isFalse();
    Verdict unfit = read(CertificateField.INDIVIDUAL_NUMBER, "123456789012", 0.9, "123456789012");
    assertThat(unfit.value()).isEqualTo("123456789012");
    assertThat(unfit.reasons()).contains(Reasons.CHECK_DIGIT);
  }

  @Test
  void aNumberWithoutCheckDigitNeedsAThirdReading() {
    Readings readings = Readings.of("1234567890", 0.9, "1234567890").with("english", "1234567890");
    assertThat(FieldRules.of(CertificateField.PENSION_NUMBER).read(readings).needsReview())
        .isFalse();
    assertThat(readings.asked).contains("english");
    Verdict alone = read(CertificateField.PENSION_NUMBER, "1234567890", 0.9, "1234567890");
    assertThat(alone.needsReview()).isTrue();
  }

  @Test
  void aStrokeInAnEmptyPlaceIsNoNumber() {
    assertThat(read(CertificateField.PENSION_NUMBER, "7", 0.5, "/").value()).isEmpty();
  }

  @Test
  void aChoiceIsSureOnlyWhenOurReaderSawItToo() {
    assertThat(read(CertificateField.PENSION, "第1号", 0.9, "第1号").needsReview()).isFalse();
    Verdict engineOnly =
        FieldRules.of(CertificateField.PENSION)
            .read(Readings.of("", 0, "第1号").with("fast", "第1号").with("combined", ""));
    assertThat(engineOnly.needsReview()).isTrue();
  }

  @Test
  void halfWidthKanaIsLeftToOurOwnReaderAndShown() {
    Readings seen = Readings.of("ﾐﾎﾝｼﾞﾛｳ", 0.95, "シルジ").with("widened", "ミホンシロウ");
    Verdict verdict = FieldRules.of(CertificateField.KANA).read(seen);
    assertThat(verdict.value()).isEqualTo("ミホンジロウ");
    assertThat(verdict.needsReview()).isFalse();

    Readings other = Readings.of("ﾐﾎﾝｼﾞﾛｳ", 0.95, "シルジ").with("widened", "ミホンシロク");
    assertThat(FieldRules.of(CertificateField.KANA).read(other).needsReview()).isTrue();
    assertThat(read(CertificateField.KANA, "ﾐﾎﾝｼﾞﾛｳ", 0.95, "シルジ").needsReview()).isTrue();
  }

  @Test
  void aKanjiThatNamesHardlyHaveIsShownAsTheOneItLooksLike() {
    Verdict read = read(CertificateField.NAME, "見本干鶴", 1, "見本干鶴");
    assertThat(read.value()).isEqualTo("見本千鶴");
    assertThat(read.candidates()).contains("見本干鶴");
    assertThat(read.needsReview()).isTrue();
  }

  @Test
  void aSingleKanaBeforeOrBetweenKanjiIsShownAsTheKanjiItLooksLike() {
    assertThat(read(CertificateField.NAME, "見ド本", 1, "見ド本").value()).isEqualTo("見下本");
    assertThat(read(CertificateField.NAME, "見卜本", 1, "見卜本").value()).isEqualTo("見下本");
    assertThat(read(CertificateField.NAME, "卜部本", 1, "卜部本").value()).isEqualTo("卜部本");
    assertThat(read(CertificateField.NAME, "ニ見本", 1, "ニ見本").value()).isEqualTo("二見本");
    assertThat(read(CertificateField.NAME, "見本チエ", 1, "見本チエ").value()).isEqualTo("見本チエ");
    assertThat(read(CertificateField.NAME, "見ド本", 1, "見ド本").needsReview()).isTrue();
  }

  @Test
  void aNameOfLettersKeepsItsHyphen() {
    Verdict read =
        FieldRules.of(CertificateField.NAME)
            .read(
                Readings.of("", 0, "MIHON JEAN一LUC")
                    .with("english", "MIHON JEAN-LUC")
                    .with("combined", "MIHON JEAN―LUC"));
    assertThat(read.value()).isEqualTo("MIHONJEAN-LUC");
  }

  @Test
  void everyFormOfANameIsKnownToOurReaderSoThatClearOnesAreSure() {
    assertThat(GlyphVariants.all().flatMapToInt(String::codePoints).distinct())
        .filteredOn(c -> Character.isIdeographic(c) && !Texts.isCompatibilityIdeograph(c))
        .isNotEmpty()
        .allMatch(GlyphReader::knows);

    Verdict clear = read(CertificateField.NAME, "戸田見本", 0.99, "戸田見本");
    assertThat(clear.value()).isEqualTo("戸田見本");
    assertThat(clear.needsReview()).isFalse();
  }

  @Test
  void aNameWhoseFormIsNotClearIsShownWithItsForms() {
    Verdict verdict = read(CertificateField.NAME, "髙橋見本", 0.9, "高橋見本");
    assertThat(verdict.value()).isEqualTo("髙橋見本");
    assertThat(verdict.needsReview()).isTrue();
    assertThat(verdict.candidates()).contains("高橋見本");
  }

  @Test
  void whatNoEngineWritesIsOurReadersToSay() {
    Readings apart = Readings.of("山田昊", 1, "山田時").with("combined", "山田唇");
    assertThat(FieldRules.of(CertificateField.NAME).read(apart).value()).isEqualTo("山田昊");
    assertThat(FieldRules.of(CertificateField.NAME).read(apart).needsReview()).isFalse();

    Readings common = Readings.of("山田時", 1, "山田昼").with("combined", "山田唇");
    assertThat(FieldRules.of(CertificateField.NAME).read(common).needsReview()).isTrue();
  }

  @Test
  void whereAllReadingsSayAKanjiItsLookAlikesAreNoDoubt() {
    List<ReadGlyph> own =
        List.of(
            glyph(Map.of("見", 1.0)),
            glyph(Map.of("本", 1.0)),
            glyph(Map.of("口", 0.3, "ロ", 0.7)),
            glyph(Map.of("子", 0.2, "孑", 0.8)));
    Readings readings = new Readings(own, Map.of("first", "見本口子", "combined", "見本口子"));

    Verdict read = FieldRules.of(CertificateField.NAME).read(readings);

    assertThat(read.value()).isEqualTo("見本口子");
    assertThat(read.needsReview()).isFalse();
  }

  @Test
  void noNameBeginsWithALongVowel() {
    Verdict read = read(CertificateField.NAME, "ー見本", 1, "ー見本");
    assertThat(read.value()).isEqualTo("一見本");
    assertThat(read.needsReview()).isTrue();
  }

  @Test
  void aNameOfKanaOnlyIsShownForItMayBeTheReadingAid() {
    assertThat(read(CertificateField.NAME, "ミホンタロウ", 1, "ミホンタロウ").reasons())
        .containsExactly(Reasons.ONLY_KANA);
    assertThat(read(CertificateField.ALIAS, "ミホンタロウ", 1, "ミホンタロウ").needsReview()).isFalse();
  }

  @Test
  void aPlaceIsWrittenPlainlyAndItsDigitsMayBeOfEitherWidth() {
    Readings readings =
        new Readings(
            List.of(
                glyph(Map.of("橫", 0.6, "横", 0.4)),
                glyph(Map.of("町", 1.0)),
                glyph(Map.of("２", 0.5, "2", 0.5))),
            Map.of("first", "横町2"));
    Verdict verdict = FieldRules.of(CertificateField.OLD_ADDRESS).read(readings);
    assertThat(verdict.value()).isEqualTo("横町2");
    assertThat(verdict.needsReview()).isFalse();
    assertThat(readings.asked).containsOnly("first");
  }

  @Test
  void noAddressHasADayBetweenItsNumbers() {
    for (String read : List.of("見本町1丁日10番", "見本町1丁H10番", "見本町一丁日10番")) {
      assertThat(read(CertificateField.OLD_ADDRESS, read, 1, read).value()).contains("丁目10番");
    }
    assertThat(read(CertificateField.OLD_ADDRESS, "見本町丁日3", 1, "見本町丁日3").value())
        .isEqualTo("見本町丁日3");
  }

  @Test
  void aLetterThatLooksLikeADigitIsOneUnlessItStandsInALatinWord() {
    Verdict number = read(CertificateField.OLD_ADDRESS, "見本町l丁目lO番", 1, "見本町1丁目10番");
    assertThat(number.value()).isEqualTo("見本町1丁目10番");
    assertThat(number.needsReview()).isFalse();
    Verdict word = read(CertificateField.OLD_ADDRESS, "見本町1番Villa", 1, "見本町1番Villa");
    assertThat(word.value()).isEqualTo("見本町1番Villa");
  }

  @Test
  void aPlaceOfTheCountryPutsOneCharacterRightThatAnyReadingSaw() {
    Readings readings =
        Readings.of("静岡県浜松市中央区蝦塚６丁目", 0.9, "静岡県浜松市中央区蜆塚６丁目").with("combined", "静岡県浜松市中央区蝉塚６丁目");
    Verdict verdict = FieldRules.of(CertificateField.OLD_ADDRESS).read(readings);
    assertThat(verdict.value()).isEqualTo("静岡県浜松市中央区蜆塚6丁目");
    assertThat(verdict.needsReview()).isTrue();
  }

  private static Verdict read(CertificateField field, String own, double each, String first) {
    return FieldRules.of(field).read(Readings.of(own, each, first));
  }

  private static ReadGlyph glyph(Map<String, Double> likely) {
    List<Map.Entry<String, Double>> order =
        likely.entrySet().stream()
            .sorted((a, b) -> Double.compare(b.getValue(), a.getValue()))
            .toList();
    return new ReadGlyph(
        order.stream().map(e -> new GlyphModel.Guess(e.getKey().codePointAt(0), 100, 0)).toList(),
        order.stream().map(Map.Entry::getValue).toList(),
        0,
        40,
        0,
        40);
  }

  /// What each reading of one line would give; a reading that is not listed gives nothing.
  private record Readings(List<ReadGlyph> own, Map<String, String> texts, List<String> asked)
      implements Passes {
    Readings(List<ReadGlyph> own, Map<String, String> texts) {
      this(own, texts, new ArrayList<>());
    }

    static Readings of(String own, double each, String first) {
      List<ReadGlyph> glyphs =
          own.codePoints().mapToObj(c -> glyph(Map.of(Character.toString(c), each))).toList();
      return new Readings(glyphs, Map.of("first", first));
    }

    Readings with(String reading, String text) {
      Map<String, String> more = new java.util.HashMap<>(texts);
      more.put(reading, text);
      return new Readings(own, more, asked);
    }

    private Pass pass(String reading) {
      asked.add(reading);
      String text = texts.getOrDefault(reading, "");
      return new Pass(text, text.isEmpty() ? 0 : 0.9);
    }

    @Override
    public Pass first() {
      return pass("first");
    }

    @Override
    public Pass fast(String allowed) {
      return pass("fast");
    }

    @Override
    public Pass combined(int heightPx) {
      return pass("combined");
    }

    @Override
    public Pass combinedOnly(int heightPx, String allowed) {
      return pass("combined");
    }

    @Override
    public Pass english(String allowed) {
      return pass("english");
    }

    @Override
    public Pass widened(String allowed) {
      return pass("widened");
    }

    @Override
    public List<ReadGlyph> glyphs(Alphabet alphabet) {
      return own;
    }

    @Override
    public boolean isOneCharacter() {
      return own.size() == 1;
    }
  }

  @Test
  void aSingleKanaThatLooksLikeAKanjiIsShown() {
    Verdict read = read(CertificateField.NAME, "見本エ", 1, "見本エ");

    assertThat(read.value()).isEqualTo("見本工");
    assertThat(read.candidates()).contains("見本エ");
    assertThat(read.reasons()).containsExactly(Reasons.VARIANT);
    assertThat(read(CertificateField.NAME, "見本ミエ", 1, "見本ミエ").value()).isEqualTo("見本ミエ");
  }
}
