package jp.frontdesk.forms;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import jp.frontdesk.cases.Signature;
import jp.frontdesk.paper.ArchivePdf;
import jp.frontdesk.paper.MmBox;
import jp.frontdesk.paper.MmPoint;
import jp.frontdesk.review.ConfirmedFixtures;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// A signature drawn on a screen stands in its box on the paper, and nowhere else.
class SignedFormIT {
  private static final int DPI = 150;
  private static final FormContext SIGNED =
      Households.CONTEXT.withSignature(Optional.of(FormPreviewCommand.scribble()));

  static Stream<FormTemplate> signedForms() {
    return Households.LIBRARY.forms().stream()
        .filter(FormTemplate::hasSignature)
        .filter(form -> Households.isNeeded(form, ConfirmedFixtures.familyOfSix()));
  }

  @ParameterizedTest
  @MethodSource("signedForms")
  void theLinesStandInTheBoxAndTheRestOfThePageIsAsOnPaper(FormTemplate form) throws IOException {
    byte[] signed = fill(form, SIGNED);
    byte[] unsigned = fill(form, Households.CONTEXT);

    BufferedImage with = render(signed);
    BufferedImage without = render(unsigned);
    MmBox box = boxOf(form);
    int inside = 0;
    for (int y = 0; y < with.getHeight(); y++) {
      for (int x = 0; x < with.getWidth(); x++) {
        if (with.getRaster().getSample(x, y, 0) != without.getRaster().getSample(x, y, 0)) {
          MmBox point = new MmBox(x * 25.4 / DPI, y * 25.4 / DPI, 0, 0);
          assertThat(box.contains(point)).as("ink at %s", point).isTrue();
          inside += with.getRaster().getSample(x, y, 0) < 128 ? 1 : 0;
        }
      }
    }

    assertThat(inside).isGreaterThan(400);
    assertThat(ArchivePdf.faultsOf(signed)).isEmpty();
    assertThat(fill(form, SIGNED)).isEqualTo(signed);
    assertThat(signed.length - unsigned.length).isLessThan(8_000);
  }

  @Test
  void theInkKeepsItsShapeAndTouchesNoEdge() {
    MmBox box = new MmBox(40, 200, 84, 10);
    Signature wide = signature(8, 0.05, 0.4, 0.95, 0.6);
    Signature high = signature(3, 0.4, 0.02, 0.5, 0.98);
    Signature small = signature(3, 0.1, 0.4, 0.2, 0.6);

    for (Signature one : List.of(wide, high, small)) {
      List<MmPoint> line = SignatureInk.in(box, one).getFirst();
      double width = line.getLast().xMm() - line.getFirst().xMm();
      double height = line.getLast().yMm() - line.getFirst().yMm();
      Signature.Extent extent = one.extent();
      assertThat(width / height)
          .isCloseTo(
              extent.width() / extent.height(), org.assertj.core.data.Percentage.withPercentage(1));
      for (MmPoint point : line) {
        assertThat(box.inset(SignatureInk.PEN_MM / 2, SignatureInk.PEN_MM / 2))
            .matches(inner -> inner.contains(new MmBox(point.xMm(), point.yMm(), 0, 0)));
      }
    }
    assertThat(heightOf(box, high)).isGreaterThan(8);
    assertThat(heightOf(box, small)).isLessThan(4);
  }

  private static double heightOf(MmBox box, Signature signature) {
    List<MmPoint> line = SignatureInk.in(box, signature).getFirst();
    return line.getLast().yMm() - line.getFirst().yMm();
  }

  private static Signature signature(double aspect, double x1, double y1, double x2, double y2) {
    return new Signature(
        aspect,
        List.of(
            new Signature.Stroke(
                List.of(new Signature.Point(x1, y1), new Signature.Point(x2, y2)))));
  }

  private static byte[] fill(FormTemplate form, FormContext context) {
    return Households.FILLER.fill(form, ConfirmedFixtures.familyOfSix(), context).pdf();
  }

  private static MmBox boxOf(FormTemplate form) {
    return form.first().items().stream()
        .map(item -> item instanceof FormItem.When when ? when.item() : item)
        .filter(FormItem.Signature.class::isInstance)
        .map(FormItem::at)
        .findFirst()
        .orElseThrow();
  }

  private static BufferedImage render(byte[] pdf) throws IOException {
    try (PDDocument document = Loader.loadPDF(pdf)) {
      return new PDFRenderer(document).renderImageWithDPI(0, DPI, ImageType.GRAY);
    }
  }
}
