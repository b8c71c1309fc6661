package jp.frontdesk.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Map;
import jp.frontdesk.fees.code.LocalTaxQrTest;
import jp.frontdesk.server.DeskUnderTest;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

/// A clerk scans the eL-QR that the tax system handed over: it is checked, printed, kept nowhere.
class LocalTaxIT {
  private static final String PAGE = "/local-tax";

  @Test
  void theCodeIsCheckedAndPrintedAndKeptNowhere() throws IOException {
    try (DeskUnderTest desk = DeskUnderTest.start()) {
      assertThat(new Visitor(desk.desk()).get(PAGE).location()).isEqualTo("/login");
      Clerk clerk = new Clerk(desk.desk(), "999997");
      String csrf = clerk.get(PAGE).csrf(PAGE);
      long rows = desk.rowsOfAllTables();

      String wrong = LocalTaxQrTest.SAMPLE.replace("12300", "12301");
      Visitor.Page refused = clerk.visitor().post(PAGE, Map.of("csrf", csrf, "code", wrong));
      assertThat(refused.status()).isEqualTo(422);
      assertThat(refused.text()).contains("CRC").doesNotContain(wrong, "開いて印刷");
      assertThat(
              clerk.visitor().post(PAGE, Map.of("csrf", csrf, "code", "9".repeat(5_000))).status())
          .isEqualTo(422);
      assertThat(clerk.visitor().post(PAGE, Map.of("csrf", "x", "code", wrong)).status())
          .isEqualTo(403);

      Visitor.Page found =
          clerk.visitor().post(PAGE, Map.of("csrf", csrf, "code", LocalTaxQrTest.SAMPLE));
      assertThat(found.text()).contains("12,300円", "2026年7月31日", "支払期限を過ぎています");
      Visitor.Page printed = clerk.visitor().post(PAGE + "/print", found.form(PAGE + "/print"));
      assertThat(printed.contentType()).isEqualTo("application/pdf");
      try (PDDocument paper = Loader.loadPDF(printed.body())) {
        assertThat(new PDFTextStripper().getText(paper)).contains("12,300円");
      }
      assertThat(desk.rowsOfAllTables()).isEqualTo(rows);
    }
  }
}
