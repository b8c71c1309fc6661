package jp.frontdesk.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FieldPathTest {
  private static List<FieldPath> allPaths() {
    return Arrays.stream(CertificateField.values())
        .flatMap(field ->
            field.isOfMember()
                ? IntStream.range(0, 12).mapToObj(member -> FieldPath.of(field, member))
                : Stream.of(FieldPath.of(field)))
        .toList();
  }

  @Test
  void everyPathComesBackFromItsText() {
    assertThat(allPaths()).allMatch(path -> FieldPath.parse(path.toString()).get().equals(path));
  }

  @Test
  void theWholePaperComesBeforeItsMembersInTheirOrder() {
    List<FieldPath> sorted = allPaths().stream().sorted().toList();

    assertThat(sorted.getFirst()).isEqualTo(FieldPath.of(CertificateField.MOVE_DATE));
    assertThat(sorted.getLast()).isEqualTo(FieldPath.of(CertificateField.CHILD_ALLOWANCE, 11));
    assertThat(sorted).extracting(FieldPath::member).isSorted();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "members.name",
        "members[].name",
        "members[-1].name",
        "members[0].age",
        "move.name",
        "members[0].date"
      })
  void otherTextsAreNoPath(String text) {
    assertThat(FieldPath.parse(text)).isEmpty();
  }

  @Test
  void aMembersFieldNeedsAMember() {
    assertThatThrownBy(() -> FieldPath.of(CertificateField.NAME))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> FieldPath.of(CertificateField.MOVE_DATE, 0))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
