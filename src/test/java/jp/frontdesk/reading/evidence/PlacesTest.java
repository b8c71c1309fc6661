package jp.frontdesk.reading.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class PlacesTest {
  @Test
  void aPlaceIsKnownAsFarAsItsAreaAndWithoutItsPrefecture() {
    assertThat(beginning("神奈川県横浜市鶴見区生麦３丁目")).isEqualTo("神奈川県横浜市鶴見区生麦");
    assertThat(beginning("浜松市中央区蜆塚６丁目")).isEqualTo("浜松市中央区蜆塚");
    assertThat(beginning("架空県見本市１丁目")).isEmpty();
  }

  @Test
  void theFormsOfKeDoNotMatter() {
    assertThat(beginning("神奈川県茅ケ崎市香川")).hasSize(10);
  }

  @Test
  void whatOneReadingSawIsTakenWhereItIsTheOnlyPlaceThatFits() {
    assertThat(beginning("静岡県浜松市中央区蝦塚", "　　　　　　　　　蜆　")).isEqualTo("静岡県浜松市中央区蜆塚");
  }

  @Test
  void whereTwoPlacesFitOnlyWhatTheyShareIsKnown() {
    assertThat(beginning("東京都大田区東蒲田", "　　　　　　西　　")).isEqualTo("東京都大田区");
  }

  private static String beginning(String... readings) {
    return Places.known()
        .beginning(
            new Places.Line() {
              @Override
              public int length() {
                return readings[0].length();
              }

              @Override
              public boolean couldBe(int at, int codePoint) {
                return List.of(readings).stream()
                    .anyMatch(r -> Places.isSame(r.charAt(at), codePoint));
              }
            });
  }
}
