package jp.frontdesk.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GlyphVariantsTest {
  private static final String COMMON = "高崎辺斉吉浜徳柳桑瀬恵広沢見本太郎渡部山田";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "高髙",
        "崎﨑嵜",
        "辺邉邊",
        "斉齊斎齋",
        "吉\uD842\uDFB7",
        "浜濱濵",
        "徳德",
        "柳栁桺",
        "桑桒",
        "瀬瀨",
        "恵惠",
        "広廣",
        "沢澤"
      })
  void everyMemberOfAFamilyKnowsTheWholeFamily(String family) {
    List<String> members = family.codePoints().mapToObj(Character::toString).toList();

    assertThat(family.codePoints().mapToObj(GlyphVariants::familyOf))
        .allMatch(found -> found.orElseThrow().equals(members));
  }

  @Test
  void aCharacterWithoutRelativesHasNoFamily() {
    assertThat(GlyphVariants.familyOf('山')).isEmpty();
    assertThat(GlyphVariants.isDoubtful("山本　一")).isFalse();
    assertThat(GlyphVariants.candidatesFor("山本　一")).isEmpty();
  }

  @Test
  void candidatesExchangeOneCharacterAtATimeNearestFirst() {
    assertThat(GlyphVariants.candidatesFor("高崎")).containsExactly("髙崎", "高﨑", "高嵜");
    assertThat(GlyphVariants.candidatesFor("渡邉")).containsExactly("渡辺", "渡邊");
  }

  @Test
  void aVariationSelectorGoesWithItsCharacter() {
    assertThat(GlyphVariants.candidatesFor("渡辺\uDB40\uDD00　花")).containsExactly("渡邉　花", "渡邊　花");
    assertThat(GlyphVariants.isDoubtful("辻\uDB40\uDD00")).isTrue();
  }

  @Test
  void candidatesAreAtMostTwelveDifferentAndNeverTheTextItself() {
    Random random = new Random(42);
    for (int i = 0; i < 2_000; i++) {
      StringBuilder text = new StringBuilder();
      for (int j = random.nextInt(12); j >= 0; j--) {
        text.append(COMMON.charAt(random.nextInt(COMMON.length())));
      }
      List<String> candidates = GlyphVariants.candidatesFor(text.toString());

      assertThat(candidates).hasSizeLessThanOrEqualTo(GlyphVariants.MOST_CANDIDATES);
      assertThat(candidates).doesNotHaveDuplicates().doesNotContain(text.toString());
      assertThat(candidates)
          .allMatch(c -> c.codePoints().count() == text.toString().codePoints().count());
      assertThat(candidates.isEmpty()).isEqualTo(!GlyphVariants.isDoubtful(text.toString()));
    }
  }
}
