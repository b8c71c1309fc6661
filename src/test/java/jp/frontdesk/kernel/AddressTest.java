package jp.frontdesk.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddressTest {
  @Test
  void anAddressIsKeptAsWritten() {
    assertThat(new Address(" 架空県架空町本町１ー２－３　見本ハイツ１０１号 ").text())
        .isEqualTo("架空県架空町本町１ー２－３　見本ハイツ１０１号");
  }

  @ParameterizedTest
  @CsvSource({
    "架空町１ー２－３,架空町1-2-3",
    "架空町1‐2−3,架空町1-2-3",
    "架空町 1―2　3,架空町1-23",
    "霞ヶ丘1,霞ケ丘1",
    "コーポ見本1,コーポ見本1"
  })
  void foldedAddressesCompareEqual(String text, String folded) {
    assertThat(new Address(text).folded()).isEqualTo(folded);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "　", "架空町\n1", "架空町\u0007"})
  void whatCannotBePrintedIsNoAddress(String text) {
    assertThat(Address.parse(text)).isEmpty();
    assertThatThrownBy(() -> new Address(text)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void anAddressHasAtMostThreeHundredCharacters() {
    assertThat(Address.parse("あ".repeat(300))).isPresent();
    assertThat(Address.parse("あ".repeat(301))).isEmpty();
  }

  @Test
  void noAddressShowsItselfInALog() {
    assertThat(new Address("架空町1").toString()).isEqualTo("Address(***)");
  }
}
