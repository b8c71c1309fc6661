package jp.frontdesk.paper;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import org.verapdf.core.VeraPDFException;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;

/// veraPDF's opinion of a document, for tests.
public final class ArchivePdf {
  static {
    VeraGreenfieldFoundryProvider.initialise();
  }

  private ArchivePdf() {}

  /// What keeps a document from being PDF/A-2u, empty when nothing does.
  public static List<String> faultsOf(byte[] pdf) throws IOException {
    try (PDFAParser parser =
            Foundries.defaultInstance()
                .createParser(new ByteArrayInputStream(pdf), PDFAFlavour.PDFA_2_U);
        PDFAValidator validator =
            Foundries.defaultInstance().createValidator(PDFAFlavour.PDFA_2_U, false)) {
      return validator.validate(parser).getTestAssertions().stream()
          .filter(test -> test.getStatus() == TestAssertion.Status.FAILED)
          .map(test -> test.getRuleId().getClause() + " " + test.getMessage())
          .distinct()
          .toList();
    } catch (VeraPDFException e) {
      throw new IOException(e);
    }
  }
}
