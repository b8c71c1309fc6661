package jp.frontdesk.fees;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import jp.frontdesk.fees.code.ForeignCodes;
import jp.frontdesk.fees.code.LocalTaxQr;
import jp.frontdesk.fees.code.LocalTaxQrTest;
import jp.frontdesk.fees.code.WornPaper;
import jp.frontdesk.paper.ArchivePdf;
import jp.frontdesk.paper.FontPaths;
import jp.frontdesk.paper.PaperFonts;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Receipts, tickets and the eL-QR as they leave the printer.
class FeePapersIT {
  private static final PaperFonts FONTS = PaperFonts.open(FontPaths.debian());
  private static final Instant PAID_AT = Instant.parse("2026-08-21T15:30:00Z");
  private static final String ADDRESS = "http://127.0.0.1:8083/app/code/0123456789abcdef0123";

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({
    "CASH,領収書,領収日,上の金額を",
    "SLIP,納付済証,納付日,これは領収書ではありません",
    "DYNAMIC_CODE,納付済証,納付日,これは領収書ではありません"
  })
  void aPaidInvoiceHasAPaperThatSaysWhatItIs(
      PaymentAttempt.Channel channel, String title, String day, String note) throws IOException {
    Receipt receipts = new Receipt(FONTS);

    byte[] pdf = receipts.draw(paid(), attempt(channel), contract(""), "A-102").bytes();

    keep("receipt-" + channel, pdf);
    assertThat(ArchivePdf.faultsOf(pdf)).isEmpty();
    assertThat(textOf(pdf))
        .contains(title, day, note, "1,050円", "令和8年8月22日", "R-17", "A-102", "横浜市（見本）");
    assertThat(receipts.draw(paid(), attempt(channel), contract(""), "A-102").bytes())
        .isEqualTo(pdf);
  }

  @Test
  void whatIsNotPaidHasNoReceipt() {
    PaymentAttempt open = attempt(PaymentAttempt.Channel.SLIP).withStatus(PaymentStatus.EXCEPTION);

    assertThatThrownBy(() -> new Receipt(FONTS).draw(paid(), open, contract(""), "A-102"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() ->
            new Receipt(FONTS)
                .draw(
                    PaymentSlipIT.invoice(),
                    attempt(PaymentAttempt.Channel.CASH),
                    contract(""),
                    "A-102"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @ValueSource(ints = {203, 300})
  void foreignDecodersReadTheTicketAlsoAfterItsJourney(int dpi) throws Exception {
    PaymentContract contract = contract("ticket_printer_dpi: " + dpi + "\n");
    Optional<FeeTicket.Code> code = Optional.of(new FeeTicket.Code(ADDRESS, PAID_AT));

    byte[] pdf =
        new FeeTicket(FONTS).draw(PaymentSlipIT.invoice(), code, contract, "A-102").bytes();

    keep("ticket-" + dpi, pdf);
    assertThat(ArchivePdf.faultsOf(pdf)).isEmpty();
    assertThat(textOf(pdf)).contains("A-102", "1,050円", "0時30分まで", "領収書は出ません");
    assertReadBack(pdf, dpi, ADDRESS);
  }

  @Test
  void aTicketWithoutACodeSaysWhereToPay() throws IOException {
    byte[] pdf =
        new FeeTicket(FONTS)
            .draw(PaymentSlipIT.invoice(), Optional.empty(), contract(""), "A-102")
            .bytes();

    assertThat(textOf(pdf)).contains("お支払いは、窓口でお願いします。");
  }

  @ParameterizedTest
  @ValueSource(ints = {300, 400, 600})
  void foreignDecodersReadThePrintedLocalTaxCodeAlsoAfterItsJourney(int dpi) throws Exception {
    LocalTaxQr code = new LocalTaxQr(LocalTaxQrTest.SAMPLE);

    byte[] pdf = new LocalTaxPaper(FONTS).draw(code, PAID_AT);

    keep("el-qr", pdf);
    assertThat(ArchivePdf.faultsOf(pdf)).isEmpty();
    assertThat(textOf(pdf)).contains("12,300円", "令和8年7月31日", "正式の納付書ではありません");
    assertReadBack(pdf, dpi, LocalTaxQrTest.SAMPLE);
  }

  private void assertReadBack(byte[] pdf, int dpi, String text) throws Exception {
    ForeignCodes foreign = new ForeignCodes(folder);
    BufferedImage clean = foreign.render(pdf, dpi);
    BufferedImage upper =
        clean.getSubimage(0, 0, clean.getWidth(), Math.min(clean.getHeight(), dpi * 6));
    List<BufferedImage> pictures =
        List.of(
            clean,
            WornPaper.of(upper, dpi, WornPaper.SCANNER_GRAIN),
            WornPaper.of(upper, dpi, WornPaper.CAMERA_GRAIN));

    // zbar gives up at the camera's grain; that is its own limit, zxing-wasm reads on
    assertThat(foreign.zbar(pictures.subList(0, 2))).containsOnly(List.of(text)).hasSize(2);
    assertThat(foreign.zxing(pictures))
        .hasSize(3)
        .allMatch(found -> found.identifier().startsWith("]Q") && found.text().equals(text));
  }

  private static void keep(String name, byte[] pdf) throws IOException {
    Path kept = Files.createDirectories(Path.of("target", "papers"));
    Path _ = Files.write(kept.resolve(name + ".pdf"), pdf);
  }

  private PaymentContract contract(String more) throws IOException {
    String yaml = Files.readString(Path.of("kiosk-config/141003/payment.yaml"));
    return PaymentContract.load(
            Files.writeString(folder.resolve("payment.yaml"), yaml + "\n" + more))
        .orThrow();
  }

  private static Invoice paid() {
    Invoice due = PaymentSlipIT.invoice();
    return new Invoice(
        due.town(),
        due.id(),
        due.caseId(),
        due.fiscalYear(),
        due.number(),
        due.feeTableVersion(),
        due.issuedOn(),
        due.dueOn(),
        due.lines(),
        due.total(),
        Invoice.Status.PAID,
        2);
  }

  private static PaymentAttempt attempt(PaymentAttempt.Channel channel) {
    return PaymentAttempt.created(
            paid(), "key", channel, Optional.empty(), Optional.empty(), PAID_AT)
        .withPayment("R-17", PAID_AT)
        .withStatus(PaymentStatus.PAID);
  }

  private static String textOf(byte[] pdf) throws IOException {
    try (PDDocument document = Loader.loadPDF(pdf)) {
      return new PDFTextStripper().getText(document);
    }
  }
}
