package jp.frontdesk.samples;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class PaperKindTest {
  private static final CertificateGenerator GENERATOR = new CertificateGenerator();

  @ParameterizedTest
  @EnumSource
  void everyKindOfPaperIsPrintedWithItsName(PaperKind kind) {
    GeneratedCertificate paper =
        GENERATOR.generate(7, SampleSpec.of(ScanLevel.CLEAN).withKind(kind).withMembers(1));

    String text = paper.pages().getFirst().text().replaceAll("[ 　]", "");
    assertThat(text).contains(kind.title());
    assertThat(paper.fields().isEmpty()).isEqualTo(!kind.bearsFields());
    assertThat(PaperKind.ofWord(kind.word())).isEqualTo(kind);
  }

  @Test
  void aBlankSheetHasNoInkAtAll() {
    GeneratedCertificate paper =
        GENERATOR.generate(1, SampleSpec.of(ScanLevel.CLEAN).withKind(PaperKind.BLANK));

    assertThat(paper.pages()).hasSize(1);
    assertThat(paper.pages().getFirst().text()).isEmpty();
    assertThat(paper.pages().getFirst().bytes().length).isLessThan(60_000);
  }
}
