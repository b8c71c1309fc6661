package jp.frontdesk.guide;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import jp.frontdesk.paper.ArchivePdf;
import jp.frontdesk.paper.FontPaths;
import jp.frontdesk.paper.PaperFonts;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The shipped guide in every language: whole, with the letters it needs, short enough to take
/// along.
final class GuideLanguagesTest {
  private static final LocalDate DAY = LocalDate.of(2026, 4, 1);
  private static final PaperFonts FONTS = PaperFonts.open(FontPaths.debian());
  private static final GuideBook BOOK =
      Optional.ofNullable(
              GuideBook.loadAll(Path.of("kiosk-config"), List.of("999997")).get("999997"))
          .orElseThrow();

  static List<String> languages() {
    return BOOK.words().languages();
  }

  @Test
  void nothingIsLeftUntranslated() {
    assertThat(BOOK.faults()).isEmpty();
    assertThat(BOOK.gaps()).isEmpty();
    assertThat(languages()).hasSize(12);
  }

  @ParameterizedTest
  @MethodSource("languages")
  void theLargestGuideIsWholeOnPaper(String language) throws IOException {
    GuidePaper paper = paper(language);

    for (GuidePdf.Size size : GuidePdf.Size.values()) {
      byte[] pdf = GuidePdf.draw(FONTS, paper, size, Instant.EPOCH);
      assertThat(ArchivePdf.faultsOf(pdf)).isEmpty();
      try (PDDocument document = Loader.loadPDF(pdf)) {
        assertThat(document.getNumberOfPages()).isGreaterThan(2);
        assertThat(new PDFTextStripper().getText(document)).doesNotContain("〓");
      }
    }
  }

  @ParameterizedTest
  @MethodSource("languages")
  void theLargestGuideCanBeTakenAlong(String language) {
    List<String> taken = paper(language).takeAlong();

    assertThat(String.join("", taken).lines()).hasSizeGreaterThan(25);
    assertThat(taken)
        .allSatisfy(part ->
            assertThat(part.getBytes(StandardCharsets.UTF_8).length).isLessThanOrEqualTo(1210));
  }

  /// A household that needs every procedure.
  private static GuidePaper paper(String language) {
    Map<String, String> answers = new TreeMap<>();
    BOOK.questions().keySet().forEach(question -> answers.put(question, "yes"));
    List<HouseholdFacts.Person> people =
        Stream.of(1, 8, 40, 77).map(age -> HouseholdFacts.born(DAY.minusYears(age), DAY)).toList();
    Guide guide = BOOK.guideFor(new HouseholdFacts(Optional.of(DAY), false, people, answers), DAY);
    return new GuidePapers(BOOK, language, _ -> Optional.empty()).paper(guide, "架空町", "0014", DAY);
  }
}
