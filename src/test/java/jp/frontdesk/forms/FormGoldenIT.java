package jp.frontdesk.forms;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import jp.frontdesk.paper.ArchivePdf;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Every form of every household against its golden text and picture. A missing or different one
/// fails and leaves `.actual` beside it.
class FormGoldenIT {
  private static final Path GOLDEN = Path.of("src/test/resources/golden/forms");
  private static final int DPI = 60;

  /// Grey levels two renderings may differ by at a point before it counts, and how many points of a
  /// page may count: fonts are smoothed differently from Java version to version.
  private static final int GREY_TOLERANCE = 96;

  private static final double SHARE_TOLERANCE = 0.00005;

  static Stream<Arguments> papers() {
    return Households.LIBRARY.forms().stream()
        .flatMap(form ->
            Households.named().stream()
                .filter(one -> one.needs(form))
                .map(one -> Arguments.of(form.id(), one)));
  }

  @ParameterizedTest
  @MethodSource("papers")
  void theFormIsAsItWas(String form, Households.Named household) throws IOException {
    FilledForm filled = household.fill(Households.form(form));
    Path text = GOLDEN.resolve(form).resolve(household + ".pdf.txt");

    List<String> differences = new ArrayList<>();
    try (PDDocument document = Loader.loadPDF(filled.pdf())) {
      compareText(text, document, differences);
      for (int page = 1; page <= document.getNumberOfPages(); page++) {
        Path picture = GOLDEN.resolve(form).resolve(household + "-" + page + ".png");
        comparePicture(picture, document, page, differences);
      }
    }

    assertThat(differences).isEmpty();
    assertThat(ArchivePdf.faultsOf(filled.pdf())).isEmpty();
  }

  private static void compareText(Path golden, PDDocument document, List<String> differences)
      throws IOException {
    PDFTextStripper stripper = new PDFTextStripper();
    stripper.setSortByPosition(true);
    String actual = stripper.getText(document);
    if (!Files.exists(golden) || !Files.readString(golden).equals(actual)) {
      Path beside = golden.resolveSibling(golden.getFileName() + ".actual");
      Files.createDirectories(golden.getParent());
      Files.writeString(beside, actual);
      differences.add(golden + " differs from " + beside.getFileName());
    }
  }

  private static void comparePicture(
      Path golden, PDDocument document, int page, List<String> differences) throws IOException {
    BufferedImage actual =
        new PDFRenderer(document).renderImageWithDPI(page - 1, DPI, ImageType.GRAY);
    double share = Files.exists(golden) ? differing(ImageIO.read(golden.toFile()), actual) : 1;
    if (share > SHARE_TOLERANCE) {
      Path beside = golden.resolveSibling(golden.getFileName() + ".actual");
      Files.createDirectories(golden.getParent());
      assertThat(ImageIO.write(actual, "png", beside.toFile())).isTrue();
      differences.add(golden + " differs from " + beside.getFileName() + " by " + share);
    }
  }

  private static double differing(BufferedImage golden, BufferedImage actual) {
    if (golden.getWidth() != actual.getWidth() || golden.getHeight() != actual.getHeight()) {
      return 1;
    }
    long points = 0;
    for (int y = 0; y < golden.getHeight(); y++) {
      for (int x = 0; x < golden.getWidth(); x++) {
        int difference =
            golden.getRaster().getSample(x, y, 0) - actual.getRaster().getSample(x, y, 0);
        points += Math.abs(difference) > GREY_TOLERANCE ? 1 : 0;
      }
    }
    return (double) points / (golden.getWidth() * golden.getHeight());
  }
}
