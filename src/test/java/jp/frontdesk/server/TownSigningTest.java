package jp.frontdesk.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import jp.frontdesk.kernel.MunicipalityCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Where a town has its forms signed, as `town.yaml` says.
final class TownSigningTest {
  private static final MunicipalityCode TOWN = new MunicipalityCode("999997");

  @TempDir private Path folder;

  @Test
  void aTownThatSaysNothingHasEveryFormSignedOnPaper() throws IOException {
    TownSettings loaded = load("");

    assertThat(loaded.faults()).isEmpty();
    assertThat(loaded.towns().getTown(TOWN).isSignedOnScreen("moving_in_notification")).isFalse();
  }

  @Test
  void eachFormIsSignedWhereTheTownSays() throws IOException {
    TownSettings loaded =
        load("signing: {moving_in_notification: screen, school_transfer_notification: paper}\n");

    assertThat(loaded.faults()).isEmpty();
    Town town = loaded.towns().getTown(TOWN);
    assertThat(town.isSignedOnScreen("moving_in_notification")).isTrue();
    assertThat(town.isSignedOnScreen("school_transfer_notification")).isFalse();
    assertThat(town.isSignedOnScreen("power_of_attorney")).isFalse();
  }

  @Test
  void aFormThatIsNotThereOrIsNotSignedIsAFaultOfTheFile() throws IOException {
    List<String> faults =
        load("signing: {moving_in_notifikation: screen, reception_slip: paper}\n").faults();

    assertThat(faults)
        .containsExactly(
            folder.resolve("kiosk-config/999997/town.yaml")
                + ": signing: there is no form moving_in_notifikation",
            folder.resolve("kiosk-config/999997/town.yaml")
                + ": signing: the form reception_slip has no signature");
  }

  @Test
  void anUnknownWordIsAFaultOfTheFile() throws IOException {
    assertThat(load("signing: {moving_in_notification: tablet}\n").faults())
        .contains(
            folder.resolve("kiosk-config/999997/town.yaml")
                + ": signing: moving_in_notification is neither screen nor paper");
    assertThat(load("signing: screen\n").faults())
        .anySatisfy(fault -> assertThat(fault).contains("town.yaml: signing: has to name forms"));
  }

  private TownSettings load(String signing) throws IOException {
    Path config = folder.resolve("kiosk-config");
    for (String part : List.of("common", "999997")) {
      copy(Path.of("kiosk-config", part), config.resolve(part));
    }
    Path town = config.resolve("999997/town.yaml");
    Files.writeString(
        town, Files.readString(town).replaceFirst("(?s)\nsigning:.*", "\n") + signing);
    return switch (Settings.read(
        Map.of("FRONTDESK_DEMO", "true", "FRONTDESK_CONFIG_DIR", config.toString()))) {
      case Settings.Outcome.Faulty(List<String> faults) ->
          throw new IllegalStateException(String.join("; ", faults));
      case Settings.Outcome.Usable(Settings settings) -> TownSettings.load(settings);
    };
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path copy = to.resolve(from.relativize(file).toString());
        Files.createDirectories(copy.getParent());
        Files.copy(file, copy, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
      }
    }
  }
}
