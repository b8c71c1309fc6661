package jp.frontdesk.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class CharacterProfileTest {
  @ParameterizedTest
  @CsvSource({
    "JISX0208, 髙橋, 高橋",
    "JISX0208, 山﨑, 山崎",
    "JISX0208, 𠮷田, 吉田",
    "JISX0208, 邉見, 邉見",
    "JISX0208, 福田, 福田",
    "JISX0213, 髙橋, 高橋",
    "JISX0213, 山﨑, 山﨑",
    "JISX0208, 架空町１－２～３, 架空町１－２～３",
    "JISX0208, 架空町１−２〜３, 架空町１−２〜３",
    "JISX0213, 斉󠄃藤, 斉藤",
    "JUKI, 𠮷田, 吉田",
    "JUKI, 髙橋, 髙橋",
    "MJ, 斉󠄃藤, 斉󠄃藤",
    "MJ, 𠮷田, 𠮷田"
  })
  void aCharacterBecomesTheNearestTheRegistryHolds(
      CharacterProfile profile, String name, String held) {
    assertThat(profile.convert(name)).contains(held);
    assertThat(profile.lossesOf(name).isEmpty()).isEqualTo(name.equals(held));
  }

  @Test
  void theLossNamesTheCharacterWithItsSelectorAndWhatItBecomes() {
    assertThat(CharacterProfile.JISX0208.lossesOf("髙見　斉󠄃"))
        .containsExactly(
            new CharacterProfile.Loss("髙", Optional.of("高")),
            new CharacterProfile.Loss("斉󠄃", Optional.of("斉")));
  }

  @ParameterizedTest
  @EnumSource(CharacterProfile.class)
  void whatNobodyHoldsIsNeverReplaced(CharacterProfile profile) {
    assertThat(profile.convert("見本\ue000")).isEmpty();
    assertThat(profile.lossesOf("見本\ue000"))
        .isEqualTo(List.of(new CharacterProfile.Loss("\ue000", Optional.empty())));
  }

  @ParameterizedTest
  @EnumSource(CharacterProfile.class)
  void plainTextAndTheSignsOfJsonStay(CharacterProfile profile) {
    String text = "{\"氏名\":\"見本　花子\",\"住所\":\"架空町１−２ ABC-9\\\\\"}";

    assertThat(profile.convert(text.replace("−", "－"))).contains(text.replace("−", "－"));
  }

  @Test
  void theWordsOfTheSettingAreKnown() {
    assertThat(CharacterProfile.parse("jisx0213")).contains(CharacterProfile.JISX0213);
    assertThat(CharacterProfile.parse("JISX0213")).isEmpty();
  }
}
