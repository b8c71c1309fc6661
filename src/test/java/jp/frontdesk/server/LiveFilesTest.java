package jp.frontdesk.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import jp.frontdesk.guide.HouseholdFacts;
import jp.frontdesk.kernel.MunicipalityCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class LiveFilesTest {
  private static final MunicipalityCode TOWN = new MunicipalityCode("999997");
  private static final String OLD = "dog_registration_change";
  private static final String NEW = "account_transfer_request";
  private static final LocalDate DAY = LocalDate.of(2026, 4, 1);

  @TempDir private Path folder;
  private Path dogRule;
  private Path slip;
  private LiveFiles files;

  @BeforeEach
  void start() throws IOException {
    for (String part : List.of("kiosk-config/common", "kiosk-config/999997", "templates/forms")) {
      copy(Path.of(part), folder.resolve(part));
    }
    dogRule = folder.resolve("kiosk-config/common/procedures/dog.yaml");
    slip = folder.resolve("templates/forms/reception_slip/form.yaml");
    TownSettings loaded = load();
    assertThat(loaded.faults()).isEmpty();
    Path config = folder.resolve("kiosk-config");
    files = new LiveFiles(List.of(config, folder.resolve("templates")), loaded, this::load);
  }

  @Test
  void takesAChangedRuleAndAChangedForm() throws IOException {
    assertThat(formsForTheDog()).containsExactly(OLD);
    change(dogRule, "forms: [" + OLD, "forms: [" + NEW);
    change(slip, "title: 受付票", "title: 受付の控え");
    files.look();

    assertThat(files.faults()).isEmpty();
    assertThat(formsForTheDog()).containsExactly(NEW);
    assertThat(titleOfTheSlip()).isEqualTo("受付の控え");
  }

  @Test
  void keepsTheLastGoodVersionOfAllFilesAndNamesEveryFault() throws IOException {
    change(dogRule, "forms: [" + OLD, "forms: [no_such_form");
    change(slip, "title: 受付票", "title: 受付の控え\nno_such_key: 1");
    files.look();

    assertThat(files.faults())
        .anySatisfy(fault -> assertThat(fault).contains("dog.yaml").contains("no_such_form"))
        .anySatisfy(fault -> assertThat(fault).contains("form.yaml:").contains("no_such_key"));
    assertThat(formsForTheDog()).containsExactly(OLD);
    assertThat(titleOfTheSlip()).isEqualTo("受付票");

    change(dogRule, "forms: [no_such_form", "forms: [" + NEW);
    change(slip, "\nno_such_key: 1", "");
    files.look();
    assertThat(files.faults()).isEmpty();
    assertThat(formsForTheDog()).containsExactly(NEW);
  }

  @Test
  void aHalfWrittenFileIsNotTaken() throws IOException {
    Files.writeString(dogRule, "when: \"answers.dog ==");
    files.look();

    assertThat(files.faults()).isNotEmpty();
    assertThat(formsForTheDog()).containsExactly(OLD);
  }

  @Test
  void aNewTownWaitsForAStart() throws IOException {
    Path town = folder.resolve("kiosk-config/999997/town.yaml");
    change(town, "counter: ", "counter: 別の");
    files.look();

    assertThat(files.faults()).singleElement().asString().contains("restart");
  }

  private List<String> formsForTheDog() {
    HouseholdFacts facts =
        new HouseholdFacts(
            Optional.of(DAY),
            false,
            List.of(HouseholdFacts.born(DAY.minusYears(40), DAY)),
            Map.of("dog", "yes"));
    return files.guide(TOWN).guideFor(facts, DAY).forms().stream()
        .filter(form -> List.of(OLD, NEW).contains(form))
        .toList();
  }

  private String titleOfTheSlip() {
    return files.forms(TOWN).find("reception_slip").orElseThrow().title();
  }

  private TownSettings load() {
    Settings.Outcome outcome =
        Settings.read(
            Map.of(
                "FRONTDESK_CONFIG_DIR", folder.resolve("kiosk-config").toString(),
                "FRONTDESK_TEMPLATES_DIR", folder.resolve("templates").toString()));
    assertThat(outcome).isInstanceOf(Settings.Outcome.Usable.class);
    return TownSettings.load(((Settings.Outcome.Usable) outcome).settings());
  }

  private static void change(Path file, String from, String to) throws IOException {
    String text = Files.readString(file);
    assertThat(text).contains(from);
    Files.writeString(file, text.replace(from, to));
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> found = Files.walk(from)) {
      for (Path each : found.toList()) {
        Path target = to.resolve(from.relativize(each).toString());
        if (Files.isDirectory(each)) {
          Files.createDirectories(target);
        } else {
          Files.copy(each, target);
        }
      }
    }
  }
}
