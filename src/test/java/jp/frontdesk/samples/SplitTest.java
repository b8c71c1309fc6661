package jp.frontdesk.samples;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import jp.frontdesk.samples.SampleWords.Foreigner;
import jp.frontdesk.samples.SampleWords.Town;
import jp.frontdesk.samples.SampleWords.Word;
import jp.frontdesk.samples.paper.TemplateReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class SplitTest {
  private static final int LARGEST_HOUSEHOLD = 8;

  @Test
  void noTwoSetsShareALayoutAFontAPersonOrATown() {
    List<String> all = new ArrayList<>();
    for (Split split : Split.values()) {
      SampleWords words = SampleWords.lists(Optional.of(split));
      all.addAll(split.layouts());
      all.addAll(split.fonts());
      names(words).forEach(all::add);
      words.towns().stream().map(Town::issuer).forEach(all::add);
      words.foreigners().stream().map(Foreigner::name).forEach(all::add);
    }

    assertThat(all).doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @EnumSource
  void everySetHasLayoutsThatExistAndWordsEnoughForAnyHousehold(Split split) {
    SampleWords words = SampleWords.lists(Optional.of(split));

    assertThat(split.layouts())
        .isNotEmpty()
        .allMatch(id -> TemplateReader.read(id).id().equals(id));
    assertThat(words.foreigners()).hasSizeGreaterThanOrEqualTo(LARGEST_HOUSEHOLD);
    assertThat(words.maleNames()).hasSizeGreaterThan(2 * LARGEST_HOUSEHOLD);
    assertThat(words.femaleNames()).hasSizeGreaterThan(2 * LARGEST_HOUSEHOLD);
    assertThat(words.surnames()).hasSizeGreaterThan(50);
    assertThat(words.rareSurnames()).hasSizeGreaterThan(30);
    assertThat(words.towns()).hasSizeGreaterThan(5);
    assertThat(Split.ofWord(split.name().toLowerCase(Locale.ROOT))).isEqualTo(split);
  }

  @Test
  void aHouseholdOfASetHasItsNames() {
    SampleWords words = SampleWords.lists(Optional.of(Split.TEST));
    SampleSpec spec = SampleSpec.of(ScanLevel.CLEAN).withSplit(Split.TEST).withForeign(false);
    List<String> known = names(words).toList();

    for (int seed = 0; seed < 30; seed++) {
      for (SamplePerson person : CertificateGenerator.invent(seed, spec).members()) {
        assertThat(person.isForeign() || known.contains(surname(person))).isTrue();
      }
    }
  }

  private static String surname(SamplePerson person) {
    return person.name().substring(0, person.name().indexOf('　'));
  }

  private static Stream<String> names(SampleWords words) {
    return Stream.of(words.surnames(), words.rareSurnames(), words.maleNames(), words.femaleNames())
        .flatMap(List::stream)
        .map(Word::text)
        .distinct();
  }
}
