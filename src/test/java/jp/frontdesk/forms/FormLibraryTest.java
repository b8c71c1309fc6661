package jp.frontdesk.forms;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FormLibraryTest {
  @TempDir private Path folder;

  @Test
  void theFormsOfTheProjectAreSound() {
    assertThat(Households.LIBRARY.problems()).isEmpty();
    assertThat(Households.LIBRARY.forms())
        .extracting(FormTemplate::id)
        .contains("health_insurance_enrolment", "moving_in_notification");
  }

  @Test
  void everyFaultOfAFormIsNamedWithItsLine() throws IOException {
    List<FormProblem> problems =
        problemsOf(
            """
            title: 見本
            who: all
            first:
              items:
                - {label: 外, at: [200, 10, 20, 5]}
                - {value: no.such.path, at: [10, 10, 20, 5]}
                - {value: member.name, at: [10, 20, 20, 5]}
                - {value: new_head, at: [10, 30, 20, 5], face: comic}
                - {value: new_head, at: [10, 40, 20, 5], size: 6}
                - {choice: notifier.role, at: [10, 50, 20, 5], options: [NOBODY 誰か]}
                - {label: 綴り, at: [10, 60, 20, 5], aling: left}
                - {comb: new_head, at: [10, 70, 20]}
                - {choice: new_head, at: [10, 80, 20, 5], options: [SELF 本人]}
                - {nothing: new_head, at: [10, 90, 20, 5]}
            """);

    assertThat(problems).extracting(FormProblem::line).contains(5, 6, 7, 8, 9, 10, 11, 12, 13, 14);
    assertThat(problems.toString())
        .contains(
            "reaches off the page",
            "unknown path 'no.such.path'",
            "belongs into rows",
            "'face' is one of [MINCHO, GOTHIC, ",
            "at least 7 pt",
            "'NOBODY' is none of SELF",
            "unknown key 'aling'",
            "a list of 4 numbers",
            "cannot be set as choice",
            "form.yaml:5");
  }

  @Test
  void rowsThatReachOffThePageAreRefused() throws IOException {
    List<FormProblem> problems =
        problemsOf(
            """
            title: 見本
            first:
              rows:
                at: [10, 200, 100]
                height: 30
                count: 5
                items:
                  - {value: member.name, at: [0, 0, 20, 40]}
            """);

    assertThat(problems.toString()).contains("rows reach off the page", "reaches out of its row");
  }

  @Test
  void brokenYamlIsNamedWithItsLine() throws IOException {
    assertThat(problemsOf("title: 見本\nfirst: [\n").toString()).contains("not YAML");
  }

  @Test
  void aTownsOwnFormReplacesTheGeneralOne() throws IOException {
    Path own = folder.resolve("town/forms/moving_in_notification");
    Files.createDirectories(own);
    Files.writeString(
        own.resolve("form.yaml"),
        "title: 本町の様式\nfirst:\n  items:\n    - {value: new_head, at: [10, 10, 90, 8]}\n");

    FormLibrary library = FormLibrary.load(Path.of("templates"), folder.resolve("town"));

    assertThat(library.problems()).isEmpty();
    assertThat(library.find("moving_in_notification").orElseThrow().title()).isEqualTo("本町の様式");
    assertThat(library.find("health_insurance_enrolment")).isPresent();
  }

  @Test
  void aMissingTemplatesFolderIsNamed() {
    FormLibrary library = FormLibrary.load(folder.resolve("nowhere"), folder);

    assertThat(library.problems().toString()).contains("nowhere", "missing");
  }

  private List<FormProblem> problemsOf(String yaml) throws IOException {
    Path form = folder.resolve("general/forms/sample");
    Files.createDirectories(form);
    Files.writeString(form.resolve("form.yaml"), yaml);
    return FormLibrary.load(folder.resolve("general"), folder.resolve("none")).problems();
  }
}
