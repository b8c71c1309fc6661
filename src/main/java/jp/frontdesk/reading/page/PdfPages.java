package jp.frontdesk.reading.page;

import java.io.IOException;
import jp.frontdesk.reading.Warnings;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;

/// Pages of a PDF, rendered at 300 dpi or less, so that no page size can ask for more than its
/// share.
final class PdfPages implements PageSource {
  private static final float POINTS_PER_INCH = 72f;
  private static final float MAX_DPI = 300f;

  private final PDDocument document;
  private final PDFRenderer renderer;

  private PdfPages(PDDocument document) {
    this.document = document;
    renderer = new PDFRenderer(document);
    renderer.setSubsamplingAllowed(true);
  }

  static Decoded open(byte[] file) {
    try {
      PDDocument document = Loader.loadPDF(file);
      int pages = document.getNumberOfPages();
      if (pages < 1) {
        document.close();
        return new Decoded.Refused(Warnings.DAMAGED_FILE);
      }
      if (pages > PageLimits.MAX_PAGES) {
        document.close();
        return new Decoded.Refused(Warnings.TOO_MANY_PAGES);
      }
      return new Decoded.Pages(new PdfPages(document));
    } catch (InvalidPasswordException locked) {
      return new Decoded.Refused(Warnings.ENCRYPTED_PDF);
    } catch (IOException | RuntimeException broken) {
      return new Decoded.Refused(Warnings.DAMAGED_FILE);
    }
  }

  @Override
  public int count() {
    return document.getNumberOfPages();
  }

  @Override
  public Gray page(int index) throws IOException {
    try {
      PDRectangle box = document.getPage(index).getCropBox();
      float longerPoints = Math.max(1, Math.max(box.getWidth(), box.getHeight()));
      float dpi = Math.min(MAX_DPI, PageLimits.MAX_SIDE_PX * POINTS_PER_INCH / longerPoints);
      return Grays.of(renderer.renderImage(index, dpi / POINTS_PER_INCH, ImageType.RGB));
    } catch (RuntimeException broken) {
      throw new IOException("the page cannot be drawn", broken);
    }
  }

  @Override
  public void close() {
    try {
      document.close();
    } catch (IOException alreadyGone) {
      // nothing to keep: the bytes were in memory only
    }
  }
}
