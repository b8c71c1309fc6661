package jp.frontdesk.samples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ShelfTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 4, 2);

  @Test
  void theShelfHoldsTenPapersWhosePeopleMovedAFewDaysAgo() {
    List<Shelf.Plan> plans = Shelf.plans(TODAY);

    assertThat(plans).hasSize(10);
    assertThat(plans.stream().map(Shelf.Plan::id).collect(Collectors.toSet())).hasSize(10);
    for (Shelf.Plan plan : plans) {
      SampleHousehold household = plan.spec().household().orElseThrow();
      assertThat(plan.title()).isNotBlank();
      assertThat(household.movesOn()).isBefore(TODAY).isAfter(TODAY.minusDays(14));
      assertThat(household.members().getFirst().relation()).isEqualTo("世帯主");
    }
  }

  @Test
  void everyPaperOfTheShelfIsWrittenAndListed(@TempDir Path folder) throws IOException {
    List<Shelf.Item> written = Shelf.write(folder, TODAY);

    assertThat(Shelf.read(folder)).isEqualTo(written);
    for (Shelf.Item item : written) {
      assertThat(item.files()).isNotEmpty().allMatch(f -> Files.isRegularFile(folder.resolve(f)));
    }
    Set<String> twoPages =
        written.stream()
            .filter(i -> i.files().size() == 2)
            .map(Shelf.Item::id)
            .collect(Collectors.toSet());
    assertThat(twoPages).contains("family-of-six");
  }
}
