package jp.frontdesk.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EraTest {
  @ParameterizedTest
  @CsvSource({
    "明治,MEIJI",
    "明,MEIJI",
    "M,MEIJI",
    "m,MEIJI",
    "大正,TAISHO",
    "Ｔ,TAISHO",
    "昭和,SHOWA",
    "昭,SHOWA",
    "㍼,SHOWA",
    "平成,HEISEI",
    "h,HEISEI",
    "令和,REIWA",
    "令 和,REIWA",
    "㋿,REIWA"
  })
  void anEraIsKnownByNameCharacterAndLetter(String name, Era era) {
    assertThat(Era.of(name)).contains(era);
  }

  @ParameterizedTest
  @CsvSource({"慶応", "X", "和", "''"})
  void otherWordsAreNoEra(String name) {
    assertThat(Era.of(name)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "1868-01-25,MEIJI",
    "1912-07-29,MEIJI",
    "1912-07-30,TAISHO",
    "1926-12-24,TAISHO",
    "1926-12-25,SHOWA",
    "1989-01-07,SHOWA",
    "1989-01-08,HEISEI",
    "2019-04-30,HEISEI",
    "2019-05-01,REIWA"
  })
  void aDayBelongsToTheEraThatBeganLast(LocalDate day, Era era) {
    assertThat(Era.at(day)).contains(era);
  }

  @Test
  void beforeMeijiThereIsNoEra() {
    assertThat(Era.at(LocalDate.of(1868, 1, 24))).isEmpty();
  }

  @Test
  void codesAreThoseOfTheRegistries() {
    assertThat(Era.values()).extracting(Era::code).containsExactly(1, 2, 3, 4, 5);
  }
}
