package jp.frontdesk.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import jp.frontdesk.kernel.CertificateField;
import jp.frontdesk.reading.cells.TextLine;
import jp.frontdesk.reading.evidence.Verdict;
import jp.frontdesk.reading.page.Ink;
import jp.frontdesk.reading.page.Oval;
import org.junit.jupiter.api.Test;

class CircledChoiceTest {
  private static final int EM = 24;

  private final List<Oval> rings = new ArrayList<>();
  private final Ink ink = new Ink(500, 40, new byte[500 * 40]);

  private void print(int at, int ems) {
    for (int y = 8; y < 32; y++) {
      for (int x = at * EM + 2; x < (at + ems) * EM - 2; x++) {
        if (x % 3 != 0) {
          ink.dark()[y * ink.width() + x] = 1;
        }
      }
    }
  }

  private void ring(double middle, double halfWidth) {
    rings.add(new Oval(middle * EM, 20, halfWidth * EM, 17));
  }

  private Optional<Verdict> read(CertificateField field, String whole, String eras, String date) {
    Box line = InkRuns.of(ink, new Box(0, 0, 500, 40)).stream().reduce(Box::union).orElseThrow();
    Slot slot =
        new Slot(0, List.of(field), List.of(), List.of(new TextLine(line)), line, List.of());
    return new CircledChoice(rings, ink, part -> new Said(part.inkBox().x() < 5 * EM ? eras : date))
        .read(slot, new Said(whole));
  }

  @Test
  void theEraUnderTheRingBelongsToTheDate() {
    for (int era = 0; era < 5; era++) {
      print(2 * era, 1);
    }
    ring(4.5, 0.8);
    print(11, 5);

    assertThat(read(CertificateField.BIRTH_DATE, "明・大9・平・令51年1月24日", "明・大・9・平・令", "51年1月24日"))
        .hasValueSatisfying(v -> {
          assertThat(v.value()).isEqualTo("昭和51年1月24日");
          assertThat(v.needsReview()).isFalse();
        });
  }

  @Test
  void withoutARingNoEraIsChosen() {
    for (int era = 0; era < 5; era++) {
      print(2 * era, 1);
    }
    print(11, 5);

    assertThat(read(CertificateField.BIRTH_DATE, "明・大・昭・平・令5年1月2日", "明・大・昭・平・令", "5年1月2日"))
        .hasValueSatisfying(v -> assertThat(v.value()).isEmpty());
  }

  @Test
  void theKindOfPensionUnderTheRingIsChosen() {
    print(0, 1);
    print(2, 3);
    print(6, 3);
    print(10, 3);
    ring(7.5, 1.8);

    assertThat(read(CertificateField.PENSION, "無・第1号・(@)・第3号", "", ""))
        .hasValueSatisfying(v -> {
          assertThat(v.value()).isEqualTo("第2号");
          assertThat(v.needsReview()).isFalse();
        });
  }

  @Test
  void theRingDecidesWhereAllWordsAreRead() {
    print(0, 1);
    print(2, 1);
    ring(2.5, 0.7);

    assertThat(read(CertificateField.LATE_ELDERLY, "有・無", "", ""))
        .hasValueSatisfying(v -> {
          assertThat(v.value()).isEqualTo("無");
          assertThat(v.needsReview()).isFalse();
        });
  }

  @Test
  void aWordNotReadOutsideTheRingIsShown() {
    print(0, 1);
    print(2, 1);
    ring(2.5, 0.7);

    assertThat(read(CertificateField.LATE_ELDERLY, "冂・無", "", ""))
        .hasValueSatisfying(v -> assertThat(v.needsReview()).isTrue());
  }

  @Test
  void withoutARingAndWithTwoNothingIsChosen() {
    print(0, 1);
    print(2, 1);

    assertThat(read(CertificateField.HEALTH_INSURANCE, "有・無", "", ""))
        .hasValueSatisfying(v -> assertThat(v.value()).isEmpty());

    ring(0.5, 0.7);
    ring(2.5, 0.7);

    assertThat(read(CertificateField.HEALTH_INSURANCE, "有・無", "", ""))
        .hasValueSatisfying(v -> assertThat(v.value()).isEmpty());
  }
}
