package jp.frontdesk.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import jp.frontdesk.cases.MovingInRecord;
import org.junit.jupiter.api.Test;

class ConfirmedFixturesTest {
  @Test
  void everyHouseholdIsOfACaseOfItsOwnAndNoneShowsAPersonInItsText() {
    List<Confirmed<MovingInRecord>> all =
        Stream.of(
                ConfirmedFixtures.single(),
                ConfirmedFixtures.couple(),
                ConfirmedFixtures.familyOfSix(),
                ConfirmedFixtures.foreignFamily(),
                ConfirmedFixtures.rareCharacters(),
                ConfirmedFixtures.unknownDates(),
                ConfirmedFixtures.longestValues())
            .toList();

    assertThat(all).extracting(household -> household.value().caseId()).doesNotHaveDuplicates();
    assertThat(all)
        .allSatisfy(household ->
            assertThat(household + " " + household.value())
                .contains(household.value().caseId().toString())
                .doesNotContain(household.value().members().getFirst().name().text()));
  }
}
