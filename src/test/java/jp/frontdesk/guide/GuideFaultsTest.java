package jp.frontdesk.guide;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What is wrong in a file of the guide is said with the file and the line where it stands.
class GuideFaultsTest {
  private static final Path SHIPPED = Path.of("kiosk-config");

  @TempDir Path config;

  @BeforeEach
  void copyShippedFiles() throws IOException {
    try (Stream<Path> files = Files.walk(SHIPPED.resolve("common"))) {
      for (Path file : files.toList()) {
        Path copy = config.resolve(SHIPPED.relativize(file).toString());
        if (Files.isDirectory(file)) {
          Files.createDirectories(copy);
        } else {
          Files.copy(file, copy);
        }
      }
    }
  }

  @ParameterizedTest(name = "{0}: {2}: {3}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          procedures/moped | order: 110                | ordre: 110                   | unknown key 'ordre'
          procedures/moped | missed:                   | mised:                       | unknown key 'mised'
          procedures/moped | members: [{born:          | members: [{age: 3, born:     | unknown key 'age'
          procedures/child_allowance | carried: false  | carry: false                 | unknown key 'carry'
          procedures/moped | order: 110                | order: first                 | 'order' is a whole number
          procedures/moped | counter: tax              | counter: [tax]               | 'counter' is a text
          procedures/moped | verified: false           | verified: maybe              | 'verified' is true or false
          procedures/child_allowance | forms: [child_allowance_claim] | forms: child_allowance_claim | 'forms' is a list
          procedures/child_allowance | deadline: {days: 15, carried: false} | deadline: 15 | 'deadline' is a group of keys
          procedures/child_allowance | days: 15        | days: 0                      | deadline.days is 1 or more
          procedures/moped | order: 110                | counter: tax                 | 'counter' stands twice
          procedures/moped | answers.moped == 'yes'    | answers.moped ==             | when: ERROR
          procedures/child_allowance | (m.age >= 0     | (m.years >= 0                | undefined field 'years'
          procedures/moped | answers.moped             | answers.tractor              | when: no question 'tractor'
          procedures/moped | counter: tax              | counter: nowhere             | counter: no counter 'nowhere'
          procedures/moped | validFrom: 2024-12-02     | validFrom: 2024-13-02        | validFrom is a day like
          procedures/moped | checkedOn: 2026-11-23     | checkedOn: yesterday         | checkedOn is a day like
          procedures/child_allowance | born: 2017-04-02 | born: 2017-02-30            | born is a day like
          procedures/child_allowance | until: 2026-04-16 | until: 2026-04-17          | is due 2026-04-16, must be 2026-04-17
          procedures/child_allowance | need: NOT_NEEDED | need: NO                    | need is NEEDED, NOT_NEEDED or DEPENDS
          procedures/moped | order: 110                | off: true                    | off: true stands alone
          procedures/text/en | missed:                 | missing:                     | unknown key 'missing'
          questions        | why:                      | because:                     | unknown key 'because'
          counters         | hours:                    | open:                        | unknown key 'open'
          counters         | where:                    | where: x #                   | is not YAML
          questions        | zh-Hant: "                | zh-Hnat: "                   | no language 'zh-Hnat'
          counters         | pt: "Regis                | pr: "Regis                   | no language 'pr'
          counters         | ne: "तल्ला                | np: "तल्ला                   | no language 'np'
          counters         | building: main            | building: mian               | no building 'mian' in
          counters         | floor: 1                  | floor: 0                     | floor is 1 for the ground floor
          counters         | floor: 1                  | floor: 7                     | x and y need the plan
          counters         | floor: 1                  | flor: 1                      | unknown key 'flor'
          counters         | x: 60                     | x: 31                        | stands on the mark of 'residents': leave 10
          counters         | x: 150                    | x: 181                       | x and y lie outside of
          floors/buildings | main:                     | Main:                        | a building is like 'annex'
          floors/buildings | es: "Edi                  | sp: "Edi                     | no language 'sp'
          guide-words      | 手続《てつづ》き          | 手続《てつづき               | 'navi' is a text whose readings stand
          questions        | 健康保険《けんこうほけん》 | 健康保険《けんこう保険》   | 'easy' is a text whose readings stand
          procedures/moped | 《まえ》                  | 《》                         | 'about' is a text
          guide-words      | missed: おくれると         | mised: おくれると            | unknown key 'mised'
          guide-words      | easy:                     | easy: [                      | is not YAML
          """)
  void aFaultIsSaidWithItsFileAndLine(String name, String from, String to, String said)
      throws IOException {
    Path file = config.resolve("common/" + name + ".yaml");
    String text = Files.readString(file);
    int at = text.indexOf(from);
    assertThat(at).as("the shipped file holds " + from).isNotNegative();
    Files.writeString(file, text.substring(0, at) + to + text.substring(at + from.length()));

    List<String> faults = load().faults();

    // what breaks YAML itself or stands twice is seen at a line that follows
    boolean isLater = said.equals("is not YAML") || said.endsWith("stands twice");
    long line = text.substring(0, at).chars().filter(c -> c == '\n').count() + 1;
    assertThat(faults)
        .anyMatch(fault ->
            isLater
                ? fault.matches(".*\\Q/" + name + ".yaml\\E:\\d+: .*") && fault.contains(said)
                : fault.contains("/" + name + ".yaml:" + line + ": ") && fault.contains(said));
  }

  @Test
  void aFormThatIsNotThereIsSaidWithItsLine() {
    GuideBook book = load();

    assertThat(book.faultsWith(Set.of("child_allowance_claim")))
        .noneMatch(fault -> fault.contains("child_allowance_claim"))
        .isNotEmpty()
        .allMatch(fault -> fault.matches(".*\\.yaml:\\d+: forms: no form '\\w+'"));
    assertThat(book.faultsWith(Set.of()))
        .anyMatch(fault ->
            fault.endsWith("child_allowance.yaml:6: forms: no form 'child_allowance_claim'"));
  }

  @Test
  void aDayOfTheHolidaysThatIsNoneIsSaidWithItsLine() throws IOException {
    Path file = config.resolve("common/holidays.yaml");
    Files.writeString(file, "- 2026-01-01\n\n# a comment\n- 2026-01-32\n");

    assertThat(load().faults())
        .anyMatch(fault -> fault.endsWith("holidays.yaml:4: '2026-01-32' is no day"));
  }

  @Test
  void aPlanThatNoCounterNamesAndAPlanWithAScriptAreSaid() throws IOException {
    Path floors = config.resolve("common/floors");
    Files.copy(floors.resolve("main-1.svg"), floors.resolve("main-9.svg"));
    Path plan = floors.resolve("main-2.svg");
    Files.writeString(
        plan, Files.readString(plan).replace("</svg>", "<script>alert(1)</script>\n</svg>"));

    List<String> faults = load().faults();

    assertThat(faults)
        .anyMatch(fault -> fault.contains("main-9.svg: no counter is on this floor"))
        .anyMatch(fault -> fault.matches(".*main-2\\.svg:\\d+: element 'script' may not .*"));
  }

  @Test
  void manyFaultsOfOneFileAreSaidAtOnceAndEachOnce() throws IOException {
    Path file = config.resolve("common/procedures/moped.yaml");
    Files.writeString(
        file,
        Files.readString(file)
            .replace("order: 110", "order: first")
            .replace("counter: tax", "counter: nowhere")
            .replace("'yes'\"", "'yes\"")
            .replace("validFrom: 2024-12-02", "validFrom: soon"));

    List<String> faults = load().faults();

    assertThat(faults).hasSize(3).doesNotHaveDuplicates();
    assertThat(
            new TreeSet<>(
                faults.stream().map(f -> f.replaceFirst(".*yaml:(\\d+):.*", "$1")).toList()))
        .containsExactly("1", "2", "6");
  }

  private GuideBook load() {
    return Optional.ofNullable(GuideBook.loadAll(config, List.of("999997")).get("999997"))
        .orElseThrow();
  }
}
