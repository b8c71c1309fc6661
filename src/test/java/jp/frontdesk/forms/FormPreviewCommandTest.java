package jp.frontdesk.forms;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class FormPreviewCommandTest {
  @TempDir Path folder;

  @Test
  void aFormIsFilledWithAHouseholdAndTightBoxesAreNamed() throws IOException {
    String said =
        run(
            0,
            "moving_in_notification",
            "--household",
            "templates/households/longest-values.yaml",
            "--out",
            folder.toString(),
            "--dpi",
            "30");

    assertThat(said)
        .contains("moving_in_notification-longest-values-1.png")
        .containsPattern("page 1, 届出人の氏名: smaller, on several lines \\([0-9.]+ pt\\)")
        .contains("1人目の本籍: on the sheet 別紙")
        .doesNotContain("寿限無");
    assertThat(folder.resolve("moving_in_notification-longest-values.pdf")).isNotEmptyFile();
    assertThat(folder.resolve("moving_in_notification-longest-values-1.png")).isNotEmptyFile();
  }

  @Test
  void everyFaultOfAHouseholdIsNamedAtOnce() throws IOException {
    Path household = folder.resolve("broken.yaml");
    Files.writeString(
        household,
        """
        certificate: {issuer: 見本県架空市, colour: 青}
        people: []
        """);

    assertThat(run(1, "moving_in_notification", "--household", household.toString()))
        .contains("broken.yaml: unknown key 'certificate.colour'")
        .contains("broken.yaml: unknown key 'people'");
  }

  @Test
  void aHouseholdThatLacksWhatAFormNeedsIsRefusedFieldByField() throws IOException {
    Path household = folder.resolve("half.yaml");
    Files.writeString(
        household,
        """
        certificate: {issuer: 見本県架空市}
        move: {date: 令和8年3月31日, old_address: 見本県架空市見本町1番}
        members:
          - {name: 見本　太郎, birth_date: 令和の初め, sex: 男, relation: 世帯主}
        answers: {new_address: 架空町中央1番, moved_on: 2026-04-01, new_head: 見本　太郎, notifier_role: SELF}
        """);

    assertThat(run(1, "moving_in_notification", "--household", household.toString()))
        .contains("half.yaml: members[0].birth_date")
        .contains("half.yaml: answers.notifier_name");
  }

  @Test
  void aHouseholdThatMovesOtherwiseNamesItsKindAndHasNoCertificate() throws IOException {
    Path household = folder.resolve("other.yaml");
    Files.writeString(
        household,
        """
        kind: 出生
        certificate: {issuer: 見本県架空市}
        """);
    Path within = folder.resolve("within.yaml");
    Files.writeString(
        within,
        """
        kind: 転居
        certificate: {issuer: 見本県架空市}
        """);

    assertThat(
            run(
                1,
                "moving_in_notification",
                "--household",
                household.toString(),
                "--household",
                within.toString()))
        .contains("other.yaml: 'kind' is 転入, 転居 or 転出")
        .contains("within.yaml: 転居 has no 'certificate'");
    assertThat(
            run(
                0,
                "dog_registration_change",
                "--household",
                "templates/households/moving-out.yaml",
                "--out",
                folder.toString()))
        .contains("dog_registration_change-moving-out: not for 転出");
  }

  @Test
  void anUnknownFormIsToldWithThoseThereAre() throws IOException {
    assertThat(run(1, "no_such_form")).contains("no form 'no_such_form'", "moving_in_notification");
  }

  private static String run(int status, String... args) throws IOException {
    PrintStream out = System.out;
    PrintStream err = System.err;
    try (var bytes = new ByteArrayOutputStream();
        PrintStream both = new PrintStream(bytes, true, StandardCharsets.UTF_8)) {
      System.setOut(both);
      System.setErr(both);
      assertThat(new CommandLine(new FormPreviewCommand()).execute(args)).isEqualTo(status);
      return bytes.toString(StandardCharsets.UTF_8);
    } finally {
      System.setOut(out);
      System.setErr(err);
    }
  }
}
