package jp.frontdesk.fees;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jp.frontdesk.fees.code.CodeDrawing;
import jp.frontdesk.fees.code.CollectionCode;
import jp.frontdesk.fees.code.ForeignCodes;
import jp.frontdesk.fees.code.WornPaper;
import jp.frontdesk.kernel.CaseId;
import jp.frontdesk.kernel.MunicipalityCode;
import jp.frontdesk.kernel.Yen;
import jp.frontdesk.paper.FontPaths;
import jp.frontdesk.paper.PaperFonts;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The slip as it leaves the printer, read by decoders that share no code with the encoder.
class PaymentSlipIT {
  private static final LocalDate DAY = LocalDate.of(2026, 8, 20);
  private static final PaymentContract CONTRACT =
      PaymentContract.load(Path.of("kiosk-config/141003/payment.yaml")).orThrow();
  private static final PaperFonts FONTS = PaperFonts.open(FontPaths.debian());

  @TempDir Path folder;

  @Test
  void theSlipSaysWhatIsDueAndWhatAppsCannotDo() throws IOException {
    SlipPdf slip = slip(CONTRACT);

    String text;
    try (PDDocument document = Loader.loadPDF(slip.bytes())) {
      text = new PDFTextStripper().getText(document);
      assertThat(document.getNumberOfPages()).isEqualTo(1);
    }

    assertThat(text)
        .contains("手数料 払込票", "A-102", "横浜市（見本）", "令和8年8月27日", "1,050円")
        .contains("(91)912345-1410032026000000000070", "260827-0-001050-")
        .contains("アプリでの支払いでは領収書は出ません", "J-Coin請求書払い（令和8年8月31日まで）");
    assertThat(slip.bytes()).isEqualTo(slip(CONTRACT).bytes());
  }

  @ParameterizedTest
  @ValueSource(ints = {300, 400, 600})
  void foreignDecodersReadTheSlipOfEveryPrinterAlsoAfterItsJourney(int dpi) throws Exception {
    PaymentContract contract = contractWith("printer_dpi: 600", "printer_dpi: " + dpi);
    ForeignCodes foreign = new ForeignCodes(folder);
    BufferedImage clean = foreign.render(slip(contract).bytes(), dpi);
    BufferedImage part =
        clean.getSubimage(0, clean.getHeight() / 3, clean.getWidth(), clean.getHeight() / 3);
    List<BufferedImage> pictures = List.of(clean, WornPaper.of(part, dpi, WornPaper.SCANNER_GRAIN));

    List<List<String>> zbar = foreign.zbar(pictures);
    List<ForeignCodes.Found> zxing =
        foreign.zxing(
            List.of(clean, pictures.getLast(), WornPaper.of(part, dpi, WornPaper.CAMERA_GRAIN)));

    String digits = codeOf(contract).digits();
    assertThat(zbar).isEqualTo(List.of(List.of(digits), List.of(digits)));
    assertThat(zxing)
        .containsExactly(
            new ForeignCodes.Found(0, "]C1", digits),
            new ForeignCodes.Found(1, "]C1", digits),
            new ForeignCodes.Found(2, "]C1", digits));
  }

  @Test
  void foreignDecodersReadTheCodesOfTheScreen() throws Exception {
    String address = "http://127.0.0.1:8083/app/code/0123456789abcdef0123?t=支払い";
    String qr = CodeDrawing.ofQr(address, 40).svg("QRコード");
    String bars = CodeDrawing.ofBars(codeOf(CONTRACT), CONTRACT.barSize(), 12).svg("バーコード");
    ForeignCodes foreign = new ForeignCodes(folder);

    BufferedImage screen =
        foreign.browse(
            "<!doctype html><meta charset=utf-8><body style='margin:40px;zoom:2'>" + qr + bars);

    assertThat(foreign.zxing(List.of(screen)))
        .hasSize(2)
        .anyMatch(code -> code.identifier().startsWith("]Q") && code.text().equals(address))
        .contains(new ForeignCodes.Found(0, "]C1", codeOf(CONTRACT).digits()));
    assertThat(foreign.zbar(List.of(screen)).getFirst())
        .containsExactlyInAnyOrder(address, codeOf(CONTRACT).digits());
  }

  @Test
  void aSlipWithoutACodeSaysWhy() throws IOException {
    SlipPdf slip =
        new PaymentSlip(FONTS)
            .draw(invoice(), new Cashier.SlipOutcome.None("窓口でお支払いください。"), CONTRACT, "A-102");

    try (PDDocument document = Loader.loadPDF(slip.bytes())) {
      assertThat(new PDFTextStripper().getText(document))
          .contains("窓口でお支払いください。")
          .doesNotContain("(91)");
    }
  }

  static SlipPdf slip(PaymentContract contract) {
    CollectionCode code = codeOf(contract);
    PaymentAttempt attempt =
        PaymentAttempt.created(
            invoice(),
            "key",
            PaymentAttempt.Channel.SLIP,
            Optional.of(code.digits()),
            Optional.empty(),
            DAY.atStartOfDay(Cashier.ZONE).toInstant());
    return new PaymentSlip(FONTS)
        .draw(invoice(), new Cashier.SlipOutcome.Ready(code, attempt), contract, "A-102");
  }

  static Invoice invoice() {
    return new Invoice(
        new MunicipalityCode("141003"),
        UUID.fromString("00000000-0000-4000-8000-000000000007"),
        new CaseId(UUID.fromString("00000000-0000-4000-8000-000000000008")),
        2026,
        7,
        "0123456789abcdef",
        DAY,
        DAY.plusDays(7),
        List.of(
            new Invoice.Line("resident_record_copy", "住民票の写し", "通", 2, new Yen(300), "13", "条例"),
            new Invoice.Line(
                "family_register_copy", "戸籍全部事項証明書（戸籍謄本）", "通", 1, new Yen(450), "13", "政令")),
        new Yen(1050),
        Invoice.Status.DUE,
        1);
  }

  private static CollectionCode codeOf(PaymentContract contract) {
    return ((CollectionCode.Outcome.Valid)
            contract.codeFor(2026, 7, 0, DAY.plusDays(7), new Yen(1050)))
        .code();
  }

  private PaymentContract contractWith(String line, String instead) throws IOException {
    String yaml = Files.readString(Path.of("kiosk-config/141003/payment.yaml"));
    assertThat(yaml).contains(line);
    return PaymentContract.load(
            Files.writeString(folder.resolve("payment.yaml"), yaml.replace(line, instead)))
        .orThrow();
  }
}
